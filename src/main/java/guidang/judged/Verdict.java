package guidang.judged;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.bot.PlainReply;

/**
 * How good one reply is.
 *
 * @param scores by what is measured; only what applies to the question
 * @param refused whether the reply says that the archive does not hold the answer
 * @param millis that it took, to a hundredth
 * @param miss what is wrong with it, in words; null if the first hit is the right one or every event is there
 */
public record Verdict(Question question, Map<Measure, Double> scores, boolean refused, double millis,
        @Nullable String miss) {
    public Verdict {
        scores = Map.copyOf(scores);
    }

    /** Judges a reply that took so long. */
    public static Verdict of(Question question, PlainReply reply, double millis) {
        var scoring = new Scoring(question, reply);
        return new Verdict(question, scoring.scores(), !reply.answered(), Math.round(millis * 100) / 100.0,
                scoring.miss());
    }

    /** What is wrong with the reply, if anything. */
    public Optional<String> missed() {
        return Optional.ofNullable(miss);
    }
}
