package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "123456789:a-token_of-the-tests";

    @TempDir
    private Path home;

    @BeforeEach
    void an_archive_stands_at_the_usual_place() throws IOException {
        Files.createDirectories(home.resolve("seeds"));
        Files.createDirectories(home.resolve("bot-config"));
    }

    @Test
    void each_value_says_where_it_was_said() throws IOException {
        file("language: en\nreread_seconds: 30\ntelegram:\n  protection:\n    owners: [10, 9]\n");
        Run run = run(Map.of("GUIDANG_LANG", "zh-Hant"), "config", "--lang", "en");
        assertEquals(0, run.code(), run.err());
        assertEquals("--lang", where(run, "language", "en"));
        assertEquals(home.resolve("bot-config/guidang.yaml") + ":2", where(run, "reread_seconds", "30"));
        assertEquals(home.resolve("bot-config/guidang.yaml") + ":5",
                where(run, "telegram.protection.owners", "[9, 10]"));
        assertEquals("default", where(run, "telegram.url", "https://api.telegram.org"));
        assertEquals("GUIDANG_LANG", where(run(Map.of("GUIDANG_LANG", "en"), "config"), "language", "en"));
    }

    @Test
    void the_place_of_the_feed_is_checked_told_and_written_into_the_feed_unless_a_flag_names_another()
            throws IOException {
        file("feed:\n  url: https://example.org/feed/\noperation:\n  unchanged_days: 30\n");
        assertEquals(home.resolve("bot-config/guidang.yaml") + ":2",
                where(run(Map.of(), "config"), "feed.url", "https://example.org/feed/"));
        assertEquals(home.resolve("bot-config/guidang.yaml") + ":4",
                where(run(Map.of(), "config"), "operation.unchanged_days", "30"));
        Path out = home.resolve("out");
        assertEquals(0, run(Map.of(), "feed", "--out", out.toString()).code());
        assertTrue(Files.readString(out.resolve("feed.json")).contains("https://example.org/feed/"));
        run(Map.of("GUIDANG_FEED_URL", "https://example.org/other/"), "feed", "--out", out.toString());
        assertTrue(Files.readString(out.resolve("feed.json")).contains("https://example.org/other/"));
        run(Map.of(), "feed", "--out", out.toString(), "--url", "https://example.org/flag/");
        assertTrue(Files.readString(out.resolve("feed.json")).contains("https://example.org/flag/"));

        file("feed:\n  url: example.org/feed\noperation:\n  unchanged_days: soon\n");
        Run wrong = run(Map.of(), "config");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("guidang.yaml:2") && wrong.err().contains("guidang.yaml:4"), wrong.err());
    }

    @Test
    void no_secret_is_printed_but_where_it_stands_is() throws IOException {
        Files.writeString(home.resolve("hook"), "a-secret-of-the-hook");
        file("telegram:\n  webhook:\n    url: https://bot.example\n    secret_file: hook\n");
        Map<String, String> environment = Map.of("GUIDANG_TELEGRAM_TOKEN", TOKEN, "GUIDANG_TELEGRAM_PROXY",
                "http://me:hidden@proxy.example:3128");
        for (Run run : List.of(run(environment, "config"), run(environment, "config", "--json"))) {
            assertEquals(0, run.code(), run.err());
            assertFalse(run.out().contains("a-token"), run.out());
            assertFalse(run.out().contains("hidden"), run.out());
            assertFalse(run.out().contains("a-secret"), run.out());
            assertTrue(run.out().contains("proxy.example:3128"), run.out());
        }
        assertEquals("GUIDANG_TELEGRAM_TOKEN", where(run(environment, "config"), "telegram.token", InForce.MASK));
    }

    @Test
    void the_document_for_programs_names_file_and_line() throws IOException {
        file("# a comment\nlog: json\n");
        JsonNode document = JSON.readTree(run(Map.of(), "config", "--json").out());
        JsonNode log = setting(document, "log");
        assertEquals("json file 2", log.path("value").asText() + " " + log.path("origin").asText() + " "
                + log.path("line").asInt());
        assertTrue(setting(document, "telegram.proxy").path("value").isNull());
        assertEquals("default", setting(document, "data").path("origin").asText());
    }

    @Test
    void what_is_wrong_is_told_beside_what_could_be_read() throws IOException {
        file("language: en\noperation:\n  port: 100000\nlog: loud\n");
        Run run = run(Map.of(), "config", "--json");
        assertEquals(2, run.code());
        JsonNode document = JSON.readTree(run.out());
        assertEquals("en", setting(document, "language").path("value").asText());
        assertEquals(2, document.path("mistakes").size());
        assertTrue(run.err().contains("guidang.yaml:3"), run.err());
    }

    @Test
    void every_key_of_the_shipped_file_is_printed() throws IOException {
        Files.copy(Run.ROOT.resolve("bot-config/guidang.yaml"), home.resolve("bot-config/guidang.yaml"));
        Files.createFile(home.resolve("bot-config/aliases.txt"));
        String text = Files.readString(home.resolve("bot-config/guidang.yaml"));
        var shipped = assertInstanceOf(YamlNode.Mapping.class, YamlNode.read("", text, new ArrayList<>()));
        JsonNode document = JSON.readTree(run(Map.of("GUIDANG_TELEGRAM_WEBHOOK_URL", "https://bot.example"), "config",
                "--json").out());
        keys("", shipped).forEach(key -> assertFalse(setting(document, key).isMissingNode(), key));
    }

    private static Stream<String> keys(String above, YamlNode.Mapping map) {
        return map.values().entrySet().stream().flatMap(value -> value.getValue() instanceof YamlNode.Mapping below
                ? keys(above + value.getKey() + ".", below)
                : Stream.of(above + value.getKey()));
    }

    private static JsonNode setting(JsonNode document, String key) {
        return StreamSupport.stream(document.path("settings").spliterator(), false)
                .filter(each -> each.path("key").asText().equals(key)).findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String where(Run run, String key, String value) {
        String line = run.lines().stream().filter(each -> each.startsWith(key + " ")).findFirst().orElse("");
        assertTrue(line.contains(" " + value + " "), run.out());
        return line.substring(line.lastIndexOf("  ") + 2);
    }

    private Run run(Map<String, String> environment, String... arguments) {
        var all = new HashMap<>(environment);
        all.put("GUIDANG_HOME", home.toString());
        return Run.of("", all, arguments);
    }

    private void file(String content) throws IOException {
        Files.writeString(home.resolve("bot-config/guidang.yaml"), content);
    }
}
