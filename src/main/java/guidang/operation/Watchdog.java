package guidang.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks whether what should go on goes on, and says once when it stands still and once when it goes on again. Something
 * stands still if that is so at two looks, so that a machine that slept raises no alarm.
 */
public final class Watchdog implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final List<Watched> watched;
    private final Clock clock;
    private final Hearer hearer;
    private final Thread thread;
    private final Set<String> suspected = new HashSet<>();
    private final Map<String, Instant> standing = new HashMap<>();

    /**
     * Something that should go on.
     *
     * @param name a word for logs, labels and monitors
     * @param lastWell when it last went well; may be asked at any time
     * @param limit how long that may be ago
     * @param vital whether the bot is not ready while it stands still
     */
    public record Watched(String name, Supplier<Instant> lastWell, Duration limit, boolean vital) {
        /** Something that is vital. */
        public Watched(String name, Supplier<Instant> lastWell, Duration limit) {
            this(name, lastWell, limit, true);
        }
    }

    /** Hears what changes. */
    public interface Hearer {
        /** It has not gone well for that long. */
        void stands(String name, Duration since);

        /** It goes on, after that long. */
        void goesOn(String name, Duration stood);
    }

    /** How something is now. */
    record Standing(String name, boolean well, boolean vital, Duration sinceWell) {}

    public Watchdog(List<Watched> watched, Clock clock, Hearer hearer) {
        this.watched = List.copyOf(watched);
        this.clock = clock;
        this.hearer = hearer;
        thread = Thread.ofVirtual().name("watchdog").unstarted(this::run);
    }

    /** Looks again and again until it is closed. */
    public void begin() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    once();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "looking failed: {0}", e.getClass().getName());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once; tests call it by hand. */
    public void once() {
        for (Watched each : watched) {
            Instant now = clock.instant();
            Instant lastWell = each.lastWell().get();
            Duration since = Duration.between(lastWell, now);
            if (since.compareTo(each.limit()) > 0) {
                if (!suspected.add(each.name()) && begins(each.name(), lastWell)) {
                    LOG.log(System.Logger.Level.ERROR, "{0} has stood still for {1,number,#} s", each.name(),
                            since.toSeconds());
                    hearer.stands(each.name(), since);
                }
            } else {
                suspected.remove(each.name());
                Instant stoodFrom = ends(each.name());
                if (!stoodFrom.equals(Instant.MAX)) {
                    Duration stood = Duration.between(stoodFrom, now);
                    LOG.log(System.Logger.Level.INFO, "{0} goes on after {1,number,#} s", each.name(),
                            stood.toSeconds());
                    hearer.goesOn(each.name(), stood);
                }
            }
        }
    }

    private boolean begins(String name, Instant lastWell) {
        synchronized (standing) {
            return standing.putIfAbsent(name, lastWell) == null;
        }
    }

    private Instant ends(String name) {
        synchronized (standing) {
            Instant from = standing.remove(name);
            return from == null ? Instant.MAX : from;
        }
    }

    boolean isWell(String name) {
        synchronized (standing) {
            return !standing.containsKey(name);
        }
    }

    List<Standing> standings() {
        var all = new ArrayList<Standing>();
        for (Watched each : watched) {
            all.add(new Standing(each.name(), isWell(each.name()), each.vital(),
                    Duration.between(each.lastWell().get(), clock.instant())));
        }
        return all;
    }

    List<Watched> watched() {
        return watched;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
