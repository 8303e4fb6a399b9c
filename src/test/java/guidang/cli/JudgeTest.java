package guidang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import guidang.judged.Flaw;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class JudgeTest {
    private static final Path SEEDS = Run.ROOT.resolve("src/test/resources/judged/seeds.jsonl");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```console\n\\$ \\./guidang (.*?)\n(.*?)```");
    private static final Pattern LINES = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern TIMES = Pattern.compile("(?m) +\\d+\\.\\d\\d +\\d+\\.\\d\\d$");

    @TempDir
    private Path folder;

    /** Times aside. {@code -Dgolden.update=true} writes what comes out into the page. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/judged-questions.md", "docs/judged-questions.zh.md"})
    void what_the_page_shows_is_what_comes_out(String name) throws IOException {
        Path file = Run.ROOT.resolve(name);
        String page = Files.readString(file);
        Matcher example = EXAMPLE.matcher(page);
        assertTrue(example.find());
        List<String> args = List.of(example.group(1).split(" +"));
        assertEquals("src/test/resources/judged/seeds.jsonl", args.get(1));
        String real = judge(SEEDS.toString()).out();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page.substring(0, example.start(2)) + real + page.substring(example.end(2)));
        } else {
            assertEquals(untimed(real), untimed(example.group(2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/judged-questions.md", "docs/judged-questions.zh.md"})
    void the_lines_that_the_page_shows_are_in_the_file(String name) throws IOException {
        Matcher shown = LINES.matcher(Files.readString(Run.ROOT.resolve(name)));
        assertTrue(shown.find());
        Set<String> lines = new HashSet<>(Files.readAllLines(SEEDS));
        assertTrue(lines.containsAll(shown.group(1).lines().toList()));
    }

    @Test
    void the_file_of_an_archive_lies_beside_its_entries_and_is_none_of_them() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲\n---\n\n2020年1月2日，甲厂关门。\n");
        Files.writeString(archive.resolve("questions.jsonl"), """
                {"id":"1","kind":"question","query":"甲厂什么时候关门？","gold":[{"path":"a.md"}],"answer_any":["1月2日"]}
                {"id":"2","kind":"keyword","query":"questions","gold":[]}
                """);
        Run run = judge("--json", "--archive", archive.toString());
        assertEquals(GuidangCommand.WELL, run.code(), run::err);
        JsonNode all = new ObjectMapper().readTree(run.out()).get("rows").get(2);
        assertEquals(2, all.get("n").asInt());
        for (String measure : List.of("answered", "R@1", "answer", "refused")) {
            assertEquals(1.0, all.get(measure).asDouble(), measure);
        }
        assertEquals(List.of("entries  1"), run("index", "--archive", archive.toString()).lines().subList(0, 1));
    }

    @Test
    void each_bad_line_is_told_with_its_number_and_the_others_are_judged() throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"1","kind":"question","query":"微信支付什么时候上线？","gold":[]}
                {"id":"2","kind":"question"}
                nonsense \u001b[31m
                {"id":"4","kind":"timeline","query":"微信","gold":[{"path":"p"}],"events":[{"date":"七月","any":["x"]}]}
                """);
        Run run = judge(file.toString());
        assertEquals(GuidangCommand.PROBLEMS, run.code());
        List<String> told = run.err().lines().filter(line -> line.startsWith(file.toString())).toList();
        assertEquals(List.of("2", "3", "4"), told.stream().map(line -> line.split(":", -1)[1]).toList(), run::err);
        assertTrue(told.getFirst().contains("\"query\"") && told.getLast().contains("七月"), run::err);
        assertFalse(run.err().contains("\u001b"));
        assertEquals(4, run.lines().size(), run::out);
        assertTrue(run.lines().get(2).startsWith("all                1"), run::out);
        JsonNode flaws = new ObjectMapper().readTree(judge(file.toString(), "--json").out()).get("flaws");
        assertEquals(List.of("missing", "not_json", "not_a_date"), codes(flaws));
    }

    @Test
    void misses_are_listed_with_what_was_found_and_what_was_wanted() throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"A","kind":"keyword","query":"微信 相册","gold":[{"path":"other.md","heading":"h"}]}
                {"id":"B","kind":"question","query":"微信什么时候恢复注册？","gold":[]}
                """);
        List<String> lines = judge(file.toString(), "--misses").lines();
        assertEquals(List.of("A\tkeyword\t微信 相册\trank -; first 002_3d4d10aadd89d5e8.txt#读取相册问题; want other.md#h",
                "B\tquestion\t微信什么时候恢复注册？\tanswered what the archive does not hold"), lines.subList(5, 7));
        assertEquals(5, judge(file.toString()).lines().size());
    }

    @Test
    void a_file_that_cannot_be_read_exits_with_2_and_one_clear_line() {
        for (String file : List.of(folder.resolve("none.jsonl").toString(), folder.toString())) {
            Run run = judge(file);
            assertEquals(GuidangCommand.WRONG, run.code(), file);
            assertEquals(1, run.err().lines().count(), run::err);
            assertEquals("", run.out());
        }
    }

    @Test
    void a_file_without_questions_is_told_and_has_no_table() throws IOException {
        Path file = Files.write(folder.resolve("q.jsonl"), "\n".getBytes(StandardCharsets.UTF_8));
        Run run = judge(file.toString());
        assertEquals(GuidangCommand.PROBLEMS, run.code());
        assertTrue(run.err().contains("there is no question"), run::err);
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void there_are_words_for_every_flaw(Language language) {
        for (Flaw.Code code : Flaw.Code.values()) {
            String words = Mistake.of("q", 1, "judge." + code.key(), "<one>", "<two>").in(Texts.in(language));
            assertFalse(words.contains("{0}") || words.contains("{1}"), words);
        }
    }

    private static List<String> codes(JsonNode flaws) {
        var codes = new ArrayList<String>();
        flaws.forEach(flaw -> codes.add(flaw.get("code").asText()));
        return codes;
    }

    private static String untimed(String table) {
        return TIMES.matcher(table).replaceAll("");
    }

    private Run judge(String... args) {
        var all = new ArrayList<>(List.of("judge"));
        all.addAll(List.of(args));
        return run(all.toArray(String[]::new));
    }

    private Run run(String... args) {
        return Run.of("", Map.of("GUIDANG_DATA", folder.resolve("data").toString()), args);
    }
}
