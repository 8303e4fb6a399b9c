package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InitCommandTest {
    private static final String TOKEN = "123456789:a-token_of-the-tests";

    @TempDir
    private Path home;

    @BeforeEach
    void an_archive_stands_at_the_usual_place() throws IOException {
        Files.createDirectories(home.resolve("seeds"));
        Files.createDirectories(home.resolve("bot-config"));
        Files.createFile(home.resolve("bot-config/aliases.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant"})
    void five_answers_become_a_file_that_says_them(String language) throws Exception {
        Files.createDirectories(home.resolve("a # folder"));
        Run run = init(home.resolve("a # folder") + "\n" + language + "\n" + TOKEN + "\n7, 8\n@our_group\n",
                Map.of("GUIDANG_LANG", language), "init");
        assertEquals(0, run.code(), run.err());
        Configuration configuration = read();
        assertEquals(home.resolve("a # folder"), configuration.archive());
        assertEquals(language, configuration.chosenLanguage().orElseThrow().locale().toLanguageTag());
        assertNotNull(configuration.telegram());
        assertEquals(Set.of(7L, 8L), configuration.protection().owners());
        assertEquals("@our_group", configuration.protection().membersOf());
    }

    @Test
    void the_token_stands_in_a_file_that_only_its_owner_reads_and_nowhere_else() throws Exception {
        Run run = init("\n\n" + TOKEN + "\n\n\n", Map.of(), "init");
        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().contains("a-token"), run.out());
        assertFalse(text().contains("a-token"), text());
        assertTrue(text().contains("token_file: data/token"), text());
        assertEquals(TOKEN, Files.readString(home.resolve("data/token")).strip());
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/token"))));
    }

    @Test
    void without_questions_the_options_and_the_environment_say_it() throws Exception {
        Run run = init("", Map.of("GUIDANG_TELEGRAM_TOKEN", TOKEN), "init", "--yes", "--lang", "en", "--owner", "7",
                "--members-of", "-1001234", "--token-file", home.resolve("secret").toString());
        assertEquals(0, run.code(), run.err());
        assertEquals("-1001234", read().protection().membersOf());
        assertEquals(TOKEN, Files.readString(home.resolve("secret")).strip());
        assertNotNull(read().telegram());
    }

    @Test
    void a_file_that_is_there_is_left_alone_unless_it_is_to_be_overwritten() throws Exception {
        Files.writeString(home.resolve("bot-config/guidang.yaml"), "language: en\n");
        Run refused = init("", Map.of(), "init", "--yes");
        assertEquals(2, refused.code());
        assertEquals("language: en\n", text());
        assertTrue(refused.err().contains("--force"), refused.err());
        assertEquals(0, init("", Map.of(), "init", "--yes", "--force").code());
        assertTrue(text().startsWith("#"), text());
        assertEquals("language: en\n", Files.readString(home.resolve("bot-config/guidang.yaml.old")));
    }

    @Test
    void a_token_that_is_there_is_not_lost() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/token"), "987654321:another-token\n");
        Run run = init("\n\n" + TOKEN + "\n\n\n", Map.of(), "init");
        assertEquals(2, run.code());
        assertEquals("987654321:another-token\n", Files.readString(home.resolve("data/token")));
        assertFalse(Files.exists(home.resolve("bot-config/guidang.yaml")));
    }

    @Test
    void a_wrong_answer_is_asked_again_and_an_end_of_input_writes_nothing() throws Exception {
        Run run = init("no-such-folder\n\nklingon\nen\n12345\n\nme\n7\nourgroup\n\n", Map.of(), "init", "--lang",
                "en");
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.out().split("no such folder", -1).length - 1);
        assertEquals(Set.of(7L), read().protection().owners());
        Run ended = init("\nen\n", Map.of(), "init", "--force", "--config", home.resolve("other.yaml").toString());
        assertEquals(2, ended.code());
        assertFalse(Files.exists(home.resolve("other.yaml")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void in_each_language_the_file_says_what_holds_without_one(Language language) throws Exception {
        Run run = init("", Map.of("GUIDANG_LOCALE", language.locale().toString().replace("_#", "_")), "init", "--yes");
        assertEquals(0, run.code(), run.err());
        InForce written = read().inForce();
        Files.delete(home.resolve("bot-config/guidang.yaml"));
        InForce usual = read().inForce();
        assertEquals(List.of(), written.differences(usual));
    }

    @Test
    void the_shipped_file_is_the_one_that_init_writes() throws Exception {
        assertEquals(0, init("", Map.of("GUIDANG_LOCALE", "en"), "init", "--yes").code());
        assertEquals(Files.readString(Run.ROOT.resolve("bot-config/guidang.yaml")), text());
    }

    private Run init(String input, Map<String, String> environment, String... arguments) {
        var all = new HashMap<>(environment);
        all.put("GUIDANG_HOME", home.toString());
        return Run.of(input, all, arguments);
    }

    private Configuration read() throws InvalidConfiguration {
        return new ConfigurationReader(new ConfigurationReader.Flags(null, null, null, null),
                Map.of("GUIDANG_HOME", home.toString())).read();
    }

    private String text() throws IOException {
        return Files.readString(home.resolve("bot-config/guidang.yaml"));
    }
}
