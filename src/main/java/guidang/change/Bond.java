package guidang.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces that were, and the pieces that they have become. Each side in the order of reading, neither empty. */
final class Bond {
    private final List<Piece> before;
    private final List<Piece> after;
    private boolean same;

    private Bond(List<Piece> before, List<Piece> after, boolean same) {
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
        this.same = same;
        before.forEach(piece -> piece.join(this));
        after.forEach(piece -> piece.join(this));
    }

    /** Between pieces that say the same. */
    static void same(List<Piece> before, List<Piece> after) {
        new Bond(before, after, true);
    }

    /** Between a piece and what it was corrected to. */
    static Bond corrected(Piece before, Piece after) {
        return new Bond(List.of(before), List.of(after), false);
    }

    /** Adds a piece that was cut off, in its place among {@code all} of its side. */
    void addAfter(Piece piece, List<Piece> all) {
        insert(after, piece, all);
    }

    /** Adds a piece that was joined to the others, in its place among {@code all} of its side. */
    void addBefore(Piece piece, List<Piece> all) {
        insert(before, piece, all);
    }

    private void insert(List<Piece> side, Piece piece, List<Piece> all) {
        side.add(piece);
        side.sort(java.util.Comparator.comparingInt(all::indexOf));
        piece.join(this);
        same = letters(before).equals(letters(after));
    }

    private static String letters(List<Piece> pieces) {
        return pieces.stream().map(piece -> Wording.letters(piece.wording())).collect(Collectors.joining());
    }

    List<Piece> before() {
        return before;
    }

    List<Piece> after() {
        return after;
    }

    /** Whether both sides say the same in the same words. */
    boolean isSame() {
        return same;
    }
}
