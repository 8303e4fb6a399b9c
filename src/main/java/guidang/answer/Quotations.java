package guidang.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.answer.Passage.Sentence;
import guidang.query.Query.Wanted;

/** Scores the sentences of a passage by how well each answers a question. */
final class Quotations {
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]++");
    private static final int SHORTEST = 6;
    private static final double LONG = 120;
    /** How much a term counts that stands in the title or a heading already. */
    private static final double IN_CONTEXT = 0.4;

    private final Asked asked;

    Quotations(Asked asked) {
        this.asked = asked;
    }

    /**
     * A sentence and its worth: only for comparing sentences of one question; higher is better.
     *
     * @param expected whether it holds the kind of answer that is asked for
     */
    record Scored(Passage passage, int index, double score, boolean expected) {
        Sentence sentence() {
            return passage.sentences().get(index);
        }
    }

    /** Every sentence of a passage, in the order of the page. */
    List<Scored> score(Passage passage) {
        List<Map<Sign, Double>> signs = signs(passage);
        var scored = new ArrayList<Scored>(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            boolean expected = asked.wanted() != Wanted.ANYTHING && signs.get(i).containsKey(Sign.of(asked.wanted()));
            scored.add(new Scored(passage, i, SignWeights.usual().worth(signs.get(i)), expected));
        }
        return scored;
    }

    /** The signs of every sentence, in the order of the page; those that are not 0. */
    List<Map<Sign, Double>> signs(Passage passage) {
        List<Sentence> sentences = passage.sentences();
        var characters = new ArrayList<BitSet>(sentences.size());
        var pairs = new ArrayList<BitSet>(sentences.size());
        for (Sentence sentence : sentences) {
            characters.add(asked.charactersIn(sentence.folded()));
            pairs.add(asked.pairsIn(sentence.folded()));
        }
        String context = passage.context();
        double[] characterShares = shares(characters, asked.characterCount(), asked.charactersIn(context));
        double[] pairShares = shares(pairs, asked.pairCount(), asked.pairsIn(context));
        var signs = new ArrayList<Map<Sign, Double>>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            var found = new EnumMap<Sign, Double>(Sign.class);
            Sentence sentence = sentences.get(i);
            String folded = sentence.folded();
            boolean first = sentence.index() == 0;
            boolean last = i + 1 == sentences.size() || sentences.get(i + 1).index() == 0;
            char end = folded.charAt(folded.length() - 1);
            set(found, Sign.CHARACTERS, characterShares[i]);
            set(found, Sign.PAIRS, pairShares[i]);
            set(found, Sign.BEFORE, first ? 0 : pairShares[i - 1]);
            set(found, Sign.AFTER, last ? 0 : pairShares[i + 1]);
            set(found, Sign.NUMBER, holdsNew(NUMBER, folded) ? 1 : 0);
            set(found, Sign.LATIN, holdsNew(WORD, folded) ? 1 : 0);
            set(found, Sign.FIRST, first ? 1 : 0);
            set(found, Sign.LENGTH, Math.min(1, folded.length() / LONG));
            set(found, Sign.FRAGMENT, folded.length() < SHORTEST ? 1 : 0);
            set(found, Sign.LINK, sentence.statement().event().linkOnly() ? 1 : 0);
            set(found, Sign.ANNOUNCES, end == ':' || end == '：' ? 1 : 0);
            set(found, Sign.ASKS, end == '?' || end == '？' ? 1 : 0);
            if (asked.wanted() != Wanted.ANYTHING) {
                set(found, Sign.of(asked.wanted()), Expectation.met(asked, folded));
            }
            signs.add(found);
        }
        return signs;
    }

    private static void set(Map<Sign, Double> signs, Sign sign, double value) {
        if (value != 0) {
            signs.put(sign, value);
        }
    }

    /**
     * For each sentence the share that it holds of the terms that occur in the passage. A term weighs
     * log(1 + sentences / sentences that hold it), and less if title or headings hold it already.
     */
    private static double[] shares(List<BitSet> held, int terms, BitSet context) {
        int[] counts = new int[terms];
        for (BitSet set : held) {
            set.stream().forEach(term -> counts[term]++);
        }
        double[] weights = new double[terms];
        double all = 0;
        for (int term = 0; term < terms; term++) {
            weights[term] = counts[term] == 0
                    ? 0
                    : Math.log1p((double) held.size() / counts[term]) * (context.get(term) ? IN_CONTEXT : 1);
            all += weights[term];
        }
        double whole = all == 0 ? 1 : all;
        return held.stream().mapToDouble(set -> set.stream().mapToDouble(term -> weights[term]).sum() / whole)
                .toArray();
    }

    /** Whether a sentence holds something of the kind that is not in the question. */
    private boolean holdsNew(Pattern kind, String folded) {
        Matcher matcher = kind.matcher(folded);
        while (matcher.find()) {
            if (!asked.holds(matcher.group())) {
                return true;
            }
        }
        return false;
    }
}
