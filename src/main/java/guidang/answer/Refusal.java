package guidang.answer;

import java.util.List;
import java.util.Optional;

import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Quotations.Scored;
import guidang.index.Hits.Hit;
import guidang.query.Query;
import guidang.query.Query.Wanted;

/**
 * Decides that the archive does not hold the answer: by how much of the question's rare words the best section holds
 * and whether anything in it is of the kind that is asked for, never by the raw score.
 */
final class Refusal {
    /** Keywords are met by less than a question: who types them reads the hits himself. */
    static final double LEAST_OF_KEYWORDS = 0.25;
    static final double LEAST_OF_QUESTION = 0.35;
    /** Questions whose kind of answer is plain to see. */
    static final double LEAST_WITHOUT_KIND = 0.8;

    private Refusal() {}

    /**
     * Why there is no answer; empty if there is one.
     *
     * @param best the section that the first quotation is from
     * @param scored its sentences
     */
    static Optional<Reason> of(Query query, Hit best, List<Scored> scored) {
        boolean keywords = query.wanted() == Wanted.ANYTHING;
        if (best.coverage() < (keywords ? LEAST_OF_KEYWORDS : LEAST_OF_QUESTION)) {
            return Optional.of(Reason.NO_MATCH);
        }
        boolean plain = query.wanted() == Wanted.WHEN || query.wanted() == Wanted.HOW_MANY
                || query.wanted() == Wanted.HOW_LONG;
        boolean dated = query.wanted() == Wanted.WHEN
                && best.section().events().stream().anyMatch(event -> event.when() != null);
        if (plain && !dated && best.coverage() < LEAST_WITHOUT_KIND && scored.stream().noneMatch(Scored::expected)) {
            return Optional.of(Reason.NOT_STATED);
        }
        return Optional.empty();
    }
}
