package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Telegram's own limits (Bots FAQ, "My bot is hitting limits"): one message a second to a chat, 20 a minute to a group,
 * 30 a second in all. Every bucket holds so little that no window of that length ever sees more; what is taken is taken
 * at the moment of sending, so that nothing saved up goes out in a heap. Waits end at once when interrupted.
 */
public final class Pace {
    private static final Duration BETWEEN_ANY = Duration.ofNanos(33_500_000);
    private static final Duration BETWEEN_IN_CHAT = Duration.ofSeconds(1);
    /** Together 20: what stands in the bucket and what a minute adds. */
    private static final int GROUP_BURST = 5;
    private static final int GROUP_A_MINUTE = 15;
    /** In nanoseconds: a bucket rounds, and may say that nothing is left to wait for. */
    private static final long SHORTEST_WAIT = 50_000;
    private static final int MANY_CHATS = 10_000;

    private final Time time;
    private final boolean limited;
    private final TimeMeter meter;
    private final Bucket all;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Map<Destination, Chat> chats = new ConcurrentHashMap<>();
    private final AtomicInteger repliesWaiting = new AtomicInteger();

    /** What goes first. */
    public enum Urgency {
        /** Somebody waits for it. */
        REPLY,
        /** Goes when no reply waits. */
        NOTICE
    }

    /** One destination; whoever sends there holds it until it is sent. */
    private static final class Chat {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final Bucket bucket;
        private final long full;
        /** Changed only while the map computes this entry. */
        private int users;

        Chat(Bucket bucket) {
            this.bucket = bucket;
            this.full = bucket.getAvailableTokens();
        }
    }

    private Pace(Time time, boolean limited) {
        this.time = time;
        this.limited = limited;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = time.now();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.all = Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, BETWEEN_ANY)).build();
    }

    public static Pace limited(Time time) {
        return new Pace(time, true);
    }

    /** For benchmarks and private servers that set no limits. */
    public static Pace unlimited(Time time) {
        return new Pace(time, false);
    }

    /** Waits until one message may be sent there. */
    public void await(Destination destination, Urgency urgency) throws InterruptedException {
        if (!limited) {
            return;
        }
        Chat chat = enter(destination);
        try {
            chat.turn.lockInterruptibly();
            try {
                untilAvailable(chat.bucket);
                switch (urgency) {
                    case REPLY -> reply();
                    case NOTICE -> notice();
                }
                chat.bucket.tryConsume(1);
            } finally {
                chat.turn.unlock();
            }
        } finally {
            leave(destination);
        }
    }

    /** How many stand behind somebody who waits. */
    public int queued() {
        return behind(turn) + chats.values().stream().mapToInt(chat -> behind(chat.turn)).sum();
    }

    private static int behind(ReentrantLock lock) {
        return lock.isLocked() ? lock.getQueueLength() : 0;
    }

    /** How many chats are remembered. */
    int chats() {
        return chats.size();
    }

    private void reply() throws InterruptedException {
        repliesWaiting.incrementAndGet();
        try {
            turn.lockInterruptibly();
            try {
                take();
            } finally {
                turn.unlock();
            }
        } finally {
            repliesWaiting.decrementAndGet();
        }
    }

    private void notice() throws InterruptedException {
        while (true) {
            turn.lockInterruptibly();
            try {
                if (repliesWaiting.get() == 0) {
                    take();
                    return;
                }
            } finally {
                turn.unlock();
            }
            time.sleep(BETWEEN_ANY);
        }
    }

    private void take() throws InterruptedException {
        do {
            untilAvailable(all);
        } while (!all.tryConsume(1));
    }

    private void untilAvailable(Bucket bucket) throws InterruptedException {
        for (var probe = bucket.estimateAbilityToConsume(1); !probe.canBeConsumed(); probe = bucket
                .estimateAbilityToConsume(1)) {
            time.sleep(Duration.ofNanos(Math.max(SHORTEST_WAIT, probe.getNanosToWaitForRefill())));
        }
    }

    private Chat enter(Destination destination) {
        if (chats.size() >= MANY_CHATS) {
            chats.keySet().forEach(
                    each -> chats.computeIfPresent(each, (key, chat) -> isIdle(chat) ? null : chat));
        }
        return chats.compute(destination, (key, known) -> {
            Chat chat = known == null ? new Chat(bucket(destination)) : known;
            chat.users++;
            return chat;
        });
    }

    private void leave(Destination destination) {
        chats.computeIfPresent(destination, (key, chat) -> {
            chat.users--;
            return chat;
        });
    }

    /** Nobody would notice if it were forgotten. */
    private static boolean isIdle(Chat chat) {
        return chat.users == 0 && chat.bucket.getAvailableTokens() >= chat.full;
    }

    private Bucket bucket(Destination to) {
        var bucket = Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, BETWEEN_IN_CHAT));
        if (to.group()) {
            bucket.addLimit(limit -> limit.capacity(GROUP_BURST).refillGreedy(GROUP_A_MINUTE, Duration.ofMinutes(1)));
        }
        return bucket.build();
    }
}
