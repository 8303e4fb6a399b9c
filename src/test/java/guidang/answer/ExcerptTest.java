package guidang.answer;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExcerptTest {
    @Test
    void a_short_text_is_shown_whole() {
        assertEquals("一。二。", around(" 一。二。\n", 1, 300));
    }

    @Test
    void a_long_text_begins_with_its_beginning_while_that_leaves_room_for_the_sentence() {
        String text = "甲".repeat(40) + "。" + "乙".repeat(40) + "。" + "丙".repeat(40) + "。";
        assertEquals("甲".repeat(40) + "。" + "乙".repeat(40) + "。…", around(text, 1, 100));
    }

    @Test
    void a_sentence_far_down_is_shown_with_marks_on_both_sides() {
        String text = "前面的话说了很久很久很久。".repeat(10) + "答案在这里。" + "后面的话也说了很久很久。".repeat(10);
        String excerpt = around(text, 10, 60);
        assertTrue(excerpt.startsWith("…") && excerpt.endsWith("…") && excerpt.contains("答案在这里。"), excerpt);
        assertTrue(excerpt.length() <= 60, excerpt);
    }

    @Test
    void a_sentence_that_is_too_long_itself_is_cut_at_a_clause() {
        assertEquals("很长的一句，很长的一句，很长的一句，…", Excerpt.clip("很长的一句，".repeat(20), 22));
    }

    @Test
    void nothing_is_invented_and_no_character_is_halved() {
        var random = new Random(7);
        var pieces = List.of("网站", "关停。", "，", "😀", "a b", "\n", "“好。”", "！", "2021年7月", "𠮷", "…");
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(120); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            List<Sentences.Span> spans = Sentences.of(text.toString());
            int limit = 20 + random.nextInt(300);
            int focus = spans.isEmpty() ? 0 : random.nextInt(spans.size());
            String excerpt = Excerpt.around(text.toString(), spans, focus, limit);
            assertTrue(excerpt.length() <= limit, excerpt);
            String bare = Pattern.compile("^…|…$").matcher(excerpt).replaceAll("");
            assertTrue(text.indexOf(bare) >= 0, () -> text + "\n->\n" + excerpt);
            assertFalse(!bare.isEmpty() && Character.isHighSurrogate(bare.charAt(bare.length() - 1)), excerpt);
            assertFalse(!bare.isEmpty() && Character.isLowSurrogate(bare.charAt(0)), excerpt);
        }
    }

    private static String around(String text, int focus, int limit) {
        return Excerpt.around(text, Sentences.of(text), focus, limit);
    }
}
