package guidang.judged;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.bot.PlainReply;

/** Replies and questions made by hand. */
final class Replies {
    private Replies() {}

    static PlainReply answered(String text, PlainReply.Hit... hits) {
        return new PlainReply(true, text, Arrays.asList(hits));
    }

    static PlainReply refused(PlainReply.Hit... hits) {
        return new PlainReply(false, "", Arrays.asList(hits));
    }

    static PlainReply.Hit hit(String path, String heading) {
        return hit(path, heading, null, "");
    }

    static PlainReply.Hit hit(String path, String heading, @Nullable String date, String text, String... links) {
        return new PlainReply.Hit("", path, "", heading, date, date, date == null ? null : "stated", text,
                Arrays.asList(links));
    }

    static Question question(String json) {
        try {
            return QuestionLine.read(json.replace('\'', '"'), 1);
        } catch (FlawedLine e) {
            throw new AssertionError(e.flaw().toString(), e);
        }
    }

    static Verdict verdict(String json, PlainReply reply) {
        return Verdict.of(question(json), reply, 1);
    }

    static List<Verdict> verdicts(Verdict... verdicts) {
        return Arrays.asList(verdicts);
    }
}
