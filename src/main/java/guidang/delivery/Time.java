package guidang.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock that waiting goes by; tests turn one of their own. */
public interface Time {
    Instant now();

    /** Waits; at once where the duration is not positive. */
    void sleep(Duration duration) throws InterruptedException;

    /** The real one. */
    static Time of(Clock clock) {
        return new Time() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (duration.isPositive()) {
                    Thread.sleep(duration);
                }
            }
        };
    }
}
