package guidang.cli;

/** How wide texts stand in a terminal: Chinese characters take two columns, combining marks none. */
final class Columns {
    private static final String CUT = "…";

    private Columns() {}

    /** Columns that a text takes. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** A text on one line, cut with {@code …} where it is wider than {@code most} columns. */
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        var cut = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length();) {
            int character = text.codePointAt(at);
            used += of(character);
            if (used > most - CUT.length()) {
                break;
            }
            cut.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return cut.append(CUT).toString();
    }

    /** The same with spaces behind it, up to {@code width} columns. */
    static String padded(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(Math.max(0, width - of(cut)));
    }

    private static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || type == Character.CONTROL) {
            return 0;
        }
        boolean fullWidth = (character >= 0xFF01 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6);
        boolean eastAsian = (character >= 0x1100 && character <= 0x115F) || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3) || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F) || (character >= 0x20000 && character <= 0x3FFFD);
        boolean picture = (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x2600 && character <= 0x27BF);
        return fullWidth || eastAsian || picture ? 2 : 1;
    }
}
