package guidang.index;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The terms of a text, for comparing texts as the index does: script, width and case folded.
 *
 * @param characters every CJK character, in order of first occurrence
 * @param pairs every two of them that stand side by side
 * @param words runs of other letters and digits with the signs of their names ({@code 7-zip}, {@code v2ex.com},
 *        {@code notepad++}), and the parts between these
 */
public record FoldedTerms(Set<String> characters, Set<String> pairs, Set<String> words) {
    /** The terms of a text; at most {@code limit} of each kind. */
    public static FoldedTerms of(String text, int limit) {
        String folded = Folding.fold(text);
        var characters = new LinkedHashSet<String>();
        var pairs = new LinkedHashSet<String>();
        var words = new LinkedHashSet<String>();
        var terms = new Terms(folded);
        int previous = -1;
        int previousEnd = -1;
        while (terms.next()) {
            String term = folded.substring(terms.start(), terms.end());
            if (terms.cjk()) {
                add(characters, term, limit);
                if (previousEnd == terms.start()) {
                    add(pairs, folded.substring(previous, terms.end()), limit);
                }
                previous = terms.start();
                previousEnd = terms.end();
            } else {
                add(words, term, limit);
                Terms.parts(term).forEach(part -> add(words, part, limit));
            }
        }
        return new FoldedTerms(characters, pairs, words);
    }

    /** The text folded, of the same length, so that offsets stay right. */
    public static String fold(String text) {
        return Folding.fold(text);
    }

    /** The form under which names and tags are compared: folded, without spaces, quotes and middle dots. */
    public static String key(String name) {
        return Folding.key(name);
    }

    /** Whether a character stands for itself, without spaces between words: Han, kana, Hangul. */
    public static boolean isCjk(char c) {
        return Terms.isCjk(c);
    }

    private static void add(Set<String> terms, String term, int limit) {
        if (terms.size() < limit) {
            terms.add(term);
        }
    }
}
