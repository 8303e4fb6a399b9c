package guidang.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer.Ambiguous;
import guidang.answer.Answer.Citing;
import guidang.answer.Answer.Found;
import guidang.answer.Answer.Latest;
import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Answer.Quoted;
import guidang.answer.Answer.Timeline;
import guidang.answer.Answer.Whole;
import guidang.archive.Entry;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.link.WebAddress;
import guidang.query.Query;
import guidang.query.Query.Period;
import guidang.query.Query.Wanted;
import guidang.query.QueryReader;

import static guidang.answer.Pages.citation;
import static guidang.answer.Pages.citing;
import static guidang.answer.Pages.closing;
import static guidang.answer.Pages.event;
import static guidang.answer.Pages.link;
import static guidang.answer.Pages.linking;
import static guidang.answer.Pages.on;
import static guidang.answer.Pages.page;
import static guidang.answer.Pages.post;
import static guidang.answer.Pages.query;
import static guidang.answer.Pages.section;
import static guidang.answer.Pages.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnswersTest {
    @TempDir
    static Path folder;
    private static ArchiveIndex index;
    private static Answers answers;

    @BeforeAll
    static void fill() throws IOException {
        index = ArchiveIndex.open(folder, Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            for (Entry entry : entries()) {
                update.put(entry);
            }
            update.commit();
        }
        answers = new Answers(index, Clock.fixed(LocalDate.of(2022, 3, 4).atStartOfDay().toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Entry> entries() {
        Entry cloud = page("site/云图.md", "云图",
                section("", event("c0", null, "云图是一家图床，由李明创办。")),
                closing(section("开始收费",
                        citing(event("c1", on("2019-03-04"), "2019年3月4日，云图开始收费。", "每月的价钱是15元。"),
                                citation("https://example.com/fee")),
                        event("c2", on("2019-03"), "2019年3月，云图涨了一次价。")), citation("https://example.com/all")),
                section("关闭游客上传",
                        event("c3", on("2017-10-21"), "2017年10月21日，云图暂时关闭游客上传。2018年1月2日，云图恢复了游客上传。"),
                        event("c4", null, "官方没有解释这样做的原因。")),
                section("相关链接", link("c5", on("2018-05-06"), "图床收费观察", "https://example.com/fee")));
        Entry rain = page("site/雨林.md", "雨林", section("搬家",
                event("r1", on("2020-02-29"), "2020年2月29日，雨林论坛把服务器搬到新加坡。"),
                event("r2", on("2021"), "2021年，雨林改了名。")),
                section("仓库", event("r4", on("2015-01-02"), "2015年1月2日，雨林论坛开张。", "当时只有三个版面，人也不多。",
                        "2016年5月6日，雨林论坛买下了对门的仓库。")),
                section("云图的竞争", event("r3", on("2018-06"), "2018年6月，雨林推出与云图相似的功能。")));
        Entry one = page("game/星海.md", "星海", section("停服", event("g1", on("2021-03-04"), "2021年3月4日，星海停服。")));
        Entry other = page("movie/星海.md", "星海", section("撤档", event("m1", on("2022-03-04"), "2022年3月4日，星海撤档。")));
        Entry light = linking(page("site/灯塔.md", "灯塔",
                section("搬家", event("d0", null, "灯塔换了门牌。"),
                        citing(event("d1", null, "邻居作证。"), citation("https://example.com/after"))),
                section("暂停登岸",
                        event("d2", on("2020-05-06"), "告示写得很长。".repeat(50) + "最后一句说，2020-05-06，灯塔暂停登岸。")),
                section("灯塔的倒影", event("d3", null, "云图"))), "site/云图.md", "云图");
        Entry report = post("news/灯塔.md", "快讯！灯塔暂停登岸，要等一等", on("2020-05-07"),
                section("", event("n0", on("2020-05-07"), "有人说，灯塔那边不让上岸了。")));
        return List.of(tagged(cloud, "图床", "收费"), tagged(rain, "论坛"), one, other, light, report);
    }

    @Test
    void a_question_is_answered_by_its_sentence_with_date_and_sources() {
        var quoted = assertInstanceOf(Quoted.class, answers.ask(query(Wanted.WHEN, "云图什么时候开始收费？", "云图", "开始收费")));
        Answer.Quote first = quoted.quotes().getFirst();
        assertEquals("2019年3月4日，云图开始收费。", first.text());
        assertEquals("开始收费", first.item().heading());
        assertEquals(on("2019-03-04"), first.item().when());
        assertEquals(List.of("https://example.com/fee", "https://example.com/all"),
                first.item().citations().stream().map(citation -> citation.original()).toList());
        assertEquals(first.item(), quoted.items().getFirst());
    }

    @Test
    void a_sentence_that_states_another_date_than_its_event_is_shown_under_its_own() {
        var quoted = assertInstanceOf(Quoted.class,
                answers.ask(query(Wanted.WHEN, "雨林论坛什么时候买下对门的仓库？", "雨林论坛", "买下对门的仓库")));
        assertEquals("2016年5月6日，雨林论坛买下了对门的仓库。", quoted.quotes().getFirst().text());
        assertEquals("2016-05-06", Objects.requireNonNull(quoted.items().getFirst().when()).iso());
    }

    @Test
    void at_most_two_sentences_are_quoted_and_no_event_is_shown_twice() {
        for (Wanted wanted : EnumSet.complementOf(EnumSet.of(Wanted.HOW_MANY))) {
            var quoted = assertInstanceOf(Quoted.class, answers.ask(query(wanted, "云图 游客上传", "云图", "游客上传")));
            int sentences = quoted.quotes().stream().mapToInt(quote -> Sentences.of(quote.text()).size()).sum();
            assertTrue(sentences <= 2, () -> quoted.quotes().toString());
            List<?> ids = quoted.items().stream().map(Item::id).toList();
            assertEquals(ids.stream().distinct().toList(), ids);
            assertTrue(ids.size() <= 5);
        }
    }

    @Test
    void keywords_answered_from_outside_their_period_say_so() {
        assertTrue(assertInstanceOf(Answer.Quoted.class,
                answers.ask(QueryReader.question("云图 收费 before:2010", LocalDate.of(2022, 9, 6)))).relaxed());
        assertFalse(assertInstanceOf(Answer.Quoted.class,
                answers.ask(QueryReader.question("云图 收费 2019", LocalDate.of(2022, 9, 6)))).relaxed());
    }

    @Test
    void an_event_without_a_source_is_shown_with_that_of_its_neighbour_and_this_is_told() {
        var shown = assertInstanceOf(Found.class, answers.search(query(Wanted.ANYTHING, "\"换了门牌\"", "换了门牌"), 0));
        Item item = shown.items().getFirst();
        assertEquals("d0", item.id().value());
        assertTrue(item.borrowed());
        assertEquals(List.of("https://example.com/after"),
                item.citations().stream().map(citation -> citation.original()).toList());
    }

    @Test
    void an_event_that_is_dated_late_in_its_text_is_listed_from_its_date_on() {
        Item item = assertInstanceOf(Timeline.class, answers.timeline(query(Wanted.ANYTHING, "灯塔", "灯塔"), 0)).items()
                .stream().filter(each -> each.id().value().equals("d2")).findFirst().orElseThrow();
        assertTrue(item.text().contains("2020-05-06"), item::text);
        assertTrue(item.text().length() <= 300);
    }

    @Test
    void a_section_that_only_links_to_an_entry_is_found_as_that_entry() {
        var found = assertInstanceOf(Found.class, answers.search(query(Wanted.ANYTHING, "灯塔的倒影", "灯塔的倒影"), 0));
        assertTrue(found.items().stream().anyMatch(item -> item.id().value().equals("c0")),
                () -> found.items().toString());
    }

    @Test
    void a_question_in_words_that_the_archive_does_not_have_is_refused_with_the_entry_that_it_names() {
        var nothing = assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.WHEN, "when did lighthouse resume boarding", "lighthouse", "resume",
                        "boarding")));
        assertFalse(nothing.answered());
    }

    @Test
    void entries_that_tell_one_event_or_cite_one_page_are_related() {
        var page = assertInstanceOf(Whole.class, answers.entry("site/灯塔.md", 0));
        var post = assertInstanceOf(Whole.class, answers.entry("news/灯塔.md", 0));
        assertTrue(paths(page.related()).contains("news/灯塔.md"), () -> page.related().toString());
        assertTrue(paths(post.related()).contains("site/灯塔.md"), () -> post.related().toString());
        assertTrue(paths(page.related()).contains("site/云图.md"), "the page that it links to");
        assertFalse(paths(page.related()).contains("site/灯塔.md"));
    }

    private static List<String> paths(List<Item> items) {
        return items.stream().map(item -> item.path().value()).toList();
    }

    @Test
    void the_sample_is_of_the_archive() {
        Sample sample = answers.sample();
        assertInstanceOf(Whole.class, answers.entry(sample.title(), 0));
        assertTrue(answers.search(query(Wanted.ANYTHING, sample.heading(), sample.heading()), 0).answered());
    }

    @Test
    void what_no_entry_speaks_of_is_not_answered() {
        var nothing = assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.WHEN, "彗星乐队何时解散", "彗星乐队", "解散")));
        assertFalse(nothing.answered());
        assertEquals(Reason.NO_MATCH, nothing.reason());
    }

    @Test
    void what_an_entry_does_not_state_is_refused_with_the_entry_named() {
        var nothing = assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.HOW_MANY, "雨林上市当天收盘价多少", "雨林", "上市", "收盘价")));
        assertEquals(Reason.NOT_STATED, nothing.reason());
        assertEquals("雨林", nothing.about());
        assertEquals("site/雨林.md", nothing.nearest().getFirst().path().value());
    }

    @Test
    void an_amount_that_is_nowhere_near_is_refused_though_the_words_are_there() {
        var nothing = assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.HOW_MANY, "雨林搬到新加坡花了多少钱", "雨林", "搬到新加坡", "花费")));
        assertEquals(Reason.NOT_STATED, nothing.reason());
    }

    @Test
    void a_question_of_whose_words_few_are_held_is_refused() {
        assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.WHEN, "图床的鲸鱼号哪天解体", "图床", "鲸鱼号", "解体")));
    }

    @Test
    void a_name_alone_is_answered_from_the_entry_that_goes_by_it() {
        for (String name : List.of("云图", "雨林")) {
            var quoted = assertInstanceOf(Quoted.class, answers.ask(query(Wanted.ANYTHING, name, name)));
            quoted.quotes().forEach(quote -> assertEquals(name, quote.item().title()));
        }
    }

    @Test
    void the_nearest_text_begins_with_the_nearest_sentence() {
        var nothing = assertInstanceOf(Nothing.class,
                answers.ask(query(Wanted.HOW_MANY, "云图恢复游客上传花了多少亿", "云图", "恢复了游客上传", "花费")));
        assertTrue(nothing.nearest().getFirst().text().startsWith("2018年1月2日，云图恢复了"),
                () -> nothing.nearest().toString());
    }

    @Test
    void the_name_of_what_is_asked_for_need_not_be_told() {
        assertInstanceOf(Quoted.class, answers.ask(query(Wanted.WHO, "云图由谁创办，名字是什么", "云图", "创办", "名字")));
    }

    @Test
    void nothing_asked_is_nothing_answered() {
        Query empty = query(Wanted.ANYTHING, "？！");
        for (Answer answer : List.of(answers.ask(empty), answers.search(empty, 0), answers.timeline(empty, 0))) {
            assertEquals(Reason.EMPTY, assertInstanceOf(Nothing.class, answer).reason());
        }
    }

    @Test
    void a_search_shows_of_each_section_the_event_with_the_best_sentence() {
        var found = assertInstanceOf(Found.class, answers.search(query(Wanted.ANYTHING, "云图 涨价", "云图", "涨了一次价"), 0));
        assertEquals("c2", found.items().getFirst().id().value());
        assertEquals(found.items().stream().map(item -> item.path() + item.anchor()).distinct().count(),
                found.items().size());
    }

    @Test
    void a_page_past_the_end_is_the_last_one() {
        var found = assertInstanceOf(Found.class, answers.search(query(Wanted.ANYTHING, "雨林", "雨林"), 99));
        assertFalse(found.items().isEmpty());
        assertEquals(0, found.page());
    }

    @Test
    void a_timeline_takes_every_event_of_the_entry_it_names_and_headings_elsewhere_in_order() {
        var timeline = assertInstanceOf(Timeline.class, answers.timeline(query(Wanted.ANYTHING, "云图", "云图"), 0));
        assertEquals(List.of("c3", "c5", "r3", "c2", "c1", "c0", "c4"), ids(timeline));
        assertEquals(List.of("2017-10-21", "2018-05-06", "2018-06", "2019-03", "2019-03-04"),
                timeline.items().stream().filter(item -> item.when() != null).map(AnswersTest::iso).toList());
        assertEquals(List.of("云图", "雨林"), timeline.entries());
    }

    @Test
    void a_timeline_of_a_period_holds_what_falls_into_it() {
        Query all = query(Wanted.ANYTHING, "云图 2018", "云图");
        var timeline = assertInstanceOf(Timeline.class,
                answers.timeline(during(all, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31)), 0));
        assertEquals(List.of("c5", "r3"), ids(timeline));
    }

    @Test
    void a_timeline_of_a_period_without_events_says_so() {
        Query all = query(Wanted.ANYTHING, "云图 1990", "云图");
        var nothing = assertInstanceOf(Nothing.class,
                answers.timeline(during(all, LocalDate.of(1990, 1, 1), LocalDate.of(1990, 12, 31)), 0));
        assertEquals(Reason.FILTERED_OUT, nothing.reason());
        assertFalse(nothing.nearest().isEmpty());
    }

    @Test
    void nearest_to_a_period_without_events_are_those_closest_in_time() {
        Query all = query(Wanted.WHAT, "2021年云图发生了什么", "云图");
        var nothing = assertInstanceOf(Nothing.class, answers.timelineOfNamed(
                during(all, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)), 0).orElseThrow());
        assertEquals(Reason.FILTERED_OUT, nothing.reason());
        assertEquals(List.of("c2", "c1"), nothing.nearest().stream().limit(2).map(item -> item.id().value()).toList());
        assertTrue(answers.timelineOfNamed(query(Wanted.WHAT, "云图 收费", "云图", "收费"), 0).isEmpty());
        assertTrue(answers.timelineOfNamed(query(Wanted.WHAT, "木星", "木星"), 0).isEmpty());
    }

    @Test
    void further_words_narrow_a_timeline_where_they_are_a_heading() {
        var timeline = assertInstanceOf(Timeline.class,
                answers.timeline(query(Wanted.ANYTHING, "云图 收费", "云图", "收费"), 0));
        assertTrue(timeline.items().stream().allMatch(item -> item.heading().equals("开始收费")
                || item.text().contains("收费")), () -> timeline.items().toString());
    }

    @Test
    void further_words_that_select_nothing_leave_the_timeline_whole() {
        var timeline = assertInstanceOf(Timeline.class,
                answers.timeline(query(Wanted.ANYTHING, "云图 出事前后", "云图", "出事前后"), 0));
        assertTrue(ids(timeline).containsAll(List.of("c1", "c2", "c3")));
    }

    @Test
    void an_address_is_found_in_whatever_form_it_is_typed() {
        for (String typed : List.of("https://example.com/fee?utm_source=x", "http://www.example.com/fee/",
                "https://web.archive.org/web/2022if_/https://example.com/fee")) {
            var citing = assertInstanceOf(Citing.class, answers.find(WebAddress.of(typed).orElseThrow()));
            assertEquals(List.of("c1", "c5"), citing.items().stream().map(item -> item.id().value()).sorted().toList());
        }
    }

    @Test
    void an_address_that_nobody_cites_is_said_to_be_cited_nowhere() {
        Answer answer = answers.find(WebAddress.of("https://example.org/other").orElseThrow());
        assertEquals(Reason.NOT_CITED, assertInstanceOf(Nothing.class, answer).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"云图", "雲圖", "site/云图.md", "site/云图", "/site/云图.md", "c3"})
    void an_entry_is_shown_by_name_path_or_event(String name) {
        assertEquals("云图", assertInstanceOf(Whole.class, answers.entry(name, 0)).entry().title());
    }

    @Test
    void an_entry_is_shown_from_an_anchor_on() {
        var whole = assertInstanceOf(Whole.class, answers.entry("site/云图.md#关闭游客上传", 0));
        assertEquals("关闭游客上传", whole.anchor());
        assertEquals("c3", whole.items().getFirst().id().value());
    }

    @Test
    void a_name_that_two_entries_have_is_asked_back() {
        assertEquals(2, assertInstanceOf(Ambiguous.class, answers.entry("星海", 0)).items().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"没有这个", "../../etc/passwd", "a\\b.md", "/", "#", "zzzzzzzzzzzz"})
    void an_unknown_name_is_said_to_be_unknown(String name) {
        assertEquals(Reason.UNKNOWN_NAME, assertInstanceOf(Nothing.class, answers.entry(name, 0)).reason());
    }

    @Test
    void today_shows_earlier_years_only() {
        var today = assertInstanceOf(Answer.OnThisDay.class, answers.today());
        assertEquals(List.of("c1", "g1"), today.items().stream().map(item -> item.id().value()).toList());
    }

    @Test
    void the_other_lists_are_complete() {
        assertEquals(6, assertInstanceOf(Latest.class, answers.latest(0)).items().size());
        assertEquals(List.of("图床", "收费", "论坛").stream().sorted().toList(),
                List.copyOf(assertInstanceOf(Answer.Tags.class, answers.tags(0)).tags().keySet()));
        assertEquals("c0", assertInstanceOf(Found.class, answers.tag("圖床", 0)).items().getFirst().id().value());
        assertEquals(Reason.UNKNOWN_NAME, assertInstanceOf(Nothing.class, answers.tag("没有", 0)).reason());
        assertEquals(6, assertInstanceOf(Answer.About.class, answers.about()).facts().entries());
        assertEquals(answers.random(7), answers.random(7));
        assertEquals(1, answers.random(Long.MIN_VALUE).items().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "的", "(", "*", "\"", "\uD83D", "\u202e文", "a", "0", "云图 "})
    void hostile_queries_are_answered_in_bounded_time(String unit) {
        String typed = unit.repeat(10_000 / unit.length());
        Query query = query(Wanted.WHEN, typed, typed);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            answers.ask(query);
            answers.search(query, Integer.MAX_VALUE);
            answers.timeline(query, Integer.MIN_VALUE);
            answers.entry(typed, -1);
            answers.tag(typed, 5);
        });
    }

    private static Query during(Query query, LocalDate from, LocalDate to) {
        return new Query(query.typed(), query.words(), query.phrases(), query.without(), query.tags(), query.folders(),
                query.sites(), query.authors(), new Period(from, to, "", true), query.addresses(), query.wanted(),
                query.ignored());
    }

    private static List<String> ids(Timeline timeline) {
        var ids = new ArrayList<String>();
        timeline.items().forEach(item -> ids.add(item.id().value()));
        return ids;
    }

    private static String iso(Item item) {
        return item.when() == null ? "" : item.when().iso();
    }
}
