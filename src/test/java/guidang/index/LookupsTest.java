package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.link.WebAddress;

import static guidang.index.Made.cite;
import static guidang.index.Made.day;
import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LookupsTest {
    @TempDir
    Path folder;
    private ArchiveIndex index;
    private Entry river;

    @BeforeEach
    void fill() throws IOException {
        var made = page("place/河湾.md", "河湾").tags("地方", "Ａ类").dated("2022-05-01");
        made.section("桥", List.of(
                made.event("2019年3月4日，旧桥封闭。", day("2019-03-04"),
                        cite("旧桥", "日报", "", "",
                                "https://web.archive.org/web/20190304010203/https://www.ribao.example/桥?id=7")),
                made.event("2016年3月4日，新桥通车。", day("2016-03-04"))),
                cite("相关", "某站", "", "http://ribao.example/other/"));
        river = made.entry();
        var both = page("place/甲镇_乙镇.md", "甲镇、乙镇").dated("2020-01-01");
        both.section("简介", List.of(both.event("两镇在三月四日无事。", Made.month(2020, 3))));
        index = Shelf.open(folder, Shelf.aliases("河湾", "Riverbend"), river, both.entry(),
                page("z/河湾.md", "另一个").section("x", "y").entry(), page("a/河灣.md", "河湾").section("x", "y").entry(),
                page("hidden.md", "河湾").unpublished().tags("地方").section("x", "藏起来的").entry());
    }

    @AfterEach
    void shut() throws IOException {
        index.close();
    }

    private static List<String> paths(List<Entry> entries) {
        return entries.stream().map(entry -> entry.path().value()).toList();
    }

    @Test
    void an_entry_is_found_by_path_and_by_event() {
        assertEquals(river, index.entry(new EntryPath("place/河湾.md")).orElseThrow());
        assertTrue(index.entry(new EntryPath("hidden.md")).isEmpty());
        assertTrue(index.entry(new EntryPath("none.md")).isEmpty());
        EventId event = river.events().toList().getLast().id();
        assertEquals(river, index.entryOf(event).orElseThrow());
        assertTrue(index.entryOf(new EventId("none")).isEmpty());
    }

    @Test
    void a_name_means_the_title_first_then_the_file_then_an_alias() {
        assertEquals(List.of("a/河灣.md", "place/河湾.md", "z/河湾.md"), paths(index.named("河灣")));
        assertEquals(List.of("a/河灣.md", "place/河湾.md", "z/河湾.md"), paths(index.named("riverbend")));
        assertEquals(List.of("place/甲镇_乙镇.md"), paths(index.named("乙鎮")));
        assertEquals(List.of(), index.named("  "));
        assertEquals(List.of(), index.named("河"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://web.archive.org/web/20190304010203/https://www.ribao.example/桥?id=7",
            "http://web.archive.org/web/20190304010203if_/https://www.ribao.example/%E6%A1%A5?id=7",
            "https://www.ribao.example/桥?id=7", "http://ribao.example/%E6%A1%A5?id=7&utm_source=x",
            "https://web.archive.org/web/20200101000000/http://ribao.example/桥?id=7"})
    void a_page_is_found_under_any_form_of_its_address(String url) {
        WebAddress address = WebAddress.of(url).orElseThrow();
        EventId first = river.events().findFirst().orElseThrow().id();
        assertEquals(List.of(new Place(river.path(), "桥", first)), index.citing(address));
    }

    @Test
    void a_closing_citation_stands_at_the_first_event() {
        List<Place> places = index.citing(WebAddress.of("https://ribao.example/other").orElseThrow());
        assertEquals(List.of(river.events().findFirst().orElseThrow().id()),
                places.stream().map(Place::event).toList());
        assertEquals(List.of(), index.citing(WebAddress.of("https://ribao.example/").orElseThrow()));
    }

    @Test
    void on_a_day_the_oldest_comes_first_and_only_stated_days_count() {
        List<EventId> wanted = river.sections().getFirst().events().reversed().stream().map(event -> event.id())
                .toList();
        assertEquals(wanted, index.onDay(MonthDay.of(3, 4)).stream().map(Place::event).toList());
        assertEquals(List.of(), index.onDay(MonthDay.of(3, 5)));
    }

    @Test
    void the_latest_come_first_and_undated_ones_last() {
        assertEquals(List.of("place/河湾.md", "place/甲镇_乙镇.md", "a/河灣.md", "z/河湾.md"), paths(index.latest(0, 9)));
        assertEquals(List.of("place/甲镇_乙镇.md"), paths(index.latest(1, 1)));
        assertEquals(List.of(), index.latest(9, 5));
        assertEquals(List.of(), index.latest(0, 0));
    }

    @Test
    void a_tag_is_folded() {
        assertEquals(List.of("place/河湾.md"), paths(index.tagged("a類")));
        assertEquals(List.of("place/河湾.md"), paths(index.tagged("地方")), "the unpublished one is left out");
    }

    @Test
    void facts_count_what_is_published() {
        Facts facts = index.facts();
        assertEquals(4, facts.entries());
        assertEquals(5, facts.events());
        assertEquals(3, facts.dated());
        assertEquals(2, facts.citations());
        assertEquals(1, facts.snapshots());
        assertEquals("2016-03-04", java.util.Objects.requireNonNull(facts.first()).iso());
        assertEquals("2020-03", java.util.Objects.requireNonNull(facts.last()).iso());
        assertEquals("2022-05-01", java.util.Objects.requireNonNull(facts.newest()).iso());
        assertEquals(Map.of("地方", 1, "Ａ类", 1), facts.tags());
        assertEquals(1, facts.months().get(YearMonth.of(2022, 5)));
        assertTrue(facts.months().values().stream().mapToInt(Integer::intValue).sum() <= facts.entries());
    }

    @Test
    void every_event_is_picked_by_some_number_and_always_the_same() {
        Set<EventId> picked = new HashSet<>();
        for (long number = -7; number < 7; number++) {
            Place place = index.pick(number).orElseThrow();
            assertEquals(place, index.pick(number).orElseThrow());
            picked.add(place.event());
        }
        assertEquals(5, picked.size());
    }

    @Test
    void completions_begin_with_what_was_typed_titles_first() {
        assertEquals("河湾", index.completions("河", 5).getFirst());
        assertEquals(List.of("甲镇、乙镇"), index.completions("甲鎮", 1));
        assertEquals("河湾", index.completions("hew", 5).getFirst());
        assertEquals("河湾", index.completions("HW", 5).getFirst());
        assertEquals(List.of("桥"), index.completions("桥", 5));
        assertEquals(List.of(), index.completions("", 5));
        assertEquals(List.of(), index.completions("没有", 5));
    }

    @Test
    void a_misspelt_name_is_corrected_by_sound_and_by_letters() {
        assertEquals("河湾", index.didYouMean(Made.words("何弯"), 3).getFirst());
        assertEquals("甲镇、乙镇", index.didYouMean(Made.words("甲镇、丙镇"), 3).getFirst());
        assertEquals(List.of(), index.didYouMean(Made.words("完全不同的东西"), 3));
        assertEquals(List.of(), index.didYouMean(Made.words(), 3));
    }
}
