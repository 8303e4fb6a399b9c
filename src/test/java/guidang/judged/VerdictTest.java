package guidang.judged;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import guidang.bot.PlainReply;

import static guidang.judged.Replies.answered;
import static guidang.judged.Replies.hit;
import static guidang.judged.Replies.refused;
import static guidang.judged.Replies.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VerdictTest {
    private static final String ASKED = "'id':'1','query':'q','gold':[{'path':'a.md','heading':'起 因'}]";
    private static final String QUESTION = "{'kind':'question'," + ASKED + "}";

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1.0", "2, 0, 1, 0.5", "5, 0, 1, 0.2", "6, 0, 0, 0.16666666666666666", "10, 0, 0, 0.1",
            "11, 0, 0, 0", "0, 0, 0, 0"})
    void the_rank_of_the_first_good_hit_counts(int rank, double first, double five, double reciprocal) {
        PlainReply.Hit[] hits = IntStream.rangeClosed(1, 12).mapToObj(i -> hit(i == rank ? "a.md" : "b.md", "起因"))
                .toArray(PlainReply.Hit[]::new);
        Verdict verdict = verdict(QUESTION, answered("", hits));
        assertEquals(Map.of(Measure.ANSWERED, 1.0, Measure.FIRST, first, Measure.FIRST_FIVE, five, Measure.RANK,
                reciprocal, Measure.PAGE, rank == 1 ? 1.0 : 0.0), verdict.scores());
        assertEquals(rank != 1, verdict.missed().isPresent());
    }

    @Test
    void a_hit_is_good_in_its_section_alone_but_its_page_counts_as_well() {
        Verdict verdict = verdict(QUESTION, answered("", hit("a.md", "经过"), hit("a.md", "起因")));
        assertEquals(0.0, verdict.scores().get(Measure.FIRST));
        assertEquals(1.0, verdict.scores().get(Measure.PAGE));
        assertEquals("rank 2; first a.md#经过; want a.md#起 因", verdict.missed().orElseThrow());
    }

    @Test
    void a_heading_is_compared_without_spaces_width_and_case_and_a_place_without_one_is_the_whole_entry() {
        String wide = "{'kind':'k','id':'1','query':'q','gold':[{'path':'a.md','heading':'ＶＲ 眼镜'}]}";
        assertEquals(1.0, verdict(wide, answered("", hit("a.md", "vr眼镜"))).scores().get(Measure.FIRST));
        String whole = "{'kind':'k','id':'1','query':'q','gold':[{'path':'a.md'}]}";
        assertEquals(1.0, verdict(whole, answered("", hit("a.md", "经过"))).scores().get(Measure.FIRST));
        String before = "{'kind':'k','id':'1','query':'q','gold':[{'path':'a.md','heading':''}]}";
        assertEquals(0.0, verdict(before, answered("", hit("a.md", "经过"))).scores().get(Measure.FIRST));
    }

    @Test
    void a_place_that_is_also_good_counts_like_gold() {
        String question = "{'kind':'k','also':[{'path':'c.md'}]," + ASKED + "}";
        assertEquals(1.0, verdict(question, answered("", hit("c.md", "x"))).scores().get(Measure.FIRST));
        assertEquals(1.0, verdict(question, answered("", hit("c.md", "x"))).scores().get(Measure.PAGE));
    }

    @Test
    void an_answer_may_stand_in_the_text_or_in_the_first_two_hits() {
        String question = "{'kind':'k','answer_any':['2049','8 月 5 日']," + ASKED + "}";
        assertEquals(List.of(1.0, 1.0), answers(question, answered("于８月５日")));
        assertEquals(List.of(1.0, 0.0), answers(question, answered("", hit("b", ""), hit("b", "", null, "8月5日"))));
        assertEquals(List.of(0.0, 0.0),
                answers(question, answered("", hit("b", ""), hit("b", ""), hit("b", "", null, "8月5日"))));
    }

    @Test
    void the_short_answer_stands_in_the_first_300_characters_of_which_a_pair_of_surrogates_is_one() {
        String question = "{'kind':'k','answer_any':['答']," + ASKED + "}";
        assertEquals(List.of(1.0, 1.0), answers(question, answered("😀".repeat(299) + "答")));
        assertEquals(List.of(1.0, 0.0), answers(question, answered("😀".repeat(300) + "答")));
        assertEquals(List.of(1.0, 0.0), answers(question, answered(" ".repeat(300) + "答")));
    }

    @Test
    void a_link_counts_among_the_first_three_hits_as_it_is_written() {
        String question = "{'kind':'k','must_link':['https://a.example/1']," + ASKED + "}";
        PlainReply.Hit none = hit("b", "");
        PlainReply.Hit linked = hit("b", "", null, "", "https://x.example", "https://a.example/1");
        assertEquals(1.0, verdict(question, answered("", none, none, linked)).scores().get(Measure.LINK));
        assertEquals(0.0, verdict(question, answered("", none, none, none, linked)).scores().get(Measure.LINK));
        assertFalse(verdict(QUESTION, answered("", linked)).scores().containsKey(Measure.LINK));
    }

    @Test
    void a_timeline_is_judged_by_its_events_and_their_order_alone() {
        String question = "{'kind':'timeline','events':[{'date':'2021-07','any':['开']},{'date':'2021-08-05','any':"
                + "['关','停']},{'date':'2022','any':['终']}]," + ASKED + "}";
        Verdict verdict = verdict(question, answered("",
                hit("a.md", "开 张", "2021-07-27", ""), hit("a.md", "", "2021-08", "停业"),
                hit("b.md", "", "2022-01-01", "终"), hit("a.md", "", null, "终")));
        assertEquals(Set.of(Measure.ANSWERED, Measure.EVENTS, Measure.ORDER), verdict.scores().keySet());
        assertEquals(2 / 3.0, verdict.scores().get(Measure.EVENTS));
        assertEquals(1.0, verdict.scores().get(Measure.ORDER));
        assertEquals("missing 2022", verdict.missed().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"2021-07, 2021-07-01, 1", "2021-07-02, 2021-07, 1", "2021-08, 2021-07-31, 0", "2020, 2021, 1",
            "'', 2021, 1"})
    void dates_are_in_order_as_far_as_they_are_known(String one, String other, double inOrder) {
        String question = "{'kind':'timeline','events':[{'date':'2021','any':['x']}]," + ASKED + "}";
        PlainReply reply = answered("", hit("a", "", one, ""), hit("a", "", null, ""), hit("a", "", other, ""));
        assertEquals(inOrder, verdict(question, reply).scores().get(Measure.ORDER));
    }

    @Test
    void of_an_address_every_page_that_cites_it_should_be_shown() {
        String question = "{'kind':'url','id':'1','query':'q','gold':[{'path':'a','heading':'h'},{'path':'b'}],"
                + "'also':[{'path':'c'},{'path':'a'}]}";
        Verdict verdict = verdict(question, answered("", hit("a", "x"), hit("a", "y"), hit("z", ""), hit("c", "")));
        assertEquals(1.0, verdict.scores().get(Measure.FIRST));
        assertEquals(2 / 3.0, verdict.scores().get(Measure.CITING));
    }

    @Test
    void what_the_archive_does_not_hold_should_be_refused_and_nothing_else_is_asked_of_it() {
        String question = "{'kind':'timeline','id':'1','query':'q','gold':[]}";
        assertEquals(Map.of(Measure.REFUSED, 1.0), verdict(question, refused(hit("a", ""))).scores());
        assertTrue(verdict(question, refused()).missed().isEmpty());
        assertEquals(Map.of(Measure.REFUSED, 0.0), verdict(question, answered("")).scores());
        assertEquals("answered what the archive does not hold",
                verdict(question, answered("")).missed().orElseThrow());
    }

    @Test
    void a_refused_question_that_has_an_answer_is_not_answered_whatever_its_hits() {
        Verdict verdict = verdict(QUESTION, refused(hit("a.md", "起因")));
        assertEquals(0.0, verdict.scores().get(Measure.ANSWERED));
        assertEquals(1.0, verdict.scores().get(Measure.FIRST));
        assertTrue(verdict.refused());
    }

    @Test
    void a_reply_without_hits_has_no_rank() {
        assertEquals("rank -; first -; want a.md#起 因", verdict(QUESTION, answered("")).missed().orElseThrow());
    }

    private static List<Double> answers(String question, PlainReply reply) {
        Map<Measure, Double> scores = verdict(question, reply).scores();
        return List.of(scores.getOrDefault(Measure.ANSWER, -1.0), scores.getOrDefault(Measure.SHORT_ANSWER, -1.0));
    }
}
