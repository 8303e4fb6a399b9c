package guidang.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Telegram's own limits (Bots FAQ, "My bot is hitting limits"): one message a second to a chat, 20 a minute to a group,
 * 30 a second in all. Every bucket holds so little that no window of that length ever sees more.
 */
public final class Pace {
    private static final Duration BETWEEN_ANY = Duration.ofMillis(34);
    private static final Duration BETWEEN_IN_CHAT = Duration.ofSeconds(1);
    private static final int GROUP_BURST = 8;
    private static final int GROUP_A_MINUTE = 12;
    private static final int MANY_CHATS = 10_000;

    private final Time time;
    private final boolean limited;
    private final TimeMeter meter;
    private final Bucket all;
    private final Map<Destination, Bucket> chats = new ConcurrentHashMap<>();
    private final AtomicInteger repliesWaiting = new AtomicInteger();

    /** What goes first. */
    public enum Urgency {
        /** Somebody waits for it. */
        REPLY,
        /** Goes when no reply waits. */
        NOTICE
    }

    private Pace(Time time, boolean limited) {
        this.time = time;
        this.limited = limited;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(time.now().toEpochMilli());
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
        Bucket chat = bucket(destination);
        take(chat, () -> true);
        if (urgency == Urgency.REPLY) {
            repliesWaiting.incrementAndGet();
            try {
                take(all, () -> true);
            } finally {
                repliesWaiting.decrementAndGet();
            }
        } else {
            take(all, () -> repliesWaiting.get() == 0);
        }
    }

    private void take(Bucket bucket, java.util.function.BooleanSupplier turn) throws InterruptedException {
        while (true) {
            if (!turn.getAsBoolean()) {
                time.sleep(BETWEEN_ANY);
                continue;
            }
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return;
            }
            time.sleep(Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()) + 1));
        }
    }

    private Bucket bucket(Destination destination) {
        if (chats.size() > MANY_CHATS) {
            chats.values().removeIf(bucket -> bucket.getAvailableTokens() >= 1);
        }
        return chats.computeIfAbsent(destination, to -> {
            var bucket = Bucket.builder().withCustomTimePrecision(meter)
                    .addLimit(limit -> limit.capacity(1).refillGreedy(1, BETWEEN_IN_CHAT));
            if (to.group()) {
                bucket.addLimit(
                        limit -> limit.capacity(GROUP_BURST).refillGreedy(GROUP_A_MINUTE, Duration.ofMinutes(1)));
            }
            return bucket.build();
        });
    }
}
