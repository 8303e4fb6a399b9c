package guidang.judged;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QuestionFileTest {
    private static final String SOUND = "{'id':'1','kind':'k','query':'q','gold':[{'path':'a'}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"timeline | 微信 | /timeline 微信",
            "keyword | 微信  相册 | /search 微信 相册",
            "question | 何时？ | 何时？", "url | https://a.example | https://a.example",
            "timeline | /timeline 微信 | /timeline 微信",
            "timeline | ` /微信` | /微信", "keyword | `　甲\t乙\u00a0丙 ` | /search 甲 乙 丙"})
    void what_is_sent_is_one_line_with_the_command_of_its_kind(String kind, String query, String sent) {
        assertEquals(sent, new Question("1", kind, query, List.of(), List.of(), List.of(), List.of(), List.of())
                .message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"nonsense | NOT_JSON | `Unrecognized token 'nonsense'`",
            "{'id':'1' | NOT_JSON | `Unexpected end-of-input`", "{} {} | NOT_JSON | `Trailing token`",
            "['id'] | NOT_AN_OBJECT | ``", "7 | NOT_AN_OBJECT | ``",
            "{'kind':'k','query':'q','gold':[]} | MISSING | id", "{'id':'1','query':'q'} | MISSING | kind",
            "{'id':'1','kind':'k','query':' '} | MISSING | query",
            "{'id':'1','kind':['k'],'query':'q'} | NOT_TEXT | kind",
            "{'id':'1','kind':'k','query':'q','gold':'a.md'} | NOT_A_LIST | gold",
            "{'id':'1','kind':'k','query':'q','gold':[{'path':'a'},'a.md']} | NOT_A_GROUP | `gold[1]`",
            "{'id':'1','kind':'k','query':'q','gold':[{'heading':'h'}]} | MISSING | `gold[0].path`",
            "{'id':'1','kind':'k','query':'q','gold':[{'path':'a','heading':3}]} | NOT_TEXT | `gold[0].heading`",
            "{'id':'1','kind':'k','query':'q','also':[{}]} | MISSING | `also[0].path`",
            "{'id':'1','kind':'k','query':'q','answer_any':'x'} | NOT_A_LIST | answer_any",
            "{'id':'1','kind':'k','query':'q','must_link':['x',2]} | NOT_TEXT | `must_link[1]`",
            "{'id':'1','kind':'timeline','query':'q','gold':[{'path':'a'}]} | NO_EVENTS | events",
            "{'id':'1','kind':'timeline','query':'q','events':[{'date':'2021','any':[]}]} | MISSING | `events[0].any`",
            "{'id':'1','kind':'timeline','query':'q','events':[{'any':['x']}]} | MISSING | `events[0].date`",
            "{'id':'1','kind':'timeline','query':'q','events':[{'date':'2021年','any':['x']}]} | NOT_A_DATE | `events[0].date`"})
    void a_bad_line_is_told_and_the_others_are_read(String line, Flaw.Code code, String detail) throws IOException {
        QuestionFile file = read(SOUND + "\n\n" + line + "\r\n" + SOUND.replace("'1'", "2"));
        assertEquals(List.of("1", "2"), file.questions().stream().map(Question::id).toList());
        Flaw flaw = file.flaws().getFirst();
        assertEquals(List.of(3, code), List.of(flaw.line(), flaw.code()));
        assertTrue(String.join("", flaw.details()).startsWith(detail), flaw::toString);
        assertEquals(1, file.flaws().size());
    }

    @Test
    void a_byte_order_mark_blank_lines_and_fields_of_ones_own_are_passed_over() throws IOException {
        QuestionFile file = read("\uFEFF" + SOUND.replace("}]}", "}],'note':{'x':[null]},'also':null}") + "\n \n\n");
        assertEquals(1, file.questions().size());
        assertEquals(List.of(), file.flaws());
    }

    @Test
    void a_file_without_a_question_is_told() throws IOException {
        assertEquals(List.of(new Flaw(0, Flaw.Code.EMPTY, List.of())), read("\n\n").flaws());
    }

    @Test
    @Timeout(20)
    void hostile_lines_are_told_in_bounded_time_and_memory() throws IOException {
        String deep = "{'id':" + "[".repeat(500_000);
        String wide = "x".repeat(QuestionFile.LONGEST_LINE + 1);
        byte[] torn = ("'" + "微").getBytes(StandardCharsets.UTF_8);
        torn[torn.length - 1] = '\n';
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.write((deep + "\n" + wide + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.write(torn);
        bytes.write(SOUND.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        QuestionFile file = QuestionFile.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(List.of(Flaw.Code.NOT_JSON, Flaw.Code.TOO_LONG, Flaw.Code.NOT_UTF8),
                file.flaws().stream().map(Flaw::code).toList());
        assertEquals(1, file.questions().size());
    }

    private static QuestionFile read(String text) throws IOException {
        return QuestionFile
                .read(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
