package guidang.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChangesKeptTest {
    private static final Origin ORIGIN = new Origin("某人", "0123abcd", Instant.parse("2022-07-01T08:00:00Z"));

    @Test
    void a_brief_is_read_as_it_was_written() {
        var when = new When(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31), When.Precision.MONTH,
                When.Relation.ON, true, "2021年3月左右", When.Basis.STATED);
        var brief = new Brief(Change.Kind.EVENT_CORRECTED, "a/b.md", "", "标题", "小节", "abc", when, "旧\n\"文\"", "新文",
                List.of(new Brief.Source("出处", "https://example.org/1"), new Brief.Source("", "")), "某人", "0123abcd",
                Instant.parse("2022-07-01T08:00:00.123Z"));
        assertEquals(brief, BriefJson.read(BriefJson.write(brief)));
        Brief bare = new Brief(Change.Kind.ENTRY_ADDED, "a.md", "", "", "", "", null, "", "", List.of(), "", "",
                Instant.EPOCH);
        assertEquals(bare, BriefJson.read(BriefJson.write(bare)));
    }

    @Test
    void fields_of_a_newer_version_are_passed_over() {
        assertEquals("a.md", BriefJson.read("""
                {"kind":"ENTRY_ADDED","path":"a.md","at":"2022-07-01T08:00:00Z","colour":{"red":1},"sources":[{"x":1}]}
                """).path());
        assertThrows(IllegalArgumentException.class, () -> BriefJson.read("[]"));
        assertThrows(IllegalArgumentException.class, () -> BriefJson.read("{\"kind\":\"NO_SUCH\"}"));
        assertThrows(IllegalArgumentException.class, () -> BriefJson.read("{"));
    }

    @Test
    void a_long_statement_keeps_what_differs_when_it_is_cut() {
        String start = "甲".repeat(3_000);
        Excerpt.Pair cut = Excerpt.of(start + "旧的说法", start + "新的说法", 1_000);
        assertTrue(cut.before().contains("旧的说法") && cut.after().contains("新的说法"), cut.toString());
        assertTrue(cut.before().length() <= 1_000 && cut.after().length() <= 1_000);
        assertTrue(cut.before().startsWith("…"));
    }

    @Test
    void a_brief_tells_what_changed_and_what_proves_it() {
        var before = Pages.page("a.md", "## 论坛\n\n2021年3月1日，甲公司关闭了论坛。[^a]\n\n[^a]: [关闭 - 甲网](https://example.org/1)");
        var after = Pages.page("a.md", "## 论坛\n\n2021年3月2日，甲公司关闭了论坛。[^a]\n\n[^a]: [关闭 - 甲网](https://example.org/1)");
        Brief brief = Briefs.of(Changes.between(List.of(before), List.of(after)).getFirst(), ORIGIN);
        assertEquals("2021年3月1日，甲公司关闭了论坛。", brief.before());
        assertEquals("2021年3月2日，甲公司关闭了论坛。", brief.after());
        assertEquals("论坛", brief.heading());
        assertEquals("某人", brief.author());
        assertEquals(List.of(new Brief.Source("关闭 - 甲网", "https://example.org/1")), brief.sources());
    }

    @Test
    void the_list_that_closes_a_section_proves_a_statement_without_sources_of_its_own() {
        String list = "\n\n+ [关闭 - 甲网](https://example.org/1)\n+ [续报](https://example.org/2)";
        var before = Pages.page("a.md", "## 论坛\n\n2021年3月1日，甲公司关闭了论坛。" + list);
        var after = Pages.page("a.md", "## 论坛\n\n2021年3月2日，甲公司关闭了论坛。" + list);
        Brief corrected = Briefs.of(Changes.between(List.of(before), List.of(after)).getFirst(), ORIGIN);
        assertEquals(List.of("https://example.org/1", "https://example.org/2"),
                corrected.sources().stream().map(Brief.Source::url).toList());
        Brief added = Briefs.of(Changes.between(List.of(), List.of(after)).getFirst(), ORIGIN);
        assertEquals(corrected.sources(), added.sources());
    }
}
