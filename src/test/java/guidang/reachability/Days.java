package guidang.reachability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by waiting. */
final class Days extends Clock {
    final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized void sleep(Duration time) {
        waits.add(time);
        pass(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
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
