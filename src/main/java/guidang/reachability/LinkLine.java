package guidang.reachability;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One check as a line of JSON: {@code url}, {@code at} (ISO, UTC), {@code outcome} (reachable, gone, unknown),
 * {@code reason} and, where it was found gone, {@code gone_from} and {@code gone_last}.
 */
final class LinkLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkLine() {}

    /** With its line end. */
    static String write(CheckedLink link) {
        ObjectNode line = JSON.createObjectNode();
        line.put("url", link.url());
        line.put("at", link.at().toString());
        line.put("outcome", link.finding().outcome().name().toLowerCase(Locale.ROOT));
        line.put("reason", link.finding().reason());
        Instant from = link.goneFrom();
        Instant last = link.goneLast();
        if (from != null && last != null) {
            line.put("gone_from", from.toString());
            line.put("gone_last", last.toString());
        }
        return line + "\n";
    }

    /** Empty if the line is not one of these. */
    static Optional<CheckedLink> read(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read == null || !read.path("url").isTextual() || !read.path("reason").isTextual()) {
                return Optional.empty();
            }
            var outcome = Finding.Outcome.valueOf(read.path("outcome").asText().toUpperCase(Locale.ROOT));
            Instant at = Instant.parse(read.path("at").asText());
            Instant from = moment(read.path("gone_from"));
            Instant last = moment(read.path("gone_last"));
            return Optional.of(new CheckedLink(read.path("url").asText(), at,
                    new Finding(outcome, read.path("reason").asText()), from, last));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant moment(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }
}
