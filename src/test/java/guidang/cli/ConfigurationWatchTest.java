package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigurationWatchTest {
    @TempDir
    private Path home;

    private final List<Configuration> taken = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(ConfigurationWatch.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + java.text.MessageFormat.format(entry.getMessage(),
                    entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private ConfigurationWatch watch;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(home.resolve("seeds"));
        Files.createDirectories(home.resolve("bot-config"));
        logger.addHandler(handler);
        logger.setLevel(java.util.logging.Level.ALL);
        logger.setUseParentHandlers(false);
        file("language: en\n");
        watch = new ConfigurationWatch(this::reader, reader().read(), taken::add, Texts.in(Language.ENGLISH));
        look();
    }

    @AfterEach
    void end() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void what_can_change_does_when_the_file_is_the_same_at_two_looks() throws IOException {
        file("language: en\ntelegram:\n  protection:\n    owners: [7]\n");
        watch.once();
        assertEquals(0, taken.size());
        watch.once();
        assertEquals(Set.of(7L), taken.getFirst().protection().owners());
        assertEquals(List.of("INFO the configuration has changed: telegram.protection.owners"), logged);
        look();
        assertEquals(1, taken.size());
    }

    @Test
    void what_needs_a_restart_is_told_once_in_one_line_and_the_rest_is_taken() throws IOException {
        Files.createDirectories(home.resolve("other"));
        file("archive: other\nlanguage: zh-Hant\nlog: json\n");
        look();
        look();
        file("archive: other\nlanguage: zh-Hans\nlog: json\n");
        look();
        assertEquals(2, taken.size());
        assertEquals(List.of("WARNING these changes of the configuration need a restart: archive, log"),
                logged.stream().filter(line -> line.contains("restart")).toList());
    }

    @Test
    void a_broken_file_keeps_what_was_and_says_which_line_is_wrong() throws IOException {
        file("language: en\nreread_seconds: often\n");
        look();
        assertEquals(0, taken.size());
        assertTrue(logged.getFirst().contains("guidang.yaml:2: \"reread_seconds\" takes a whole number"),
                logged::toString);
        file("language: en\nreread_seconds: 20\n");
        look();
        assertEquals(20, taken.getFirst().reread().toSeconds());
    }

    @Test
    void a_token_of_another_bot_needs_a_restart_though_no_key_has_changed() throws Exception {
        Files.writeString(home.resolve("token"), "123456789:one-token-of-the-tests");
        file("telegram:\n  token_file: token\n");
        watch = new ConfigurationWatch(this::reader, reader().read(), taken::add, Texts.in(Language.ENGLISH));
        Files.writeString(home.resolve("token"), "123456789:another-token-of-the-tests");
        watch.read();
        assertEquals(List.of("WARNING these changes of the configuration need a restart: telegram.token"), logged);
    }

    private void look() {
        watch.once();
        watch.once();
    }

    private ConfigurationReader reader() {
        return new ConfigurationReader(new ConfigurationReader.Flags(null, null, null, null),
                Map.of("GUIDANG_HOME", home.toString()));
    }

    private void file(String content) throws IOException {
        Files.writeString(home.resolve("bot-config/guidang.yaml"), content);
    }
}
