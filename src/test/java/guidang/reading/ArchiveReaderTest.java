package guidang.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.Archive;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class ArchiveReaderTest {
    private static final String HEAD = "---\ntitle: %s\n---\n\n";

    @TempDir
    Path folder;

    @Test
    void entries_are_ordered_by_path() throws IOException {
        write("b/c.md", HEAD.formatted("丙") + "正文。\n");
        write("a.md", HEAD.formatted("甲") + "正文。\n");
        write("b.markdown", HEAD.formatted("乙") + "正文。\n");
        assertEquals(List.of("a.md", "b.markdown", "b/c.md"),
                read().entries().stream().map(entry -> entry.path().value()).toList());
    }

    @Test
    void hidden_folders_templates_and_other_files_are_skipped_and_said_so() throws IOException {
        write(".git/x.md", "内部");
        write(".hidden.md", "内部");
        write("templates/page.md", "---\ntitle: {{title}}\n---\n\n# {{title}}\n");
        write("picture.png", "x");
        write("a.md", HEAD.formatted("甲") + "正文里的 {{title}} 不算。\n");
        Archive archive = read();
        assertEquals(List.of("a.md"), archive.entries().stream().map(entry -> entry.path().value()).toList());
        assertEquals(
                Set.of(".git HIDDEN", ".hidden.md HIDDEN", "templates/page.md TEMPLATE", "picture.png NOT_AN_ENTRY"),
                archive.skipped().stream().map(skipped -> skipped.path() + " " + skipped.reason())
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), archive.problems());
    }

    @Test
    void a_page_is_hidden_by_whatever_yaml_has_for_false() throws IOException {
        for (String no : List.of("false", "False", "no", "Off", "n", "0", "'no'")) {
            write("a.md", "---\ntitle: 甲\npublished: " + no + "\n---\n\n正文。\n");
            assertFalse(entry(read(), "a.md").published(), no);
            assertEquals(List.of(), read().problems(), no);
        }
        for (String yes : List.of("true", "yes", "ON", "y", "1", "")) {
            write("a.md", "---\ntitle: 甲\npublished: " + yes + "\n---\n\n正文。\n");
            assertTrue(entry(read(), "a.md").published(), yes);
            assertEquals(List.of(), read().problems(), yes);
        }
    }

    @Test
    void a_word_that_neither_hides_nor_shows_a_page_is_told() throws IOException {
        write("a.md", "---\ntitle: 甲\npublished: 草稿\n---\n\n正文。\n");
        assertTrue(entry(read(), "a.md").published());
        assertEquals(List.of(new Problem(new EntryPath("a.md"), 3, Problem.Code.FRONT_MATTER_VALUE,
                List.of("published", "草稿", "true / false"))), read().problems());
    }

    @Test
    void links_between_entries_are_resolved_and_dead_ones_told() throws IOException {
        write("company/甲/index.md", HEAD.formatted("甲") + "## 自动 DNS\n\n正文。\n\n## 自动 DNS\n\n正文。\n");
        write("company/乙.md", HEAD.formatted("乙") + """
                [一](/company/甲/)、[二](甲/index.md#自动-dns-1)、[三](%E7%94%B2#自动dns)、[四](../company/乙)、[五](#没有)、
                [六](/没有.md)、[七](甲/index.md#没有)、[图](/src/图.jpg)、[外](https://example.com/没有.md)。
                """);
        Archive archive = read();
        assertEquals(
                List.of("company/甲/index.md#", "company/甲/index.md#自动-dns-1", "company/甲/index.md#自动dns",
                        "company/乙.md#", "company/乙.md#没有", "没有.md#", "company/甲/index.md#没有"),
                entry(archive, "company/乙.md").links().stream().map(link -> link.target() + "#" + link.anchor())
                        .toList());
        assertEquals(Set.of("ANCHOR_DEAD [company/乙.md, 没有]", "LINK_DEAD [没有.md]",
                "ANCHOR_DEAD [company/甲/index.md, 没有]", "NOT_ARCHIVED [https://example.com/没有.md]"),
                archive.problems().stream().map(problem -> problem.code() + " " + problem.details())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_title_that_two_entries_have_is_told() throws IOException {
        write("a.md", HEAD.formatted("甲") + "正文。\n");
        write("b.md", HEAD.formatted("甲") + "正文。\n");
        assertEquals(List.of(new Problem(new EntryPath("b.md"), 0, Problem.Code.TITLE_DUPLICATE, List.of("甲", "a.md"))),
                read().problems());
    }

    @Test
    void only_what_changed_is_read_again() throws IOException {
        write("a.md", HEAD.formatted("甲") + "正文。\n");
        write("b.md", HEAD.formatted("乙") + "正文。\n");
        Map<EntryPath, String> known = read().entries().stream().collect(Collectors.toMap(Entry::path, Entry::hash));
        write("b.md", HEAD.formatted("乙") + "改过的正文。\n");
        write("c.md", HEAD.formatted("丙") + "正文。\n");
        var again = new ConcurrentSkipListMap<EntryPath, Entry>();
        ArchiveReader.Report report = new ArchiveReader(folder).readChanged(known,
                entry -> again.put(entry.path(), entry), (done, total) -> assertTrue(done <= total && total == 3));
        assertEquals(Set.of(new EntryPath("b.md"), new EntryPath("c.md")), again.keySet());
        assertEquals(2, report.read());
        assertEquals(3, report.present().size());
    }

    @Test
    void a_failing_sink_stops_the_reading() throws IOException {
        write("a.md", HEAD.formatted("甲") + "正文。\n");
        assertThrows(IOException.class, () -> new ArchiveReader(folder).readChanged(Map.of(), entry -> {
            throw new IOException("full");
        }, (done, total) -> {}));
    }

    @Test
    void a_folder_that_is_not_there_is_told_to_the_caller() {
        assertThrows(NoSuchFileException.class, () -> new ArchiveReader(folder.resolve("none")).read());
    }

    @Test
    void an_id_stays_while_other_parts_of_the_page_change() throws IOException {
        write("a.md", HEAD.formatted("甲") + "## 一\n\n2020年1月2日，开站。\n\n2020年1月2日，开站。\n");
        List<Event> before = events();
        write("a.md",
                HEAD.formatted("改名") + "## 零\n\n2019年1月2日，筹备。\n\n## 二\n\n2020年1月2日，开站。\n\n2020年1月2日，开站。\n\n补充。\n");
        List<Event> after = events();
        assertEquals(before.stream().map(Event::id).toList(), after.subList(1, 3).stream().map(Event::id).toList());
        assertEquals(3, after.stream().map(Event::id).distinct().count());
    }

    @Test
    void a_file_that_vanishes_is_told_and_the_rest_read() throws IOException {
        for (int i = 0; i < 64; i++) {
            write("p" + i + ".md", HEAD.formatted("页" + i) + "正文。\n");
        }
        var read = new ConcurrentSkipListMap<EntryPath, Entry>();
        ArchiveReader.Report report = new ArchiveReader(folder).readChanged(Map.of(), entry -> {
            read.put(entry.path(), entry);
            for (int i = 0; i < 64; i++) {
                Files.deleteIfExists(folder.resolve("p" + i + ".md"));
            }
        }, (done, total) -> {});
        Set<EntryPath> vanished = report.problems().stream().filter(problem -> problem.code() == Problem.Code.VANISHED)
                .map(Problem::path).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(!vanished.isEmpty() && !read.isEmpty());
        assertEquals(64, vanished.size() + read.size());
        assertEquals(read.keySet(), report.present());
    }

    @Test
    void symbolic_links_lead_neither_out_nor_round_in_circles() throws IOException {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        write("outside.md", HEAD.formatted("外") + "正文。\n");
        write("archive/a.md", HEAD.formatted("甲") + "正文。\n");
        Files.createSymbolicLink(archive.resolve("inside.md"), Path.of("a.md"));
        Files.createSymbolicLink(archive.resolve("out.md"), Path.of("../outside.md"));
        Files.createSymbolicLink(archive.resolve("loop.md"), Path.of("loop.md"));
        Files.createSymbolicLink(archive.resolve("round"), Path.of("."));
        Archive read = new ArchiveReader(archive).read();
        assertEquals(List.of("a.md", "inside.md"), read.entries().stream().map(entry -> entry.path().value()).toList());
        assertEquals(Set.of("out.md [outside]", "loop.md [dangling]", "round [folder]"),
                read.problems().stream().filter(problem -> problem.code() == Problem.Code.UNREADABLE)
                        .map(problem -> problem.path().value() + " " + problem.details())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_one_problem() throws IOException {
        write("a.md", HEAD.formatted("甲") + "正文。\n");
        try (var file = new RandomAccessFile(folder.resolve("large.md").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        Archive archive = read();
        assertEquals(1, archive.entries().size());
        assertEquals(List.of(new Problem(new EntryPath("large.md"), 0, Problem.Code.TOO_LARGE,
                List.of("100000000", String.valueOf(ArchiveReader.MAX_FILE)))), archive.problems());
    }

    @Test
    void a_longer_line_than_is_read_is_cut_between_characters() throws IOException {
        write("a.md", HEAD.formatted("甲") + "x" + "😀".repeat(TextFile.MAX_LINE) + "\n\n2020年1月2日，后面的还在。\n");
        Archive archive = read();
        assertEquals(List.of("5 LINE_TOO_LONG"), codes(archive));
        List<Event> events = archive.entries().getFirst().events().toList();
        assertEquals(2, events.size());
        assertEquals(TextFile.MAX_LINE - 1, events.getFirst().text().length());
    }

    @Test
    void ten_thousand_levels_are_one_problem_and_the_rest_is_read() throws IOException {
        var list = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            list.append("  ".repeat(i)).append("- 项\n");
        }
        for (String deep : List.of(">".repeat(10_000) + " 深\n", "> ".repeat(10_000) + "深\n",
                "- ".repeat(10_000) + "深\n",
                list.toString())) {
            write("a.md", HEAD.formatted("甲") + deep + "\n\n## 二\n\n2020年1月2日，后面的还在。\n");
            Archive archive = read();
            assertEquals(List.of("TOO_DEEP"),
                    archive.problems().stream().map(problem -> problem.code().name()).toList());
            assertTrue(events().stream().anyMatch(event -> event.text().equals("2020年1月2日，后面的还在。")));
        }
    }

    private Archive read() throws IOException {
        return new ArchiveReader(folder).read();
    }

    private List<Event> events() throws IOException {
        return read().entries().stream().flatMap(Entry::events).toList();
    }

    private static Entry entry(Archive archive, String path) {
        return archive.entries().stream().filter(entry -> entry.path().value().equals(path)).findFirst().orElseThrow();
    }

    private static List<String> codes(Archive archive) {
        return archive.problems().stream().map(problem -> problem.line() + " " + problem.code()).toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Stream.of(file.getParent()).findFirst().orElseThrow());
        Files.writeString(file, text);
    }
}
