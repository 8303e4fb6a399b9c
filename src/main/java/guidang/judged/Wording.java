package guidang.judged;

import java.text.Normalizer;
import java.util.Locale;

/** Texts in the forms in which they are sent and compared. */
final class Wording {
    private Wording() {}

    /** Without white space, full width as half width, in lower case. */
    static String squeezed(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var squeezed = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !isSpace(c)).forEach(squeezed::appendCodePoint);
        return squeezed.toString().toLowerCase(Locale.ROOT);
    }

    /** With a single space wherever there is white space, and none at the ends. */
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !line.isEmpty()) {
                line.append(' ');
            }
            gap = false;
            line.append(c);
        }
        return line.toString();
    }

    /** At most so many characters from the beginning; a pair of surrogates is one. */
    static String beginning(String text, int characters) {
        int length = text.codePointCount(0, text.length());
        return length <= characters ? text : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** What Unicode calls white space. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
