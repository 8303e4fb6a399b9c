package guidang.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import guidang.delivery.TurnedTime;
import guidang.telegram.Guard.Verdict;
import guidang.telegram.Incoming.Chat;
import guidang.telegram.Incoming.Kind;
import guidang.telegram.Incoming.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;

class GuardTest {
    private static final Chat GROUP = new Chat(-100, Kind.GROUP, null);
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T04:00:00Z"));

    @Test
    void who_asks_too_much_is_told_once_and_heard_again_after_a_minute() {
        Guard guard = guard(new Protection(3, 40, 60, Set.of(), Set.of(), Set.of(), null));
        for (int i = 0; i < 3; i++) {
            assertEquals(Verdict.PASS, alone(guard, 7));
        }
        assertEquals(Verdict.TELL, alone(guard, 7));
        for (int i = 0; i < 50; i++) {
            assertEquals(Verdict.IGNORE, alone(guard, 7));
            assertEquals(i > 2 ? (i == 3 ? Verdict.TELL : Verdict.IGNORE) : Verdict.PASS, alone(guard, 8));
            time.turnTo(time.passed().plusSeconds(1));
        }
        time.turnTo(Duration.ofSeconds(60));
        assertEquals(Verdict.PASS, alone(guard, 7));
    }

    @Test
    void a_group_has_a_limit_of_its_own_and_talk_among_people_does_not_count() {
        Guard guard = guard(new Protection(20, 4, 60, Set.of(), Set.of(), Set.of(), null));
        for (int i = 0; i < 100; i++) {
            assertEquals(Verdict.PASS, guard.judge(said(GROUP, 7, "what do you think", false), 0));
            assertEquals(Verdict.PASS, guard.judge(said(GROUP, 7, "/search@other_bot x", false), 0));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(Verdict.PASS, guard.judge(said(GROUP, i, "/search@Guidang_bot x", false), 0));
        }
        assertEquals(Verdict.TELL, guard.judge(said(GROUP, 9, "@guidang_bot x", true), 0));
        assertEquals(Verdict.IGNORE, guard.judge(said(GROUP, 10, "/search x", false), 0));
        assertEquals(Verdict.PASS, alone(guard, 10));
    }

    @Test
    void a_chat_that_waits_for_too_many_replies_gets_no_more_for_a_while() {
        Guard guard = guard(Protection.USUAL);
        assertEquals(Verdict.PASS, guard.judge(said(GROUP, 7, "/search x", false), 30));
        assertEquals(Verdict.TELL, guard.judge(said(GROUP, 7, "/search x", false), 31));
        assertEquals(Verdict.IGNORE, guard.judge(said(GROUP, 8, "/search x", false), 0));
    }

    @Test
    void typing_has_a_limit_of_its_own_and_is_never_scolded() {
        Guard guard = guard(new Protection(20, 40, 2, Set.of(), Set.of(), Set.of(), null));
        var typed = new Incoming.Typed("1", new Person(7, ""), "x", "");
        assertEquals(List.of(Verdict.PASS, Verdict.PASS, Verdict.IGNORE),
                List.of(guard.judge(typed, 0), guard.judge(typed, 0), guard.judge(typed, 0)));
        assertEquals(Verdict.PASS, alone(guard, 7));
    }

    @Test
    void who_is_denied_or_not_allowed_is_not_answered_and_owners_always_are() {
        Guard denying = guard(new Protection(1, 40, 60, Set.of(), Set.of(7L, -100L), Set.of(1L, 7L), null));
        assertEquals(Verdict.IGNORE, denying.judge(said(GROUP, 8, "/search x", false), 0));
        for (int i = 0; i < 30; i++) {
            assertEquals(Verdict.PASS, alone(denying, 1));
            assertEquals(Verdict.PASS, alone(denying, 7));
        }
        Guard allowing = guard(new Protection(20, 40, 60, Set.of(8L, -100L), Set.of(9L), Set.of(), null));
        assertEquals(Verdict.PASS, alone(allowing, 8));
        assertEquals(Verdict.IGNORE, alone(allowing, 7));
        assertEquals(Verdict.PASS, allowing.judge(said(GROUP, 7, "/search x", false), 0));
        assertEquals(Verdict.IGNORE, allowing.judge(said(GROUP, 9, "/search x", false), 0));
    }

    private Guard guard(Protection protection) {
        return new Guard(() -> protection, new Addressed.Reader("guidang_bot"), time);
    }

    private static Verdict alone(Guard guard, long person) {
        return guard.judge(said(new Chat(person, Kind.PRIVATE, null), person, "x", false), 0);
    }

    private static Incoming.Said said(Chat chat, long person, String text, boolean mentioned) {
        Incoming.@Nullable Replied none = null;
        return new Incoming.Said(chat, new Person(person, ""), 1, text, false, mentioned, none, Instant.EPOCH);
    }
}
