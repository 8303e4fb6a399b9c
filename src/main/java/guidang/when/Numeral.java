package guidang.when;

import org.jspecify.annotations.Nullable;

/**
 * A whole number as it stands in a text.
 *
 * @param value at most eight digits
 * @param end where it ends
 * @param digits how many digits or characters it is written with
 * @param chinese whether it is written with Chinese numerals
 */
record Numeral(int value, int end, int digits, boolean chinese) {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final int LONGEST = 8;

    /** Whether it may be a month or a day. */
    boolean isShort() {
        return chinese ? value < 100 : digits <= 2;
    }

    /** Whether it has the length of a year. */
    boolean isYear() {
        return digits == 4 && value >= Point.FIRST_YEAR && value <= Point.LAST_YEAR;
    }

    /** Whether a number may begin or go on with the character. */
    static boolean isNumeral(char c) {
        return FoldedText.isDigit(c) || isChinese(c);
    }

    /** The number that begins at {@code i}; null if there is none, or it goes on for more than eight characters. */
    static @Nullable Numeral at(FoldedText text, int i) {
        return text.isDigit(i) ? arabic(text, i) : isChinese(text.at(i)) ? chinese(text, i) : null;
    }

    private static @Nullable Numeral arabic(FoldedText text, int i) {
        int value = 0;
        int end = i;
        while (text.isDigit(end)) {
            if (end - i == LONGEST) {
                return null;
            }
            value = value * 10 + text.at(end++) - '0';
        }
        return new Numeral(value, end, end - i, false);
    }

    private static @Nullable Numeral chinese(FoldedText text, int i) {
        int end = i;
        boolean positional = false;
        while (isChinese(text.at(end)) || (end > i && (text.at(end) == '0' || text.at(end) == 'o'))) {
            if (end - i == LONGEST) {
                return null;
            }
            positional |= "十百廿卅".indexOf(text.at(end++)) >= 0;
        }
        int value = positional ? positional(text, i, end) : digits(text, i, end);
        return value < 0 ? null : new Numeral(value, end, end - i, true);
    }

    private static int digits(FoldedText text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + digit(text.at(i));
        }
        return value;
    }

    /** Below 1000; −1 if the characters make no number. */
    private static int positional(FoldedText text, int start, int end) {
        int total = 0;
        int digit = -1;
        int limit = 1000;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            int unit = c == '百' ? 100 : "十廿卅".indexOf(c) >= 0 ? 10 : 1;
            if (unit == 1) {
                if (digit > 0) {
                    return -1;
                }
                digit = digit(c);
                continue;
            }
            if (unit >= limit || (c != '十' && unit == 10 && digit >= 0)) {
                return -1;
            }
            limit = unit;
            total += unit * (c == '廿' ? 2 : c == '卅' ? 3 : digit > 0 ? digit : 1);
            digit = -1;
        }
        return total + Math.max(digit, 0);
    }

    private static int digit(char c) {
        return c == '零' || c == '0' || c == 'o' ? 0 : CHINESE.indexOf(c);
    }

    private static boolean isChinese(char c) {
        return c > 'z' && (CHINESE.indexOf(c) >= 0 || "零十百廿卅".indexOf(c) >= 0);
    }
}
