package guidang.reading;

import java.util.BitSet;

/** Where the sentences of a text begin, and what of it stands in quotation marks or titles. */
final class Sentences {
    private static final String OPENING = "「『《〈“‘（(【[〔";
    private static final String CLOSING = "」』》〉”’）)】]〕";
    private static final String QUOTING = "「『《〈“‘";
    private static final String END = "。！？!?；";
    /** A bracket that is not closed within so many characters is taken for a stray one. */
    private static final int LONGEST_BRACKET = 400;

    private final BitSet starts = new BitSet();
    private final BitSet quoted = new BitSet();

    private Sentences() {}

    static Sentences of(String text) {
        var sentences = new Sentences();
        sentences.starts.set(0);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = OPENING.indexOf(c) >= 0 ? close(text, i) : -1;
            if (close > 0) {
                if (QUOTING.indexOf(c) >= 0) {
                    sentences.quoted.set(i + 1, close);
                } else {
                    sentences.quotedInside(text, i + 1, close);
                }
                i = close + 1;
            } else {
                i = END.indexOf(c) >= 0 ? sentences.ended(text, i + 1) : i + 1;
            }
        }
        return sentences;
    }

    /** The start of the sentence that a position stands in. */
    int startBefore(int position) {
        return starts.previousSetBit(position);
    }

    /** Whether a position stands inside quotation marks or the marks of a title. */
    boolean isQuoted(int position) {
        return quoted.get(position);
    }

    private int ended(String text, int from) {
        int i = from;
        while (i < text.length()
                && (CLOSING.indexOf(text.charAt(i)) >= 0 || END.indexOf(text.charAt(i)) >= 0
                        || text.charAt(i) == ' ')) {
            i++;
        }
        if (i < text.length()) {
            starts.set(i);
        }
        return i;
    }

    private void quotedInside(String text, int from, int to) {
        int i = from;
        while (i < to) {
            int close = QUOTING.indexOf(text.charAt(i)) >= 0 ? close(text, i) : -1;
            if (close > 0) {
                quoted.set(i + 1, Math.min(close, to));
            }
            i = close > 0 ? close + 1 : i + 1;
        }
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
