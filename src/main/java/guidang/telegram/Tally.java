package guidang.telegram;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the bot did since it began, and tells the meter. */
final class Tally {
    /** What is counted. */
    enum What {
        HANDLED, SENT, CHANGED, REFUSED, UNREACHABLE, GAVE_UP, LIMITED
    }

    private final Map<What, LongAdder> counts = new EnumMap<>(What.class);

    private final Meter meter;

    Tally() {
        this(Meter.NONE);
    }

    Tally(Meter meter) {
        this.meter = meter;
        for (What what : What.values()) {
            counts.put(what, new LongAdder());
        }
    }

    Meter meter() {
        return meter;
    }

    void count(What what) {
        LongAdder adder = counts.get(what);
        if (adder != null) {
            adder.increment();
        }
    }

    long of(What what) {
        LongAdder adder = counts.get(what);
        return adder == null ? 0 : adder.sum();
    }
}
