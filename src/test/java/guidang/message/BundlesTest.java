package guidang.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer;
import guidang.archive.Archive;
import guidang.archive.Problem;
import guidang.archive.When;
import guidang.index.Hits;
import guidang.query.Query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BundlesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"Texts", "Problems"})
    void all_languages_have_the_same_keys_with_the_same_placeholders(String name) {
        ResourceBundle simplified = own(name, Language.SIMPLIFIED);
        for (Language language : Language.values()) {
            ResourceBundle other = own(name, language);
            assertEquals(new TreeSet<>(simplified.keySet()), new TreeSet<>(other.keySet()), language.name());
            for (String key : simplified.keySet()) {
                assertEquals(placeholders(simplified.getString(key)), placeholders(other.getString(key)),
                        language + " " + key);
            }
        }
    }

    /** The words of a language alone, without those that English lends it. */
    private static ResourceBundle own(String name, Language language) {
        String file = name + "_" + language.locale().toLanguageTag().replace('-', '_') + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_a_language_has_not_said_yet_is_said_in_english() {
        ResourceBundle begun = Language.words("guidang.message.Texts", Locale.JAPANESE);
        assertEquals("アーカイブの内容", begun.getString("about.header"));
        assertEquals(own("Texts", Language.ENGLISH).getString("latest.header"), begun.getString("latest.header"));
        ResourceBundle none = Language.words("guidang.message.Problems", Locale.JAPANESE);
        assertEquals(own("Problems", Language.ENGLISH).getString("NO_TITLE.what"), none.getString("NO_TITLE.what"));
    }

    private static Set<String> placeholders(String pattern) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void every_text_is_a_pattern_without_quoting(Language language) {
        for (String name : List.of("Texts", "Problems")) {
            ResourceBundle bundle = own(name, language);
            for (String key : bundle.keySet()) {
                String pattern = bundle.getString(key);
                assertFalse(pattern.isBlank(), key);
                assertEquals(-1, pattern.indexOf('\''), () -> key + ": an ASCII apostrophe quotes in a MessageFormat");
                assertNotNull(new MessageFormat(pattern, language.locale()), key);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_says_what_is_wrong_and_how_to_mend_it(Language language) {
        ResourceBundle problems = own("Problems", language);
        Set<String> wanted = Arrays.stream(Problem.Code.values())
                .flatMap(code -> Stream.of(code + ".what", code + ".mend"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(problems.keySet()));
    }

    static Stream<Enum<?>> alternatives() {
        return Stream.<Enum<?>[]>of(Query.Ignored.Reason.values(), Answer.Nothing.Reason.values(), When.Basis.values(),
                When.Relation.values(), Hits.Tier.values(), Archive.Skipped.Reason.values()).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("alternatives")
    void every_alternative_has_its_words(Enum<?> alternative) {
        for (Language language : Language.values()) {
            assertFalse(Texts.of(language).of(alternative, "x").isBlank(), language + " " + alternative);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_for_nothing_says_what_to_do_next(Answer.Nothing.Reason reason) {
        for (Language language : Language.values()) {
            assertFalse(Texts.of(language).of(Texts.key(reason) + ".next").isBlank());
        }
    }

    @Test
    void no_script_strays_into_the_other() throws IOException {
        assertEquals(List.of(), lines("_zh_Hant", Language.SIMPLIFIED));
        assertEquals(List.of(), lines("_zh_Hans", Language.TRADITIONAL));
    }

    /** Lines of a bundle with a character of the other script. */
    private static List<String> lines(String end, Language stray) throws IOException {
        List<String> strays = new ArrayList<>();
        for (String name : List.of("Texts", "Problems")) {
            Path file = Path.of(System.getProperty("guidang.root", "."),
                    "src/main/resources/guidang/message/" + name + end + ".properties");
            for (String line : Files.readAllLines(file)) {
                if (LanguageOf.hasOnly(stray, line)) {
                    strays.add(line);
                }
            }
        }
        return strays;
    }

    @Test
    void every_key_is_used() throws IOException {
        String code;
        try (Stream<Path> files = Files
                .list(Path.of(System.getProperty("guidang.root", "."), "src/main/java/guidang/message"))) {
            var all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            code = all.toString();
        }
        Set<String> composed = Set.of("command", "example", "refine", "usage");
        List<String> unused = own("Texts", Language.ENGLISH).keySet().stream()
                .filter(key -> Character.isLowerCase(key.charAt(0))
                        && !composed.contains(key.substring(0, Math.max(0, key.indexOf('.'))))
                        && !code.contains('"' + key + '"'))
                .toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void numbers_are_grouped_and_words_agree_with_them() {
        Texts english = Texts.of(Language.ENGLISH);
        assertEquals("1 place", english.of("found.total", 1L));
        assertEquals("1,234 places", english.of("found.total", 1_234L));
        assertEquals("no places", english.of("found.total", 0L));
        assertTrue(Texts.of(Language.TRADITIONAL).of("found.total", 1_234L).startsWith("1,234"));
    }
}
