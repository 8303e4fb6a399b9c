package guidang.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import guidang.link.WebAddress;

/**
 * Finds what each piece has become: within an entry by the same words, by the same words cut apart elsewhere, by words
 * that are alike; then across entries what was moved.
 */
final class Pairing {
    /** Pieces that are alike at least so much (0 to 1, with what speaks for it beside the words) are one, corrected. */
    private static final double ALIKE = 0.45;
    /** The words alone. */
    private static final double WORDS_ALIKE = 0.22;
    /** The same for pieces of different entries, where nothing but the words speaks for it. */
    private static final double ALIKE_ELSEWHERE = 0.7;
    /** A piece was cut off another, or joined to it, if the other one holds so much of it. */
    private static final double PART = 0.6;
    /** A piece with fewer letters is not known again in another entry. */
    private static final int FEWEST_LETTERS = 8;
    /** No more pairs are looked at, in one entry and in all. */
    private static final int MOST_PAIRS = 300_000;

    private final List<Side> entries = new ArrayList<>();

    /** The pieces of one entry as it was and as it is. Either may be empty. */
    record Side(List<Piece> before, List<Piece> after) {
        static List<Piece> free(List<Piece> pieces) {
            return pieces.stream().filter(Piece::isFree).toList();
        }
    }

    /** One entry; {@code before} is empty if it is new, {@code after} if it is gone. */
    void add(List<Piece> before, List<Piece> after) {
        entries.add(new Side(before, after));
    }

    /** Joins all pieces that belong together. */
    void join() {
        for (Side side : entries) {
            sameWords(side.before(), side.after());
            sameRuns(side);
        }
        elsewhere(piece -> isLong(piece) ? piece.wording() : "");
        // A whole section: short words too.
        elsewhere(piece -> piece.section().heading().isEmpty() || piece.wording().isEmpty()
                ? ""
                : piece.section().heading() + "\n" + piece.wording());
        for (Side side : entries) {
            alike(side);
            parts(side);
        }
        alikeElsewhere();
    }

    private static void sameWords(List<Piece> before, List<Piece> after) {
        Map<String, Deque<Piece>> byWording = new HashMap<>();
        for (Piece piece : before) {
            byWording.computeIfAbsent(piece.wording(), any -> new ArrayDeque<>()).add(piece);
        }
        // What stands under the same heading first: one of two equal statements may be gone.
        for (boolean sameHeading : new boolean[]{true, false}) {
            for (Piece piece : Side.free(after)) {
                Deque<Piece> equal = byWording.getOrDefault(piece.wording(), new ArrayDeque<>());
                equal.stream().filter(old -> !sameHeading
                        || (old.section().heading().equals(piece.section().heading()) && old.leads() == piece.leads()))
                        .findFirst().ifPresent(old -> {
                            equal.remove(old);
                            Bond.same(List.of(old), List.of(piece));
                        });
            }
        }
    }

    /** Free neighbours that together say what free neighbours said before: a paragraph cut in two, or two joined. */
    private static void sameRuns(Side side) {
        Map<String, List<Piece>> byLetters = new HashMap<>();
        for (List<Piece> run : runs(side.before())) {
            byLetters.putIfAbsent(letters(run), run);
        }
        for (List<Piece> run : runs(side.after())) {
            String letters = letters(run);
            List<Piece> was = letters.isEmpty() ? null : byLetters.remove(letters);
            if (was != null) {
                Bond.same(was, run);
            }
        }
    }

    private static String letters(List<Piece> run) {
        var letters = new StringBuilder();
        run.forEach(piece -> letters.append(Wording.letters(piece.wording())));
        return letters.toString();
    }

    private static List<List<Piece>> runs(List<Piece> pieces) {
        var runs = new ArrayList<List<Piece>>();
        var run = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            boolean breaks = !run.isEmpty() && run.getLast().section().line() != piece.section().line();
            if (!piece.isFree() || breaks) {
                if (!run.isEmpty()) {
                    runs.add(List.copyOf(run));
                }
                run.clear();
            }
            if (piece.isFree()) {
                run.add(piece);
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    /** What pieces are known by that are the same; empty for one that is not known. */
    private interface Key {
        String of(Piece piece);
    }

    /** Statements moved from one entry to another in the same words. */
    private void elsewhere(Key key) {
        Map<String, Deque<Piece>> gone = new HashMap<>();
        for (Side side : entries) {
            for (Piece piece : Side.free(side.before())) {
                gone.computeIfAbsent(key.of(piece), any -> new ArrayDeque<>()).add(piece);
            }
        }
        for (Side side : entries) {
            for (Piece piece : Side.free(side.after())) {
                String known = key.of(piece);
                Piece old = known.isEmpty() ? null : gone.getOrDefault(known, new ArrayDeque<>()).poll();
                if (old != null) {
                    Bond.same(List.of(old), List.of(piece));
                }
            }
        }
    }

    private static boolean isLong(Piece piece) {
        return Wording.letters(piece.wording()).length() >= FEWEST_LETTERS;
    }

    private record Likeness(Piece before, Piece after, double score, int order) {}

    private static void alike(Side side) {
        List<Piece> before = Side.free(side.before());
        List<Piece> after = Side.free(side.after());
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        var neighbours = new Neighbours(side);
        int window = Math.max(20, MOST_PAIRS / after.size());
        var likenesses = new ArrayList<Likeness>();
        for (int i = 0; i < after.size(); i++) {
            int middle = (int) ((long) i * before.size() / after.size());
            int to = Math.min(before.size(), middle + window / 2 + 1);
            for (int j = Math.max(0, middle - window / 2); j < to; j++) {
                double words = Wording.alike(before.get(j).pairs(), after.get(i).pairs());
                if (words < WORDS_ALIKE) {
                    continue;
                }
                double score = words + beside(before.get(j), after.get(i), neighbours);
                if (score >= ALIKE) {
                    likenesses.add(new Likeness(before.get(j), after.get(i), score, likenesses.size()));
                }
            }
        }
        best(likenesses);
    }

    /** What speaks for it beside the words. */
    private static double beside(Piece before, Piece after, Neighbours neighbours) {
        double score = before.section().heading().equals(after.section().heading()) ? 0.04 : 0;
        score += before.leads() == after.leads() ? 0.02 : 0;
        score += neighbours.same(before, after);
        if (before.leads() && after.leads()) {
            Set<String> sources = new HashSet<>();
            before.event().citations().forEach(citation -> sources.addAll(WebAddress.keysOf(citation)));
            boolean shared = after.event().citations().stream()
                    .anyMatch(citation -> WebAddress.keysOf(citation).stream().anyMatch(sources::contains));
            score += shared ? (after.event().linkOnly() ? 0.4 : 0.08) : 0;
        }
        return score;
    }

    private static void best(List<Likeness> likenesses) {
        likenesses.sort(Comparator.comparingDouble(Likeness::score).reversed().thenComparingInt(Likeness::order));
        for (Likeness likeness : likenesses) {
            if (likeness.before().isFree() && likeness.after().isFree()) {
                Bond.corrected(likeness.before(), likeness.after());
            }
        }
    }

    /** Which pieces stand beside which, to know one again by what stands around it. */
    private static final class Neighbours {
        private final IdentityHashMap<Piece, Integer> places = new IdentityHashMap<>();
        private final Side side;

        Neighbours(Side side) {
            this.side = side;
            for (List<Piece> pieces : List.of(side.before(), side.after())) {
                for (int i = 0; i < pieces.size(); i++) {
                    places.put(pieces.get(i), i);
                }
            }
        }

        double same(Piece before, Piece after) {
            return (sameAt(before, after, -1) ? 0.08 : 0) + (sameAt(before, after, 1) ? 0.08 : 0);
        }

        private boolean sameAt(Piece before, Piece after, int step) {
            int i = Objects.requireNonNull(places.get(before)) + step;
            int j = Objects.requireNonNull(places.get(after)) + step;
            boolean edgeBefore = i < 0 || i >= side.before().size();
            boolean edgeAfter = j < 0 || j >= side.after().size();
            if (edgeBefore || edgeAfter) {
                return edgeBefore && edgeAfter;
            }
            Bond bond = side.before().get(i).bond();
            return bond != null && bond == side.after().get(j).bond();
        }
    }

    /** What was cut off a piece that was corrected, or joined to one. */
    private static void parts(Side side) {
        for (Piece piece : Side.free(side.after())) {
            for (Bond bond : bonds(side.after())) {
                if (!bond.isSame() && isPart(piece, bond.before(), bond.after())) {
                    bond.addAfter(piece, side.after());
                    break;
                }
            }
        }
        for (Piece piece : Side.free(side.before())) {
            for (Bond bond : bonds(side.before())) {
                if (!bond.isSame() && isPart(piece, bond.after(), bond.before())) {
                    bond.addBefore(piece, side.before());
                    break;
                }
            }
        }
    }

    private static Set<Bond> bonds(List<Piece> pieces) {
        var bonds = new java.util.LinkedHashSet<Bond>();
        for (Piece piece : pieces) {
            Bond bond = piece.bond();
            if (bond != null) {
                bonds.add(bond);
            }
        }
        return bonds;
    }

    /** Whether {@code whole} holds most of a piece, beside what it holds of the others. */
    private static boolean isPart(Piece piece, List<Piece> whole, List<Piece> others) {
        int[] left = joined(whole);
        for (Piece other : others) {
            left = Wording.without(left, other.pairs());
        }
        return Wording.shared(piece.pairs(), left) >= PART * piece.pairs().length;
    }

    private static int[] joined(List<Piece> pieces) {
        return pieces.stream().flatMapToInt(piece -> java.util.Arrays.stream(piece.pairs())).sorted().toArray();
    }

    private void alikeElsewhere() {
        List<Piece> gone = entries.stream().flatMap(side -> Side.free(side.before()).stream())
                .filter(Pairing::isLong).toList();
        List<Piece> come = entries.stream().flatMap(side -> Side.free(side.after()).stream()).filter(Pairing::isLong)
                .toList();
        if ((long) gone.size() * come.size() > MOST_PAIRS) {
            return;
        }
        var likenesses = new ArrayList<Likeness>();
        for (Piece before : gone) {
            for (Piece after : come) {
                double words = Wording.alike(before.pairs(), after.pairs());
                if (words >= ALIKE_ELSEWHERE) {
                    likenesses.add(new Likeness(before, after, words, likenesses.size()));
                }
            }
        }
        best(likenesses);
    }
}
