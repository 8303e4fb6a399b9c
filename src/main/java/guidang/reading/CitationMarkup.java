package guidang.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown link that Markdown does not see, because its address holds a space or its words no opening bracket:
 * {@code [words](https://… …)}, left in the text as it was written.
 *
 * @param start of the opening bracket, or of the words if there is none
 * @param end behind the closing parenthesis
 * @param address as written
 */
record CitationMarkup(int start, int end, String address) {
    private static final String MIDDLE = "](";
    private static final int LONGEST_WORDS = 400;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST = 50;

    /** The broken links of a text, in order; at most 50. */
    static List<CitationMarkup> in(String text) {
        var found = new ArrayList<CitationMarkup>();
        int from = 0;
        int middle = text.indexOf(MIDDLE);
        while (middle >= 0 && found.size() < MOST) {
            int address = middle + MIDDLE.length();
            int close = text.regionMatches(true, address, "http", 0, 4) ? closeOf(text, address) : -1;
            if (close > 0) {
                found.add(new CitationMarkup(startOf(text, from, middle), close + 1, text.substring(address, close)));
                from = close + 1;
            }
            middle = text.indexOf(MIDDLE, Math.max(address, from));
        }
        return found;
    }

    private static int closeOf(String text, int from) {
        int depth = 0;
        int farthest = Math.min(text.length(), from + LONGEST_ADDRESS);
        for (int i = from; i < farthest; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int startOf(String text, int from, int middle) {
        int depth = 0;
        int nearest = Math.max(from, middle - LONGEST_WORDS);
        for (int i = middle - 1; i >= nearest; i--) {
            char c = text.charAt(i);
            if (c == ']') {
                depth++;
            } else if (c == '[' && depth-- == 0) {
                return i;
            }
        }
        return nearest;
    }

    /** The words of a link: without what is left of its markup. */
    static String shown(String words) {
        int middle = words.lastIndexOf(MIDDLE);
        if (middle <= 0 || !words.endsWith(")")) {
            return words;
        }
        String inside = words.substring(0, middle).strip();
        return inside.startsWith("[") ? inside.substring(1).strip() : inside;
    }
}
