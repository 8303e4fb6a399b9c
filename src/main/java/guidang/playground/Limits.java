package guidang.playground;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Telegram's limits as sliding windows: one message a second to a chat, 20 a minute to a group, 30 a second in all. */
final class Limits {
    private static final int SECOND = 1_000;
    private static final int MINUTE = 60_000;

    private final Clock clock;
    private final Map<Long, Deque<Long>> chats = new HashMap<>();
    private final Deque<Long> all = new ArrayDeque<>();
    boolean on;
    long refused;

    Limits(Clock clock) {
        this.clock = clock;
    }

    void count(long chat, boolean group) {
        if (!on) {
            return;
        }
        long now = clock.millis();
        Deque<Long> here = chats.computeIfAbsent(chat, id -> new ArrayDeque<>());
        drop(here, now - MINUTE);
        drop(all, now - SECOND);
        long lastHere = here.isEmpty() ? Long.MIN_VALUE / 2 : here.getLast();
        if (now - lastHere < SECOND) {
            refused++;
            throw Refusal.tooMany(1);
        }
        if (group && here.size() >= 20) {
            refused++;
            throw Refusal.tooMany((int) ((here.getFirst() + MINUTE - now) / SECOND) + 1);
        }
        if (all.size() >= 30) {
            refused++;
            throw Refusal.tooMany(1);
        }
        here.add(now);
        all.add(now);
    }

    private static void drop(Deque<Long> times, long before) {
        while (!times.isEmpty() && times.getFirst() <= before) {
            times.removeFirst();
        }
    }
}
