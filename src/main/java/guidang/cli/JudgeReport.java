package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.judged.Flaw;
import guidang.judged.Measure;
import guidang.judged.Refusals;
import guidang.judged.Table;
import guidang.judged.Verdict;

/** What {@code guidang judge} prints. {@code file} is the name of the file of questions. */
record JudgeReport(String file, List<Flaw> flaws, List<Verdict> verdicts, Texts texts) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    JudgeReport {
        flaws = List.copyOf(flaws);
        verdicts = List.copyOf(verdicts);
    }

    /** Flaws to the one stream; the table, the refusals and the misses to the other. */
    void text(PrintStream out, PrintStream err, boolean misses) {
        flaws.forEach(flaw -> print(err, line(flaw)));
        if (verdicts.isEmpty()) {
            return;
        }
        print(out, Table.of(verdicts).text());
        print(out, Refusals.of(verdicts).text());
        if (misses) {
            verdicts.forEach(verdict -> verdict.missed().ifPresent(miss -> print(out, String.join("\t",
                    verdict.question().id(), verdict.question().kind(), verdict.question().query(), miss))));
        }
    }

    private String line(Flaw flaw) {
        return mistake(flaw).in(texts);
    }

    private Mistake mistake(Flaw flaw) {
        return new Mistake(file, flaw.line(), "judge." + flaw.code().key(), flaw.details());
    }

    /** What others wrote cannot move the cursor. */
    private static void print(PrintStream stream, String text) {
        stream.println(CONTROL.matcher(text).replaceAll(""));
    }

    /**
     * One document: {@code rows} of the table, {@code refusals}, {@code replies} ({@code id, kind, scores, refused,
     * millis, miss}) in the order of the questions, and {@code flaws} ({@code line, code, what}).
     */
    void json(PrintStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        try (json) {
            json.writeStartObject();
            json.writeArrayFieldStart("rows");
            for (Table.Row row : Table.of(verdicts).rows()) {
                row(json, row);
            }
            json.writeEndArray();
            refusals(json, Refusals.of(verdicts));
            json.writeArrayFieldStart("replies");
            for (Verdict verdict : verdicts) {
                reply(json, verdict);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("flaws");
            for (Flaw flaw : flaws) {
                json.writeStartObject();
                json.writeNumberField("line", flaw.line());
                json.writeStringField("code", flaw.code().key());
                json.writeStringField("what", texts.get(mistake(flaw).key(), flaw.details().toArray()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void row(JsonGenerator json, Table.Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", row.kind());
        json.writeNumberField("n", row.questions());
        scores(json, row.means());
        json.writeNumberField("p50ms", row.p50());
        json.writeNumberField("p99ms", row.p99());
        json.writeEndObject();
    }

    /** Under the names of their columns, in the order of these. */
    private static void scores(JsonGenerator json, Map<Measure, Double> scores) throws IOException {
        for (Measure measure : Measure.values()) {
            Double score = scores.get(measure);
            if (score != null) {
                json.writeNumberField(measure.column(), score);
            }
        }
    }

    private static void refusals(JsonGenerator json, Refusals refusals) throws IOException {
        json.writeObjectFieldStart("refusals");
        share(json, "precision", refusals.precision());
        share(json, "recall", refusals.recall());
        json.writeNumberField("refused", refusals.refused());
        json.writeNumberField("right", refusals.right());
        json.writeNumberField("unanswerable", refusals.unanswerable());
        json.writeNumberField("answerable", refusals.answerable());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, OptionalDouble share) throws IOException {
        if (share.isPresent()) {
            json.writeNumberField(name, share.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }

    private static void reply(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", verdict.question().id());
        json.writeStringField("kind", verdict.question().kind());
        json.writeObjectFieldStart("scores");
        scores(json, verdict.scores());
        json.writeEndObject();
        json.writeBooleanField("refused", verdict.refused());
        json.writeNumberField("millis", verdict.millis());
        json.writeStringField("miss", verdict.miss());
        json.writeEndObject();
    }
}
