package guidang.query;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.ibm.icu.text.Transliterator;

import guidang.query.Query.Ignored.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnyTextTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);

    private static final List<String> PARTS = List.of("河港", "大桥", "什么", "什麼時候", "的", "了", "吗", "？", "。", " ", " ", " ",
            "\"", "“",
            "”", "「", "」", "《", "》", "-", "－", "tag:", "标签：", "in:", "site:", "date:", "before:", "2021", "2021年7月",
            "至", "..",
            "7", "月", "日", "去年", "上个月", "July", "https://example.com/a", "archive.ph/Ab1Cd", "Notepad++", "WHO",
            "who is", "\ud83d",
            "\ud83d\ude00", "\u202e", "\u0000", "\u200d", "ﷺ", "㎡", "A\u0308", "几", "哪", "个", "时间线", "timeline", "请问",
            "\n", "\t", "/",
            ".", "+", "#", "%", "'", "12", "一", "十");

    @Test
    @Timeout(60)
    void any_mixture_is_read() {
        var random = new Random(20_220_726);
        for (int round = 0; round < 4_000; round++) {
            var typed = new StringBuilder();
            int parts = random.nextInt(30);
            for (int i = 0; i < parts; i++) {
                typed.append(random.nextInt(8) == 0
                        ? String.valueOf((char) random.nextInt(Character.MAX_VALUE))
                        : PARTS.get(random.nextInt(PARTS.size())));
            }
            QueryChecks.hold(typed.toString());
        }
    }

    static Stream<String> hostile() {
        return Stream.of("a", "的", "\"", "“", "「", "《", "-", "- ", "-a ", "tag:", "tag:a ", "tag:\"", "((((", "*", "?",
                "? ", "a AND ",
                "\\", "+", "#", ".", "..", "2021-", "2021..", "2021 ", "date:", "date:2021 ", "date:x ", "什么", "哪个",
                "哪一", "几",
                "了吗", "是", "今年", "最近", "至", "20", "一二", "https://a.com/ ", "http://", "archive.ph/a ", "😀", "\ud83d",
                "\udc00",
                "\u202e", "\u0000", "\u0301", "\u200d", "ﷺ", "when ", "how many ", "timeline ", "时间线", "的时间线", "\n",
                "　", "：",
                "tag：", "A", "１", "在2021年");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hundred_thousand_characters_are_read_at_once(String part) {
        String typed = part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> QueryChecks.hold(typed));
    }

    @Test
    void what_is_too_long_is_cut_and_said() {
        Query query = QueryReader.search("河港 ".repeat(10_000), TODAY);
        assertEquals(List.of(Reason.TOO_LONG), query.ignored().stream().map(Query.Ignored::reason)
                .filter(reason -> reason == Reason.TOO_LONG).toList());
        assertTrue(query.words().size() <= QueryReader.MOST_WORDS);
    }

    @Test
    void too_many_clauses_are_cut_and_said() {
        var typed = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            typed.append("tag:t").append(i).append(' ');
        }
        Query query = QueryReader.search(typed.toString(), TODAY);
        assertEquals(Clauses.MOST, query.tags().size());
        assertEquals(4, query.ignored().stream().filter(one -> one.reason() == Reason.TOO_MANY).count());
    }

    @Test
    void every_traditional_character_of_the_vocabulary_is_folded() {
        var transliterator = Transliterator.getInstance("Traditional-Simplified");
        for (char c = '\u4e00'; c <= '\u9fff'; c++) {
            String simplified = transliterator.transliterate(String.valueOf(c));
            if (simplified.length() == 1 && Vocabulary.STANDARD.uses(simplified.charAt(0))) {
                assertEquals(simplified, Folding.fold(String.valueOf(c)));
            }
        }
    }
}
