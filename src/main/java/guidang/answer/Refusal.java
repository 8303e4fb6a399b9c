package guidang.answer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Quotations.Scored;
import guidang.index.Hits.Hit;
import guidang.index.Hits.Tier;
import guidang.query.Query.Wanted;

/**
 * Decides that the archive does not hold the answer, never by the raw score: a question is refused where all the
 * {@link Evidence} together makes an answer too unlikely, see {@link EvidenceWeights}. Keywords, and words found by sound
 * or with a letter changed, are rare among judged questions and go by bounds set by hand.
 */
final class Refusal {
    /** Least share of the section's own coverage for keywords: who types them reads the hits himself. */
    private static final double LEAST_OF_KEYWORDS = 0.35;
    /** Where the words are found by sound only, and letters are left out as perhaps pinyin. */
    private static final double LEAST_BY_SOUND = 0.6;
    /** Where few of them are found even so: least share of the words beside the entry's name that stand there as asked. */
    private static final double LEAST_AS_WRITTEN = 0.25;
    /** For questions by sound whose kind of answer is plain to see, where no sentence holds it. */
    private static final double LEAST_WITHOUT_KIND = 0.75;
    /** A section that covers less has nothing to do with the question. */
    private static final double LEAST_TO_BE_ABOUT_IT = 0.35;
    /** From so many characters on beside the name, a question is not short. */
    private static final double LONG = 12;
    /** A score in the ranking that few sections exceed. */
    private static final double HIGH = 3;
    private static final int BEST_SENTENCES = 3;
    /** How much of its weight a term counts of which only a synonym is held; the words asked must be held themselves. */
    private static final double NEARLY = 0.5;
    /** Words that only say what kind of thing is asked for; an answer does without them. Folded. */
    private static final List<String> KINDS = List.of("人", "名字", "名称", "全称", "国家", "地区", "地方", "地点", "城市", "位置", "地址",
            "机构",
            "组织", "公司", "时间", "日期", "时候", "年份", "含义", "意思", "意义", "定义", "内容", "性质", "特征", "特点", "作用", "原因", "理由", "方式",
            "方法",
            "样", "种类", "类型", "数量", "作者", "作品", "具体", "主要", "介绍");

    private final Asked asked;
    private final double[] rarity;

    /** @param rarity of each character and word asked, in the sections found */
    Refusal(Asked asked, double[] rarity) {
        this.asked = asked;
        this.rarity = rarity;
    }

    /**
     * Why there is no answer; empty if there is one.
     *
     * @param best the section that the first quotation would be from
     * @param scored its sentences, at least one
     * @param worth of the section in the order of what was found
     * @param ahead how much more that is than the next one's; 0 if there is none, which is no lead
     */
    Optional<Reason> of(Hit best, List<Scored> scored, Tier tier, double worth, double ahead) {
        if (asked.wanted() == Wanted.ANYTHING) {
            double least = tier == Tier.EXACT ? LEAST_OF_KEYWORDS : LEAST_BY_SOUND;
            return best.coverage() < least ? Optional.of(Reason.NO_MATCH) : Optional.empty();
        }
        boolean answered = tier == Tier.EXACT
                ? !isUnmeasured(scored) && EvidenceWeights.usual().suffices(evidence(best, scored, worth, ahead))
                : isHeard(best, scored, tier);
        Reason reason = best.coverage() < LEAST_TO_BE_ABOUT_IT ? Reason.NO_MATCH : Reason.NOT_STATED;
        return answered ? Optional.empty() : Optional.of(reason);
    }

    /** Whether an amount is asked for and the section tells none at all: whatever it tells, it is no answer. */
    private boolean isUnmeasured(List<Scored> scored) {
        return asked.wanted() == Wanted.HOW_MANY && scored.stream().noneMatch(each -> each.kind() > 0);
    }

    /** Whether a section answers whose words are found by sound, or with a letter changed. */
    private boolean isHeard(Hit best, List<Scored> scored, Tier tier) {
        Passage passage = scored.getFirst().passage();
        String told = passage.told();
        double held = held(rest(passage, told, tier), told);
        boolean written = best.coverage() >= LEAST_BY_SOUND || held(beside(passage), told) >= LEAST_AS_WRITTEN;
        boolean kind = missing(scored) == null || held >= LEAST_WITHOUT_KIND || asked.wanted() == Wanted.WHO;
        return written && held >= LEAST_BY_SOUND && kind;
    }

    /** What tells for an answer and against it; what is not there is 0. For questions, found as written. */
    Map<Evidence, Double> evidence(Hit best, List<Scored> scored, double worth, double ahead) {
        Passage passage = scored.getFirst().passage();
        String told = passage.told();
        String all = passage.name() + "\n" + told;
        BitSet rest = rest(passage, told, Tier.EXACT);
        List<Scored> good = best(scored);
        var evidence = new EnumMap<Evidence, Double>(Evidence.class);
        evidence.put(Evidence.ALWAYS, 1.0);
        evidence.put(Evidence.COVERED, best.coverage());
        evidence.put(Evidence.TOLD, held(rest, told));
        evidence.put(Evidence.SENTENCE, held(rest, good.getFirst().sentence().folded()));
        List<Double> runs = asked.runShares(all);
        evidence.put(Evidence.FIRST_RUN, runs.isEmpty() ? 1.0 : runs.getFirst());
        evidence.put(Evidence.RAREST_MISSING, rarestMissing(all));
        evidence.put(Evidence.NAMED, asked.pairsIn(passage.name()).isEmpty() ? 0.0 : 1.0);
        evidence.put(Evidence.HEADED, asked.pairsIn(passage.heading()).isEmpty() ? 0.0 : 1.0);
        double brevity = Math.max(0, 1 - rest.cardinality() / LONG);
        evidence.put(Evidence.SHORT, brevity);
        double pairs = toldPairs(passage, told);
        evidence.put(Evidence.TOLD_PAIRS, pairs);
        evidence.put(Evidence.SHORT_UNTOLD, brevity * (1 - pairs));
        evidence.put(Evidence.UNKNOWN, best.rarestMissing());
        evidence.put(Evidence.SHORT_UNKNOWN, brevity * best.rarestMissing());
        evidence.put(Evidence.AHEAD, Math.min(1, ahead));
        evidence.put(Evidence.SCORE, Math.clamp(worth / HIGH, 0.0, 1.0));
        Evidence missing = missing(good);
        if (missing != null) {
            evidence.put(missing, 1.0);
        }
        evidence.put(Evidence.WHO, asked.wanted() == Wanted.WHO ? 1.0 : 0.0);
        evidence.put(Evidence.HOW_MANY, asked.wanted() == Wanted.HOW_MANY ? 1.0 : 0.0);
        evidence.put(Evidence.ONLY_PUBLISHER, isOnlyPublisher(passage, runs) ? 1.0 : 0.0);
        return evidence;
    }

    /** The share of the pairs and words asked beside the name that the section tells; 1 if nothing is. */
    private double toldPairs(Passage passage, String told) {
        var rest = new BitSet(asked.pairCount());
        rest.set(0, asked.pairCount());
        rest.andNot(asked.pairsIn(passage.name()));
        if (!passage.heading().isBlank() && asked.holds(passage.heading())) {
            rest.andNot(asked.pairsIn(passage.heading()));
        }
        for (String kind : KINDS) {
            if (asked.holds(kind)) {
                rest.andNot(asked.pairsIn(kind));
            }
        }
        BitSet held = asked.pairsIn(told);
        held.and(rest);
        BitSet nearly = asked.new Synonyms(told).pairsIn(told);
        nearly.and(rest);
        nearly.andNot(held);
        tellTranslated(held, nearly, asked.lettersOfPairs());
        return rest.isEmpty() ? 1 : (held.cardinality() + NEARLY * nearly.cardinality()) / rest.cardinality();
    }

    private double rarestMissing(String told) {
        var missing = new BitSet(rarity.length);
        missing.set(0, rarity.length);
        missing.andNot(asked.charactersIn(told));
        double rarest = Arrays.stream(rarity).max().orElse(0);
        return rarest == 0 ? 0 : missing.stream().mapToDouble(term -> rarity[term]).max().orElse(0) / rarest;
    }

    /** What of the kind that is asked for the good sentences lack; null if nothing. */
    private @Nullable Evidence missing(List<Scored> good) {
        double kind = best(good).stream().mapToDouble(Scored::kind).max().orElse(0);
        if (kind > 0) {
            return kind < 1 ? Evidence.OTHER_MEASURE : null;
        }
        return switch (asked.wanted()) {
            case WHEN -> Evidence.NO_DATE;
            case HOW_MANY -> Evidence.NO_AMOUNT;
            case HOW_LONG -> Evidence.NO_LENGTH;
            case WHO, WHERE, WHY, HOW, WHICH, WHETHER, WHAT -> Evidence.NO_KIND;
            case ANYTHING -> null;
        };
    }

    /** Whether a run of the question, of which nothing is told, names one who published what the section cites. */
    private boolean isOnlyPublisher(Passage passage, List<Double> runs) {
        if (runs.stream().allMatch(share -> share > 0)) {
            return false;
        }
        String publishers = passage.publishers();
        List<Double> published = asked.runShares(publishers);
        return IntStream.range(0, runs.size()).anyMatch(run -> runs.get(run) == 0 && published.get(run) == 1);
    }

    /**
     * What is asked beside the name of the entry, or of the section where the question has its whole heading, and beside
     * the kind of thing that the answer is, if that is not told.
     */
    private BitSet rest(Passage passage, String told, Tier tier) {
        var rest = new BitSet(rarity.length);
        rest.set(0, rarity.length);
        rest.andNot(asked.charactersIn(passage.name()));
        if (!passage.heading().isBlank() && asked.holds(passage.heading())) {
            rest.andNot(asked.charactersIn(passage.heading()));
        }
        for (String kind : KINDS) {
            if (asked.holds(kind)) {
                BitSet missing = asked.charactersIn(kind);
                missing.andNot(asked.charactersIn(told));
                rest.andNot(missing);
            }
        }
        if (tier != Tier.EXACT) {
            rest.andNot(asked.letters());
        }
        return rest;
    }

    /** What is asked beside the name of the entry, letters and all. */
    private BitSet beside(Passage passage) {
        var beside = new BitSet(rarity.length);
        beside.set(0, rarity.length);
        beside.andNot(asked.charactersIn(passage.name()));
        return beside;
    }

    private double held(BitSet rest, String told) {
        BitSet held = asked.charactersIn(told);
        BitSet nearly = asked.new Synonyms(told).charactersIn(told);
        nearly.andNot(held);
        nearly.and(rest);
        held.and(rest);
        tellTranslated(held, nearly, asked.letters());
        double all = rest.stream().mapToDouble(term -> rarity[term]).sum();
        double sum = held.stream().mapToDouble(term -> rarity[term]).sum()
                + NEARLY * nearly.stream().mapToDouble(term -> rarity[term]).sum();
        return all == 0 ? 1 : sum / all;
    }

    /** A word of another language that stands there in Chinese counts as told: that is no near meaning but the same. */
    private static void tellTranslated(BitSet held, BitSet nearly, BitSet letters) {
        letters.and(nearly);
        held.or(letters);
        nearly.andNot(letters);
    }

    private static List<Scored> best(List<Scored> scored) {
        return scored.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).limit(BEST_SENTENCES)
                .toList();
    }
}
