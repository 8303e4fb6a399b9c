package guidang.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.answer.Passage.Sentence;
import guidang.query.Query.Wanted;

/** Scores the sentences of a passage by how well each answers a question. */
final class Quotations {
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]++");
    private static final int SHORTEST = 6;

    private final Asked asked;
    private final QuoteWeights weights;

    Quotations(Asked asked, QuoteWeights weights) {
        this.asked = asked;
        this.weights = weights;
    }

    /** A sentence and its worth: only for comparing sentences of one question; higher is better. */
    record Scored(Passage passage, int index, double score, double coverage, boolean expected) {
        Sentence sentence() {
            return passage.sentences().get(index);
        }
    }

    /** Every sentence of a passage, in the order of the page. */
    List<Scored> score(Passage passage) {
        List<Sentence> sentences = passage.sentences();
        var characters = new ArrayList<BitSet>(sentences.size());
        var pairs = new ArrayList<BitSet>(sentences.size());
        for (Sentence sentence : sentences) {
            characters.add(asked.charactersIn(sentence.folded()));
            pairs.add(asked.pairsIn(sentence.folded()));
        }
        double[] characterWeights = rarity(characters, asked.characterCount());
        double[] pairWeights = rarity(pairs, asked.pairCount());
        String context = passage.context();
        BitSet contextCharacters = asked.charactersIn(context);
        BitSet contextPairs = asked.pairsIn(context);
        var scored = new ArrayList<Scored>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            double byCharacter = share(characters.get(i), characterWeights, contextCharacters);
            double byPair = share(pairs.get(i), pairWeights, contextPairs);
            double before = i > 0 && sentence.index() > 0 ? share(pairs.get(i - 1), pairWeights, contextPairs) : 0;
            boolean expected = asked.wanted() != Wanted.ANYTHING && Expectation.met(asked.wanted(), sentence.folded());
            double score = weights.characters() * byCharacter + weights.pairs() * byPair + weights.before() * before
                    + (expected ? weights.expected() : 0)
                    + (holdsNew(NUMBER, sentence.folded()) ? weights.number() : 0)
                    + (holdsNew(WORD, sentence.folded()) ? weights.latin() : 0)
                    + (sentence.index() == 0 ? weights.first() : 0)
                    - (sentence.folded().length() < SHORTEST ? weights.tooShort() : 0)
                    - (sentence.statement().event().linkOnly() ? weights.link() : 0);
            scored.add(new Scored(passage, i, score, (byCharacter + byPair) / 2, expected));
        }
        return scored;
    }

    /** Within the passage: log(1 + sentences / sentences that hold the term); 0 for a term that none holds. */
    private static double[] rarity(List<BitSet> held, int terms) {
        int[] counts = new int[terms];
        for (BitSet set : held) {
            set.stream().forEach(term -> counts[term]++);
        }
        double[] weights = new double[terms];
        for (int term = 0; term < terms; term++) {
            weights[term] = counts[term] == 0 ? 0 : Math.log1p((double) held.size() / counts[term]);
        }
        return weights;
    }

    /** Weighted share of the terms that occur in the passage; those of title and headings count less. */
    private double share(BitSet held, double[] rarity, BitSet context) {
        double all = 0;
        double mine = 0;
        for (int term = 0; term < rarity.length; term++) {
            double weight = rarity[term] * (context.get(term) ? weights.context() : 1);
            all += weight;
            if (held.get(term)) {
                mine += weight;
            }
        }
        return all == 0 ? 0 : mine / all;
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
