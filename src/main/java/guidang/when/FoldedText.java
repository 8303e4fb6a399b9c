package guidang.when;

/**
 * A text whose every UTF-16 unit is folded to one: width, case, the Traditional characters that dates are made of,
 * dashes and spaces. Offsets are therefore those of the text as written. Outside the text stands {@link #NONE}.
 */
final class FoldedText {
    static final char NONE = '\0';

    private static final String TRADITIONAL = "號後當從約開間個點時週農陰曆歷華國紀這過於該幾數級齡氣語內為節線層價來續臺預簽條連學兩頃圓碼樓萬億還"
            + "沒舊鐘兒違誓賽門報課費薪漢歲餘終實際總滿監";
    private static final String SIMPLIFIED = "号后当从约开间个点时周农阴历历华国纪这过于该几数级龄气语内为节线层价来续台预签条连学两顷圆码楼万亿还"
            + "没旧钟儿违誓赛门报课费薪汉岁余终实际总满监";
    private static final int MOST_SPACES = 4;
    private static final char[] FOLDS = folds();

    private final String written;
    private final char[] folded;

    FoldedText(String written) {
        this.written = written;
        this.folded = written.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDS[folded[i]];
        }
    }

    int length() {
        return folded.length;
    }

    char at(int i) {
        return i >= 0 && i < folded.length ? folded[i] : NONE;
    }

    String written(int start, int end) {
        return written.substring(start, end);
    }

    boolean isCapital(int i) {
        return Character.isUpperCase(written.charAt(i));
    }

    /** Whether {@code word} (folded) begins at {@code i}. */
    boolean is(int i, String word) {
        if (i < 0 || i + word.length() > folded.length) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (folded[i + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code word} (folded) ends before {@code end}. */
    boolean isBefore(int end, String word) {
        return is(end - word.length(), word);
    }

    /** The first of some words that begins at {@code i}, or an empty one. */
    String anyOf(int i, String... words) {
        for (String word : words) {
            if (is(i, word)) {
                return word;
            }
        }
        return "";
    }

    /** Whether one of the characters of {@code set} stands at {@code i}. */
    boolean isIn(int i, String set) {
        char c = at(i);
        return c != NONE && set.indexOf(c) >= 0;
    }

    /** Where the few spaces that may stand at {@code i} end. */
    int spaces(int i) {
        int end = i;
        while (end - i < MOST_SPACES && at(end) == ' ') {
            end++;
        }
        return end;
    }

    /** Where the few spaces that may stand before {@code i} begin. */
    int spacesBefore(int i) {
        int start = i;
        while (i - start < MOST_SPACES && at(start - 1) == ' ') {
            start--;
        }
        return start;
    }

    boolean isDigit(int i) {
        return isDigit(at(i));
    }

    boolean isLetter(int i) {
        char c = at(i);
        return c >= 'a' && c <= 'z';
    }

    boolean isHan(int i) {
        char c = at(i);
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF') || c == '〇';
    }

    /** Whether no word goes on at {@code i}: the end, a space or a mark. */
    boolean isBreak(int i) {
        return !isHan(i) && !isLetter(i) && !isDigit(i) && !Character.isLetter(at(i))
                && !Character.isSurrogate(at(i));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char[] folds() {
        char[] folds = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < folds.length; c++) {
            folds[c] = fold((char) c);
        }
        for (int k = 0; k < TRADITIONAL.length(); k++) {
            folds[TRADITIONAL.charAt(k)] = SIMPLIFIED.charAt(k);
        }
        return folds;
    }

    private static char fold(char c) {
        if (c >= '！' && c <= '～') {
            return fold((char) (c - '！' + '!'));
        }
        if (c >= 'A' && c <= 'Z') {
            return (char) (c - 'A' + 'a');
        }
        return switch (c) {
            case '\t', '\u00A0', '\u3000', '\u200B', '\uFEFF', '\u202F' -> ' ';
            case '\u2010', '\u2011', '\u2212', '\uFE63' -> '-';
            case '\u2013', '\u2014', '\u2015', '\u2500' -> '–';
            case '\u301C', '\u223C', '\u02DC', '\u2053' -> '~';
            case '○', '◯', 'Ο' -> '〇';
            case '曰' -> '日';
            default -> c >= '\u2000' && c <= '\u200A' ? ' ' : c;
        };
    }
}
