package guidang.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

import guidang.bot.PlainReply;

/** Puts questions to a conversation, one after the other. */
public final class JudgedRun {
    private static final double NANOS_PER_MILLI = 1e6;

    private JudgedRun() {}

    /**
     * The verdicts in the order of the questions.
     *
     * @param conversation what is sent → the reply
     * @param nanos a clock that never goes back
     */
    public static List<Verdict> of(List<Question> questions, Function<String, PlainReply> conversation,
            LongSupplier nanos) {
        var verdicts = new ArrayList<Verdict>(questions.size());
        for (Question question : questions) {
            long begun = nanos.getAsLong();
            PlainReply reply = conversation.apply(question.message());
            verdicts.add(Verdict.of(question, reply, (nanos.getAsLong() - begun) / NANOS_PER_MILLI));
        }
        return verdicts;
    }
}
