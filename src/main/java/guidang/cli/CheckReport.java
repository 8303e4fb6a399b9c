package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.archive.Archive;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.message.Language;
import guidang.message.ProblemText;
import guidang.reachability.CheckedLink;

/** What {@code guidang check} prints. */
record CheckReport(Archive archive, LinkProblems links, Language language) {
    /** Problems file by file, what was left out, and a summary. */
    void text(PrintStream out, boolean counted, Texts texts) {
        EntryPath file = null;
        for (Problem problem : archive.problems()) {
            if (file != null && !problem.path().equals(file)) {
                out.println();
            }
            file = problem.path();
            out.println(ProblemText.line(problem, language));
        }
        if (!archive.problems().isEmpty()) {
            out.println();
        }
        archive.skipped().stream().filter(skipped -> skipped.reason() != Archive.Skipped.Reason.NOT_AN_ENTRY)
                .forEach(skipped -> out.println(ProblemText.skipped(skipped, language)));
        if (counted) {
            count(out);
        }
        long files = archive.problems().stream().map(Problem::path).distinct().count();
        out.println(texts.get("check.summary", archive.problems().size(), files, archive.entries().size(),
                archive.skipped().size()));
        if (links.all() > 0) {
            out.println(texts.get("check.links", links.all(), links.count(CheckedLink.Standing.REACHABLE),
                    links.count(CheckedLink.Standing.DEAD), links.count(CheckedLink.Standing.UNREACHABLE_ONCE),
                    links.count(CheckedLink.Standing.UNKNOWN)));
        }
    }

    private void count(PrintStream out) {
        Counts counts = Counts.of(archive);
        counts.totals().forEach((name, count) -> line(out, "", name, count));
        counts.groups().forEach((group, values) -> {
            out.println(group);
            values.entrySet().stream().filter(value -> value.getValue() > 0)
                    .forEach(value -> line(out, "  ", value.getKey(), value.getValue()));
        });
        out.println();
    }

    private static void line(PrintStream out, String indent, String name, int count) {
        out.printf(Locale.ROOT, "%-28s%8d%n", indent + name, count);
    }

    /**
     * One document: {@code entries}, {@code problems} ({@code path, line, code, details, what, mend}), {@code skipped}
     * ({@code path, reason}), {@code links} (how many stand how, if any was checked) and, if asked for, {@code counts}.
     */
    void json(PrintStream out, boolean counted) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        try (json) {
            json.writeStartObject();
            json.writeNumberField("entries", archive.entries().size());
            json.writeArrayFieldStart("problems");
            for (Problem problem : archive.problems()) {
                problem(json, problem);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("skipped");
            for (Archive.Skipped skipped : archive.skipped()) {
                json.writeStartObject();
                json.writeStringField("path", skipped.path());
                json.writeStringField("reason", skipped.reason().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (links.all() > 0) {
                json.writeObjectFieldStart("links");
                for (CheckedLink.Standing standing : CheckedLink.Standing.values()) {
                    json.writeNumberField(standing.name().toLowerCase(Locale.ROOT), links.count(standing));
                }
                json.writeEndObject();
            }
            if (counted) {
                counts(json, Counts.of(archive));
            }
            json.writeEndObject();
        }
        out.println();
    }

    private void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", problem.path().value());
        json.writeNumberField("line", problem.line());
        json.writeStringField("code", problem.code().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("details");
        for (String detail : problem.details()) {
            json.writeString(detail);
        }
        json.writeEndArray();
        json.writeStringField("what", ProblemText.what(problem, language));
        json.writeStringField("mend", ProblemText.mend(problem, language));
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        for (Map.Entry<String, Integer> total : counts.totals().entrySet()) {
            json.writeNumberField(total.getKey(), total.getValue());
        }
        for (Map.Entry<String, Map<String, Integer>> group : counts.groups().entrySet()) {
            json.writeObjectFieldStart(group.getKey());
            for (Map.Entry<String, Integer> value : group.getValue().entrySet()) {
                json.writeNumberField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
