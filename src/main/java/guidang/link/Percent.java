package guidang.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Percent-encoding, undone for comparing. */
final class Percent {
    /** What means something where it stands bare, and is another thing than its encoded form. */
    private static final String RESERVED = "%/?#&=+";

    private Percent() {}

    /**
     * Decodes UTF-8 and composes it (NFC). Reserved characters, control characters and bytes that are not UTF-8 stay
     * encoded, in upper case; a percent sign that encodes nothing becomes {@code %25}. Decoding twice changes nothing.
     */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return compose(text);
        }
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '%') {
                out.append(c);
                at++;
            } else if (byteAt(text, at) < 0) {
                out.append("%25");
                at++;
            } else {
                at = decodeCharacter(text, at, out);
            }
        }
        return compose(out.toString());
    }

    /** Decodes a whole address that stands encoded inside another one: everything, once. */
    static String decodeAll(String text) {
        return decode(text).replace("%3F", "?").replace("%23", "#").replace("%26", "&").replace("%3D", "=")
                .replace("%2B", "+").replace("%2F", "/").replace("%25", "%");
    }

    private static int decodeCharacter(String text, int at, StringBuilder out) {
        int first = byteAt(text, at);
        int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
        var bytes = new byte[4];
        int read = 0;
        while (read < length && byteAt(text, at + 3 * read) >= 0) {
            bytes[read] = (byte) byteAt(text, at + 3 * read);
            read++;
        }
        if (length > 0 && read == length && append(bytes, length, out)) {
            return at + 3 * length;
        }
        out.append(text.substring(at, at + 3).toUpperCase(Locale.ROOT));
        return at + 3;
    }

    private static boolean append(byte[] bytes, int length, StringBuilder out) {
        if (length == 1 && (bytes[0] <= 0x20 || bytes[0] == 0x7F || RESERVED.indexOf(bytes[0]) >= 0)) {
            return false;
        }
        try {
            out.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /** The byte that an escape stands for; -1 if there is none. */
    private static int byteAt(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
