package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import guidang.delivery.Pace.Urgency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class DeliveryTest {
    private static final Duration WORTH = Duration.ofMinutes(10);
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T04:00:00Z"));
    private final Delivery delivery = new Delivery(Pace.limited(time), time);

    @Test
    void one_chat_that_must_wait_half_a_minute_does_not_hold_up_another() throws Exception {
        var tries = new AtomicInteger();
        var done = new ConcurrentHashMap<String, Long>();
        Thread slow = Thread.ofVirtual().start(() -> send(1, () -> {
            boolean first = tries.incrementAndGet() == 1;
            if (!first) {
                done.put("slow", time.passed().toMillis());
            }
            return first ? new Outcome.TooMany<>(Duration.ofSeconds(30)) : new Outcome.Done<>(1);
        }));
        while (time.asleep() == 0) {
            Thread.sleep(1);
        }
        Thread quick = Thread.ofVirtual().start(() -> send(2, () -> {
            done.put("quick", time.passed().toMillis());
            return new Outcome.Done<>(1);
        }));
        while (time.asleep() < 2) {
            Thread.sleep(1);
        }
        time.turnTo(Duration.ofMillis(34));
        assertTrue(quick.join(Duration.ofSeconds(5)));
        time.turnTo(Duration.ofMillis(29_999));
        assertEquals(1, tries.get());
        time.turnTo(Duration.ofSeconds(30));
        assertTrue(slow.join(Duration.ofSeconds(5)));
        assertEquals(30_000, done.get("slow"));
        assertEquals(34, done.get("quick"));
    }

    @Test
    void failures_are_met_with_growing_waits_until_the_time_is_up() throws Exception {
        var at = new ArrayList<Long>();
        Thread sender = Thread.ofVirtual().start(() -> {
            Outcome<Integer> outcome = send(1, () -> {
                at.add(time.passed().toMillis());
                return new Outcome.Failing<>("502");
            });
            assertInstanceOf(Outcome.Failing.class, outcome);
        });
        while (sender.isAlive()) {
            Thread.sleep(1);
            time.turnTo(time.asleep() > 0 ? time.nextWaking() : time.passed());
        }
        assertEquals(List.of(0L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L), at.subList(0, 6));
        assertTrue(at.getLast() <= WORTH.toMillis() && at.getLast() > WORTH.toMillis() - 31_000, at.toString());
    }

    @Test
    void a_wait_of_hours_is_not_waited_for() throws Exception {
        Outcome<Integer> outcome = send(1, () -> new Outcome.TooMany<>(Duration.ofHours(5)));
        assertInstanceOf(Outcome.TooMany.class, outcome);
        assertEquals(0, time.slept());
    }

    @Test
    void what_is_refused_is_not_tried_again() throws Exception {
        var tries = new AtomicInteger();
        send(1, () -> {
            tries.incrementAndGet();
            return new Outcome.Refused<>(400, "Bad Request");
        });
        assertEquals(1, tries.get());
    }

    @Test
    void a_wait_ends_at_once_when_it_is_interrupted() throws Exception {
        var stopped = new AtomicInteger();
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                delivery.deliver(new Destination(1, false), Urgency.REPLY, WORTH,
                        () -> new Outcome.TooMany<>(Duration.ofMinutes(5)));
            } catch (InterruptedException e) {
                stopped.incrementAndGet();
            }
        });
        while (time.asleep() == 0) {
            Thread.sleep(1);
        }
        sender.interrupt();
        assertTrue(sender.join(Duration.ofSeconds(5)));
        assertEquals(1, stopped.get());
    }

    private Outcome<Integer> send(long chat, Attempt<Integer> attempt) {
        try {
            return delivery.deliver(new Destination(chat, false), Urgency.REPLY, WORTH, attempt);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
