package guidang.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigurationReaderTest {
    private static final ConfigurationReader.Flags NO_FLAGS = new ConfigurationReader.Flags(null, null, null, null);

    @TempDir
    private Path home;

    @BeforeEach
    void an_archive_stands_at_the_usual_place() throws IOException {
        Files.createDirectories(home.resolve("seeds"));
        Files.createDirectories(home.resolve("bot-config"));
    }

    @Test
    void without_a_file_the_usual_places_hold() throws Exception {
        Configuration configuration = read(NO_FLAGS, Map.of());
        assertEquals(home.resolve("seeds"), configuration.archive());
        assertEquals(home.resolve("data"), configuration.data());
        assertNull(configuration.language());
        assertEquals(List.of(), configuration.aliases().groups());
    }

    @Test
    void a_path_in_the_file_starts_from_the_folder_above_bot_config() throws Exception {
        Files.createDirectories(home.resolve("pages"));
        file("archive: pages\ndata: state\nlanguage: zh-Hant\n");
        Configuration configuration = read(NO_FLAGS, Map.of());
        assertEquals(home.resolve("pages"), configuration.archive());
        assertEquals(home.resolve("state"), configuration.data());
        assertEquals(Language.TRADITIONAL, configuration.language());
    }

    @Test
    void a_flag_overrides_the_environment_and_the_environment_the_file() throws Exception {
        Path flagged = Files.createDirectories(home.resolve("flagged"));
        Path meant = Files.createDirectories(home.resolve("meant"));
        file("archive: no-such-folder\ndata: no-such-folder\nlanguage: en\n");
        var flags = new ConfigurationReader.Flags(flagged.toString(), null, null, null);
        Configuration configuration = read(flags, Map.of("GUIDANG_ARCHIVE", "also-missing", "GUIDANG_DATA",
                meant.toString(), "GUIDANG_LANG", "zh-Hans"));
        assertEquals(flagged, configuration.archive());
        assertEquals(meant, configuration.data());
        assertEquals(Language.SIMPLIFIED, configuration.language());
    }

    @Test
    void every_mistake_is_listed_at_once_with_its_line() throws IOException {
        file("""
                # comment
                archiv: seeds
                data: [one, two]
                language: klingon
                data: data
                aliases: missing.txt
                wholly-unknown: 1
                """);
        assertEquals(List.of("3 config.type", "4 language.unknown", "5 config.duplicate", "6 config.missing",
                "2 config.unknown.near", "7 config.unknown").stream().sorted().toList(), mistakes());
    }

    @Test
    void broken_yaml_is_a_mistake_with_its_line() throws IOException {
        file("archive: seeds\nlanguage: \"open\n");
        List<String> mistakes = mistakes();
        assertEquals(1, mistakes.size(), mistakes::toString);
        assertTrue(mistakes.getFirst().matches("[23] config.syntax"), mistakes::toString);
    }

    @ParameterizedTest
    @CsvSource({"just words,1 config.notamap", "- a,1 config.notamap", "archive: nowhere,1 archive.missing",
            "archive: bot-config/guidang.yaml,1 archive.notafolder", "data: bot-config/guidang.yaml,1 data.notafolder"})
    void a_wrong_file_is_told(String content, String expected) throws IOException {
        file(content);
        assertEquals(List.of(expected), mistakes());
    }

    @Test
    void a_configuration_that_is_named_must_be_there() {
        assertEquals(List.of("0 config.missing"), mistakes(Map.of("GUIDANG_CONFIG", home + "/none.yaml")));
    }

    @Test
    void a_file_that_is_not_utf8_is_told() throws IOException {
        Files.write(home.resolve("bot-config/guidang.yaml"), new byte[]{'a', ':', ' ', (byte) 0xff});
        assertEquals(List.of("0 config.notutf8"), mistakes());
    }

    @Test
    void deep_nesting_and_many_lines_are_told_in_bounded_time() throws IOException {
        file("a: " + "[".repeat(5_000) + "]".repeat(5_000));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(10),
                () -> assertTrue(!mistakes().isEmpty()));
    }

    @Test
    void names_that_mean_the_same_are_read_a_group_a_line() {
        var mistakes = new ArrayList<Mistake>();
        var aliases = AliasFile.read("a", """
                # names
                微信 = WeChat=Weixin  # the app
                C# ＝ C sharp
                """, mistakes);
        assertEquals(List.of(Set.of("微信", "WeChat", "Weixin"), Set.of("C#", "C sharp")), aliases.groups());
        assertEquals(List.of(), mistakes);
    }

    @Test
    void a_wrong_line_of_names_is_told_and_the_others_hold() {
        var mistakes = new ArrayList<Mistake>();
        var aliases = AliasFile.read("a", "one\nb = \nc = d\nC = e\nf = g\n", mistakes);
        assertEquals(List.of(Set.of("c", "d"), Set.of("f", "g")), aliases.groups());
        assertEquals(List.of("1 alias.single", "2 alias.empty", "4 alias.twice"), shown(mistakes));
    }

    @Test
    void the_configuration_that_is_shipped_is_valid() throws Exception {
        String root = System.getProperty("guidang.root");
        Configuration shipped = new ConfigurationReader(NO_FLAGS, Map.of("GUIDANG_HOME", root)).read();
        assertEquals(Path.of(root, "seeds"), shipped.archive());
        assertTrue(shipped.aliases().groups().size() > 50);
    }

    /** Of what the command line and the prompt say; read from the files, for bundles lend each other what they lack. */
    @ParameterizedTest
    @CsvSource({"cli", "terminal"})
    void every_text_stands_in_every_language(String room) throws Exception {
        Path folder = Path.of(System.getProperty("guidang.root"), "src/main/resources/guidang", room);
        Set<String> keys = keys(folder.resolve("Texts.properties"));
        for (Language language : Language.values()) {
            if (language != Language.ENGLISH) {
                String tag = language.locale().toLanguageTag().replace('-', '_');
                assertEquals(keys, keys(folder.resolve("Texts_" + tag + ".properties")), room + " " + tag);
            }
        }
    }

    private static Set<String> keys(Path file) throws Exception {
        try (Reader in = Files.newBufferedReader(file)) {
            return new TreeSet<>(new PropertyResourceBundle(in).keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8,SIMPLIFIED", "zh_TW,TRADITIONAL", "zh-Hant-HK,TRADITIONAL", "C,",
            "de_DE,", "en_GB,ENGLISH"})
    void a_locale_has_a_language(String locale, @Nullable Language language) {
        assertEquals(Optional.ofNullable(language), Texts.ofEnvironment(Map.of("LANG", locale)));
    }

    private void file(String content) throws IOException {
        Files.writeString(home.resolve("bot-config/guidang.yaml"), content);
    }

    private Configuration read(ConfigurationReader.Flags flags, Map<String, String> environment)
            throws InvalidConfiguration {
        var all = new java.util.HashMap<>(environment);
        all.put("GUIDANG_HOME", home.toString());
        return new ConfigurationReader(flags, Map.copyOf(all)).read();
    }

    private List<String> mistakes() {
        return mistakes(Map.of());
    }

    private List<String> mistakes(Map<String, String> environment) {
        return shown(assertThrows(InvalidConfiguration.class, () -> read(NO_FLAGS, environment)).mistakes());
    }

    private static List<String> shown(List<Mistake> mistakes) {
        for (Mistake mistake : mistakes) {
            for (Language language : Language.values()) {
                assertTrue(mistake.in(Texts.in(language)).length() > mistake.where().length() + 5);
            }
        }
        return mistakes.stream().map(mistake -> mistake.line() + " " + mistake.key()).sorted().toList();
    }
}
