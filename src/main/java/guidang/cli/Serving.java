package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import guidang.bot.Conversation;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.Announcer;
import guidang.reading.ArchiveReader;
import guidang.store.Store;
import guidang.subscription.Previews;
import guidang.telegram.Previewing;
import guidang.telegram.Receiving;
import guidang.telegram.TelegramBot;

/** Runs the bot over a house until it is told to stop. */
final class Serving {
    private static final System.Logger LOG = System.getLogger(Serving.class.getName());
    /** Before another look for changes, where one came to nothing. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Changes that a preview looks at: a little more than its days, and no more than a moment allows. */
    private static final Duration PREVIEWED = Duration.ofDays(92);
    private static final int MOST_PREVIEWED = 5_000;

    private final Configuration configuration;
    private final Texts texts;
    private final PrintStream err;
    private final @Nullable Supplier<ConfigurationReader> readers;
    private final AtomicReference<TelegramBot> bot = new AtomicReference<>();
    private final AtomicReference<Runnable> hungUp = new AtomicReference<>(() -> {});
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Duration pause;

    /**
     * @param readers of the configuration as it is then, for it may change while the bot runs; null if it does not
     */
    Serving(Configuration configuration, Texts texts, PrintStream err,
            @Nullable Supplier<ConfigurationReader> readers) {
        this.configuration = configuration;
        this.texts = texts;
        this.err = err;
        this.readers = readers;
        this.pause = configuration.reread();
    }

    /** Opens a house. */
    @FunctionalInterface
    interface Opening {
        House open() throws IOException;

        /** The bot has ended and the house is closed; the process may end at any moment after this. */
        default void closed() throws IOException {}
    }

    /** @return the exit code */
    int run(TelegramBot.Settings settings, Opening opening) throws Exception {
        try (var signal = new StopSignal(() -> {
            asked.set(true);
            TelegramBot running = bot.get();
            if (running != null) {
                running.stop();
            }
        })) {
            Hangup.hear(() -> hungUp.get().run());
            TelegramBot.End end;
            Clock clock = Clock.system(ZoneId.systemDefault());
            try (House house = opening.open();
                    Store store = Store.open(House.dataFolder(configuration).resolve(House.STORE))) {
                var announcer = new Announcer(configuration.archive(), store, configuration.aliases(), clock);
                var announcing = new Announcing(announcer, AGAIN);
                var caretaker = new Caretaker(GuidangCommand.version(), configuration.archive(), house.index(),
                        () -> {
                            ArchiveReader.Report report = house.reread(configuration);
                            announcing.wake();
                            return report;
                        }, clock);
                try (var lookout = new Lookout(configuration, store, caretaker, clock);
                        var upstream = new GitUpstream(configuration.archive(), configuration.pull(), clock);
                        announcing) {
                    announcer.origins(upstream);
                    announcing.begin();
                    end = run(settings, house, store, caretaker, lookout, upstream, clock);
                }
            }
            opening.closed();
            if (end == TelegramBot.End.STOPPED) {
                signal.well();
            }
            return told(end);
        }
    }

    private TelegramBot.End run(TelegramBot.Settings settings, House house, Store store, Caretaker caretaker,
            Lookout lookout, GitUpstream upstream, Clock clock) throws Exception {
        var conversation = new AtomicReference<Conversation>(house.conversation());
        Function<Request, Reply> replies = lookout.measuring(request -> conversation.get().reply(request));
        var care = new TelegramBot.Care(configuration.protection(), caretaker, previewing(house, store, clock),
                lookout.meter());
        var its = new TelegramBot(settings, store, replies, clock, care);
        bot.set(its);
        if (asked.get()) {
            its.stop();
        }
        try {
            lookout.begin(its, settings, configuration.operation().port(),
                    settings.receiving() instanceof Receiving.Polling);
        } catch (IOException e) {
            throw new InvalidConfiguration(List.of(Mistake.of("operation.port", 0, "operation.taken",
                    Integer.toString(configuration.operation().port()))));
        }
        var watch = new AtomicReference<ArchiveWatch>(watch(configuration.reread(), caretaker, lookout, upstream));
        Consumer<Configuration> taker = changed -> {
            its.protect(changed.protection());
            if (changed.telegram() != null) {
                conversation.set(house.conversation(clock, changed.telegram().language()));
            }
            if (!changed.reread().equals(pause)) {
                pause = changed.reread();
                lookout.reread(pause);
                watch.getAndSet(watch(pause, caretaker, lookout, upstream)).close();
                // What changed between the last look of the one and the first of the other.
                reread(caretaker);
            }
        };
        try {
            return readers == null ? its.run() : watched(its, readers, taker);
        } finally {
            watch.get().close();
        }
    }

    private TelegramBot.End watched(TelegramBot its, Supplier<ConfigurationReader> read, Consumer<Configuration> taker)
            throws InterruptedException {
        try (var changes = new ConfigurationWatch(read, configuration, taker, texts)) {
            hungUp.set(changes::read);
            changes.begin();
            return its.run();
        }
    }

    /** Counts what a subscription would have told, by the log of changes or by the dates of entries. */
    private Previewing previewing(House house, Store store, Clock clock) {
        var previews = new Previews(house.index(), configuration.aliases());
        return subscription -> {
            Instant now = clock.instant();
            return store.toldFiles().begun().map(since -> previews.of(subscription,
                    store.changeLog().recent(now.minus(PREVIEWED), MOST_PREVIEWED), since, now, clock.getZone()));
        };
    }

    private static void reread(Caretaker caretaker) {
        try {
            caretaker.reread();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the archive was not read again: {0}", e.getClass().getName());
        }
    }

    private ArchiveWatch watch(Duration between, Caretaker caretaker, Lookout lookout, GitUpstream upstream) {
        var watch = new ArchiveWatch(configuration.archive(), caretaker::reread, between, upstream);
        watch.looked(lookout::archiveLooked);
        watch.begin();
        return watch;
    }

    private int told(TelegramBot.End end) {
        String key = switch (end) {
            case STOPPED -> "";
            case UNAUTHORIZED -> "serve.unauthorized";
            case NOT_LISTENING -> "serve.notlistening";
            case WEBHOOK_REFUSED -> "serve.webhook";
        };
        if (key.isEmpty()) {
            return GuidangCommand.WELL;
        }
        err.println(texts.get(key));
        return GuidangCommand.WRONG;
    }
}
