package guidang.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a folded text and finds its units: each CJK character alone, and each run of letters and digits with
 * the signs that belong to its name ({@code c++}, {@code 7-zip}, {@code .cn}, {@code node.js}).
 */
final class Terms {
    /** Longer runs are nobody's name; they are cut. */
    static final int LONGEST = 64;

    private final CharSequence text;
    private int start;
    private int end;
    private boolean cjk;

    Terms(CharSequence text) {
        this.text = text;
    }

    /** Goes to the next unit; false if there is none. */
    boolean next() {
        int at = end;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (isCjk(c)) {
                return unit(at, at + 1, true);
            }
            if (Character.isHighSurrogate(c) && at + 1 < length) {
                int point = Character.codePointAt(text, at);
                if (Character.isIdeographic(point)) {
                    return unit(at, at + 2, true);
                }
                at += Character.charCount(point);
                continue;
            }
            if (isWordChar(c)) {
                return unit(at, wordEnd(at), false);
            }
            if (c == '.' && at + 1 < length && Character.isLetter(text.charAt(at + 1))
                    && isWordChar(text.charAt(at + 1))
                    && (at == 0 || text.charAt(at - 1) != '.')) {
                return unit(at, wordEnd(at + 1), false);
            }
            at++;
        }
        end = length;
        return false;
    }

    /** Where the unit begins. */
    int start() {
        return start;
    }

    /** Where it ends, exclusive. */
    int end() {
        return end;
    }

    /** Whether it is a CJK character, not a word. */
    boolean cjk() {
        return cjk;
    }

    private boolean unit(int from, int to, boolean character) {
        start = from;
        end = to;
        cjk = character;
        return true;
    }

    private int wordEnd(int from) {
        int length = Math.min(text.length(), from + LONGEST);
        int at = from;
        while (at < length) {
            char c = text.charAt(at);
            if (isWordChar(c)) {
                at++;
            } else if (isJoiner(c) && at > from && at + 1 < length && isWordChar(text.charAt(at + 1))) {
                at += 2;
            } else {
                break;
            }
        }
        int signs = at;
        while (signs < length && signs - at < 2 && (text.charAt(signs) == '+' || text.charAt(signs) == '#')) {
            signs++;
        }
        boolean belongs = signs > at && (signs == text.length() || !isWordChar(text.charAt(signs)));
        return belongs ? signs : at;
    }

    /** Signs that stand inside a name. */
    private static boolean isJoiner(char c) {
        return c == '-' || c == '.' || c == '_' || c == '+' || c == '&' || c == '\'' || c == '@' || c == '#';
    }

    /** Letters and digits of scripts that put spaces between words. */
    static boolean isWordChar(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetterOrDigit(c) && !isCjk(c);
    }

    /** Han, kana, Hangul, Bopomofo and the marks that stand for a character. */
    static boolean isCjk(char c) {
        return c >= 0x2E80 && (between(c, 0x4E00, 0x9FFF) || (between(c, 0x3040, 0x30FF) && c != '・')
                || between(c, 0x3400, 0x4DBF) || between(c, 0xAC00, 0xD7A3) || between(c, 0xF900, 0xFAFF) || c == '々'
                || c == '〇' || between(c, 0x3105, 0x312F) || between(c, 0x31F0, 0x31FF) || between(c, 0x2E80, 0x2FDF));
    }

    private static boolean between(char c, int from, int to) {
        return c >= from && c <= to;
    }

    /** The parts of a word between its signs, and a number apart from its unit; the word alone if it has none. */
    static List<String> parts(String word) {
        var parts = new ArrayList<String>(4);
        int from = 0;
        for (int i = 0; i <= word.length(); i++) {
            boolean sign = i == word.length() || !isWordChar(word.charAt(i));
            boolean unit = !sign && from == 0 && i > 0 && Character.isDigit(word.charAt(i - 1))
                    && Character.isLetter(word.charAt(i)) && word.length() - i <= 3 && digits(word, i)
                    && letters(word, i);
            if (sign || unit) {
                if (i > from) {
                    parts.add(word.substring(from, i));
                }
                from = unit ? i : i + 1;
            }
        }
        return parts;
    }

    private static boolean digits(String word, int to) {
        return word.chars().limit(to).allMatch(Character::isDigit);
    }

    private static boolean letters(String word, int from) {
        return word.chars().skip(from).allMatch(Character::isLetter);
    }
}
