package guidang.operation;

import java.time.Clock;
import java.time.Instant;

import guidang.telegram.Meter;

/** Remembers when Telegram was last heard, and nothing else. */
public final class Pulse implements Meter {
    private final Clock clock;
    private volatile Instant heardAt;
    private volatile boolean ever;

    public Pulse(Clock clock) {
        this.clock = clock;
        this.heardAt = clock.instant();
    }

    @Override
    public void heard() {
        heardAt = clock.instant();
        ever = true;
    }

    /** When Telegram was last heard; at first, when this began. */
    public Instant heardAt() {
        return heardAt;
    }

    boolean ever() {
        return ever;
    }
}
