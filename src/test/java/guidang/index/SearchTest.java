package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import guidang.archive.Event;

import static guidang.index.Made.cite;
import static guidang.index.Made.day;
import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SearchTest {
    @TempDir
    Path folder;
    private ArchiveIndex index;

    @BeforeEach
    void fill() throws IOException {
        var lamp = page("company/灯塔/灯塔邮箱.md", "灯塔邮箱").tags("灯塔科技", "整改");
        lamp.section("停止登记新住户",
                List.of(lamp.event("2019年3月4日，灯塔邮箱停止登记新住户，原因没有说明。", day("2019-03-04"),
                        cite("灯塔邮箱暂停登记", "河湾日报", "林一", "https://news.hewan.example/a/1"))))
                .section("读取相簿", "有人发现灯塔邮箱在后台读取相簿。");
        var editor = page("software/notepad++.md", "notepad++").tags("软件");
        editor.section("更名", List.of(editor.event("2020年6月，作者把 notepad++ 的一个版本改了名字。", Made.month(2020, 6),
                cite("版本说明", "notepad-plus-plus.org", "作者", "https://notepad-plus-plus.org/news"))));
        var forum = page("website/V2EX.md", "V2EX");
        forum.section("访问", "V2EX 自 2015年 起打不开，返回 404，用户改用 .cn 域名和 7-Zip 打包的离线版。", "论坛里讨论 IP属地 与 C++。");
        var other = page("website/论坛.md", "论坛");
        other.section("列举", "这里提到 notepad 和 灯塔邮箱，还有别的。");
        index = Shelf.open(folder, Shelf.aliases("灯塔邮箱", "LightMail", "塔邮"), lamp.entry(), editor.entry(),
                forum.entry(),
                other.entry(),
                page("secret.md", "秘密草稿").unpublished().section("草稿", "灯塔邮箱停止登记新住户的草稿").entry());
    }

    @AfterEach
    void shut() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({"停止登记新住户,灯塔邮箱#停止登记新住户", "燈塔郵箱 停止登記新住戶,灯塔邮箱#停止登记新住户", "讀取相簿,灯塔邮箱#读取相簿", "Ｖ２ＥＸ,V2EX#访问",
            "notepad++,notepad++#更名",
            "7-zip,V2EX#访问", "7zip,V2EX#访问", ".cn,V2EX#访问", "ip属地,V2EX#访问", "c++,V2EX#访问", "404,V2EX#访问",
            "LightMail 相簿,灯塔邮箱#读取相簿",
            "塔邮 登记,灯塔邮箱#停止登记新住户"})
    void a_section_is_found_in_any_script_width_and_name(String typed, String wanted) {
        assertEquals(wanted, Shelf.first(index, Made.words(typed.split(" "))));
        assertEquals(Hits.Tier.EXACT, index.search(Made.words(typed.split(" ")), 5).tier());
    }

    @ParameterizedTest
    @CsvSource({"dengta youxiang xiangbu,灯塔邮箱#读取相簿", "dengjixinzhuhu,灯塔邮箱#停止登记新住户", "灯塔邮箱 xiangbu,灯塔邮箱#读取相簿",
            "duqu xiangbu,灯塔邮箱#读取相簿"})
    void pinyin_finds_by_sound_and_says_so(String typed, String wanted) {
        assertEquals(wanted, Shelf.first(index, Made.words(typed.split(" "))));
        assertEquals(Hits.Tier.SOUND, index.search(Made.words(typed.split(" ")), 5).tier());
    }

    @ParameterizedTest
    @CsvSource({"灯塔邮箱 duqu xiangbu,灯塔邮箱读取相簿", "灯塔邮箱 duqu 相簿,灯塔邮箱读取相簿", "毒去项部,读取相簿", "灯塔邮箱 zzxq xiangbu,灯塔邮箱zzxq 相簿",
            "灯塔邮箱 相簿,''"})
    void what_is_heard_is_told_in_the_words_of_the_archive(String typed, String heard) {
        assertEquals(heard, index.search(Made.words(typed.split(" ")), 5).heard());
    }

    @Test
    void characters_that_sound_alike_find_what_was_meant() {
        assertEquals("灯塔邮箱#读取相簿", Shelf.first(index, Made.words("毒去项部")));
        assertEquals(Hits.Tier.SOUND, index.search(Made.words("毒去项部"), 5).tier());
    }

    @ParameterizedTest
    @CsvSource({"notepd,notepad++#更名", "notpad++,notepad++#更名"})
    void a_slip_of_a_letter_finds_the_nearest_word_and_says_so(String typed, String wanted) {
        assertTrue(Shelf.found(index, Made.words(typed)).contains(wanted));
        assertEquals(Hits.Tier.NEAR, index.search(Made.words(typed), 5).tier());
    }

    @Test
    void the_page_that_a_topic_is_comes_before_one_that_mentions_it() {
        assertTrue(Shelf.first(index, Made.words("灯塔邮箱")).startsWith("灯塔邮箱#"));
        assertEquals("notepad++#更名", Shelf.first(index, Made.words("notepad++")));
    }

    @Test
    void a_phrase_must_stand_as_written() {
        assertEquals(List.of("灯塔邮箱#停止登记新住户"),
                Shelf.found(index, Made.phrases(List.of(), List.of("登記新住戶"), List.of())));
        assertEquals(List.of(), Shelf.found(index, Made.phrases(List.of(), List.of("登记住户"), List.of())));
        assertEquals(List.of(), Shelf.found(index, Made.phrases(List.of(), List.of("notep"), List.of())));
        assertEquals(List.of("V2EX#访问"),
                Shelf.found(index, Made.phrases(List.of(), List.of("返回 404，用户"), List.of())));
    }

    @Test
    void what_must_not_occur_does_not() {
        assertEquals(List.of("灯塔邮箱#读取相簿", "论坛#列举"),
                Shelf.found(index, Made.phrases(List.of("灯塔邮箱"), List.of(), List.of("停止登記"))));
        assertTrue(Shelf.found(index, Made.phrases(List.of("灯塔邮箱"), List.of(), List.of("停记"))).size() == 3,
                "pairs that do not stand side by side are not the word");
    }

    @Test
    void filters_leave_what_they_name() {
        List<String> none = List.of();
        assertEquals(List.of("灯塔邮箱#停止登记新住户", "灯塔邮箱#读取相簿"),
                Shelf.found(index, Made.filtered(none, List.of("燈塔科技"), none, none, none)));
        assertEquals(List.of("V2EX#访问", "论坛#列举"),
                Shelf.found(index, Made.filtered(none, none, List.of("website"), none, none)));
        assertEquals(2, Shelf.found(index, Made.filtered(none, none, List.of("灯塔"), none, none)).size());
        for (String site : List.of("河湾日报", "hewan.example", "news.hewan.example", "河湾")) {
            assertEquals(List.of("灯塔邮箱#停止登记新住户"),
                    Shelf.found(index, Made.filtered(none, none, none, List.of(site), none)), site);
        }
        assertEquals(List.of("灯塔邮箱#停止登记新住户"),
                Shelf.found(index, Made.filtered(none, none, none, none, List.of("林一"))));
        assertEquals(none, Shelf.found(index, Made.filtered(List.of("灯塔邮箱"), List.of("软件"), none, none, none)));
        assertEquals(none, Shelf.found(index, Made.filtered(none, none, none, List.of("nowhere.example"), none)));
    }

    @Test
    void a_strict_period_keeps_sections_with_an_event_in_it() {
        assertEquals(List.of("notepad++#更名"),
                Shelf.found(index, Made.during(List.of(), "2020-06-20", "2020-07-01", true)));
        Hits hits = index.search(Made.during(List.of("灯塔邮箱"), "2019-03-04", "2019-03-04", true), 5);
        assertEquals(1, hits.hits().size());
        assertFalse(hits.relaxed());
    }

    @Test
    void a_period_that_leaves_nothing_is_dropped_and_said() {
        Hits hits = index.search(Made.during(List.of("相簿"), "1990-01-01", "1990-12-31", true), 5);
        assertEquals("读取相簿", hits.hits().getFirst().section().heading());
        assertTrue(hits.relaxed());
    }

    @Test
    void a_period_that_is_a_hint_prefers_but_does_not_demand() {
        List<String> found = Shelf.found(index, Made.during(List.of("灯塔邮箱"), "2019-01-01", "2019-12-31", false));
        assertEquals("灯塔邮箱#停止登记新住户", found.getFirst());
        assertEquals(3, found.size());
    }

    @Test
    void unpublished_entries_are_not_found() {
        assertTrue(Shelf.found(index, Made.words("秘密草稿", "灯塔邮箱")).stream().noneMatch(hit -> hit.contains("秘密")));
    }

    @Test
    void coverage_tells_how_much_is_held_and_what_is_missing() {
        Hits.Hit all = index.search(Made.words("灯塔邮箱", "读取相簿"), 1).hits().getFirst();
        assertEquals(1, all.coverage(), 1e-9);
        assertEquals(List.of(), all.missing());
        Hits.Hit part = index.search(Made.words("灯塔邮箱", "潜水艇"), 1).hits().getFirst();
        assertTrue(part.coverage() > 0.1 && part.coverage() < 0.7, "coverage " + part.coverage());
        assertEquals(List.of("潜水艇"), part.missing());
        Hits.Hit named = index.search(Made.words("LightMail", "相簿"), 1).hits().getFirst();
        assertEquals(1, named.coverage(), 1e-9, "another name covers");
    }

    @Test
    void a_list_of_links_yields_to_the_section_that_tells(@TempDir Path folder) throws Exception {
        Made page = page("a.md", "晨星邮局");
        Event told = page.event("晨星邮局的信件被退回了三千封，原因是邮编改动。", null);
        Event title = page.event("邮编改动以后，晨星邮局退回信件三千封 - 晚潮网", null);
        var link = new Event(title.id(), title.text(), List.of(), null, List.of(), 1, true);
        try (ArchiveIndex index = Shelf.open(folder, Aliases.none(),
                page.section("相关链接", List.of(link)).section("退信", List.of(told)).entry())) {
            assertEquals("晨星邮局#退信", Shelf.first(index, Made.words("晨星邮局", "邮编改动", "退回信件")));
        }
    }

    @Test
    void nothing_is_found_for_what_is_nowhere() {
        assertEquals(List.of(), Shelf.found(index, Made.words("潜水艇")));
        assertEquals(0, index.search(Made.words("潜水艇"), 5).total());
        assertEquals(List.of(), index.search(Made.words("灯塔邮箱"), 0).hits());
    }
}
