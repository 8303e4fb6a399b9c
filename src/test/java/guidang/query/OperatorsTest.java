package guidang.query;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.query.Query.Ignored;
import guidang.query.Query.Ignored.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OperatorsTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);

    private static Query search(String typed) {
        return QueryReader.search(typed, TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag:河港", "TAG:河港", "标签:河港", "標籤：河港", "ｔａｇ：河港", "tag: 河港", "tag:\"河港\"", "tag:“河港”",
            "tag:「河港」",
            "tag:#河港", "  tag:河港  ", "tag:河港 tag:河港"})
    void a_tag_is_read_however_it_is_written(String typed) {
        Query query = search(typed);
        assertEquals(List.of("河港"), query.tags());
        assertEquals(List.of(), query.words());
        assertEquals(List.of(), query.ignored());
        assertFalse(query.isEmpty());
    }

    @Test
    void each_operator_has_its_place() {
        Query query = search(
                "河港 in:company/桥洞/ 目录：/site 來源:v2ex.com site:https://www.example.com/a/b by:\"李 四\" 作者：张三 tag:a tag:b");
        assertEquals(List.of("河港"), query.words());
        assertEquals(List.of("company/桥洞", "site"), query.folders());
        assertEquals(List.of("v2ex.com", "example.com"), query.sites());
        assertEquals(List.of("李 四", "张三"), query.authors());
        assertEquals(List.of("a", "b"), query.tags());
        assertEquals(List.of(), query.addresses());
        assertEquals(List.of(), query.ignored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"河港 大桥\"", "＂河港 大桥＂", "“河港 大桥”", "”河港 大桥“", "「河港 大桥」", "『河港 大桥』", "｢河港 大桥｣"})
    void a_phrase_stands_in_any_quotation_marks(String typed) {
        Query query = search("通知 " + typed);
        assertEquals(List.of("河港 大桥"), query.phrases());
        assertEquals(List.of("通知"), query.words());
    }

    @Test
    void a_title_is_words_not_a_phrase() {
        Query query = search("《谁的河港》 下架");
        assertEquals(List.of(), query.phrases());
        assertEquals(List.of("谁的河港", "下架"), query.words());
    }

    @Test
    void in_a_message_a_quotation_is_a_phrase_only_where_it_stands_alone() {
        assertEquals(List.of("河港"), QueryReader.question("大桥 \"河港\"", TODAY).phrases());
        Query inside = QueryReader.question("把“河港”两个字去掉了", TODAY);
        assertEquals(List.of(), inside.phrases());
        assertEquals(List.of("把", "河港", "两个字去掉了"), inside.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"河港 -大桥 | 大桥", "河港 －大桥 | 大桥", "河港 −大桥 | 大桥",
            "河港 -\"大桥 通知\" | 大桥 通知", "河港 －“大桥 通知” | 大桥 通知", "-大桥 河港 | 大桥", "河港 -V2EX.com | V2EX.com"})
    void a_minus_before_a_word_excludes_it(String typed, String without) {
        Query query = search(typed);
        assertEquals(List.of(without), query.without());
        assertEquals(List.of("河港"), query.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notepad-plus", "7-Zip", "Wi-Fi", "河港-大桥", "河港 - 大桥", "河港 --大桥", "-", "- -", "――"})
    void a_minus_elsewhere_excludes_nothing(String typed) {
        assertEquals(List.of(), search(typed).without());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Notepad++", "C#", "7-Zip", ".cn", "AT&T", "V2EX", "IP属地", "7.8.1", "50%", "扫黄·净网2014",
            "O'Reilly", "a_b",
            "👨‍👩‍👧", "㐀𠀀"})
    void a_name_stays_whole(String name) {
        assertEquals(List.of("河港", name), search("河港 " + name).words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"河港 tag: | tag: | EMPTY_OPERATOR",
            "河港 in:/ | in:/ | EMPTY_OPERATOR",
            "河港 tag:\"\" | tag:\"\" | EMPTY_OPERATOR", "河港 -tag:大桥 | -tag:大桥 | CANNOT_EXCLUDE",
            "\"河港 | \" | UNCLOSED_QUOTE", "“河港 | “ | UNCLOSED_QUOTE",
            "河港 after:2022 before:2021 | before:2021 | MALFORMED_DATE"})
    void what_cannot_be_used_is_said_and_the_rest_is_searched(String typed, String text, Reason reason) {
        Query query = search(typed);
        assertEquals(List.of("河港"), query.words());
        assertEquals(List.of(new Ignored(text, reason)), query.ignored());
    }

    @Test
    void a_tag_in_quotation_marks_that_do_not_close_is_still_a_tag() {
        Query query = search("tag:\"河港");
        assertEquals(List.of("河港"), query.tags());
        assertEquals(Reason.UNCLOSED_QUOTE, query.ignored().getFirst().reason());
    }

    @Test
    void a_query_of_nothing_but_function_words_is_searched_as_it_stands() {
        assertEquals(List.of("谁"), search("谁").words());
        assertEquals(List.of("2022"), search("2022").words());
        assertTrue(search("。，！").isEmpty());
    }

    @Test
    void a_colon_in_a_sentence_is_no_operator() {
        Query query = search("这位作者:张三 http 12:30 note:x");
        assertEquals(List.of(), query.authors());
        assertEquals(List.of("这位作者", "张三", "http", "12", "30", "note", "x"), query.words());
    }

    @Test
    void control_characters_are_left_out_and_said() {
        Query query = search("河港\u0007大桥");
        assertEquals(List.of("河港", "大桥"), query.words());
        assertEquals(List.of(new Ignored("U+0007", Reason.CONTROL_CHARACTERS)), query.ignored());
    }

    @Test
    void marks_of_direction_and_zero_width_are_not_there() {
        assertEquals(List.of("河港大桥"), search("\u200e河港\u200b\ufeff大\u202e桥\u2069").words());
        assertEquals(List.of("河港"), search("\ud800河港\udc00").words());
    }
}
