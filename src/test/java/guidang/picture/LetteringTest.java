package guidang.picture;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.message.Language;
import guidang.message.PictureText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LetteringTest {
    private final Lettering lettering = Lettering.own();

    @ParameterizedTest
    @CsvSource(textBlock = """
            渡轮🚢 免费,渡轮 免费
            Ｇｏ,Ｇｏ
            𝐁𝐨𝐥𝐝 ﬁn ㈱ 𝟙,Bold ﬁn ㈱ 1
            한국어 말,… …
            𮯠,〓
            e\u0301te\u0301,été
            a\u200Bb\u202Ec\u0007,abc
            字□\uFFFD,字
            """)
    void what_the_font_lacks_is_replaced(String text, String expected) {
        assertEquals(expected, lettering.settable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"遊戲審批國產網絡遊戲版號騰訊實名認證總局發佈關於進一步嚴格管理切實防止未成年人沉迷網絡遊戲的通知臺灣麼裏裡後髮鬱鬥爭著",
            "游戏审批国产网络游戏版号腾讯实名认证总局发布关于进一步严格管理切实防止未成年人沉迷网络游戏的通知台湾么里后发郁斗争着", "…—“”‘’·～《》【】「」①②③→←※°×％¥€£©®™éüñßøАбв αβγ★"})
    void both_scripts_are_set_as_they_are(String text) {
        assertEquals(text, lettering.settable(text));
    }

    @Test
    void never_a_box_whatever_comes() {
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder();
            for (int c = 0; c < 500; c++) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1));
            }
            assertSettable(lettering.settable(text.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_words_on_pictures_can_be_set(Language language) {
        PictureText words = PictureText.in(language);
        Stream.of(PictureText.Mark.values()).map(words::of).forEach(this::assertSettable);
        words.months().forEach(this::assertSettable);
        assertSettable(words.shown(1_234, 2));
        assertSettable(words.earlier(3, "1999"));
        assertSettable(lettering.settable(words.heading(Scenes.everyKind()).about()));
    }

    private void assertSettable(String text) {
        text.codePoints().forEach(c -> {
            assertTrue(lettering.has(c), () -> "no glyph: " + Integer.toHexString(c));
            assertFalse("\u25A1\u25AF\uFFFD".indexOf(c) >= 0, "a box");
            boolean visible = c == ' ' || !lettering.outline(Character.toString(c), 30, 0, 0).getBounds2D().isEmpty();
            assertTrue(visible, () -> "nothing to see: " + Integer.toHexString(c));
        });
    }

    @Test
    void lines_break_between_ideographs_and_words_and_keep_marks_with_them() {
        assertEquals(List.of("一二三四五", "六七"), lettering.lines("一二三四五六七", 10, 50, 9));
        assertEquals(List.of("一二三", "四，五"), lettering.lines("一二三四，五", 10, 40, 9));
        assertEquals(List.of("一二三", "《四》"), lettering.lines("一二三《四》", 10, 40, 9));
        assertEquals(List.of("ferry", "pier"), lettering.lines("ferry pier", 10, 40, 9));
        assertEquals(List.of("在渡口", "2021年"), lettering.lines("在渡口2021年", 10, 58, 9));
    }

    @Test
    void what_is_too_long_ends_in_an_ellipsis_and_stays_within_the_width() {
        for (String text : List.of("一".repeat(90), "w".repeat(90), "words and 字 ".repeat(20))) {
            List<String> lines = lettering.lines(text, 34, 300, 2);
            assertEquals(2, lines.size());
            assertTrue(lines.getLast().endsWith("…"), lines::toString);
            lines.forEach(line -> assertTrue(lettering.width(line, 34) <= 300, line));
        }
    }

    @Test
    void a_width_too_small_for_anything_still_ends() {
        assertEquals(3, lettering.lines("一二三四", 34, 1, 3).size());
        assertEquals(List.of(), lettering.lines("", 34, 100, 3));
    }
}
