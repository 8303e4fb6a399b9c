package guidang.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text from which parts are taken one after the other while the rest stays where it is. Offsets are UTF-16 units and
 * never stand inside a character.
 */
final class MarkedText {
    private final String text;
    private final String folded;
    private final BitSet taken = new BitSet();
    private final BitSet kept = new BitSet();

    MarkedText(String text) {
        this.text = text;
        this.folded = Folding.fold(text);
    }

    String text() {
        return text;
    }

    /** As long as the text; see {@link Folding}. */
    String folded() {
        return folded;
    }

    int length() {
        return text.length();
    }

    /** Takes a part out: it is no word any more, and words end there. */
    void take(int start, int end) {
        taken.set(start, end);
    }

    /** Holds a part together: nothing inside is a function word. */
    void keep(int start, int end) {
        kept.set(start, end);
    }

    boolean isTaken(int at) {
        return taken.get(at);
    }

    boolean isKept(int at) {
        return kept.get(at);
    }

    /** Whether nothing of a part is taken or kept. */
    boolean isFree(int start, int end) {
        int nextTaken = taken.nextSetBit(start);
        int nextKept = kept.nextSetBit(start);
        return (nextTaken < 0 || nextTaken >= end) && (nextKept < 0 || nextKept >= end);
    }

    /** Whether a word may begin here: the text begins, or white space, punctuation or something taken stands before. */
    boolean beginsAt(int at) {
        return at == 0 || isTaken(at - 1) || !isWordPart(at - 1);
    }

    /** Whether a word ends here. */
    boolean endsAt(int at) {
        return at >= length() || isTaken(at) || !isWordPart(at);
    }

    /** Whether the character at a place belongs to a word: letters, digits, emoji, and what joins Latin words. */
    boolean isWordPart(int at) {
        int c = text.codePointAt(Character.isLowSurrogate(text.charAt(at)) && at > 0 ? at - 1 : at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK, Character.LETTER_NUMBER, Character.OTHER_NUMBER,
                    Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE ->
                true;
            case Character.MODIFIER_SYMBOL -> c > 127;
            default -> joins(at, c);
        };
    }

    private boolean joins(int at, int c) {
        boolean before = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean after = at + 1 < length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return switch (c) {
            case '-', '_', '\'', '’', '@', '&', '/' ->
                before && after && isAscii(at - 1) && isAscii(at + 1);
            case '·', '・', '‧' -> before && after;
            case '.' -> after && isAscii(at + 1) && (!before || isAscii(at - 1)) && !isDot(at - 1);
            case '+' -> (before && isAscii(at - 1))
                    || (at > 1 && text.charAt(at - 1) == '+' && Character.isLetterOrDigit(text.charAt(at - 2)));
            case '#' -> before && isAscii(at - 1);
            case '%' -> before && Character.isDigit(text.charAt(at - 1));
            default -> false;
        };
    }

    private boolean isAscii(int at) {
        return text.charAt(at) < 128;
    }

    private boolean isDot(int at) {
        return at >= 0 && text.charAt(at) == '.';
    }

    /** What is left, in order: runs of text that nothing was taken out of. */
    List<String> words() {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= length(); i++) {
            boolean in = i < length() && !isTaken(i) && isWordPart(i);
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
