package guidang.query;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.query.Query.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);

    @ParameterizedTest
    @CsvFileSource(resources = "questions.txt", delimiter = '|', quoteCharacter = '\'')
    void a_question_is_parted_into_what_it_is_about_and_what_it_asks_for(String typed, String words, Wanted wanted) {
        Query query = QueryReader.question(typed, TODAY);
        assertEquals(words, String.join(" / ", query.words()));
        assertEquals(wanted, query.wanted());
        assertEquals(List.of(), query.phrases());
        assertEquals(List.of(), query.ignored());
    }

    @Test
    void a_date_in_a_question_is_a_hint_and_no_word() {
        Query query = QueryReader.question("桥洞里打哪个字会变成星号？2022年三月的事", TODAY);
        assertEquals(List.of("桥洞里打", "字会变成星号"), query.words());
        assertEquals(new Query.Period(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 31), "2022年三月", false),
                query.period());
    }

    @Test
    void a_bare_year_in_a_question_is_a_hint_and_stays_a_word() {
        Query query = QueryReader.question("UCG 2021 附的光盘里装了什么", TODAY);
        assertEquals(List.of("UCG", "2021", "附", "光盘里装"), query.words());
        assertEquals(new Query.Period(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), "2021", false),
                query.period());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2047论坛是什么", "MU5735 是什么", "7.8.1 是哪个版本", "1984 是谁写的", "2021年度盘点是什么", "日本周边是什么", "今日头条是什么",
            "v2021.3 是什么", "IDEA 2021.3 是什么"})
    void a_number_inside_a_name_is_no_date(String typed) {
        assertEquals(null, QueryReader.question(typed, TODAY).period());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"去年发生了什么 | 2021-01-01 | 2021-12-31", "2021年8月有什么事？ | 2021-08-01 | 2021-08-31",
            "2022年三月呢 | 2022-03-01 | 2022-03-31", "what happened in 2021? | 2021-01-01 | 2021-12-31",
            "2021 | 2021-01-01 | 2021-12-31", "上个月都出了哪些大事 | 2022-06-01 | 2022-06-30",
            "2019年到2020年发生过什么 | 2019-01-01 | 2020-12-31", "請問2021年8月發生了什麼事情 | 2021-08-01 | 2021-08-31",
            "news in August 2021 | 2021-08-01 | 2021-08-31", "2021年8月5日 tag:桥洞 | 2021-08-05 | 2021-08-05"})
    void a_question_that_names_only_a_period_asks_for_all_of_it(String typed, LocalDate from, LocalDate to) {
        Query query = QueryReader.onlyPeriod(typed, TODAY).orElseThrow();
        Query.Period period = query.inPeriod().orElseThrow();
        assertEquals(List.of(from, to), List.of(period.from(), period.to()));
        assertTrue(period.strict());
    }

    @Test
    void lately_is_no_strict_period() {
        assertFalse(QueryReader.onlyPeriod("最近发生了什么", TODAY).orElseThrow().inPeriod().orElseThrow().strict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"去年桥洞论坛发生了什么", "2021年8月桥洞有什么事", "2021年谁被封了", "2021年是谁", "发生了什么", "有什么事", "2047 是什么", "1984",
            "what happened to Larkbird in 2021", "2021年 \"桥洞\"", "2021年 -桥洞", "2021年度盘点是什么", "今日头条有什么事"})
    void a_subject_besides_the_period_or_none_at_all_is_no_period_alone(String typed) {
        assertTrue(QueryReader.onlyPeriod(typed, TODAY).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"桥洞论坛的时间线", "橋洞論壇的時間線", "2047论坛 出事前后时间线", "F搜 关停的经过，按时间列一下", "帮我整理一下桥洞论坛的时间线",
            "timeline of Larkbird",
            "Larkbird timeline", "Larkbird timeline 2021", "辣条事件的来龙去脉", "桥洞论坛大事记"})
    void a_message_asks_for_a_timeline(String typed) {
        assertTrue(QueryReader.asksForTimeline(typed, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"桥洞论坛什么时候关的", "Larkbird timeline order changed", "时间线功能为什么下架", "按时间排序", "河港编年史 封网", "作息时间表",
            "", "经过"})
    void a_message_only_speaks_of_one(String typed) {
        assertFalse(QueryReader.asksForTimeline(typed, TODAY));
    }

    @Test
    void the_words_that_ask_for_a_timeline_are_no_topic() {
        assertEquals(List.of("F搜", "关停"), QueryReader.timeline("F搜 关停的经过，按时间列一下", TODAY).words());
        assertEquals(List.of("2047论坛", "出事"), QueryReader.timeline("2047论坛 出事前后时间线", TODAY).words());
        assertEquals(List.of("Larkbird"), QueryReader.timeline("show me the timeline of Larkbird", TODAY).words());
    }

    @Test
    void a_period_at_the_end_of_a_timeline_is_strict_and_one_inside_its_topic_is_not() {
        assertTrue(QueryReader.timeline("桥洞论坛 2013-2016", TODAY).inPeriod().orElseThrow().strict());
        assertTrue(QueryReader.timeline("桥洞论坛2021年的时间线", TODAY).inPeriod().orElseThrow().strict());
        assertFalse(QueryReader.timeline("2022年桥洞论坛关停", TODAY).inPeriod().orElseThrow().strict());
    }

    @Test
    void a_message_about_an_address_leaves_no_words() {
        Query query = QueryReader.question("這個帖子你們存過沒 http://example.com/thread/7", TODAY);
        assertEquals(List.of(), query.words());
        assertEquals("http://example.com/thread/7", query.addresses().getFirst().url());
    }
}
