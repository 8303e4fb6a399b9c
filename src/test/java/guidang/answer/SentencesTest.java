package guidang.answer;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"网站关了。|站长没有说明。", "网站关了！！！|真的吗？|真的……|后来又开了", "他说：“先停。再看。”然后走了。|没有下文。",
            "公告称「即日起停止。恢复时间另行通知。」|「敬请谅解。」", "（见附件。共三页。）说明如下：甲。|乙。", "版本是 3.14.1，网址是 V2EX.com 和 example.org。|下载量 1.5 万。",
            "See No. 5 of Mr. Li. |It costs 3.5 USD. |Then e.g. this one.",
            "It closed in Jan. 2020. |Nobody said why! |\"Why?\" |They left.",
            "服务關閉；|帳號保留。|資料刪除", "第一行\n|第二行没有句号\n|第三行。", "《书。名》还在。|好。", "J. K. Rowling wrote it. |Yes.",
            "1. 先登录。|再点击。\n|2. 完成", "微博 a;b 仍在;|c"})
    void a_text_is_split_where_its_sentences_end(String marked) {
        String text = marked.replace("|", "");
        List<String> expected = List.of(marked.split("\\|")).stream().map(String::strip).toList();
        assertEquals(expected, sentences(text));
    }

    @Test
    void spans_point_into_the_text_as_it_stands() {
        String text = "  一。\u3000 二！\n\n 三";
        assertEquals(List.of(new Sentences.Span(2, 4), new Sentences.Span(6, 8), new Sentences.Span(11, 12)),
                Sentences.of(text));
    }

    @Test
    void a_bracket_that_never_closes_does_not_swallow_the_rest() {
        String text = "公告「以下内容。" + "这里有一句话。".repeat(60);
        assertTrue(Sentences.of(text).size() > 20, () -> "only " + Sentences.of(text).size());
    }

    @Test
    void what_has_no_end_is_cut_at_a_comma() {
        String text = "名单上有很多名字，".repeat(200);
        List<String> sentences = sentences(text);
        assertTrue(sentences.stream().allMatch(each -> each.length() <= Sentences.LONGEST && each.endsWith("，")));
        assertEquals(text, String.join("", sentences));
    }

    @Test
    void a_cut_never_parts_a_surrogate_pair() {
        String text = "x" + "😀".repeat(1000);
        for (String sentence : sentences(text)) {
            assertFalse(Character.isLowSurrogate(sentence.charAt(0)));
            assertFalse(Character.isHighSurrogate(sentence.charAt(sentence.length() - 1)));
        }
    }

    @Test
    void blank_text_has_no_sentences() {
        assertEquals(List.of(), Sentences.of(""));
        assertEquals(List.of(), Sentences.of(" \n\u3000\t\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "「", "」", "。", ".", "a.", "…」", "?!", "\n", " ", "，", "1.", "\uD83D", "《"})
    void hostile_text_is_split_in_linear_time(String unit) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sentences.of(unit.repeat(300_000)));
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
    }
}
