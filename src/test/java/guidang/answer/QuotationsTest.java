package guidang.answer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import guidang.archive.Entry;
import guidang.query.Query;
import guidang.query.Query.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class QuotationsTest {
    private static final String STORY = "云图是一家图床。云图由李明和两位同学在2012年创办。2019年3月4日，云图开始收费，每月15元。"
            + "因为服务器费用上涨，云图在2020年关闭了免费空间。关闭持续了三个月。后来总部从杭州搬到了成都。";

    @ParameterizedTest
    @CsvSource({"WHO, 云图是谁创办的, 云图 创办, 李明", "WHEN, 云图哪天开始收费, 云图 开始收费, 2019年3月4日", "HOW_MANY, 云图收费多少元, 云图 收费, 15元",
            "WHY, 云图为什么关闭免费空间, 云图 关闭免费空间, 因为服务器", "HOW_LONG, 云图关闭了多久, 云图 关闭, 三个月", "WHERE, 云图总部搬到哪里, 云图 总部 搬到, 成都",
            "WHEN, 雲圖哪天開始收費, 雲圖 開始收費, 2019年3月4日", "WHO, 雲圖是誰創辦的, 雲圖 創辦, 李明"})
    void the_sentence_that_holds_the_words_and_the_kind_of_answer_comes_first(Wanted wanted, String typed, String words,
            String answer) {
        Query query = Pages.query(wanted, typed, words.split(" "));
        assertEquals(true, best(query, STORY).contains(answer), () -> best(query, STORY));
    }

    @Test
    void a_date_of_the_question_is_no_answer_to_when() {
        Query query = Pages.query(Wanted.WHEN, "2019年3月收费的云图何时关闭", "收费", "云图", "关闭");
        assertEquals("云图关闭于2020年。", best(query, "2019年3月，云图收费。云图关闭于2020年。"));
    }

    @Test
    void a_latin_word_is_met_whole_only() {
        Query query = Pages.query(Wanted.ANYTHING, "go", "go");
        assertEquals("用 Go 写成。", best(query, "上过 Google 首页。用 Go 写成。"));
    }

    @Test
    void very_long_sections_and_questions_take_bounded_time() {
        var text = "这是一张很长的表格，里面什么都有。".repeat(200_000);
        Query query = Pages.query(Wanted.HOW_MANY, "多少".repeat(5_000), "表格里面".repeat(2_500));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> best(query, text));
    }

    @ParameterizedTest
    @CsvSource({"一", "1", "「", "由", "在", "2021年", "a.", "在x", "百分"})
    void hostile_sentences_are_looked_at_in_bounded_time(String unit) {
        String text = unit.repeat(24_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (Wanted wanted : Wanted.values()) {
                best(Pages.query(wanted, "多少" + unit, unit), text);
            }
        });
    }

    private static String best(Query query, String text) {
        Entry entry = Pages.page("a.md", "云图", Pages.section("", Pages.event("e", null, text)));
        List<Quotations.Scored> scored = new Quotations(new Asked(query))
                .score(new Passage(entry, entry.sections().getFirst()));
        return scored.stream().max(Comparator.comparingDouble(Quotations.Scored::score)).orElseThrow().sentence()
                .text();
    }
}
