package guidang.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.judged.Question;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OtherScriptTest {
    @Test
    void simplified_questions_are_asked_in_traditional_characters_and_what_is_right_stays() {
        Question asked = question("论坛何时关闭？");
        Question other = OtherScript.of(List.of(asked)).ask(asked);
        assertEquals("論壇何時關閉？", other.query());
        assertEquals(asked.gold(), other.gold());
    }

    @Test
    void traditional_questions_are_asked_in_simplified_characters() {
        Question asked = question("論壇什麼時候關閉？");
        assertEquals("论坛什么时候关闭？", OtherScript.of(List.of(asked)).ask(asked).query());
    }

    @Test
    void the_script_of_most_decides_for_all() {
        Question simplified = question("谁宣布关闭论坛？");
        Question traditional = question("論壇");
        OtherScript other = OtherScript.of(List.of(simplified, traditional));
        assertEquals("誰宣佈關閉論壇？", other.ask(simplified).query());
        assertEquals("論壇", other.ask(traditional).query());
        assertEquals("in Traditional characters", other.title());
    }

    private static Question question(String query) {
        return new Question("1", "question", query, List.of(new Question.Gold("论坛.md", "关闭")), List.of(), List.of(),
                List.of(), List.of());
    }
}
