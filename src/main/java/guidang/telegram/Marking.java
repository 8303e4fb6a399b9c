package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import guidang.store.Inbox;
import guidang.store.Store;
import guidang.store.StoreFailure;

/** Writes down which updates are dealt with, many at a time, and once a day clears out what is old. */
final class Marking {
    private static final int MOST = 1_000;
    private static final long LOOK_SECONDS = 60;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long PAUSE_MILLIS = 1_000;

    private final Store store;
    private final Inbox inbox;
    private final Clock clock;
    private final StoreTrouble trouble = new StoreTrouble();
    private final LinkedBlockingQueue<Long> done = new LinkedBlockingQueue<>();
    private final Thread thread;
    private Instant cleared;
    private volatile boolean ending;

    /** Begins; the first clearing is made before this returns. */
    Marking(Store store, Clock clock) {
        this.store = store;
        this.inbox = store.inbox();
        this.clock = clock;
        cleared = clock.instant();
        try {
            store.forgetOld(cleared);
        } catch (StoreFailure e) {
            trouble.tell(e);
        }
        thread = Thread.ofPlatform().name("inbox").start(this::run);
    }

    void done(long update) {
        done.add(update);
    }

    StoreTrouble trouble() {
        return trouble;
    }

    private void run() {
        var ids = new ArrayList<Long>();
        while (!ending || !done.isEmpty()) {
            try {
                if (ids.isEmpty()) {
                    Long first = next();
                    if (first != null) {
                        ids.add(first);
                    }
                }
                done.drainTo(ids, MOST - ids.size());
                inbox.done(ids);
                ids.clear();
                clearOld();
                trouble.well();
            } catch (StoreFailure e) {
                trouble.tell(e);
                if (ending) {
                    return;
                }
                pause();
            }
        }
        leave(ids);
    }

    private @Nullable Long next() {
        try {
            return done.poll(LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            return done.poll();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ended) {
            // What could not be marked is tried once more, then left open: it will be dealt with twice.
        }
    }

    private void clearOld() {
        Instant now = clock.instant();
        if (now.isBefore(cleared.plus(A_DAY))) {
            return;
        }
        store.forgetOld(now);
        cleared = now;
    }

    private void leave(List<Long> ids) {
        try {
            inbox.done(ids);
            inbox.rest();
        } catch (StoreFailure e) {
            trouble.tell(e);
        }
    }

    /** Writes down the rest, and that nothing still open is to blame for the end. */
    void close() throws InterruptedException {
        ending = true;
        thread.interrupt();
        thread.join();
    }
}
