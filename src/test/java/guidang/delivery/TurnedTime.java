package guidang.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is turned; whoever sleeps by it wakes when it is turned far enough. */
public final class TurnedTime extends Clock implements Time {
    private final AtomicLong nanos = new AtomicLong();
    private final Instant begin;
    private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>(
            (one, other) -> Long.compare(one.until, other.until));
    private long slept;

    private record Sleeper(long until, boolean virtual, CountDownLatch woken) {}

    public TurnedTime(Instant begin) {
        this.begin = begin;
    }

    @Override
    public Instant now() {
        return begin.plusNanos(nanos.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isPositive()) {
            return;
        }
        Sleeper sleeper;
        synchronized (sleepers) {
            sleeper = new Sleeper(nanos.get() + duration.toNanos(), Thread.currentThread().isVirtual(),
                    new CountDownLatch(1));
            sleepers.add(sleeper);
            slept++;
        }
        try {
            sleeper.woken.await();
        } finally {
            synchronized (sleepers) {
                sleepers.remove(sleeper);
            }
        }
    }

    /** How many sleep now. */
    public int asleep() {
        synchronized (sleepers) {
            return sleepers.size();
        }
    }

    /** How many virtual threads sleep now; the others if not {@code virtual}. */
    public int asleep(boolean virtual) {
        synchronized (sleepers) {
            return (int) sleepers.stream().filter(sleeper -> sleeper.virtual == virtual).count();
        }
    }

    /** How often somebody went to sleep. */
    public long slept() {
        synchronized (sleepers) {
            return slept;
        }
    }

    /** When the next one wakes; {@link Duration#ZERO} begins at the start. Far away if nobody sleeps. */
    public Duration nextWaking() {
        synchronized (sleepers) {
            return sleepers.isEmpty() ? Duration.ofDays(100_000) : Duration.ofNanos(sleepers.peek().until);
        }
    }

    public Duration passed() {
        return Duration.ofNanos(nanos.get());
    }

    /** Turns to a moment, counted from the start, and wakes whoever slept until then or less. */
    public void turnTo(Duration moment) {
        synchronized (sleepers) {
            nanos.set(Math.max(nanos.get(), moment.toNanos()));
            while (!sleepers.isEmpty() && sleepers.peek().until <= nanos.get()) {
                sleepers.poll().woken.countDown();
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
