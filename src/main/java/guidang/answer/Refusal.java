package guidang.answer;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Quotations.Scored;
import guidang.index.Hits.Hit;
import guidang.index.Hits.Tier;
import guidang.query.Query.Wanted;

/**
 * Decides that the archive does not hold the answer, never by the raw score: by what the best section holds of the
 * question beside the name of its subject, each character weighing more the rarer it is, and by whether its best
 * sentences hold anything of the kind that is asked for.
 *
 * <p>The bounds were read off 62 questions that the dev archive answers (judged ones of which the right page was
 * found, and others written for this) and 33 that it does not, with the share held printed for each; the rule for
 * questions of few words off 40 and 40 more. {@code guidang judge} prints what they do to a file of questions: of CMRC
 * 2018 dev and DRCD dev, where every question has its answer, about one in 20 and one in 25 is refused. Short questions need a greater share, since each of their few characters tells; long ones
 * are told in the asker's own words, of which the archive never holds more than a part.
 */
final class Refusal {
    /** Least share of the section's own coverage for keywords: who types them reads the hits himself. */
    private static final double LEAST_OF_KEYWORDS = 0.35;
    private static final int SHORT = 4;
    private static final double LEAST_OF_SHORT = 0.5;
    private static final int MIDDLING = 12;
    private static final double LEAST_OF_MIDDLING = 0.35;
    private static final double LEAST_OF_LONG = 0.2;
    /** Least share of the words asked of which anything at all is held. */
    private static final double LEAST_OF_RUNS = 0.4;
    /** Where the words are found by sound only, and letters are left out as perhaps pinyin. */
    private static final double LEAST_BY_SOUND = 0.6;
    /** Where few of them are found even so: least share of the words beside the entry's name that stand there as asked. */
    private static final double LEAST_AS_WRITTEN = 0.25;
    /** For questions whose kind of answer is plain to see, where no sentence holds it: of a dated event, and else. */
    private static final double LEAST_OF_DATED = 0.5;
    private static final double LEAST_WITHOUT_KIND = 0.75;
    /** A section that covers less has nothing to do with the question. */
    private static final double LEAST_TO_BE_ABOUT_IT = 0.35;
    /**
     * Least coverage of a question that is not long by a section of which neither heading nor entry has any of its
     * words. Long questions describe what they are about, without its name.
     */
    private static final double LEAST_OF_UNNAMED = 0.5;
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
     */
    Optional<Reason> of(Hit best, List<Scored> scored, Tier tier) {
        Reason reason = best.coverage() < LEAST_TO_BE_ABOUT_IT ? Reason.NO_MATCH : Reason.NOT_STATED;
        double keywords = tier == Tier.EXACT ? LEAST_OF_KEYWORDS : LEAST_BY_SOUND;
        if (asked.wanted() == Wanted.ANYTHING) {
            return best.coverage() < keywords ? Optional.of(Reason.NO_MATCH) : Optional.empty();
        }
        Passage passage = scored.getFirst().passage();
        String told = passage.told();
        BitSet rest = rest(passage, told, tier);
        double held = held(rest, told);
        if (tier != Tier.EXACT && best.coverage() < LEAST_BY_SOUND
                && held(beside(passage), told) < LEAST_AS_WRITTEN) {
            return Optional.of(reason);
        }
        boolean fewRuns = tier == Tier.EXACT && asked.runsHeld(passage.name() + "\n" + told) < LEAST_OF_RUNS;
        boolean unnamed = tier == Tier.EXACT && asked.characterCount() <= MIDDLING
                && best.coverage() < LEAST_OF_UNNAMED
                && asked.pairsIn(passage.name() + "\n" + passage.heading()).isEmpty();
        if (unnamed || fewRuns || held < least(rest.cardinality(), tier)) {
            return Optional.of(reason);
        }
        return kindIsMissing(scored) && held < (isDated(scored) ? LEAST_OF_DATED : LEAST_WITHOUT_KIND)
                ? Optional.of(Reason.NOT_STATED)
                : Optional.empty();
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
        double all = rest.stream().mapToDouble(term -> rarity[term]).sum();
        double sum = held.stream().mapToDouble(term -> rarity[term]).sum()
                + NEARLY * nearly.stream().mapToDouble(term -> rarity[term]).sum();
        return all == 0 ? 1 : sum / all;
    }

    private static double least(int terms, Tier tier) {
        if (tier != Tier.EXACT) {
            return LEAST_BY_SOUND;
        }
        return terms <= SHORT ? LEAST_OF_SHORT : terms <= MIDDLING ? LEAST_OF_MIDDLING : LEAST_OF_LONG;
    }

    private boolean kindIsMissing(List<Scored> scored) {
        return switch (asked.wanted()) {
            case WHEN, HOW_MANY, HOW_LONG -> best(scored).noneMatch(each -> each.kind() >= 1);
            case ANYTHING, WHO, WHERE, WHY, HOW, WHICH, WHETHER, WHAT -> false;
        };
    }

    private boolean isDated(List<Scored> scored) {
        return asked.wanted() == Wanted.WHEN
                && best(scored).anyMatch(each -> each.sentence().statement().event().when() != null);
    }

    private static java.util.stream.Stream<Scored> best(List<Scored> scored) {
        return scored.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).limit(BEST_SENTENCES);
    }
}
