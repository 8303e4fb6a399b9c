package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import guidang.delivery.Time;

/** Time whose long waits end when the bot is to stop; short ones, after which work is done soon, are kept. */
final class StoppableTime implements Time {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Clock clock;
    private final CountDownLatch stopping;

    StoppableTime(Clock clock, CountDownLatch stopping) {
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** @throws InterruptedException also if the bot stops long before the time is over */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        if (!duration.isPositive() || !stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.compareTo(SHORT) > 0) {
            throw new InterruptedException("stopping");
        }
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
