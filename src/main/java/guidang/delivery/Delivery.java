package guidang.delivery;

import java.time.Duration;
import java.time.Instant;

import guidang.delivery.Pace.Urgency;

/**
 * Makes attempts until one settles the matter: waits its turn, waits exactly as long as it is told to, and tries again
 * with growing waits what failed on the other side. Blocks its caller only; other chats go on.
 */
public final class Delivery {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Pace pace;
    private final Time time;

    public Delivery(Pace pace, Time time) {
        this.pace = pace;
        this.time = time;
    }

    /**
     * Delivers, counted against the limits.
     *
     * @param within how long it is worth another try; no try is begun later than that
     * @return the last outcome: {@link Outcome.TooMany}, {@link Outcome.Failing} or {@link Outcome.Unsure} only where the
     *         next try would come too late
     * @throws InterruptedException at once when interrupted, also in the middle of a wait
     */
    public <T> Outcome<T> deliver(Destination destination, Urgency urgency, Duration within, Attempt<T> attempt)
            throws InterruptedException {
        return tried(within, () -> {
            pace.await(destination, urgency);
            return attempt.make();
        });
    }

    /** The same for calls that no limit counts. */
    public <T> Outcome<T> tried(Duration within, Attempt<T> attempt) throws InterruptedException {
        Instant end = time.now().plus(within);
        Duration pause = FIRST_WAIT;
        while (true) {
            Outcome<T> outcome = attempt.make();
            boolean mayPass = outcome instanceof Outcome.Failing || outcome instanceof Outcome.Unsure;
            Duration wait = outcome instanceof Outcome.TooMany<T> tooMany ? tooMany.retryAfter() : pause;
            boolean again = mayPass || outcome instanceof Outcome.TooMany;
            if (!again || wait.compareTo(Duration.between(time.now(), end)) > 0) {
                return outcome;
            }
            time.sleep(wait);
            if (mayPass) {
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
            }
        }
    }
}
