package guidang.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which words of a statement stayed, went and came. A word is a Chinese character, a run of letters or of digits of
 * other scripts, or a sign. What {@link Change} does not count as different (spaces, wide and narrow forms) is not shown
 * as different.
 */
public final class WordDiff {
    /** So many words may differ; beyond, everything between the same start and the same end is taken and put. */
    private static final int MOST_EDITS = 1_000;
    /** Words that stayed between two edits are shown as changed if they are no more than so many. */
    private static final int ISLAND = 1;

    private WordDiff() {}

    /** A part of one of the texts, not empty. */
    public record Run(Kind kind, String text) {
        /** What became of it. */
        public enum Kind {
            KEPT, TAKEN, PUT
        }
    }

    /** A word, the white space behind it, and what it is compared by. */
    private record Word(String text, String key) {}

    /**
     * The runs in the order of reading: what was taken stands before what was put in its place. The kept and the put
     * ones together are {@code after}; the taken and the kept ones {@code before}, but for spaces. At most one run of a
     * kind follows another of a different kind. Takes time in proportion to the length and to what differs, with a
     * bound.
     *
     * @see <a href="https://doi.org/10.1007/BF01840446">Myers, An O(ND) difference algorithm and its variations</a>
     */
    public static List<Run> of(String before, String after) {
        List<Word> a = words(before);
        List<Word> b = words(after);
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && same(a.get(start), b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && same(a.get(a.size() - 1 - end), b.get(b.size() - 1 - end))) {
            end++;
        }
        boolean[] takenInside = new boolean[a.size()];
        boolean[] putInside = new boolean[b.size()];
        Arrays.fill(takenInside, start, a.size() - end, true);
        Arrays.fill(putInside, start, b.size() - end, true);
        compare(a.subList(start, a.size() - end), b.subList(start, b.size() - end), start, takenInside, putInside);
        return runs(a, b, takenInside, putInside);
    }

    /**
     * The same with kept runs shortened: no more than {@code context} UTF-16 units of each stay beside an edit, the rest
     * is an ellipsis. Without any edit only the start is left.
     */
    public static List<Run> shortened(List<Run> runs, int context) {
        var shortened = new ArrayList<Run>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean first = i == 0;
            boolean last = i == runs.size() - 1;
            int room = (first && !last) || (last && !first) ? context : 2 * context;
            if (run.kind() != Run.Kind.KEPT || run.text().length() <= room + 1) {
                shortened.add(run);
                continue;
            }
            String text = run.text();
            String head = first && !last ? "" : text.substring(0, whole(text, context));
            String tail = last ? "" : text.substring(whole(text, text.length() - context));
            shortened.add(new Run(Run.Kind.KEPT, head + "…" + tail));
        }
        return List.copyOf(shortened);
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean same(Word a, Word b) {
        return a.key().equals(b.key());
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        int i = 0;
        while (i < text.length()) {
            int begin = i;
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean run = Character.isLetterOrDigit(c) && !Wording.isIdeographic(c);
            boolean digit = Character.isDigit(c);
            while (run && i < text.length()) {
                int next = text.codePointAt(i);
                if (!Character.isLetterOrDigit(next) || Wording.isIdeographic(next)
                        || Character.isDigit(next) != digit) {
                    break;
                }
                i += Character.charCount(next);
            }
            int end = i;
            while (i < text.length()
                    && (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)))) {
                i++;
            }
            words.add(new Word(text.substring(begin, i), Wording.of(text.substring(begin, end))));
        }
        return words;
    }

    /** Marks as kept what a shortest way from {@code a} to {@code b} keeps, if there is one of bounded length. */
    private static void compare(List<Word> a, List<Word> b, int offset, boolean[] taken, boolean[] put) {
        int n = a.size();
        int m = b.size();
        if (n == 0 || m == 0) {
            return;
        }
        int most = Math.min(n + m, MOST_EDITS);
        var trace = new ArrayList<int[]>();
        int[] reach = new int[2 * most + 3];
        int middle = most + 1;
        for (int d = 0; d <= most; d++) {
            trace.add(Arrays.copyOfRange(reach, middle - d - 1, middle + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
                int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < n && x - k < m && same(a.get(x), b.get(x - k))) {
                    x++;
                }
                reach[middle + k] = x;
                if (x >= n && x - k >= m) {
                    keep(trace, n, m, offset, taken, put);
                    return;
                }
            }
        }
    }

    private static void keep(List<int[]> trace, int n, int m, int offset, boolean[] taken, boolean[] put) {
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d >= 0; d--) {
            int[] reach = Objects.requireNonNull(trace.get(d));
            int middle = d + 1;
            int k = x - y;
            boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
            int fromK = down ? k + 1 : k - 1;
            int fromX = d == 0 ? 0 : reach[middle + fromK];
            int fromY = d == 0 ? 0 : fromX - fromK;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                taken[offset + x] = false;
                put[offset + y] = false;
            }
            x = fromX;
            y = fromY;
        }
    }

    private static List<Run> runs(List<Word> a, List<Word> b, boolean[] taken, boolean[] put) {
        var runs = new ArrayList<Run>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            var out = new StringBuilder();
            var in = new StringBuilder();
            boolean more = true;
            while (more) {
                while (i < a.size() && taken[i]) {
                    out.append(a.get(i++).text());
                }
                while (j < b.size() && put[j]) {
                    in.append(b.get(j++).text());
                }
                int island = island(taken, put, i, j);
                more = island > 0 && !out.isEmpty() && !in.isEmpty();
                for (int n = 0; more && n < island; n++) {
                    out.append(a.get(i++).text());
                    in.append(b.get(j++).text());
                }
            }
            add(runs, Run.Kind.TAKEN, out);
            add(runs, Run.Kind.PUT, in);
            var kept = new StringBuilder();
            while (i < a.size() && j < b.size() && !taken[i] && !put[j]) {
                kept.append(b.get(j++).text());
                i++;
            }
            add(runs, Run.Kind.KEPT, kept);
        }
        return List.copyOf(runs);
    }

    /** How many words stayed from here to an edit of both texts, if they are too few to be read as kept; else 0. */
    private static int island(boolean[] taken, boolean[] put, int i, int j) {
        int n = 0;
        while (n <= ISLAND && i + n < taken.length && j + n < put.length && !taken[i + n] && !put[j + n]) {
            n++;
        }
        boolean edit = n > 0 && n <= ISLAND && i + n < taken.length && j + n < put.length && taken[i + n]
                && put[j + n];
        return edit ? n : 0;
    }

    private static void add(List<Run> runs, Run.Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            runs.add(new Run(kind, text.toString()));
        }
    }
}
