package guidang.message;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Makes text that others wrote harmless: one line, no control characters, and no direction marks that reach beyond it.
 */
final class PlainText {
    static final String ELLIPSIS = "…";
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final int MAX_COMBINING_RUN = 6;

    private PlainText() {}

    /**
     * On one line: every run of white space, line breaks included, is one space. Control, format and unpaired
     * surrogate characters are gone, but for those that emoji and Indic scripts need. Isolates stay only where they
     * are closed.
     */
    static String clean(String raw) {
        var out = new StringBuilder(raw.length());
        int depth = 0;
        boolean balanced = true;
        int combining = 0;
        int i = 0;
        while (i < raw.length()) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                combining = 0;
            } else if (c >= 0x2066 && c <= 0x2068) {
                depth++;
                out.append(FIRST_STRONG_ISOLATE);
            } else if (c == POP_ISOLATE) {
                depth--;
                balanced &= depth >= 0;
                out.append(POP_ISOLATE);
            } else if (c <= 0xFFFF && Character.isSurrogate((char) c)) {
                out.append('\uFFFD');
                combining = 0;
            } else if (isShown(c)) {
                combining = isMark(c) ? combining + 1 : 0;
                if (combining <= MAX_COMBINING_RUN) {
                    out.appendCodePoint(c);
                }
            }
        }
        if (balanced && depth == 0) {
            return out.toString();
        }
        return out.toString().replace("\u2068", "").replace("\u2069", "");
    }

    /** Cleaned, without white space at its ends, and kept from turning the text around it where it runs right to left. */
    static String isolated(String raw) {
        String clean = clean(raw).strip();
        boolean turns = clean.codePoints().anyMatch(PlainText::isRightToLeft);
        return turns && clean.indexOf(FIRST_STRONG_ISOLATE) != 0
                ? FIRST_STRONG_ISOLATE + clean + POP_ISOLATE
                : clean;
    }

    /**
     * Cleaned and cut to at most {@code max} UTF-16 units, the ellipsis that marks a cut included: after a sentence if
     * one ends in the second half, else between words, else between two characters as a person sees them.
     */
    static String cut(String raw, int max) {
        String clean = clean(raw).strip();
        if (clean.length() <= max) {
            return clean;
        }
        int room = max - ELLIPSIS.length();
        if (room <= 0) {
            return max <= 0 ? "" : ELLIPSIS;
        }
        return clean.substring(0, cutAt(clean, room)).stripTrailing() + ELLIPSIS;
    }

    /**
     * Where to cut a cleaned text that is longer than {@code room}: at most {@code room}; 0 only if not even the first
     * code point fits.
     */
    static int cutAt(String clean, int room) {
        for (int at = room; at > room / 2; at--) {
            if (endsSentence(clean, at)) {
                return at;
            }
        }
        for (int at = room; at > room * 2 / 3; at--) {
            char before = clean.charAt(at - 1);
            if (before == ' ' || before == '，' || before == '、' || before == '；') {
                return at;
            }
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        String head = clean.substring(0, Math.min(clean.length(), room + 64));
        characters.setText(head);
        int at = characters.isBoundary(room) ? room : characters.preceding(room);
        if (at > 0) {
            return at;
        }
        return Character.isSurrogatePair(clean.charAt(room - 1), clean.charAt(room)) ? room - 1 : room;
    }

    private static boolean endsSentence(String text, int at) {
        if (at < text.length() && "。！？!?；;”』」）)".indexOf(text.charAt(at)) >= 0) {
            return false;
        }
        int last = at - 1;
        while (last > 0 && "”』」）)".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        char end = text.charAt(last);
        return "。！？".indexOf(end) >= 0
                || (".!?".indexOf(end) >= 0 && (at == text.length() || text.charAt(at) == ' '));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.PRIVATE_USE -> false;
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    private static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                true;
            default -> false;
        };
    }
}
