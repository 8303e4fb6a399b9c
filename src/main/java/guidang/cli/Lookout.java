package guidang.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.change.Brief;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.OwnerText;
import guidang.operation.Meters;
import guidang.operation.OperationServer;
import guidang.operation.Pulse;
import guidang.operation.Reading;
import guidang.operation.Watchdog;
import guidang.store.Inbox;
import guidang.store.Store;
import guidang.store.StoreFailure;
import guidang.telegram.Meter;
import guidang.telegram.TelegramBot;
import guidang.telegram.Upkeep;

/** Watches over a running bot: counts if a port is set to tell it on, and says when something stands still. */
final class Lookout implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());
    /** Telegram answers a poll within 50 seconds; a webhook is looked at every five minutes. */
    private static final Duration POLLING = Duration.ofMinutes(3);
    private static final Duration WEBHOOK = Duration.ofMinutes(12);
    private static final Duration STORE = Duration.ofSeconds(45);
    private static final Duration ARCHIVE = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofSeconds(15);
    /** Changes found together are not in the order in which they were made. */
    private static final int NEWEST = 20;

    private final Pulse pulse;
    private final @Nullable Meters meters;
    private final Store store;
    private final Upkeep upkeep;
    private final Clock clock;
    private final AtomicReference<Instant> looked;
    private final Duration unchanged;
    private volatile Instant changed;
    private volatile Duration reread;
    private @Nullable Watchdog watchdog;
    private @Nullable OperationServer server;
    private @Nullable Thread reader;

    Lookout(Configuration configuration, Store store, Upkeep upkeep, Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.clock = clock;
        pulse = new Pulse(clock);
        meters = configuration.operation().port() == 0 ? null : new Meters(GuidangCommand.version(), pulse, clock);
        looked = new AtomicReference<>(clock.instant());
        reread = configuration.reread();
        unchanged = configuration.operation().unchanged();
        changed = clock.instant();
    }

    /** What the bot tells. */
    Meter meter() {
        return meters == null ? pulse : meters;
    }

    Function<Request, Reply> measuring(Function<Request, Reply> conversation) {
        return meters == null ? conversation : meters.measuring(conversation);
    }

    /** The archive was looked at, and could be read if it had changed. */
    void archiveLooked() {
        looked.set(clock.instant());
    }

    /** @param pause between two looks at the archive; zero: there are none */
    void reread(Duration pause) {
        reread = pause;
        archiveLooked();
    }

    /** Begins to look, and to tell on the port if there is one. */
    void begin(TelegramBot bot, TelegramBot.Settings settings, int port, boolean polls) throws IOException {
        var watched = new ArrayList<Watchdog.Watched>();
        watched.add(new Watchdog.Watched("polling", pulse::heardAt, polls ? POLLING : WEBHOOK));
        watched.add(new Watchdog.Watched("archive", this::archiveWell, ARCHIVE));
        watched.add(new Watchdog.Watched("store", new StoreProbe(store, clock)::lastWell, STORE));
        if (unchanged.isPositive()) {
            watched.add(new Watchdog.Watched("unchanged", this::newestChange, unchanged, false));
        }
        var dog = new Watchdog(watched, clock, new Owners(bot, settings.language()));
        watchdog = dog;
        dog.begin();
        if (meters != null) {
            server = new OperationServer(port, meters, dog);
            reader = Thread.ofPlatform().name("readings").daemon().start(this::readAgainAndAgain);
        }
    }

    /** A pause longer than the limit counts for nothing; where nobody looks, nothing stands still. */
    private Instant archiveWell() {
        return reread.isZero() ? clock.instant() : looked.get().plus(reread);
    }

    /** The newest change that was found; before there was one, when changes were first looked for. */
    private Instant newestChange() {
        try {
            changed = store.changeLog().newest(NEWEST).stream().map(Brief::at).max(Comparator.naturalOrder())
                    .or(store.toldFiles()::begun).orElse(changed);
        } catch (StoreFailure told) {
            // The watchdog tells; what was known stays.
        }
        return changed;
    }

    private void readAgainAndAgain() {
        try {
            while (true) {
                read();
                Thread.sleep(OFTEN);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks up what is not counted. What is wrong in the archive is found by reading it whole, after each change. */
    private void read() {
        if (meters == null) {
            return;
        }
        try {
            Inbox.Counts inbox = store.inbox().counts();
            Upkeep.State state = upkeep.state();
            Instant now = clock.instant();
            Duration oldest = store.outbox().dueSince(now).map(due -> Duration.between(due, now)).orElse(Duration.ZERO);
            meters.take(new Reading(inbox.open(), inbox.aside(), store.outbox().counts().waiting(), oldest,
                    state.entries(), state.events(), state.problems(), newestChange(), state.read()));
        } catch (StoreFailure told) {
            // The watchdog tells.
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "readings failed: {0}", e.getClass().getName());
        }
    }

    /** Asks the store something each time that it is asked whether it works. */
    private static final class StoreProbe {
        private final Store store;
        private final Clock clock;
        private volatile Instant well;

        StoreProbe(Store store, Clock clock) {
            this.store = store;
            this.clock = clock;
            well = clock.instant();
        }

        Instant lastWell() {
            try {
                store.facts().get("watched");
                well = clock.instant();
            } catch (StoreFailure fails) {
                // Then it is not well.
            }
            return well;
        }
    }

    /** Tells the owners, each message on a thread of its own, as it may take minutes. */
    private record Owners(TelegramBot bot, Language language) implements Watchdog.Hearer {
        @Override
        public void stands(String name, Duration since) {
            tell(OwnerText.stands(watch(name), since, language));
        }

        @Override
        public void goesOn(String name, Duration stood) {
            tell(OwnerText.goesOn(watch(name), stood, language));
        }

        private static OwnerText.Watch watch(String name) {
            return OwnerText.Watch.valueOf(name.toUpperCase(Locale.ROOT));
        }

        private void tell(Message message) {
            Thread.ofVirtual().start(() -> {
                try {
                    bot.tellOwners(message);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "the owners were not told: {0}", e.getClass().getName());
                }
            });
        }
    }

    @Override
    public void close() {
        for (AutoCloseable each : java.util.stream.Stream.<@Nullable AutoCloseable>of(server, watchdog, meters)
                .filter(java.util.Objects::nonNull).toList()) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "not closed: {0}", e.getClass().getName());
            }
        }
        if (reader != null) {
            reader.interrupt();
        }
    }
}
