package guidang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits Chinese and English text into sentences. */
final class Sentences {
    /** Longer sentences are cut at a comma or space. */
    static final int LONGEST = 240;

    private static final String ENDS = "。！？!?…；;";
    private static final String OPENING = "「『“《〈（(【[﹁﹃";
    private static final String CLOSING = "」』”》〉）)】]﹂﹄";
    private static final String TRAILING = CLOSING + "\"'’";
    /** A bracket that is still open after this many characters is taken for a slip of the pen. */
    private static final int LONGEST_BRACKET = 160;
    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "inc", "ltd", "co",
            "corp", "no", "vs", "etc", "e.g", "i.e", "u.s", "u.k", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "vol", "ver", "p", "pp", "a.m", "p.m");

    private Sentences() {}

    /** Where a sentence stands: from {@code start} up to, not including, {@code end}, without outer spaces. */
    record Span(int start, int end) {}

    /**
     * The sentences of a text, in order, not overlapping, none blank. A line break ends a sentence. A sentence keeps
     * the marks and brackets that close it; inside quotation marks and brackets nothing is split.
     */
    static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        int start = 0;
        int depth = 0;
        int opened = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isPlain(c)) {
                at++;
                continue;
            }
            if (c == '\n') {
                add(spans, text, start, at);
                start = at + 1;
                depth = 0;
            } else if (OPENING.indexOf(c) >= 0) {
                if (depth == 0) {
                    opened = at;
                }
                depth++;
            } else if (CLOSING.indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
                if (depth == 0 && at > 0 && closesSentence(text, at)) {
                    at = endOfMarks(text, at + 1);
                    add(spans, text, start, at);
                    start = at;
                    continue;
                }
            } else if (ends(text, at) && (depth == 0 || at - opened > LONGEST_BRACKET)) {
                depth = 0;
                at = endOfMarks(text, at + 1);
                add(spans, text, start, at);
                start = at;
                continue;
            }
            at++;
        }
        add(spans, text, start, text.length());
        return spans;
    }

    /** Whether the sentence ends at a closing quotation mark: 他说：“……。” and something new follows. */
    private static boolean closesSentence(String text, int at) {
        char c = text.charAt(at);
        boolean quotation = c == '」' || c == '』' || c == '”';
        if (!quotation || "。！？!?…".indexOf(text.charAt(at - 1)) < 0 || at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return (Character.isWhitespace(next) && next != '\n') || OPENING.indexOf(next) >= 0;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (ENDS.indexOf(c) >= 0) {
            boolean inside = at > 0 && isAscii(text.charAt(at - 1)) && at + 1 < text.length()
                    && isAscii(text.charAt(at + 1)) && !Character.isWhitespace(text.charAt(at + 1))
                    && ENDS.indexOf(text.charAt(at + 1)) < 0 && TRAILING.indexOf(text.charAt(at + 1)) < 0;
            return !isAscii(c) || !inside;
        }
        if (c != '.' && c != '．') {
            return false;
        }
        int next = at + 1;
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))
                && TRAILING.indexOf(text.charAt(next)) < 0) {
            return false;
        }
        int word = at;
        while (word > 0 && at - word < 8 && isAscii(text.charAt(word - 1))
                && !Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        String before = text.substring(word, at).toLowerCase(Locale.ROOT);
        boolean initial = before.length() == 1 && Character.isLetter(before.charAt(0));
        boolean numbering = !before.isEmpty() && before.length() <= 2
                && before.chars().allMatch(Character::isDigit) && (word == 0 || text.charAt(word - 1) == '\n');
        return !initial && !numbering && !ABBREVIATIONS.contains(before);
    }

    private static int endOfMarks(String text, int from) {
        int at = from;
        while (at < text.length() && (ENDS.indexOf(text.charAt(at)) >= 0 || TRAILING.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Most characters of a text: they never end a sentence, nor open or close brackets. */
    private static boolean isPlain(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAscii(char c) {
        return c < 0x80;
    }

    private static void add(List<Span> spans, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        while (end - start > LONGEST) {
            int cut = clauseEnd(text, start + LONGEST / 2, start + LONGEST);
            spans.add(new Span(start, cut));
            start = cut;
            while (start < end && isSpace(text.charAt(start))) {
                start++;
            }
        }
        if (start < end) {
            spans.add(new Span(start, end));
        }
    }

    /** After the last comma or space between two places; the second place itself if there is none. */
    private static int clauseEnd(String text, int from, int to) {
        for (int at = to; at > from; at--) {
            if ("，、；,;：:| ".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) && Character.isHighSurrogate(text.charAt(to - 1))
                ? to - 1
                : to;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
    }
}
