package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.query.QueryReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SavedQueriesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 1);

    /** A page about an app, with two sections of two events. */
    private static final Entry PAGE = Made.page("company/甲公司/青鸟.md", "青鸟").tags("社交软件", "下架")
            .section("恢复注册",
                    List.of(event("一", "八月五日起可以重新注册。", "2021-08-05"),
                            event("二", "海外用户仍要等待审核，客服电话无人接听。", "2022-01-02",
                                    Made.cite("青鸟海外版何时回来", "南方快报", "李四", "https://news.example.com/1"))))
            .section("直播功能", List.of(event("三", "直播被要求整改。", null), event("四", "广告分成暂停。", "2021-09-01")))
            .entry();

    private static Event event(String id, String text, @Nullable String day, Citation... citations) {
        return new Event(new EventId("e" + id.hashCode()), text, List.of(),
                day == null ? null : Made.day(day), List.of(citations), 1, false);
    }

    private static SavedQueries saved(Aliases aliases, String... texts) {
        var saved = new SavedQueries(aliases, TODAY);
        List.of(texts).forEach(saved::add);
        return saved;
    }

    /** Which of the queries concern an event of the page. */
    private static Set<String> of(int section, int event, String... texts) {
        return of(Aliases.none(), section, event, texts);
    }

    private static Set<String> of(Aliases aliases, int section, int event, String... texts) {
        Section its = PAGE.sections().get(section);
        return new TreeSet<>(saved(aliases, texts).look().concerning(PAGE, its, its.events().get(event), List.of()));
    }

    @Test
    void a_statement_need_not_repeat_the_name_of_its_page() {
        assertEquals(Set.of("青鸟"), of(0, 0, "青鸟", "白鸽"));
    }

    @Test
    void every_word_must_be_held_by_the_statement_or_what_it_stands_under() {
        assertEquals(Set.of("青鸟 注册", "青鸟注册"), of(0, 0, "青鸟 注册", "青鸟注册", "青鸟 审核", "青鸟审核"));
        assertEquals(Set.of("青鸟 审核"), of(0, 1, "青鸟 审核", "青鸟 直播"));
    }

    @Test
    void what_only_another_statement_of_the_section_holds_does_not_count() {
        assertEquals(Set.of("青鸟 整改"), of(1, 0, "青鸟 整改", "青鸟 分成"));
    }

    @Test
    void titles_of_what_is_cited_count_and_names_of_publishers_do_not() {
        assertEquals(Set.of("何时回来"), of(0, 1, "何时回来", "南方快报"));
    }

    @Test
    void script_case_and_width_are_folded() {
        assertEquals(Set.of("恢復註冊", "青鳥"), of(0, 0, "恢復註冊", "青鳥"));
    }

    @Test
    void another_name_stands_for_a_name() {
        Aliases names = new Aliases(List.of(Set.of("青鸟", "BlueBird", "Blue Bird")));
        assertEquals(Set.of("bluebird", "Blue Bird 注册"), of(names, 0, 0, "bluebird", "Blue Bird 注册", "blue"));
    }

    @Test
    void numbers_may_be_written_otherwise() {
        assertEquals(Set.of("8月5日 青鸟"), of(0, 0, "8月5日 青鸟", "9月5日 青鸟"));
    }

    @Test
    void a_word_of_nearly_the_same_meaning_counts_only_beside_what_is_held_as_typed() {
        Entry page = Made.page("a.md", "白鸽").section("", "网站停止运营。").entry();
        Set<String> found = Set.copyOf(saved(Aliases.none(), "白鸽 关门", "关门").look().concerning(page));
        assertEquals(Set.of("白鸽 关门"), found);
    }

    @Test
    void rare_characters_of_two_units_are_held_as_others_are() {
        Entry page = Made.page("a.md", "𠮷野家").section("", "分店开张。").entry();
        assertEquals(Set.of("𠮷野家 分店", "𠮷野"),
                Set.copyOf(saved(Aliases.none(), "𠮷野家 分店", "𠮷野", "𠮷家").look().concerning(page)));
    }

    @Test
    void what_is_excluded_must_not_stand_anywhere_in_the_section() {
        assertEquals(Set.of("青鸟 -直播"), of(0, 0, "青鸟 -直播", "青鸟 -审核", "青鸟 -\"客服 电话\"", "青鸟 -注册"));
    }

    @Test
    void phrases_stand_as_written() {
        assertEquals(Set.of("\"重新注册\""), of(0, 0, "\"重新注册\"", "\"注册重新\""));
    }

    @Test
    void filters_work_as_in_a_search() {
        assertEquals(Set.of("tag:下架", "in:甲公司", "in:company/甲公司 青鸟", "site:example.com", "by:李四", "site:南方"),
                of(0, 1, "tag:下架", "tag:上架", "in:甲公司", "in:company/甲公司 青鸟", "in:乙公司", "site:example.com",
                        "site:example.org", "by:李四", "by:王五", "site:南方"));
    }

    @Test
    void a_period_is_that_of_the_statement() {
        assertEquals(Set.of("青鸟 date:2021"), of(0, 0, "青鸟 date:2021", "青鸟 date:2022"));
        assertEquals(Set.of(), of(1, 0, "青鸟 date:2021"));
    }

    @Test
    void a_period_that_moves_is_counted_from_the_day_named_last() {
        SavedQueries saved = saved(Aliases.none(), "青鸟 date:去年");
        Section first = PAGE.sections().getFirst();
        assertTrue(saved.look().concerning(PAGE, first).isEmpty());
        saved.turnTo(LocalDate.of(2023, 1, 1));
        assertEquals(List.of("青鸟 date:去年"), List.copyOf(saved.look().concerning(PAGE, first)));
    }

    @Test
    void a_query_that_asks_for_nothing_concerns_nothing() {
        assertEquals(Set.of(), of(0, 0, "", "-注册", "？？"));
    }

    @Test
    void an_unpublished_page_concerns_nobody() {
        Entry hidden = Made.page("a.md", "青鸟").unpublished().section("", "青鸟").entry();
        SavedQueries.Look look = saved(Aliases.none(), "青鸟").look();
        Section section = hidden.sections().getFirst();
        assertTrue(look.concerning(hidden).isEmpty());
        assertTrue(look.concerning(hidden, section, section.events().getFirst(), List.of()).isEmpty());
    }

    @Test
    void a_query_that_was_removed_is_not_found() {
        SavedQueries saved = saved(Aliases.none(), "青鸟", "青鸟 注册", "site:example.com");
        assertFalse(saved.add("青鸟"));
        List.of("青鸟", "青鸟 注册", "site:example.com").forEach(text -> assertTrue(saved.remove(text)));
        assertFalse(saved.remove("青鸟"));
        assertEquals(0, saved.size());
        assertTrue(saved.look().concerning(PAGE).isEmpty());
    }

    @RepeatedTest(25)
    void a_section_is_found_by_a_search_that_misses_nothing_just_where_the_query_concerns_it(RepetitionInfo run,
            @TempDir Path folder) throws IOException {
        var made = new Archives(new Random(run.getCurrentRepetition()));
        List<Entry> entries = made.entries();
        Aliases aliases = Shelf.aliases(Archives.NAMES.toArray(String[]::new));
        try (ArchiveIndex index = Shelf.open(folder, aliases, entries.toArray(Entry[]::new))) {
            for (int i = 0; i < 60; i++) {
                String query = made.query();
                SavedQueries.Look look = saved(aliases, query).look();
                Set<String> whole = new TreeSet<>();
                Set<String> relevant = new HashSet<>();
                boolean counts = search(index, query, whole, relevant);
                Set<String> concerned = new TreeSet<>();
                for (Entry entry : entries) {
                    for (Section section : entry.sections()) {
                        String place = entry.path() + "#" + section.heading();
                        if (!look.concerning(entry, section).isEmpty()) {
                            concerned.add(place);
                        }
                        for (Event event : section.events()) {
                            Collection<String> of = look.concerning(entry, section, event, List.of());
                            assertTrue(of.isEmpty() || !counts || relevant.contains(place), query + " at " + place);
                        }
                    }
                }
                if (counts) {
                    assertEquals(whole, concerned, query);
                }
            }
        }
    }

    /** Whether the words are looked for as typed; fills in what holds all of the query, and what is relevant. */
    private static boolean search(ArchiveIndex index, String query, Set<String> whole, Set<String> relevant) {
        Hits hits = index.relevant(QueryReader.search(query, TODAY), 1000);
        if (hits.tier() != Hits.Tier.EXACT || hits.relaxed()) {
            return false;
        }
        for (Hits.Hit hit : hits.hits()) {
            String place = hit.entry().path() + "#" + hit.section().heading();
            relevant.add(place);
            if (hit.coverage() > 1 - 1e-9) {
                whole.add(place);
            }
        }
        return true;
    }

    /** Archives and queries of a few words that overlap. */
    private static final class Archives {
        private static final List<String> WORDS = List.of("青鸟", "青年", "年鸟", "注册", "册封", "封号", "号码", "直播", "播放", "下架",
                "架构", "BlueBird", "v9-app", "v9", "C++", "三个月", "3个月", "註冊", "蓝鸟", "x.example.com");
        private static final List<String> NAMES = List.of("青鸟", "BlueBird", "蓝鸟");
        private static final List<String> TAGS = List.of("社交", "视频", "遊戲");
        private static final List<String> FOLDERS = List.of("a", "a/b", "c/b", "d");
        private final Random random;
        private final List<String> texts = new ArrayList<>();

        Archives(Random random) {
            this.random = random;
        }

        private String word() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private String text(int words) {
            var text = new StringBuilder();
            for (int i = 0; i < words; i++) {
                text.append(word()).append(List.of("", " ", "，", "。", "的", "與").get(random.nextInt(6)));
            }
            texts.add(text.toString());
            return text.toString();
        }

        List<Entry> entries() {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < 12; i++) {
                String path = FOLDERS.get(random.nextInt(FOLDERS.size())) + "/" + i + ".md";
                Made page = Made.page(path, text(1 + random.nextInt(2)) + i).tags(TAGS.get(random.nextInt(3)));
                for (int s = 0; s < 3; s++) {
                    var events = new ArrayList<Event>();
                    for (int e = 0; e <= random.nextInt(3); e++) {
                        When when = random.nextBoolean()
                                ? Made.month(2020 + random.nextInt(3), 1 + random.nextInt(12))
                                : null;
                        events.add(page.event(text(1 + random.nextInt(5)), when));
                    }
                    page.section("节" + s + text(random.nextInt(2)), events);
                }
                entries.add(page.entry());
            }
            return entries;
        }

        /** No name stands in it twice: a search takes other names for the first one alone. */
        String query() {
            var words = new ArrayList<>(WORDS);
            Collections.shuffle(words, random);
            NAMES.stream().skip(1).forEach(words::remove);
            var query = new StringBuilder(words.getFirst());
            for (int i = random.nextInt(3); i > 0; i--) {
                query.append(random.nextBoolean() ? " " : "").append(words.get(i));
            }
            switch (random.nextInt(8)) {
                case 0 -> query.append(" -").append(word());
                case 1 -> query.append(" tag:").append(TAGS.get(random.nextInt(3)));
                case 2 -> query.append(" in:").append(FOLDERS.get(random.nextInt(4)));
                case 3 -> query.append(" date:").append(2020 + random.nextInt(3));
                case 4 -> {
                    String text = texts.get(random.nextInt(texts.size())).strip();
                    if (NAMES.stream().noneMatch(text::contains)) {
                        query.append(" \"").append(text, 0, Math.min(text.length(), 4)).append('"');
                    }
                }
                default -> {
                }
            }
            return query.toString();
        }
    }
}
