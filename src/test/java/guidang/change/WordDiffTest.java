package guidang.change;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import guidang.change.WordDiff.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WordDiffTest {
    @Test
    void what_was_taken_stands_before_what_was_put_in_its_place() {
        assertEquals("2021年8月[-5][+15]日，论坛关闭。", shown("2021年8月5日，论坛关闭。", "2021年8月15日，论坛关闭。"));
        assertEquals("论坛[+永久]关闭。", shown("论坛关闭。", "论坛永久关闭。"));
        assertEquals("论坛[-永久]关闭。", shown("论坛永久关闭。", "论坛关闭。"));
        assertEquals("the [-old ][+new ]rules", shown("the old rules", "the new rules"));
    }

    @Test
    void spaces_and_widths_are_no_difference() {
        assertEquals("2021 年 8 月，ABC 关闭。", shown("2021年8月,ＡＢＣ关闭。", "2021 年 8 月，ABC 关闭。"));
    }

    @Test
    void a_single_word_between_two_edits_is_not_shown_as_kept() {
        assertEquals("他[-喜欢吃苹果][+讨厌吃香蕉]。", shown("他喜欢吃苹果。", "他讨厌吃香蕉。"));
    }

    @Test
    void runs_together_are_both_texts() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            String before = text(random);
            String after = random.nextBoolean() ? text(random) : before.substring(before.length() / 3) + text(random);
            List<Run> runs = WordDiff.of(before, after);
            assertEquals(after, side(runs, Run.Kind.TAKEN));
            assertEquals(before.replace(" ", ""), side(runs, Run.Kind.PUT).replace(" ", ""));
        }
    }

    @Test
    void texts_without_a_common_word_take_no_long_time() {
        String before = "甲乙丙丁戊".repeat(20_000);
        String after = "子丑寅卯辰".repeat(20_000);
        assertTimeout(Duration.ofSeconds(10), () -> assertEquals(2, WordDiff.of(before, after).size()));
    }

    @Test
    void what_stayed_is_shortened_around_what_changed() {
        List<Run> runs = WordDiff
                .shortened(WordDiff.of("一".repeat(100) + "旧文" + "二".repeat(100) + "旧字" + "三".repeat(100),
                        "一".repeat(100) + "新词" + "二".repeat(100) + "新语" + "三".repeat(100)), 5);
        assertEquals("…一一一一一[-旧文][+新词]二二二二二…二二二二二[-旧字][+新语]三三三三三…", shown(runs));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 8).mapToObj(n -> List.of("甲", "乙", "丙", "ab", "12", "，", " ", "丁")
                .get(n)).collect(Collectors.joining()).strip().replaceAll("([a-b12]) +(?=[a-b12])", "$1");
    }

    private static String side(List<Run> runs, Run.Kind without) {
        return runs.stream().filter(run -> run.kind() != without).map(Run::text).collect(Collectors.joining());
    }

    private static String shown(String before, String after) {
        return shown(WordDiff.of(before, after));
    }

    private static String shown(List<Run> runs) {
        assertTrue(runs.stream().noneMatch(run -> run.text().isEmpty()));
        return runs.stream().map(run -> switch (run.kind()) {
            case KEPT -> run.text();
            case TAKEN -> "[-" + run.text() + "]";
            case PUT -> "[+" + run.text() + "]";
        }).collect(Collectors.joining());
    }
}
