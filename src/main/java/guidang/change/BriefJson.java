package guidang.change;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.archive.When;

/** A {@link Brief} as JSON, to be kept. Fields that a later version adds are passed over. */
public final class BriefJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BriefJson() {}

    public static String write(Brief brief) {
        ObjectNode node = JSON.createObjectNode().put("kind", brief.kind().name()).put("path", brief.path())
                .put("from", brief.from()).put("title", brief.title()).put("heading", brief.heading())
                .put("event", brief.event()).put("before", brief.before()).put("after", brief.after())
                .put("author", brief.author()).put("commit", brief.commit()).put("at", brief.at().toString());
        When when = brief.when();
        if (when != null) {
            node.putObject("when").put("earliest", when.earliest().toString()).put("latest", when.latest().toString())
                    .put("precision", when.precision().name()).put("relation", when.relation().name())
                    .put("approximate", when.approximate()).put("written", when.written())
                    .put("basis", when.basis().name());
        }
        ArrayNode sources = node.putArray("sources");
        brief.sources().forEach(each -> sources.addObject().put("text", each.text()).put("url", each.url()));
        return node.toString();
    }

    public static Brief read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<Brief.Source> sources = new ArrayList<>();
            node.path("sources").forEach(
                    each -> sources.add(new Brief.Source(each.path("text").asText(), each.path("url").asText())));
            return new Brief(Change.Kind.valueOf(node.path("kind").asText()), node.path("path").asText(),
                    node.path("from").asText(), node.path("title").asText(), node.path("heading").asText(),
                    node.path("event").asText(), when(node.path("when")), node.path("before").asText(),
                    node.path("after").asText(), sources, node.path("author").asText(),
                    node.path("commit").asText(), Instant.parse(node.path("at").asText()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable When when(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new When(LocalDate.parse(node.path("earliest").asText()),
                        LocalDate.parse(node.path("latest").asText()),
                        When.Precision.valueOf(node.path("precision").asText()),
                        When.Relation.valueOf(node.path("relation").asText()), node.path("approximate").asBoolean(),
                        node.path("written").asText(), When.Basis.valueOf(node.path("basis").asText()));
    }
}
