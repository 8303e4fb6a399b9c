package guidang.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import guidang.delivery.Announcer;
import guidang.store.StoreFailure;

/** Looks for changes to tell: when it begins, whenever somebody says so, and again where a look came to nothing. */
final class Announcing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Announcing.class.getName());

    private static final Duration LAST_MOMENT = Duration.ofMillis(200);

    private final Announcer announcer;
    private final Duration pause;
    private final Semaphore wake = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closed;
    private String trouble = "";

    /** @param pause before another look where one came to nothing */
    Announcing(Announcer announcer, Duration pause) {
        this.announcer = announcer;
        this.pause = pause;
        thread = Thread.ofPlatform().name("changes").unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    /** The archive has changed. */
    void wake() {
        wake.release();
    }

    private void run() {
        boolean settled = true;
        try {
            while (!closed) {
                if (settled) {
                    wake.acquire();
                } else {
                    // Whoever wakes it says no more than that it is time for another look.
                    var unused = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
                wake.drainPermits();
                settled = once();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether all that is different is told */
    private boolean once() {
        try {
            boolean settled = announcer.announce().settled();
            trouble = "";
            return settled;
        } catch (IOException | RuntimeException e) {
            String what = e instanceof StoreFailure ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
            if (!what.equals(trouble)) {
                LOG.log(System.Logger.Level.WARNING, "changes cannot be looked for: {0}; nothing is lost, trying on",
                        what);
            }
            trouble = what;
            return false;
        }
    }

    /** Ends after what is under way: it is short, and is found again if it is broken off. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LAST_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
