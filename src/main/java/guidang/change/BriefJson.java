package guidang.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.archive.When;

/**
 * A {@link Brief} as it is kept: JSON, one object. What is empty is left out; fields of a newer version are passed over
 * when read.
 */
public final class BriefJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BriefJson() {}

    /** One line of JSON. */
    public static String write(Brief brief) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", brief.kind().name());
        put(node, "path", brief.path());
        put(node, "from", brief.from());
        put(node, "title", brief.title());
        put(node, "heading", brief.heading());
        put(node, "event", brief.event());
        When when = brief.when();
        if (when != null) {
            node.set("when", when(when));
        }
        put(node, "before", brief.before());
        put(node, "after", brief.after());
        for (Brief.Source source : brief.sources()) {
            ObjectNode one = node.withArray("/sources").addObject();
            put(one, "text", source.text());
            put(one, "url", source.url());
        }
        put(node, "author", brief.author());
        put(node, "commit", brief.commit());
        node.put("at", brief.at().toString());
        return node.toString();
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException if it is no such JSON, or of a kind of change that is not known
     */
    public static Brief read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of a change", e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("not the JSON of a change");
        }
        List<Brief.Source> sources = new ArrayList<>();
        for (JsonNode source : node.path("sources")) {
            sources.add(new Brief.Source(text(source, "text"), text(source, "url")));
        }
        try {
            return new Brief(Change.Kind.valueOf(text(node, "kind")), text(node, "path"), text(node, "from"),
                    text(node, "title"), text(node, "heading"), text(node, "event"), readWhen(node.get("when")),
                    text(node, "before"), text(node, "after"), sources, text(node, "author"), text(node, "commit"),
                    Instant.parse(text(node, "at")));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not the JSON of a change", e);
        }
    }

    private static ObjectNode when(When when) {
        ObjectNode node = JSON.createObjectNode();
        node.put("earliest", when.earliest().toString());
        node.put("latest", when.latest().toString());
        node.put("precision", when.precision().name());
        node.put("relation", when.relation().name());
        node.put("approximate", when.approximate());
        node.put("written", when.written());
        node.put("basis", when.basis().name());
        return node;
    }

    private static @Nullable When readWhen(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            return null;
        }
        return new When(LocalDate.parse(text(node, "earliest")), LocalDate.parse(text(node, "latest")),
                When.Precision.valueOf(text(node, "precision")), When.Relation.valueOf(text(node, "relation")),
                node.path("approximate").asBoolean(), text(node, "written"), When.Basis.valueOf(text(node, "basis")));
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
