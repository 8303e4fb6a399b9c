package guidang.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.message.Language;
import guidang.message.ProblemText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The tables of docs/archives.md are true: each kind of problem is provoked, each date is read. ⏎ ends a line.
 * {@code -Dgolden.update=true} writes what check really says into the table.
 */
class ArchivesPageTest {
    private static final Pattern PROBLEM = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (.*?) \\| (.*?) \\|$");
    private static final Pattern DATE = Pattern.compile("(?m)^\\| `(.+?)` \\| `([0-9-]+)` \\| `(.+?)` \\|$");
    private static final List<String> ALL = Stream.of(Problem.Code.values())
            .map(code -> code.name().toLowerCase(Locale.ROOT)).toList();
    private static final String HEAD = "---\ntitle: A\n---\n\n";

    @TempDir
    private Path folder;
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"archives.md, en", "archives.zh.md, zh-Hans"})
    void check_says_of_each_kind_of_problem_what_the_page_shows(String name, String language) throws IOException {
        Path page = Run.ROOT.resolve("docs").resolve(name);
        String text = Files.readString(page);
        var told = new ArrayList<String>();
        var real = new StringBuilder();
        Matcher row = PROBLEM.matcher(text);
        while (row.find()) {
            if (ALL.contains(row.group(1))) {
                told.add(row.group(1));
                String says = says(row.toMatchResult(), language);
                row.appendReplacement(real, Matcher
                        .quoteReplacement("| `%s` | %s | %s |".formatted(row.group(1), row.group(2), says)));
            }
        }
        row.appendTail(real);
        assertEquals(ALL.stream().sorted().toList(), told.stream().sorted().toList());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, real);
        } else {
            assertEquals(real.toString(), text);
        }
    }

    /** What check says of the example, without file and line. */
    private String says(MatchResult row, String language) throws IOException {
        if (row.group(1).equals("vanished")) {
            return ProblemText.line(new Problem(new EntryPath("a"), 0, Problem.Code.VANISHED, List.of()),
                    language.equals("en") ? Language.ENGLISH : Language.SIMPLIFIED).replaceFirst("a: ?", "");
        }
        Path archive = Files.createDirectory(folder.resolve(row.group(1)));
        Files.writeString(archive.resolve("other.md"), HEAD.replace("A", "Other") + "## Here\n\nText.\n");
        example(archive.resolve("sample.md"), row.group(1), row.group(2));
        if (row.group(1).equals("snapshot_dead") || row.group(1).equals("source_dead")) {
            dead(row.group(2));
        }
        JsonNode told = JsonMapper.builder().build()
                .readTree(Run.of("", Map.of("GUIDANG_DATA", data.toString()), "check",
                        "--json", "--archive", archive.toString(), "--lang", language).out())
                .path("problems");
        for (JsonNode problem : told) {
            if (problem.path("code").asText().equals(row.group(1))) {
                String text = Run.of("", Map.of("GUIDANG_DATA", data.toString()), "check", "--archive",
                        archive.toString(), "--lang", language).out();
                String what = problem.path("what").asText();
                return text.substring(text.indexOf(what)).lines().findFirst().orElseThrow();
            }
        }
        throw new AssertionError("not provoked: " + row.group(1) + " by " + row.group(2));
    }

    /** As if the address of the example had been asked for twice, in vain. */
    private void dead(String example) throws IOException {
        Matcher address = Pattern.compile("\\((https:[^)]+)\\)").matcher(example);
        assertTrue(address.find(), example);
        Files.writeString(data.resolve("links.jsonl"), """
                {"url":"%s","at":"2026-03-04T05:00:00Z","outcome":"gone","reason":"404",\
                "gone_from":"2026-03-01T05:00:00Z","gone_last":"2026-03-04T05:00:00Z"}
                """.formatted(address.group(1)));
    }

    private static void example(Path file, String code, String shown) throws IOException {
        switch (code) {
            case "unreadable" -> Files.createSymbolicLink(file, Path.of("nowhere"));
            case "too_large" -> Files.writeString(file, "a".repeat((16 << 20) + 1));
            case "line_too_long" -> Files.writeString(file, HEAD + "a".repeat((1 << 18) + 1));
            case "not_utf8" -> Files.writeString(file, HEAD + "甲站关闭了。", Charset.forName("GB18030"));
            case "too_deep" -> Files.writeString(file, HEAD + ">".repeat(120) + " a");
            default -> {
                assertTrue(shown.startsWith("`") && shown.endsWith("`"), shown);
                String text = shown.substring(1, shown.length() - 1).replace('⏎', '\n') + "\n";
                boolean whole = text.startsWith("---") || code.equals("no_front_matter");
                Files.writeString(file, whole ? text : HEAD + text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"archives.md", "archives.zh.md"})
    void each_date_of_the_page_is_read_as_it_says(String name) throws IOException {
        String text = Files.readString(Run.ROOT.resolve("docs").resolve(name));
        List<MatchResult> rows = DATE.matcher(text).results().toList();
        assertTrue(rows.size() > 10, "rows: " + rows.size());
        for (MatchResult row : rows) {
            Path archive = Files.createDirectory(folder.resolve("dates" + row.start()));
            Files.writeString(archive.resolve("a.md"), HEAD + row.group(1).replace('⏎', '\n') + "\n");
            Run run = Run.of("/timeline 2000..2030\n",
                    Map.of("GUIDANG_DATA", data.resolve("d" + row.start()).toString()), "chat",
                    "--json", "--archive", archive.toString());
            JsonNode last = JsonMapper.builder().build().readTree(run.out()).path("hits").findParents("when").getLast();
            assertEquals(row.group(2) + " " + row.group(3),
                    last.path("date").asText() + " " + last.path("when").asText(), row.group(1));
        }
    }
}
