package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import guidang.delivery.Pace.Urgency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Counted against sliding windows, on a turned clock. */
@Timeout(60)
class PaceTest {
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T04:00:00Z"));
    private final Pace pace = Pace.limited(time);
    private final List<Sent> sent = new ArrayList<>();
    private final AtomicInteger under = new AtomicInteger();

    private record Sent(Destination to, Urgency urgency, long millis) {}

    @Test
    void no_second_sees_more_than_thirty_and_hardly_one_sees_less() throws Exception {
        for (int chat = 1; chat <= 300; chat++) {
            sender(new Destination(chat, false), Urgency.REPLY, 3);
        }
        turn();
        assertEquals(900, sent.size());
        assertWindow(sent.stream().map(Sent::millis).toList(), 1_000, 30);
        double seconds = (sent.getLast().millis() - sent.getFirst().millis()) / 1000.0;
        assertTrue(899 / seconds >= 0.97 * 30, 899 / seconds + " a second");
    }

    @Test
    void a_chat_gets_one_a_second_and_a_group_twenty_a_minute_also_while_all_wait() throws Exception {
        for (int chat = 1; chat <= 60; chat++) {
            sender(new Destination(chat, chat % 2 == 0), Urgency.REPLY, 45);
            sender(new Destination(chat, chat % 2 == 0), Urgency.REPLY, 5);
        }
        turn();
        assertEquals(3_000, sent.size());
        assertWindow(sent.stream().map(Sent::millis).toList(), 1_000, 30);
        Map<Destination, List<Long>> chats = new HashMap<>();
        sent.forEach(one -> chats.computeIfAbsent(one.to(), to -> new ArrayList<>()).add(one.millis()));
        chats.forEach((to, times) -> {
            assertWindow(times, 1_000, 1);
            if (to.group()) {
                assertWindow(times, 60_000, 20);
                assertTrue(times.getLast() - times.getFirst() <= 50 * 4_000, "fifteen a minute for ever");
            }
        });
    }

    @Test
    void a_reply_goes_before_every_notice_that_waits() throws Exception {
        for (int chat = 1; chat <= 100; chat++) {
            sender(new Destination(chat, false), Urgency.NOTICE, 1);
        }
        for (int i = 0; i < 10; i++) {
            step();
        }
        int before = sent.size();
        for (int chat = 201; chat <= 220; chat++) {
            sender(new Destination(chat, false), Urgency.REPLY, 1);
        }
        turn();
        List<Sent> after = sent.subList(before, sent.size());
        int last = -1;
        for (int i = 0; i < after.size(); i++) {
            last = after.get(i).urgency() == Urgency.REPLY ? i : last;
        }
        assertTrue(last <= 21, "the last reply was number " + last);
        assertEquals(120, sent.size());
    }

    @Test
    void chats_that_are_quiet_again_are_forgotten() throws Exception {
        for (int chat = 1; chat <= 25_000; chat++) {
            pace.await(new Destination(chat, chat % 3 == 0), Urgency.REPLY);
            time.turnTo(time.passed().plusMillis(40));
            assertTrue(pace.chats() <= 10_001);
        }
    }

    @Test
    void a_wait_ends_when_it_is_interrupted_and_holds_up_nobody_after_it() throws Exception {
        var to = new Destination(1, true);
        pace.await(to, Urgency.REPLY);
        Thread first = sender(to, Urgency.REPLY, 1);
        Thread second = sender(new Destination(2, false), Urgency.NOTICE, 1);
        settle();
        first.interrupt();
        second.interrupt();
        assertTrue(first.join(Duration.ofSeconds(5)));
        assertTrue(second.join(Duration.ofSeconds(5)));
        assertEquals(0, sent.size());
        sender(to, Urgency.REPLY, 1);
        turn();
        assertEquals(1, sent.size());
    }

    private Thread sender(Destination to, Urgency urgency, int times) {
        under.incrementAndGet();
        return Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < times; i++) {
                    pace.await(to, urgency);
                    synchronized (sent) {
                        sent.add(new Sent(to, urgency, time.passed().toMillis()));
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                under.decrementAndGet();
            }
        });
    }

    /** Waits until everybody sleeps or stands in a queue. */
    private void settle() throws InterruptedException {
        while (under.get() > time.asleep() + pace.queued()) {
            Thread.sleep(Duration.ofNanos(20_000));
        }
    }

    private void step() throws InterruptedException {
        settle();
        time.turnTo(time.nextWaking());
    }

    private void turn() throws InterruptedException {
        while (under.get() > 0) {
            settle();
            if (time.asleep() > 0) {
                time.turnTo(time.nextWaking());
            }
        }
    }

    private static void assertWindow(List<Long> times, long window, int most) {
        for (int i = 0; i + most < times.size(); i++) {
            long between = times.get(i + most) - times.get(i);
            assertTrue(between >= window, (most + 1) + " within " + between + " ms");
        }
    }
}
