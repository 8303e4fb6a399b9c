package guidang.index;

import java.util.LinkedHashSet;
import java.util.Set;

import com.ibm.icu.text.Transliterator;

/**
 * The terms of a text, for comparing texts as the index does: Traditional folded to Simplified, full width to half,
 * capitals to small letters.
 *
 * @param characters every Han, Kana or Hangul character, in order of first occurrence
 * @param pairs every two of them that stand side by side
 * @param words runs of other letters and digits, with the joints inside them ({@code 7-zip}, {@code v2ex.com},
 *        {@code notepad++})
 */
public record FoldedTerms(Set<String> characters, Set<String> pairs, Set<String> words) {
    private static final char[] FOLDED = table();

    /** The terms of a text, folded; at most {@code limit} of each kind. */
    public static FoldedTerms of(String text, int limit) {
        String folded = fold(text);
        var characters = new LinkedHashSet<String>();
        var pairs = new LinkedHashSet<String>();
        var words = new LinkedHashSet<String>();
        int previous = -1;
        int at = 0;
        while (at < folded.length()) {
            int point = folded.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isIdeograph(point)) {
                add(characters, folded.substring(at, next), limit);
                if (previous >= 0) {
                    add(pairs, folded.substring(previous, next), limit);
                }
                previous = at;
            } else {
                previous = -1;
                if (Character.isLetterOrDigit(point)) {
                    next = endOfWord(folded, next);
                    add(words, folded.substring(at, next), limit);
                }
            }
            at = next;
        }
        return new FoldedTerms(characters, pairs, words);
    }

    /** The text folded, of the same length, so that offsets stay right. */
    public static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = FOLDED[chars[i]];
        }
        return new String(chars);
    }

    /** Whether a character is written without spaces between words: Han, Kana, Hangul. */
    public static boolean isIdeograph(int point) {
        if (point < 0x1100) {
            return false;
        }
        return Character.isIdeographic(point) || switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetter(point);
            default -> false;
        };
    }

    private static void add(Set<String> terms, String term, int limit) {
        if (terms.size() < limit) {
            terms.add(term);
        }
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.isLetterOrDigit(point) && !isIdeograph(point)) {
                at += Character.charCount(point);
            } else if ("-_.'&".indexOf(point) >= 0 && at + 1 < text.length() && isLatin(text.codePointAt(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        while (at < text.length() && at - from < 64 && (text.charAt(at) == '+' || text.charAt(at) == '#')) {
            at++;
        }
        return at;
    }

    private static boolean isLatin(int point) {
        return Character.isLetterOrDigit(point) && !isIdeograph(point);
    }

    private static char[] table() {
        var simplified = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            if (c >= '\uFF01' && c <= '\uFF5E') {
                c = (char) (c - 0xFEE0);
            } else if (c == '\u3000') {
                c = ' ';
            } else if (c >= '\u4E00' && c <= '\u9FFF') {
                String folded = simplified.transliterate(String.valueOf(c));
                c = folded.length() == 1 ? folded.charAt(0) : c;
            }
            table[i] = Character.isSurrogate(c) ? c : (char) Character.toLowerCase((int) c);
        }
        return table;
    }
}
