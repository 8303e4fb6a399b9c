package guidang.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlainTextTest {
    @Test
    void line_breaks_of_every_kind_become_one_space() {
        assertEquals("a b c d e f", PlainText.clean("a\nb\r\n\r\nc\u2028d\u0085e\u3000\u00A0f"));
    }

    @Test
    void control_and_invisible_characters_are_gone() {
        assertEquals("微信", PlainText.clean("微\u0000\u001B\u200B\uFEFF\u00AD\u2060信\uDB40\uDC41"));
    }

    @Test
    void overrides_are_gone_and_unclosed_isolates_too() {
        assertEquals("abc", PlainText.clean("a\u202Eb\u202C\u200Fc"));
        assertEquals("ab", PlainText.clean("a\u2067b"));
        assertEquals("ab", PlainText.clean("a\u2069b"));
        assertEquals("\u2068ab\u2069", PlainText.clean("\u2067ab\u2069"));
    }

    @Test
    void text_that_runs_right_to_left_is_isolated() {
        assertEquals("\u2068שלום\u2069", PlainText.isolated(" שלום "));
        assertEquals("微信", PlainText.isolated("微信"));
    }

    @Test
    void an_unpaired_surrogate_is_replaced_and_emoji_stay_whole() {
        assertEquals("a\uFFFDb\uFFFD", PlainText.clean("a\uD83Db\uDC00"));
        assertEquals("👩‍👩‍👧 🏳️‍🌈", PlainText.clean("👩‍👩‍👧 🏳️‍🌈"));
    }

    @Test
    void a_heap_of_combining_marks_is_levelled() {
        assertEquals(7, PlainText.clean("e" + "\u0301".repeat(500)).length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // after the last sentence that ends in the second half
            "渡船停了。市民绕行大桥。过了一个月才恢复载客 | 16 | 渡船停了。市民绕行大桥。…",
            // a bracket or quotation mark stays with its sentence
            "他说：“渡船停了。”市民绕行大桥，很久都没有恢复 | 14 | 他说：“渡船停了。”…",
            // between words
            "The ferry stopped running in the summer months | 20 | The ferry stopped…",
            // a full stop inside a number is no end
            "票价涨了百分之3.5左右而且还要再涨上去 | 14 | 票价涨了百分之3.5左右而…",
            "短 | 5 | 短"})
    void a_long_text_is_cut_where_it_reads_well(String text, int max, String cut) {
        assertEquals(cut, PlainText.cut(text, max));
        assertTrue(PlainText.cut(text, max).length() <= max);
    }

    @Test
    void a_cut_never_divides_what_is_seen_as_one_character() {
        String families = "👩‍👩‍👧‍👦".repeat(10);
        for (int max = 12; max < families.length(); max++) {
            String cut = PlainText.cut(families, max);
            assertEquals(0, (cut.length() - 1) % "👩‍👩‍👧‍👦".length(), cut);
        }
        for (int max = 0; max < 12; max++) {
            String cut = PlainText.cut("😀😀😀😀😀😀😀😀", max);
            assertTrue(cut.length() <= max);
            assertFalse(cut.contains("\uFFFD") || !PlainText.clean(cut).equals(cut), cut);
        }
    }
}
