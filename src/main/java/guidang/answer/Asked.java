package guidang.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import guidang.index.FoldedTerms;
import guidang.index.Thesaurus;
import guidang.query.Query;
import guidang.query.Query.Wanted;

/** A query taken apart for comparing it with sentences. */
final class Asked {
    private static final int MOST_TERMS = 60;

    private final List<String> characters;
    /** Pairs of characters and whole words. */
    private final List<String> pairs;
    private final Set<String> words;
    private final List<FoldedTerms> runs;
    private final List<Near> nears;
    private final Wanted wanted;
    private final String typed;

    Asked(Query query) {
        var all = new ArrayList<String>(query.words());
        all.addAll(query.phrases());
        FoldedTerms terms = FoldedTerms.of(String.join(" ", all), MOST_TERMS);
        characters = new ArrayList<>(terms.characters());
        characters.addAll(terms.words());
        pairs = new ArrayList<>(terms.pairs());
        pairs.addAll(terms.words());
        words = terms.words();
        runs = all.stream().limit(MOST_TERMS).map(run -> FoldedTerms.of(run, MOST_TERMS))
                .filter(run -> !run.pairs().isEmpty() || !run.words().isEmpty()).toList();
        nears = all.stream().limit(MOST_TERMS).flatMap(run -> nears(FoldedTerms.fold(run)).stream()).limit(MOST_TERMS)
                .toList();
        wanted = query.wanted();
        typed = FoldedTerms.fold(query.typed().length() > 1000 ? query.typed().substring(0, 1000) : query.typed());
    }

    /** What means nearly the same as some characters and words, and as some pairs and words. */
    private record Near(List<String> others, BitSet characters, BitSet pairs) {}

    private List<Near> nears(String folded) {
        return Thesaurus.usual().in(folded).stream().map(word -> {
            String text = folded.substring(word.start(), word.end());
            return new Near(word.others(), charactersIn(text), pairsIn(text));
        }).toList();
    }

    /** Synonyms of which some occur in a text, for asking its sentences for them. */
    final class Synonyms {
        private final List<Near> occurring;

        /** Those that occur in a folded text. */
        Synonyms(String folded) {
            occurring = nears.stream()
                    .map(near -> new Near(near.others.stream().filter(other -> holdsWord(folded, other)).toList(),
                            near.characters, near.pairs))
                    .filter(near -> !near.others.isEmpty()).toList();
        }

        /** Which single characters and words have a synonym in a folded sentence of the text. */
        BitSet charactersIn(String sentence) {
            var found = new BitSet(characters.size());
            occurring.stream().filter(near -> stands(near, sentence)).forEach(near -> found.or(near.characters));
            return found;
        }

        /** Which pairs of characters and words have one there. */
        BitSet pairsIn(String sentence) {
            var found = new BitSet(pairs.size());
            occurring.stream().filter(near -> stands(near, sentence)).forEach(near -> found.or(near.pairs));
            return found;
        }

        private static boolean stands(Near near, String sentence) {
            return near.others.stream().anyMatch(other -> holdsWord(sentence, other));
        }
    }

    Wanted wanted() {
        return wanted;
    }

    /** How many single characters and words there are to look for. */
    int characterCount() {
        return characters.size();
    }

    /** Which of the single characters and words are words of letters only: perhaps pinyin. */
    BitSet letters() {
        return letters(characters);
    }

    /** The same of the pairs of characters and words. */
    BitSet lettersOfPairs() {
        return letters(pairs);
    }

    private BitSet letters(List<String> terms) {
        var letters = new BitSet(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            letters.set(i, words.contains(term) && term.chars().allMatch(c -> c >= 'a' && c <= 'z'));
        }
        return letters;
    }

    /** Of each of the question's runs of text, the share of its pairs and words that a folded text holds. */
    List<Double> runShares(String folded) {
        return runs.stream().map(run -> {
            long held = run.pairs().stream().filter(folded::contains).count()
                    + run.words().stream().filter(word -> holdsWord(folded, word)).count();
            return (double) held / (run.pairs().size() + run.words().size());
        }).toList();
    }

    /** How many pairs of characters and words there are to look for. */
    int pairCount() {
        return pairs.size();
    }

    /** Which single characters and words occur in a folded text. */
    BitSet charactersIn(String folded) {
        return occurring(characters, folded);
    }

    /** Which pairs of characters and words occur in a folded text. */
    BitSet pairsIn(String folded) {
        return occurring(pairs, folded);
    }

    /** The question as typed, folded; cut where it is very long. */
    String typed() {
        return typed;
    }

    /** Whether the question, as typed, holds a text; both folded. */
    boolean holds(String folded) {
        return typed.contains(folded);
    }

    private BitSet occurring(List<String> terms, String folded) {
        var found = new BitSet(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            if (words.contains(term) ? holdsWord(folded, term) : folded.contains(term)) {
                found.set(i);
            }
        }
        return found;
    }

    /** Whether a folded text holds a word that is not part of a longer one. */
    static boolean holdsWord(String folded, String word) {
        int at = folded.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean startsHere = at == 0 || !joins(folded.charAt(at - 1), word.charAt(0));
            boolean endsHere = end == folded.length() || !joins(word.charAt(word.length() - 1), folded.charAt(end));
            if (startsHere && endsHere) {
                return true;
            }
            at = folded.indexOf(word, at + 1);
        }
        return false;
    }

    /** Whether two neighbours belong to one word: both Latin letters or both digits. */
    private static boolean joins(char left, char right) {
        return (isLatin(left) && isLatin(right)) || (Character.isDigit(left) && Character.isDigit(right));
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && !FoldedTerms.isCjk(c);
    }
}
