package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.store.Outbox;
import guidang.store.Outbox.Claim;
import guidang.store.Store;
import guidang.store.StoreFailure;

/**
 * Takes what is due out of the outbox and sends it, each chat in a thread of its own, so that none holds up another.
 * The clock decides what is due; looking more often than needed does no harm.
 */
public final class NoticePump {
    private static final System.Logger LOG = System.getLogger(NoticePump.class.getName());
    /** Chats that are told at the same time. */
    private static final int MOST = 256;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 1_000;
    /** A clock is corrected by less than that all the time. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Store store;
    private final Time time;
    private final Timing timing;
    private final Telling telling;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST);
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean ending;
    private @Nullable Thread loop;
    private @Nullable Instant last;
    private String trouble = "";

    /**
     * @param language of chats that chose none
     * @param zone of places that chose none
     */
    public NoticePump(Store store, Composing composing, Sender sender, Time time, Language language, ZoneId zone) {
        this.store = store;
        this.outbox = store.outbox();
        this.time = time;
        this.timing = new Timing(zone);
        this.telling = new Telling(store, composing, sender, time, language, LEASE, () -> ending);
    }

    /** Sends what is due, from now on until {@link #close}. */
    public synchronized void start() {
        loop = Thread.ofPlatform().name("notices").start(this::run);
    }

    private void run() {
        try {
            while (!ending) {
                begin();
                wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once, and waits until all that is due now is sent or put off. For tests that turn the clock. */
    public void once() throws InterruptedException {
        do {
            room.acquire(MOST);
            room.release(MOST);
        } while (begin() > 0);
    }

    /**
     * Looks once, and hands out as much of what is due as there is room for.
     *
     * @return how many places have their turn now
     */
    public synchronized int begin() {
        int free = room.availablePermits();
        if (free == 0 || ending) {
            return 0;
        }
        try {
            Instant now = time.now();
            prepare(now);
            List<Claim> claims = outbox.claim(now, LEASE, free, Set.copyOf(busy), timing);
            for (Claim claim : claims) {
                room.acquireUninterruptibly();
                busy.add(claim.place().chat());
                hand(claim);
            }
            if (!trouble.isEmpty()) {
                LOG.log(System.Logger.Level.INFO, "the outbox works again");
                trouble = "";
            }
            return claims.size();
        } catch (StoreFailure e) {
            String what = String.valueOf(e.getMessage());
            if (!what.equals(trouble)) {
                LOG.log(System.Logger.Level.ERROR, "the outbox fails: {0}; nothing is lost, trying on", what);
            }
            trouble = what;
            return 0;
        }
    }

    /** The first time: what a crash left behind. Then: what the clock did. */
    private void prepare(Instant now) {
        if (last == null) {
            int left = outbox.recover(now);
            if (left > 0) {
                LOG.log(System.Logger.Level.WARNING,
                        "{0,number,#} notices were being sent when the bot ended; nobody knows whether they arrived",
                        left);
            }
            last = store.findings().last();
        }
        if (now.isBefore(last.minus(SET_BACK))) {
            LOG.log(System.Logger.Level.WARNING, "the clock has been set back; what waits is looked at again");
            outbox.lookAgain(now);
        } else {
            outbox.expire(now);
        }
        last = now;
    }

    private void hand(Claim claim) {
        try {
            threads.execute(() -> {
                try {
                    telling.tell(claim);
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "notices were not sent: {0}", e.getClass().getName());
                } finally {
                    done(claim);
                }
            });
        } catch (RejectedExecutionException closed) {
            done(claim);
        }
    }

    private void done(Claim claim) {
        busy.remove(claim.place().chat());
        room.release();
        if (room.availablePermits() >= MOST / 2) {
            wake.release();
        }
    }

    /** How many chats are being told. */
    public int active() {
        return MOST - room.availablePermits();
    }

    /** Begins nothing more. */
    public void end() {
        ending = true;
        wake.release();
    }

    /** Begins nothing more, waits a moment for what is under way, and breaks off the rest, which keeps its place. */
    public void close(Duration within) throws InterruptedException {
        end();
        Thread its;
        synchronized (this) {
            its = loop;
        }
        if (its != null) {
            its.join();
        }
        threads.shutdown();
        if (!threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
