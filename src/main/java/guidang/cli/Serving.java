package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.Announcer;
import guidang.reading.ArchiveReader;
import guidang.store.Store;
import guidang.subscription.Previews;
import guidang.telegram.TelegramBot;

/** Runs the bot over a house until it is told to stop. */
final class Serving {
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final Texts texts;
    private final PrintStream err;

    Serving(Configuration configuration, Texts texts, PrintStream err) {
        this.configuration = configuration;
        this.texts = texts;
        this.err = err;
    }

    /** Opens a house. */
    @FunctionalInterface
    interface Opening {
        House open() throws IOException;
    }

    /** @return the exit code */
    int run(TelegramBot.Settings settings, Opening opening) throws Exception {
        var bot = new AtomicReference<TelegramBot>();
        var asked = new AtomicBoolean();
        try (var signal = new StopSignal(() -> {
            asked.set(true);
            TelegramBot running = bot.get();
            if (running != null) {
                running.stop();
            }
        })) {
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
                var care = new TelegramBot.Care(configuration.protection(), caretaker, new Foretelling(
                        new Previews(house.index(), configuration.aliases()), store, clock));
                Function<Request, Reply> conversation = house.conversation()::reply;
                bot.set(new TelegramBot(settings, store, conversation, clock, care));
                if (asked.get()) {
                    bot.get().stop();
                }
                try (var upstream = new GitUpstream(configuration.archive(), configuration.pull(), clock);
                        var watch = new ArchiveWatch(configuration.archive(), caretaker::reread,
                                configuration.reread(), upstream);
                        announcing) {
                    announcer.origins(upstream);
                    watch.begin();
                    announcing.begin();
                    end = bot.get().run();
                }
            }
            if (end == TelegramBot.End.STOPPED) {
                signal.well();
            }
            return told(end);
        }
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
