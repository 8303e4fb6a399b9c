package guidang.change;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a text, without what only makes them look different: white space that parts no words, wide and narrow
 * forms of a character, kinds of quotation marks and dashes, characters that are not seen, how a character is spoken.
 */
final class Wording {
    /** As much of a text is compared where two are not the same, in UTF-16 units. */
    private static final int LONGEST = 4_000;
    private static final String DOUBLE_QUOTES = "“”„‟〝〞〟「」『』«»";
    private static final String SINGLE_QUOTES = "‘’‚‛`´";
    private static final String DASHES = "‐‑‒–—―−⸺─━";

    /** How a character is spoken, as ruby is read: {@code 字(zì)}. */
    private static final Pattern SPOKEN = Pattern.compile("(?<=\\p{IsHan})\\((?:(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?+"
            + "[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng|n|r)?[1-5]?\\s?){1,6}|[\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}ˊˇˋ˙\\s]{1,20})\\)");

    private Wording() {}

    /** Equal for two texts that say the same in the same words. */
    static String of(String text) {
        String folded = SPOKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        var words = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (!isUnseen(c)) {
                char plain = plain(c);
                int end = words.length();
                if (gap && end > 0 && isOfWord(words.charAt(end - 1)) && isOfWord(plain)) {
                    words.append(' ');
                }
                gap = false;
                if (plain != '-' || words.isEmpty() || words.charAt(words.length() - 1) != '-') {
                    words.append(plain);
                }
            }
        }
        return words.toString();
    }

    /** As {@link #of}, of letters and digits alone: equal for texts that were cut apart at other places, too. */
    static String letters(String wording) {
        var letters = new StringBuilder(wording.length());
        wording.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isUnseen(char c) {
        return (Character.getType(c) == Character.FORMAT || Character.isISOControl(c))
                || (c >= '\uFE00' && c <= '\uFE0F');
    }

    private static char plain(char c) {
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        if (SINGLE_QUOTES.indexOf(c) >= 0) {
            return '\'';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        return switch (c) {
            case '。' -> '.';
            case '〜' -> '~';
            case '•', '・', '‧' -> '·';
            default -> c;
        };
    }

    /** Whether white space beside it parts words: of scripts that write it. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) && !isIdeographic(c);
    }

    /** Whether each of such characters is a word, or nearly. */
    static boolean isIdeographic(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL -> true;
            default -> false;
        };
    }

    /** The words of a wording in order: of Chinese each character, of other scripts each word or number. */
    static List<String> words(String wording) {
        var words = new ArrayList<String>();
        int i = 0;
        int length = Math.min(wording.length(), LONGEST);
        while (i < length) {
            int c = wording.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                boolean digit = Character.isDigit(c);
                while (!isIdeographic(c) && end < wording.length()) {
                    int next = wording.codePointAt(end);
                    if (!Character.isLetterOrDigit(next) || isIdeographic(next) || Character.isDigit(next) != digit) {
                        break;
                    }
                    end += Character.charCount(next);
                }
                words.add(wording.substring(i, end));
            }
            i = end;
        }
        return words;
    }

    /** Numbers that stand for pairs of neighbouring words, sorted, with repeats: what two texts are compared by. */
    static int[] pairs(String wording) {
        List<String> words = words(wording);
        var pairs = new int[words.size() + 1];
        int before = 0;
        for (int i = 0; i < words.size(); i++) {
            int word = words.get(i).hashCode();
            pairs[i] = before * 31 + word;
            before = word * 0x9E3779B1;
        }
        pairs[words.size()] = before * 31;
        Arrays.sort(pairs);
        return pairs;
    }

    /** How many pairs two texts share. */
    static int shared(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        int shared = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** The pairs of {@code a} that {@code b} lacks. */
    static int[] without(int[] a, int[] b) {
        var left = new int[a.length];
        int n = 0;
        int j = 0;
        for (int pair : a) {
            while (j < b.length && b[j] < pair) {
                j++;
            }
            if (j < b.length && b[j] == pair) {
                j++;
            } else {
                left[n++] = pair;
            }
        }
        return Arrays.copyOf(left, n);
    }

    /** How alike two texts are, 0 to 1 (Dice); a text that the other one holds nearly whole is rather alike. */
    static double alike(int[] a, int[] b) {
        int shared = shared(a, b);
        int shorter = Math.min(a.length, b.length);
        double dice = 2.0 * shared / (a.length + b.length);
        return shorter < 12 ? dice : Math.max(dice, 0.8 * shared / shorter);
    }
}
