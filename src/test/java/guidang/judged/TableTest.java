package guidang.judged;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import guidang.bot.PlainReply;

import static guidang.judged.Replies.answered;
import static guidang.judged.Replies.hit;
import static guidang.judged.Replies.question;
import static guidang.judged.Replies.refused;
import static guidang.judged.Replies.verdict;
import static guidang.judged.Replies.verdicts;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TableTest {
    private static final String HELD = "{'id':'1','kind':'question','query':'q','gold':[{'path':'a'}]}";
    private static final String UNHELD = "{'id':'2','kind':'none','query':'q','gold':[]}";

    @Test
    void kinds_stand_in_order_and_all_of_them_last() {
        Table table = Table.of(verdicts(verdict(HELD, answered("", hit("a", ""))), verdict(UNHELD, refused()),
                verdict(HELD, answered("", hit("b", ""), hit("a", "")))));
        assertEquals("""
                kind               n  answered       R@1       R@5       MRR    page@1    answer   answer1      link\
                  timeline     order    citing   refused    p50ms    p99ms
                none               1                                                                                \
                                                   1.000     1.00     1.00
                question           2     1.000     0.500     1.000     0.750     0.500                              \
                                                             1.00     1.00
                all                3     1.000     0.500     1.000     0.750     0.500                              \
                                                   1.000     1.00     1.00""", table.text());
    }

    @Test
    void halves_are_rounded_to_the_even_neighbour() {
        assertEquals("0.812", firstOf(13, 16));
        assertEquals("0.938", firstOf(15, 16));
        assertEquals("0.062", firstOf(1, 16));
        assertEquals("0.013", firstOf(1, 80));
    }

    private static String firstOf(int good, int all) {
        List<Verdict> verdicts = IntStream.range(0, all)
                .mapToObj(i -> verdict(HELD, answered("", hit(i < good ? "a" : "b", "")))).toList();
        return Table.of(verdicts).text().lines().toList().get(1).substring(30, 40).strip();
    }

    @Test
    void times_are_those_of_the_reply_in_the_middle_and_of_the_one_that_99_of_100_do_not_pass() {
        List<Verdict> verdicts = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Verdict.of(question(HELD), answered(""), 201 - i)).toList();
        Table.Row row = Table.of(verdicts).rows().getLast();
        assertEquals(List.of(101.0, 199.0), List.of(row.p50(), row.p99()));
        Table.Row one = Table.of(verdicts.subList(0, 1)).rows().getLast();
        assertEquals(List.of(200.0, 200.0), List.of(one.p50(), one.p99()));
    }

    @Test
    void precision_and_recall_of_refusal_with_counts() {
        Refusals refusals = Refusals.of(verdicts(verdict(UNHELD, refused()), verdict(UNHELD, refused()),
                verdict(UNHELD, answered("")), verdict(HELD, refused()), verdict(HELD, answered(""))));
        assertEquals(new Refusals(3, 2, 3, 2), refusals);
        assertEquals("refusal: precision 0.667 (2 of 3 refused), recall 0.667 (2 of 3 unanswerable); "
                + "1 of 2 answerable refused", refusals.text());
    }

    @Test
    void without_refusals_there_is_no_precision_and_without_unanswerable_questions_no_recall() {
        assertEquals("refusal: precision - (0 of 0 refused), recall - (0 of 0 unanswerable); "
                + "0 of 1 answerable refused", Refusals.of(verdicts(verdict(HELD, answered("")))).text());
    }

    @Test
    void questions_are_put_in_their_order_and_timed() {
        var asked = new ArrayList<String>();
        var clock = new ArrayDeque<>(List.of(0L, 1_234_567L, 5_000_000L, 5_000_001L));
        List<Verdict> verdicts = JudgedRun.of(List.of(question(HELD), question(HELD.replace("question", "timeline")
                .replace("'gold'", "'events':[{'date':'2021','any':['x']}],'gold'"))), message -> {
                    asked.add(message);
                    return PlainReply.failed("");
                }, clock::remove);
        assertEquals(List.of("q", "/timeline q"), asked);
        assertEquals(List.of(1.23, 0.0), verdicts.stream().map(Verdict::millis).toList());
    }
}
