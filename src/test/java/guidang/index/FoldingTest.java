package guidang.index;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"恢復註冊,恢复注册", "甚麼時候,什么时候", "ＡＢＣ１２３,abc123", "Café,cafe", "「引用」,\"引用\"", "衞生舘,卫生馆", "戦い気,战い气",
            "「牆」,\"墙\"", "①號,1号"})
    void script_width_case_and_accents_are_folded(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @Test
    void a_folded_text_is_as_long_as_the_text() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int c = random.nextInt(40); c > 0; c--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertEquals(text.length(), Folding.fold(text).length());
        }
    }

    @Test
    void folding_again_changes_nothing() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertEquals(Folding.fold((char) c), Folding.fold(Folding.fold((char) c)), Integer.toHexString(c));
        }
    }

    @Test
    void surrogates_stay_as_they_are() {
        assertEquals("𠮷野家😀", Folding.fold("𠮷野家😀"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2021 年 8 月|2021年8月", "one   two|one two", "微信  WeChat 支付|微信wechat支付"})
    void spaces_count_only_between_words(String written, String squeezed) {
        assertEquals(squeezed, Folding.squeeze(written));
    }

    @ParameterizedTest
    @CsvSource({"《微 信》,微信", "Apple Music,applemusic", "真・女神转生,真女神转生", "notepad++,notepad++"})
    void a_key_has_no_spaces_and_quotes(String name, String key) {
        assertEquals(key, Folding.key(name));
    }
}
