package guidang.index;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TermStreamTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"V2EX|v2ex", "notepad++ 更新|notepad++ notepad 更 新", "7-Zip|7-zip 7zip 7 zip",
            ".cn 域名|.cn cn 域 名", "IP属地|ip 属 地", "C++ 与 C#|c++ c 与 c# c", "404 页面|404 页 面", "30MB|30mb 30 mb",
            "Node.js|node.js nodejs node js", "결 한글|결 한 글", "A.B.|a.b ab a b", "wait...what|wait what"})
    void names_stay_whole_beside_their_parts(String text, String terms) {
        assertEquals(List.of(terms.split(" ")), terms(new TermStream.Units(Folding.squeeze(text), 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"恢复注册|恢复 复注 注册", "在 QQ 上|在 上", "微信X支付|微信 支付", "𠮷野家|𠮷野 野家", "Steam|''",
            "你。好|你 好"})
    void neighbours_form_pairs_and_a_lone_character_stands_alone(String text, String terms) {
        assertEquals(terms.isEmpty() ? List.of() : List.of(terms.split(" ")),
                terms(new TermStream.Pairs(Folding.squeeze(text), 1)));
    }

    @Test
    void sounds_are_pairs_of_syllables_in_each_reading() {
        assertEquals(List.of("wei xin"), terms(new TermStream.Sounds("微信", 1)));
        assertTrue(terms(new TermStream.Sounds("重庆", 1)).contains("chong qing"));
        assertEquals(List.of(), terms(new TermStream.Sounds("信", 1)));
    }

    @Test
    void no_term_is_longer_than_a_name() {
        List<String> terms = terms(new TermStream.Units("x".repeat(70_000), 1));
        assertEquals(Terms.LONGEST, terms.getFirst().length());
    }

    private static List<String> terms(TokenStream stream) {
        var terms = new ArrayList<String>();
        try (stream) {
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(stream.getAttribute(CharTermAttribute.class).toString());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return terms;
    }
}
