package guidang.index;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({"weixin,wei xin", "huochebang,huo che bang", "zhuang,zhuang", "xi'an,xi an", "wangluo,wang luo",
            "lvse,lv se"})
    void a_word_is_split_into_the_fewest_syllables(String word, String syllables) {
        assertEquals(List.of(syllables.split(" ")), Pinyin.split(word));
    }

    @ParameterizedTest
    @CsvSource({"v2ex", "steam", "wechat", "nginx", "x", "''"})
    void what_is_no_pinyin_is_not_split(String word) {
        assertEquals(List.of(), Pinyin.split(word));
    }

    @Test
    void characters_that_sound_alike_have_one_sign() {
        assertEquals(Pinyin.sign('信'), Pinyin.sign('心'));
        assertNotEquals(Pinyin.sign('信'), Pinyin.sign('像'));
        assertEquals('x', Pinyin.sign('x'));
    }
}
