package guidang.reading;

import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a text begin, and what of it stands in quotation marks or titles. */
final class Sentences {
    private static final String OPENING = "「『《〈“‘（(【[〔";
    private static final String CLOSING = "」』》〉”’）)】]〕";
    private static final String QUOTING = "「『《〈“‘";
    private static final String END = "。！？!?；";
    /** A bracket that is not closed within so many characters is taken for a stray one. */
    private static final int LONGEST_BRACKET = 400;

    private Sentences() {}

    /** The starts of the sentences, 0 first; none inside brackets or quotations. */
    static List<Integer> starts(String text) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = OPENING.indexOf(c) >= 0 ? close(text, i) : -1;
            if (close > 0) {
                i = close + 1;
                continue;
            }
            i++;
            if (END.indexOf(c) >= 0) {
                while (i < text.length() && (CLOSING.indexOf(text.charAt(i)) >= 0 || END.indexOf(text.charAt(i)) >= 0
                        || text.charAt(i) == ' ')) {
                    i++;
                }
                if (i < text.length()) {
                    starts.add(i);
                }
            }
        }
        return starts;
    }

    /** Whether a position stands inside quotation marks or the marks of a title. */
    static boolean quoted(String text, int position) {
        int i = 0;
        while (i < position) {
            int close = QUOTING.indexOf(text.charAt(i)) >= 0 ? close(text, i) : -1;
            if (close > position) {
                return true;
            }
            i = close > 0 ? close + 1 : i + 1;
        }
        return false;
    }

    /** Where the bracket at a position closes, or -1. */
    private static int close(String text, int open) {
        char opening = text.charAt(open);
        char closing = CLOSING.charAt(OPENING.indexOf(opening));
        int depth = 0;
        int limit = Math.min(text.length(), open + LONGEST_BRACKET);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            depth += c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
