package guidang.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import guidang.judged.Question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SoundsTest {
    private static final SectionTexts TEXTS = new SectionTexts(List.of(
            new SectionTexts.Place("a.md", "甲", "一", "新闻办公室宣布论坛关闭，用户无法注册。市民批评政府的规定，实施以后失去信任。"),
            new SectionTexts.Place("b.md", "乙", "二", "公司发表声明，用户可以注册。工程师修复漏洞，网站恢复访问，时事评论也回来了。")));

    @Test
    void the_same_sections_give_the_same_queries() throws Exception {
        List<Question> questions = Sounds.questions(TEXTS, 2);
        assertEquals(List.of("words", "pinyin", "homophones", "words", "pinyin", "homophones"),
                questions.stream().map(Question::kind).toList());
        assertEquals(questions, Sounds.questions(TEXTS, 2));
    }

    @Test
    void a_word_that_other_sections_hold_too_stands_behind_rarer_ones() throws Exception {
        var keywords = new Keywords(TEXTS.places().stream().map(SectionTexts.Place::body).toList());
        List<String> words = keywords.of(0);
        assertEquals(List.of("用户", "注册"), words.subList(words.size() - 2, words.size()));
    }

    @Test
    void every_word_is_miswritten_in_one_character_and_sounds_as_before() throws Exception {
        List<Question> questions = Sounds.questions(TEXTS, 2);
        for (int i = 0; i < questions.size(); i += 3) {
            String[] written = questions.get(i).query().split(" ", -1);
            String[] other = questions.get(i + 2).query().split(" ", -1);
            assertEquals(written.length, other.length);
            for (int w = 0; w < written.length; w++) {
                assertEquals(Sounds.pinyin(written[w]), Sounds.pinyin(other[w]));
                assertEquals(1, differences(written[w], other[w]), written[w] + " " + other[w]);
            }
            assertEquals(String.join(" ", List.of(written).stream().map(Sounds::pinyin).toList()),
                    questions.get(i + 1).query());
        }
    }

    @Test
    void a_word_with_a_character_of_two_readings_is_left_out() throws Exception {
        List<String> words = new Keywords(List.of("银行的音乐论坛关闭。")).of(0);
        assertFalse(words.contains("银行"));
        assertFalse(words.contains("音乐"));
        assertEquals(List.of("论坛", "关闭"), words);
    }

    @Test
    void a_character_in_the_other_script_is_no_homophone_of_itself() {
        assertEquals("论", new Homophones(List.of("論论論论")).miswritten("论", new Random(1)));
    }

    private static long differences(String a, String b) {
        return IntStream.range(0, a.length()).filter(i -> a.charAt(i) != b.charAt(i)).count();
    }
}
