package guidang.playground;

import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.NullMarked;

/** How Telegram fails until it is well again. */
@NullMarked
enum Trouble {
    /** It does not. */
    NONE,
    /** Messages come too fast, it says. */
    FLOOD,
    /** Its own error for everything. */
    OUTAGE,
    /** A gateway before it answers with a page of HTML. */
    GATEWAY,
    /** Everything takes two seconds longer. */
    SLOW;

    private static final int RETRY_AFTER = 3;
    private static final int SLOW_MILLIS = 2_000;

    void begin(Faults faults) {
        Predicate<String> sending = method -> {
            String name = method.toLowerCase(Locale.ROOT);
            return name.startsWith("send") || name.startsWith("edit");
        };
        Predicate<String> all = method -> true;
        switch (this) {
            case NONE -> faults.lasting(all, null);
            case FLOOD -> faults.lasting(sending, new Faults.Fault.TooMany(RETRY_AFTER));
            case OUTAGE -> faults.lasting(all, new Faults.Fault.Broken(500));
            case GATEWAY -> faults.lasting(all, new Faults.Fault.Html(502));
            case SLOW -> faults.lasting(method -> !method.equalsIgnoreCase("getUpdates"),
                    new Faults.Fault.Slow(SLOW_MILLIS));
        }
    }
}
