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
     * @param within how long failures are met with another try; waits that the messenger demands are kept beyond it
     * @return the last outcome: never {@link Outcome.TooMany}; {@link Outcome.Failing} or {@link Outcome.Unsure} only when
     *         the time was up
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
            if (outcome instanceof Outcome.TooMany<T> tooMany) {
                time.sleep(tooMany.retryAfter());
            } else if (mayPass(outcome) && time.now().plus(pause).isBefore(end)) {
                time.sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
            } else {
                return outcome;
            }
        }
    }

    private static boolean mayPass(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failing || outcome instanceof Outcome.Unsure;
    }
}
