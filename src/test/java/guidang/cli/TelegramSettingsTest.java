package guidang.cli;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.message.Language;
import guidang.telegram.ProxyServer;
import guidang.telegram.Receiving;
import guidang.telegram.TelegramBot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TelegramSettingsTest {
    private static final String TOKEN = "123456789:a-token_of-the-tests";

    @TempDir
    private Path home;

    @BeforeEach
    void an_archive_stands_at_the_usual_place() throws IOException {
        Files.createDirectories(home.resolve("seeds"));
        Files.createDirectories(home.resolve("bot-config"));
    }

    @Test
    void without_a_token_there_is_no_bot_and_nothing_wrong() throws Exception {
        file("telegram:\n  url: http://127.0.0.1:8081\nreread_seconds: 0\n");
        assertNull(read(Map.of()).telegram());
        assertEquals(Duration.ZERO, read(Map.of()).reread());
    }

    @Test
    void a_token_in_the_environment_makes_a_bot_that_polls_telegram() throws Exception {
        TelegramBot.Settings settings = settings(Map.of("GUIDANG_TELEGRAM_TOKEN", " " + TOKEN + "\n"));
        assertEquals(URI.create("https://api.telegram.org"), settings.address());
        assertNull(settings.proxy());
        assertTrue(settings.limited());
        assertInstanceOf(Receiving.Polling.class, settings.receiving());
        assertFalse(settings.toString().contains("a-token"), settings::toString);
    }

    @Test
    void who_may_ask_stands_in_the_file() throws Exception {
        file("telegram:\n  protection:\n    owners: [9, 10]\n    person_a_minute: 7\n    members_of: '@our_group'\n");
        var protection = read(Map.of()).protection();
        assertEquals(Set.of(9L, 10L), protection.owners());
        assertEquals(7, protection.personAMinute());
        assertEquals("@our_group", protection.membersOf());
    }

    @Test
    void the_file_says_the_same_and_the_environment_comes_first() throws Exception {
        Files.writeString(home.resolve("token"), TOKEN + "\n");
        Files.writeString(home.resolve("hook"), "a-secret-of-the-file\n");
        file("""
                telegram:
                  token_file: token
                  url: http://127.0.0.1:8081
                  proxy: socks5://127.0.0.1:1080
                  limits: off
                  webhook:
                    url: https://bot.example/telegram/
                    listen: 127.0.0.1:9000
                    secret_file: hook
                    max_connections: 10
                """);
        TelegramBot.Settings settings = settings(Map.of());
        assertFalse(settings.limited());
        assertEquals(8081, settings.address().getPort());
        assertEquals(new ProxyServer(Proxy.Type.SOCKS, "127.0.0.1", 1080, null), settings.proxy());
        var webhook = assertInstanceOf(Receiving.Webhook.class, settings.receiving());
        assertEquals("/telegram/", webhook.path());
        assertEquals(9000, webhook.listen().getPort());
        assertEquals("a-secret-of-the-file", webhook.secret());
        assertEquals(10, webhook.connections());
        assertFalse(settings.toString().contains("a-secret"), settings::toString);
        TelegramBot.Settings others = settings(Map.of("GUIDANG_TELEGRAM_URL", "http://127.0.0.1:1/",
                "GUIDANG_TELEGRAM_WEBHOOK_URL", "https://other.example", "GUIDANG_TELEGRAM_PROXY",
                "http://me:p%40ss+@proxy.example:3128"));
        assertEquals(1, others.address().getPort());
        var login = Objects.requireNonNull(Objects.requireNonNull(others.proxy()).login());
        assertEquals("me p@ss+", login.user() + " " + login.password());
        assertFalse(others.toString().contains("p@ss"), others::toString);
        assertEquals("/", assertInstanceOf(Receiving.Webhook.class, others.receiving()).path());
    }

    @Test
    void every_mistake_is_told_at_once_with_its_line_and_without_what_is_secret() throws Exception {
        file("""
                telegram:
                  token: 123456789:a-token_of-the-tests
                  token_file: none
                  url: http://host/with/a/path
                  proxy: http://me:hidden@proxy.example:3128
                  limit: on
                  limits: maybe
                  webhook:
                    url: http://bot.example:1234
                    listen: somewhere
                    path: telegram
                    secret: hidden-hidden-hidden
                    secret_file: none
                    max_connections: 1000
                reread_seconds: often
                """);
        assertEquals(List.of("10 webhook.listen", "11 webhook.path", "12 webhook.secret.infile",
                "13 webhook.secret.unreadable", "14 webhook.connections", "15 reread.number", "2 token.infile",
                "3 token.unreadable", "4 telegram.url", "5 proxy.infile", "6 config.unknown.near", "7 config.onoff",
                "9 webhook.url"), mistakes(Map.of()));
    }

    @Test
    void what_is_no_token_is_told_without_it() throws Exception {
        assertEquals(List.of("0 token.malformed"), mistakes(Map.of("GUIDANG_TELEGRAM_TOKEN", "hidden")));
        assertEquals(List.of("0 token.unreadable"), mistakes(Map.of("GUIDANG_TELEGRAM_TOKEN_FILE", "/none")));
        file("telegram: 1\n");
        assertEquals(List.of("1 config.nomap"), mistakes(Map.of()));
    }

    private void file(String content) throws IOException {
        Files.writeString(home.resolve("bot-config/guidang.yaml"), content);
    }

    private TelegramBot.Settings settings(Map<String, String> environment) throws InvalidConfiguration {
        return Objects.requireNonNull(read(environment).telegram());
    }

    private Configuration read(Map<String, String> environment) throws InvalidConfiguration {
        var all = new HashMap<>(environment);
        all.put("GUIDANG_HOME", home.toString());
        return new ConfigurationReader(new ConfigurationReader.Flags(null, null, null, null), Map.copyOf(all)).read();
    }

    private List<String> mistakes(Map<String, String> environment) {
        List<Mistake> mistakes = assertThrows(InvalidConfiguration.class, () -> read(environment)).mistakes();
        for (Mistake mistake : mistakes) {
            for (Language language : Language.values()) {
                String told = mistake.in(Texts.in(language));
                assertTrue(told.length() > mistake.where().length() + 5);
                assertFalse(told.contains("hidden") || told.contains("a-token"), told);
            }
        }
        return mistakes.stream().map(mistake -> mistake.line() + " " + mistake.key()).sorted().toList();
    }
}
