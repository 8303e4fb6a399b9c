package guidang.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import guidang.delivery.TurnedTime;
import guidang.telegram.Incoming.Chat;
import guidang.telegram.Incoming.Kind;
import guidang.telegram.Incoming.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EntranceTest {
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T04:00:00Z"));
    private final Unreachable unreachable = new Unreachable(time);
    private final Tally tally = new Tally();
    private final List<String> done = new ArrayList<>();
    private final Entrance entrance = new Entrance(
            new Guard(() -> new Protection(2, 40, 60, Set.of(), Set.of(13L), Set.of(), null),
                    new Addressed.Reader("guidang_bot"), time),
            unreachable, tally, incoming -> did("handled"), incoming -> did("refused"), time);

    @Test
    void what_passes_is_handled_what_is_too_much_refused_ahead_of_the_rest_and_the_others_left() throws Exception {
        assertEquals("handled", of(said(7)));
        assertEquals("handled", of(said(7)));
        assertEquals("refused ahead", of(said(7)));
        assertEquals("nothing", of(said(7)));
        assertEquals("nothing", of(said(13)), "who is denied");
        assertEquals(2, tally.of(Tally.What.HANDLED));
        assertEquals(3, tally.of(Tally.What.LIMITED));
    }

    @Test
    void a_chat_that_was_lost_is_written_to_again_when_it_speaks_or_lets_the_bot_in() throws Exception {
        for (Incoming incoming : List.of(said(7),
                new Incoming.Membership(new Chat(7, Kind.PRIVATE, null), new Person(7, ""), true, true))) {
            unreachable.lost(7);
            unreachable.lost(8);
            of(incoming);
            assertFalse(unreachable.contains(7));
            assertTrue(unreachable.contains(8), "another");
        }
        unreachable.lost(7);
        of(new Incoming.Typed("1", new Person(7, ""), "x", ""));
        assertTrue(unreachable.contains(7), "who types elsewhere may still have blocked the bot");
    }

    private String of(Incoming incoming) throws InterruptedException {
        Intake.@Nullable Handler handler = entrance.to(incoming, 0);
        if (handler == null) {
            assertNull(handler);
            return "nothing";
        }
        handler.of(incoming);
        return done.getLast() + (handler.isAhead() ? " ahead" : "");
    }

    private List<Intake.Step> did(String what) {
        done.add(what);
        return List.of();
    }

    private Incoming.Said said(long person) {
        return new Incoming.Said(new Chat(person, Kind.PRIVATE, null), new Person(person, "en"), 1, "x", false, false,
                null, time.instant());
    }
}
