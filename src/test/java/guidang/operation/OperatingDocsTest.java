package guidang.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.telegram.Meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What docs/operating/ shows works: its alerts and its board ask for what /metrics tells. */
class OperatingDocsTest {
    private static final Path DOCS = Path.of(System.getProperty("guidang.root"), "docs", "operating");
    private static final Pattern NAME = Pattern.compile("\\b(?:guidang|jvm|process|system)_[a-z_]+");

    @Test
    void every_alert_asks_for_what_is_told() throws IOException {
        JsonNode alerts = new YAMLMapper().readTree(DOCS.resolve("alerts.yml").toFile());
        var asked = new TreeSet<String>();
        for (JsonNode rule : alerts.path("groups").path(0).path("rules")) {
            assertFalse(rule.path("annotations").path("summary").asText().isBlank(), rule.toString());
            names(rule.path("expr").asText(), asked);
        }
        assertTrue(asked.size() > 8, asked::toString);
        asked.removeAll(told());
        assertEquals(Set.of(), asked);
    }

    @Test
    void every_panel_of_the_board_asks_for_what_is_told() throws IOException {
        JsonNode board = JsonMapper.builder().build().readTree(DOCS.resolve("dashboard.json").toFile());
        var asked = new TreeSet<String>();
        for (JsonNode panel : board.path("panels")) {
            assertTrue(panel.path("targets").size() > 0, panel.toString());
            panel.path("targets").forEach(target -> names(target.path("expr").asText(), asked));
        }
        assertTrue(asked.size() > 15, asked::toString);
        asked.removeAll(told());
        assertEquals(Set.of(), asked);
    }

    @Test
    void every_metric_of_the_page_is_told() throws IOException {
        for (String page : List.of("operating.md", "operating.zh.md")) {
            var asked = new TreeSet<String>();
            names(Files.readString(DOCS.resolve(page)), asked);
            assertTrue(asked.size() > 10, asked::toString);
            asked.removeAll(told());
            assertEquals(Set.of(), asked, page);
        }
    }

    private static void names(String text, Set<String> to) {
        NAME.matcher(text).results().forEach(match -> to.add(match.group()));
    }

    /** Names that /metrics exports after each thing has happened once. */
    private static Set<String> told() throws IOException {
        var names = new TreeSet<String>();
        Clock clock = Clock.systemUTC();
        try (var meters = new Meters("1", new Pulse(clock), clock)) {
            meters.watch("polling", () -> true);
            meters.arrived(Meter.Kind.MESSAGE, Meter.Entry.TAKEN);
            meters.dealtWith(Meter.Kind.MESSAGE, Duration.ZERO);
            meters.late(Duration.ZERO);
            meters.called("sendMessage", "done", Duration.ZERO);
            meters.called("getUpdates", "done", Duration.ZERO);
            var reply = new Reply(new Message("x", List.of(), List.of()), null, Language.ENGLISH);
            assertTrue(meters.measuring(request -> reply).apply(Request.typed("x")).answered());
            System.gc();
            String text = meters.scrape();
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> names(line.split("[{ ]", 2)[0], names));
        }
        // The JVM tells of a pause only after it has made one.
        names.addAll(Set.of("jvm_gc_pause_seconds_sum"));
        return names;
    }
}
