package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.message.Language;
import guidang.playground.BotApiServer;
import guidang.store.Store;
import guidang.telegram.Checkup;
import guidang.telegram.TelegramBot;
import guidang.telegram.Token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DoctorCommandTest {
    @TempDir
    private Path home;

    @BeforeEach
    void an_archive_stands_at_the_usual_place() throws IOException {
        Files.createDirectories(home.resolve("seeds"));
        Files.writeString(home.resolve("seeds/a.md"), "---\ntitle: 甲公司\n---\n\n2021年3月1日，甲公司发布新的规定。\n");
    }

    @Test
    void all_is_well_beside_a_bot_that_has_the_store_open() throws Exception {
        try (var server = new BotApiServer();
                Store store = Store.open(Files.createDirectories(home.resolve("data")).resolve("guidang.db"))) {
            store.facts().set("a", "b");
            Run run = doctor(server);
            assertEquals(0, run.code(), run.out());
            assertTrue(run.out().contains("✓ Telegram takes the token: @" + BotApiServer.NAME), run.out());
            assertTrue(run.out().contains("✓ Store: whole"), run.out());
            assertTrue(run.out().contains("✓ Clock: right"), run.out());
            assertTrue(run.out().contains("✓ Polling"), run.out());
            assertFalse(run.out().contains("stand-in_token"), run.out());
            assertEquals(0, server.calls("getUpdates").size() + server.calls("deleteWebhook").size());
            store.facts().set("a", "c");
        }
    }

    @Test
    void a_webhook_in_the_way_and_a_refused_token_are_told() throws Exception {
        try (var server = new BotApiServer()) {
            server.webhook("https://somebody.example/hook");
            Run run = doctor(server);
            assertEquals(1, run.code(), run.out());
            assertTrue(run.out().contains("✗ A webhook is set (https://somebody.example/hook)"), run.out());
            server.tokenValid(false);
            assertTrue(doctor(server).out().contains("✗ Telegram does not take the token"));
        }
    }

    @Test
    void without_a_network_it_says_so_and_looks_at_the_rest() throws Exception {
        String address;
        try (var server = new BotApiServer()) {
            address = server.address().toString();
        }
        Run run = run(Map.of("GUIDANG_TELEGRAM_TOKEN", BotApiServer.TOKEN, "GUIDANG_TELEGRAM_URL", address));
        assertEquals(1, run.code(), run.out());
        assertTrue(run.out().contains("✗ 127.0.0.1 cannot be reached"), run.out());
        assertTrue(run.out().contains("– Clock: not looked at"), run.out());
        assertTrue(run.out().contains("✓ Archive: 1 entries"), run.out());
    }

    @Test
    void a_damaged_store_a_damaged_index_and_an_open_token_are_told() throws Exception {
        assertEquals(0, Run.of("", environment(Map.of()), "index").code());
        assertTrue(run(Map.of()).out().contains("✓ Index: whole"));
        Path data = home.resolve("data");
        Files.writeString(data.resolve("guidang.db"),
                "this is no database, and long enough to be looked at. ".repeat(50));
        try (var files = Files.walk(data.resolve("index"))) {
            Path segment = files.filter(file -> file.toString().endsWith(".cfs")
                    || file.toString().endsWith(".fdt")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
        }
        Files.writeString(home.resolve("token"), BotApiServer.TOKEN);
        Files.setPosixFilePermissions(home.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
        try (var server = new BotApiServer()) {
            Run run = run(Map.of("GUIDANG_TELEGRAM_TOKEN_FILE", home.resolve("token").toString(),
                    "GUIDANG_TELEGRAM_URL", server.address().toString()));
            assertEquals(1, run.code());
            assertTrue(run.out().contains("✗ Store: "), run.out());
            assertTrue(run.out().contains("✗ Index: damaged"), run.out());
            assertTrue(run.out().contains("✗ Token: "), run.out());
        }
    }

    @Test
    void a_wrong_configuration_is_told_with_its_line() throws IOException {
        Files.createDirectories(home.resolve("bot-config"));
        Files.writeString(home.resolve("bot-config/guidang.yaml"), "language: klingon\n");
        Run run = run(Map.of());
        assertEquals(1, run.code());
        assertTrue(run.out().contains("guidang.yaml:1: "), run.out());
    }

    @Test
    void a_clock_that_is_off_shows_by_how_much() throws Exception {
        try (var server = new BotApiServer()) {
            var settings = new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(), server.address(), null,
                    false, Language.ENGLISH);
            Checkup checkup = Checkup.of(settings, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
            long ahead = Objects.requireNonNull(checkup.ahead()).toSeconds();
            assertTrue(ahead >= 295 && ahead <= 310, "ahead by " + ahead);
        }
    }

    private Run doctor(BotApiServer server) {
        return run(Map.of("GUIDANG_TELEGRAM_TOKEN", BotApiServer.TOKEN, "GUIDANG_TELEGRAM_URL",
                server.address().toString()));
    }

    private Run run(Map<String, String> environment) {
        return Run.of("", environment(environment), "doctor");
    }

    private Map<String, String> environment(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("GUIDANG_HOME", home.toString());
        all.put("GUIDANG_LOCALE", "en");
        return all;
    }
}
