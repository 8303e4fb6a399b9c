package guidang.playground;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class PlaygroundTest {
    private static final long GROUP = -1_001_700_000_000L;

    @TempDir
    Path folder;
    private Playground playground;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("one.md"), "# One\n");
        Files.writeString(folder.resolve("secret.key"), "not an entry");
        playground = new Playground(0, new EntryFolder(folder, true), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        playground.close();
    }

    @Test
    void another_name_that_leads_to_this_machine_is_refused() throws IOException {
        int port = playground.page().getPort();
        assertEquals(403, status("GET / HTTP/1.1\r\nHost: rebound.example:" + port + "\r\n\r\n"));
        assertEquals(403, status("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        assertEquals(200, status("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"));
    }

    @Test
    void only_the_page_itself_changes_anything() throws IOException {
        assertEquals(200, post("move", ours(), "application/json", "{}"));
        assertEquals(403, post("move", "http://other.example", "application/json", "{}"));
        assertEquals(403, post("move", "null", "application/json", "{}"));
        assertEquals(403, post("move", "", "application/json", "{}"));
        assertEquals(404, post("move", ours(), "text/plain", "{}"));
    }

    @Test
    void another_site_reads_nothing() throws IOException {
        String begin = "GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + playground.page().getPort() + "\r\n";
        assertEquals(403, status(begin + "Sec-Fetch-Site: cross-site\r\n\r\n"));
        assertEquals(403, status(begin + "Origin: http://other.example\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.js", "/style.css", "/texts/en", "/api/entries"})
    void everything_is_served_with_a_strict_policy(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode());
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"));
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void the_page_has_no_inline_code_and_inserts_no_html() throws IOException {
        Path resources = Path.of(System.getProperty("guidang.root"), "src/main/resources/guidang/playground");
        String page = Files.readString(resources.resolve("index.html"));
        assertFalse(Pattern.compile("<script(?![^>]*src=)|\\son\\w+=|\\sstyle=|https?://").matcher(page).find());
        try (Stream<Path> files = Files.list(resources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".js")).toList()) {
                assertFalse(Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|import\\(")
                        .matcher(Files.readString(file)).find(), file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-hans", "zh-hant"})
    void the_page_says_the_same_in_every_language(String language) {
        JsonNode english = PageTexts.in("en");
        JsonNode other = PageTexts.in(language);
        var keys = new TreeSet<String>();
        english.fieldNames().forEachRemaining(keys::add);
        var its = new TreeSet<String>();
        other.fieldNames().forEachRemaining(its::add);
        assertEquals(keys, its);
        for (String key : keys) {
            assertEquals(english.get(key).asText().contains("{0}"), other.get(key).asText().contains("{0}"), key);
        }
    }

    @Test
    void every_text_that_the_page_asks_for_is_there() throws IOException {
        Path resources = Path.of(System.getProperty("guidang.root"), "src/main/resources/guidang/playground");
        JsonNode texts = PageTexts.in("en");
        var asked = Pattern.compile("text\\('([a-z.]+)'|data-(?:text|label|placeholder)=\"([a-z.]+)\"");
        try (Stream<Path> files = Files.list(resources)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(js|html)")).toList()) {
                var matcher = asked.matcher(Files.readString(file));
                while (matcher.find()) {
                    String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    assertTrue(texts.has(key) || key.endsWith("."), key + " in " + file.getFileName());
                }
            }
        }
    }

    @Test
    void what_is_said_on_the_page_reaches_the_bot_and_its_reply_the_page() throws Exception {
        try (var page = new Looking()) {
            assertEquals("everything", page.next("everything").path("kind").asText());
            assertEquals(200, post("say", ours(), "application/json",
                    "{\"person\":7001,\"chat\":7001,\"text\":\"你好\"}"));
            assertEquals("你好", page.next("message").path("message").path("text").asText());
            JsonNode update = call("getUpdates", "{}").path("result").path(0);
            assertEquals("zh-hans", update.path("message").path("from").path("language_code").asText());
            call("sendMessage", "{\"chat_id\":7001,\"text\":\"您好\",\"disable_notification\":true}");
            assertEquals("您好", page.next("message").path("message").path("text").asText());
            JsonNode called = page.next("call");
            while (!called.path("method").asText().equals("sendMessage")) {
                called = page.next("call");
            }
            assertTrue(called.path("body").path("disable_notification").asBoolean());
            assertEquals(200, called.path("status").asInt());
        }
    }

    @Test
    void a_page_that_was_away_hears_only_what_it_missed() throws Exception {
        String seen;
        try (var page = new Looking()) {
            page.next("everything");
            seen = page.lastId;
        }
        call("sendMessage", "{\"chat_id\":7001,\"text\":\"meanwhile\"}");
        try (var page = new Looking(seen)) {
            assertEquals("meanwhile", page.next("message").path("message").path("text").asText());
            assertFalse(page.kinds.contains("everything"));
        }
        try (var page = new Looking("anotherrun-1")) {
            page.next("everything");
        }
    }

    @Test
    void telegram_fails_as_it_is_told_and_is_well_again() throws Exception {
        trouble("OUTAGE");
        assertEquals(500, call("getMe", "{}").path("error_code").asInt());
        trouble("FLOOD");
        assertEquals(3, call("sendMessage", "{\"chat_id\":7001,\"text\":\"x\"}").path("parameters")
                .path("retry_after").asInt());
        assertTrue(call("getMe", "{}").path("ok").asBoolean());
        trouble("GATEWAY");
        assertTrue(api("getMe", "{}").body().startsWith("<html>"));
        trouble("NONE");
        assertTrue(call("getMe", "{}").path("ok").asBoolean());
        assertEquals(200, post("bot", ours(), "application/json", "{\"person\":7001,\"chat\":7001,\"out\":true}"));
        assertEquals(403, call("sendMessage", "{\"chat_id\":7001,\"text\":\"x\"}").path("error_code").asInt());
        assertEquals(400, post("say", ours(), "application/json", "{\"person\":7001,\"chat\":7001,\"text\":\"x\"}"));
        assertEquals(200, post("move", ours(), "application/json", "{}"));
        JsonNode moved = call("sendMessage", "{\"chat_id\":" + GROUP + ",\"text\":\"x\"}");
        assertEquals(GROUP - 1, moved.path("parameters").path("migrate_to_chat_id").asLong());
    }

    @Test
    void the_token_is_new_each_time_and_is_told_to_no_page() throws Exception {
        try (var page = new Looking()) {
            JsonNode all = page.next("everything");
            call("getMe", "{}");
            JsonNode called = page.next("call");
            String secret = playground.token().substring(playground.token().indexOf(':') + 1);
            assertFalse((all.toString() + called).contains(secret));
            assertFalse(playground.token().equals(BotApiServer.TOKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.key", "../one.md", "/etc/passwd", "", "missing.md"})
    void nothing_but_entries_is_read_or_written(String path) throws Exception {
        assertEquals(404, get("/api/entry?path=" + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8))
                .statusCode());
        assertEquals(500, post("entry", ours(), "application/json", "{\"path\":\"" + path + "\",\"text\":\"x\"}"));
        assertEquals("not an entry", Files.readString(folder.resolve("secret.key")));
    }

    @Test
    void an_entry_is_changed_only_in_a_copy() throws Exception {
        assertEquals(200, post("entry", ours(), "application/json", "{\"path\":\"one.md\",\"text\":\"# Two\\n\"}"));
        assertEquals("# Two\n", Files.readString(folder.resolve("one.md")));
        try (var other = new Playground(0, new EntryFolder(folder, false), Clock.systemUTC())) {
            playground.close();
            playground = other;
            assertEquals(500, post("entry", ours(), "application/json", "{\"path\":\"one.md\",\"text\":\"# 3\\n\"}"));
        }
        assertEquals("# Two\n", Files.readString(folder.resolve("one.md")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"person\":7001,\"chat\":1,\"text\":\"x\"}",
            "{\"person\":7001,\"chat\":7001,\"text\":\" \"}", "{\"person\":9,\"chat\":7001,\"text\":\"x\"}",
            "{\"person\":7001,\"chat\":-1001700000000,\"topic\":5,\"text\":\"x\"}", "{", "7"})
    void what_makes_no_sense_is_refused(String body) throws IOException {
        assertEquals(400, post("say", ours(), "application/json", body));
        assertEquals(400, post("press", ours(), "application/json", body));
        assertEquals(400, post("nothing", ours(), "application/json", body));
    }

    private void trouble(String how) throws IOException {
        assertEquals(200, post("trouble", ours(), "application/json", "{\"trouble\":\"" + how + "\"}"));
    }

    private String ours() {
        return "http://127.0.0.1:" + playground.page().getPort();
    }

    private int post(String act, String origin, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return status("POST /api/" + act + " HTTP/1.1\r\nHost: 127.0.0.1:" + playground.page().getPort() + "\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n") + "Content-Type: " + type
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    /** The status of the answer to a request as it stands: clients do not let one forge these headers. */
    private int status(String request) throws IOException {
        try (var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), playground.page().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(begin, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(playground.page().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> api(String method, String body) throws IOException, InterruptedException {
        URI address = playground.api().resolve("/bot" + playground.token() + "/" + method);
        return http.send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode call(String method, String body) throws IOException, InterruptedException {
        return BotApiServer.JSON.readTree(api(method, body).body());
    }

    /** A page that looks on. */
    private final class Looking implements AutoCloseable {
        private final Stream<String> lines;
        private final java.util.Iterator<String> each;
        private final List<String> kinds = new ArrayList<>();
        private String lastId = "";

        Looking() throws IOException, InterruptedException {
            this("");
        }

        Looking(String seen) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(playground.page().resolve("/events"));
            if (!seen.isEmpty()) {
                request.header("Last-Event-ID", seen);
            }
            lines = http.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
            each = lines.iterator();
        }

        JsonNode next(String kind) throws IOException {
            while (true) {
                String line = each.next();
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    JsonNode event = BotApiServer.JSON.readTree(line.substring(6));
                    kinds.add(event.path("kind").asText());
                    if (event.path("kind").asText().equals(kind)) {
                        return event;
                    }
                }
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
