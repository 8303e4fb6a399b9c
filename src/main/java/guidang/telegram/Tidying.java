package guidang.telegram;

import java.time.Clock;
import java.time.Duration;

import guidang.delivery.Time;
import guidang.store.Replies;
import guidang.store.Store;

/** Takes replies away whose time is over. */
final class Tidying {
    private static final System.Logger LOG = System.getLogger(Tidying.class.getName());
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 50;

    private final Removal removal;
    private final Store store;
    private final Clock clock;
    private final Time time;

    Tidying(Removal removal, Store store, Clock clock, Time time) {
        this.removal = removal;
        this.store = store;
        this.clock = clock;
        this.time = time;
    }

    /** One round; tests call it by hand. */
    public void runOnce() throws InterruptedException {
        Replies replies = store.replies();
        for (Replies.Reply reply : replies.expired(clock.instant(), MOST_AT_ONCE)) {
            removal.expire(reply);
        }
    }

    /** Round after round, until it is interrupted. */
    void run() {
        try {
            while (true) {
                try {
                    runOnce();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "tidying failed: {0}", e.getClass().getName());
                }
                time.sleep(OFTEN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
