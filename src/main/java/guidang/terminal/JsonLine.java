package guidang.terminal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.bot.PlainReply;

/** A reply as one line of JSON. The keys and their meaning are a contract: see the README, "For programs". */
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    static String of(String input, PlainReply reply, double millis) {
        var line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("input", input);
            json.writeBooleanField("answered", reply.answered());
            json.writeStringField("text", reply.text());
            json.writeArrayFieldStart("hits");
            for (PlainReply.Hit hit : reply.hits()) {
                hit(json, hit);
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

    private static void hit(JsonGenerator json, PlainReply.Hit hit) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", hit.id());
        json.writeStringField("path", hit.path());
        json.writeStringField("title", hit.title());
        json.writeStringField("heading", hit.heading());
        json.writeStringField("date", hit.date());
        json.writeStringField("when", hit.when());
        json.writeStringField("basis", hit.basis());
        json.writeStringField("text", hit.text());
        json.writeArrayFieldStart("links");
        for (String link : hit.links()) {
            json.writeString(link);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
