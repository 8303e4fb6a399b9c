package guidang.terminal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.bot.Reply;

/** A reply as one line of JSON. The keys and their meaning are a contract: see the README, "For programs". */
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    /** What was answered. */
    static String of(String input, Reply reply, double millis) {
        return write(input, reply.answered(), reply.message().text(),
                reply.found().map(Answer::items).orElse(List.of()), millis);
    }

    /** That answering failed; {@code text} says so. */
    static String failed(String input, String text, double millis) {
        return write(input, false, text, List.of(), millis);
    }

    private static String write(String input, boolean answered, String text, List<Item> items, double millis) {
        var line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("input", input);
            json.writeBooleanField("answered", answered);
            json.writeStringField("text", text);
            json.writeArrayFieldStart("hits");
            for (Item item : items) {
                hit(json, item);
            }
            json.writeEndArray();
            json.writeNumberField("millis", Math.round(millis * 100) / 100.0);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Some readers end a line at these too; inside a JSON string an escape means the same.
        return line.toString().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\u0085", "\\u0085");
    }

    private static void hit(JsonGenerator json, Item item) throws IOException {
        When when = item.when();
        json.writeStartObject();
        json.writeStringField("id", item.id().value());
        json.writeStringField("path", item.path().value());
        json.writeStringField("title", item.title());
        json.writeStringField("heading", item.heading());
        json.writeStringField("date", when == null ? null : when.iso());
        json.writeStringField("when", when == null ? null : when.written());
        json.writeStringField("basis", basis(when));
        json.writeStringField("text", item.text());
        json.writeArrayFieldStart("links");
        for (String link : links(item)) {
            json.writeString(link);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static @Nullable String basis(@Nullable When when) {
        return when == null ? null : when.basis().name().toLowerCase(Locale.ROOT);
    }

    /** Archived copies as written, then the addresses of sources that have none. */
    private static Set<String> links(Item item) {
        var links = new LinkedHashSet<String>();
        item.citations().stream().flatMap(citation -> citation.snapshots().stream()).map(Snapshot::url)
                .forEach(links::add);
        item.citations().stream().filter(citation -> citation.snapshots().isEmpty()).map(Citation::original)
                .filter(original -> !original.isEmpty()).forEach(links::add);
        return links;
    }
}
