package guidang.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import guidang.answer.Passage.Sentence;
import guidang.query.Query.Wanted;

/** Scores the sentences of passages by how well each answers one question. */
final class Quotations {
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]++");
    private static final int SHORTEST = 6;
    private static final double LONG = 120;
    private static final int LOOKED_AT = 24;
    /** How much a term counts that stands in the title or a heading already. */
    private static final double IN_CONTEXT = 0.4;
    /** How much of its weight a term counts of which only a synonym is held. */
    private static final double NEARLY = 0.5;

    private final Asked asked;

    private final int[] counts;
    private int sentencesSeen;

    Quotations(Asked asked) {
        this.asked = asked;
        counts = new int[asked.characterCount()];
    }

    /**
     * A sentence and its worth: only for comparing sentences of one question; higher is better.
     *
     * @param kind how well it meets the kind of answer that is asked for: 1, a half, or 0
     */
    record Scored(Passage passage, int index, double score, double kind) {
        Sentence sentence() {
            return passage.sentences().get(index);
        }
    }

    /** Every sentence of a passage, in the order of the page. */
    List<Scored> score(Passage passage) {
        List<Map<Sign, Double>> signs = signs(passage);
        var scored = new ArrayList<Scored>(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            double kind = asked.wanted() == Wanted.ANYTHING
                    ? 1
                    : signs.get(i).getOrDefault(Sign.of(asked.wanted()), 0.0);
            scored.add(new Scored(passage, i, SignWeights.usual().worth(signs.get(i)), kind));
        }
        return scored;
    }

    /** The signs of every sentence, in the order of the page; those that are not 0. */
    List<Map<Sign, Double>> signs(Passage passage) {
        List<Sentence> sentences = passage.sentences();
        var characters = new ArrayList<BitSet>(sentences.size());
        var pairs = new ArrayList<BitSet>(sentences.size());
        var nearCharacters = new ArrayList<BitSet>(sentences.size());
        var nearPairs = new ArrayList<BitSet>(sentences.size());
        Asked.Synonyms synonyms = asked.new Synonyms(
                sentences.stream().map(Sentence::folded).collect(Collectors.joining("\n")));
        for (Sentence sentence : sentences) {
            characters.add(asked.charactersIn(sentence.folded()));
            pairs.add(asked.pairsIn(sentence.folded()));
            nearCharacters.add(without(synonyms.charactersIn(sentence.folded()), characters.getLast()));
            nearPairs.add(without(synonyms.pairsIn(sentence.folded()), pairs.getLast()));
            characters.getLast().stream().forEach(term -> counts[term]++);
            nearCharacters.getLast().stream().forEach(term -> counts[term]++);
        }
        sentencesSeen += sentences.size();
        String context = passage.context();
        double[] characterShares = shares(characters, nearCharacters, asked.characterCount(),
                asked.charactersIn(context));
        double[] pairShares = shares(pairs, nearPairs, asked.pairCount(), asked.pairsIn(context));
        double least = leastToLookAt(characterShares, pairShares);
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
            set(found, Sign.FIRST, first ? 1 : 0);
            set(found, Sign.LENGTH, Math.min(1, folded.length() / LONG));
            set(found, Sign.FRAGMENT, folded.length() < SHORTEST ? 1 : 0);
            set(found, Sign.LINK, sentence.statement().event().linkOnly() ? 1 : 0);
            set(found, Sign.ANNOUNCES, end == ':' || end == '：' ? 1 : 0);
            set(found, Sign.ASKS, end == '?' || end == '？' ? 1 : 0);
            if (characterShares[i] + pairShares[i] >= least) {
                set(found, Sign.NUMBER, holdsNew(NUMBER, folded) ? 1 : 0);
                set(found, Sign.LATIN, holdsNew(WORD, folded) ? 1 : 0);
            }
            if (asked.wanted() != Wanted.ANYTHING && characterShares[i] + pairShares[i] >= least) {
                set(found, Sign.of(asked.wanted()), Expectation.met(asked, folded));
            }
            signs.add(found);
        }
        return signs;
    }

    /**
     * How rare each character and word of the question is in all the passages scored so far: the natural logarithm of
     * one and the sentences for each that holds it; a term that none holds counts as held by half a one.
     */
    double[] rarity() {
        double[] rarity = new double[counts.length];
        for (int term = 0; term < rarity.length; term++) {
            rarity[term] = Math.log1p(sentencesSeen / (counts[term] + 0.5));
        }
        return rarity;
    }

    /** What the terms of a sentence must come to for it to be among those whose other signs are looked for. */
    private static double leastToLookAt(double[] characterShares, double[] pairShares) {
        if (characterShares.length <= LOOKED_AT) {
            return 0;
        }
        double[] sums = new double[characterShares.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = characterShares[i] + pairShares[i];
        }
        Arrays.sort(sums);
        return Math.max(sums[sums.length - LOOKED_AT], Double.MIN_VALUE);
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
    private static double[] shares(List<BitSet> held, List<BitSet> near, int terms, BitSet context) {
        int[] counts = new int[terms];
        for (BitSet set : held) {
            set.stream().forEach(term -> counts[term]++);
        }
        for (BitSet set : near) {
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
        var shares = new double[held.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (sum(held.get(i), weights) + NEARLY * sum(near.get(i), weights)) / whole;
        }
        return shares;
    }

    private static double sum(BitSet terms, double[] weights) {
        return terms.stream().mapToDouble(term -> weights[term]).sum();
    }

    private static BitSet without(BitSet terms, BitSet others) {
        terms.andNot(others);
        return terms;
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
