package guidang.judged;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well it is told that the archive does not hold an answer.
 *
 * @param refused questions of which this was said
 * @param right those of them that are unanswerable
 * @param unanswerable questions that the archive cannot answer
 * @param answerable questions that it can
 */
public record Refusals(int refused, int right, int unanswerable, int answerable) {
    /** Of replies in any order. */
    public static Refusals of(List<Verdict> verdicts) {
        int refused = count(verdicts, true, true) + count(verdicts, true, false);
        int unanswerable = count(verdicts, true, false) + count(verdicts, false, false);
        return new Refusals(refused, count(verdicts, true, false), unanswerable, verdicts.size() - unanswerable);
    }

    private static int count(List<Verdict> verdicts, boolean refused, boolean answerable) {
        return (int) verdicts.stream().filter(verdict -> verdict.refused() == refused
                && verdict.question().answerable() == answerable).count();
    }

    /** Share of the refusals that were right; empty if there was none. */
    public OptionalDouble precision() {
        return share(right, refused);
    }

    /** Share of the unanswerable questions that were refused; empty if there is none. */
    public OptionalDouble recall() {
        return share(right, unanswerable);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
    }

    /** In one line. */
    public String text() {
        return "refusal: precision " + shown(precision()) + " (" + right + " of " + refused + " refused), recall "
                + shown(recall()) + " (" + right + " of " + unanswerable + " unanswerable); " + (refused - right)
                + " of " + answerable + " answerable refused";
    }

    private static String shown(OptionalDouble share) {
        return share.isEmpty()
                ? "-"
                : new BigDecimal(share.getAsDouble()).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
