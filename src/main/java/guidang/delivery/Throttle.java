package guidang.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** Lets so many through a second, and as many at once. */
public final class Throttle {
    private final Bucket bucket;

    public Throttle(int aSecond, Time time) {
        var meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(time.now().toEpochMilli());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        bucket = Bucket.builder().withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(aSecond).refillGreedy(aSecond, Duration.ofSeconds(1))).build();
    }

    /** Whether one more may pass now. */
    public boolean take() {
        return bucket.tryConsume(1);
    }
}
