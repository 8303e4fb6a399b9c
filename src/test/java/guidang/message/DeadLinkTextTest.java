package guidang.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.answer.Answer;
import guidang.reachability.CheckedLink;
import guidang.reachability.DeadLinks;
import guidang.reachability.Finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeadLinkTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void a_dead_copy_is_told_where_there_is_room_and_not_in_two_lines() {
        Answer.Quoted answer = Samples.all().values().stream().filter(Answer.Quoted.class::isInstance)
                .map(Answer.Quoted.class::cast)
                .filter(quoted -> !quoted.quotes().getFirst().item().citations().isEmpty()
                        && !quoted.quotes().getFirst().item().citations().getFirst().snapshots().isEmpty())
                .findFirst().orElseThrow();
        String proof = answer.quotes().getFirst().item().citations().getFirst().proof();
        Instant first = Instant.parse("2026-11-01T08:00:00Z");
        Instant last = Instant.parse("2026-11-20T08:00:00Z");
        var gone = new CheckedLink(proof, last, new Finding(Finding.Outcome.GONE, "404"), first, last);
        var composer = new Composer(() -> DeadLinks.of(List.of(gone)));

        String words = "· 最近一次检查（2026-11-20）打不开";
        String usual = composer.compose(answer, "x", Language.SIMPLIFIED, TODAY).text();
        assertTrue(usual.contains(words), usual);
        assertTrue(composer.compose(answer, "x", Language.ENGLISH, TODAY).text()
                .contains("· last checked on 2026-11-20: did not open"));
        assertFalse(composer.compose(answer, "x", Language.SIMPLIFIED, TODAY, Length.SHORT).text().contains("打不开"));
        assertEquals(usual.replace(" " + words, ""),
                new Composer().compose(answer, "x", Language.SIMPLIFIED, TODAY).text());
    }
}
