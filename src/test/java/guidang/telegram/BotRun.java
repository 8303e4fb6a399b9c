package guidang.telegram;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A bot that runs against the stand-in, and what it logs. */
final class BotRun implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final TelegramBot bot;
    private final FutureTask<TelegramBot.End> running;
    private final Log log = new Log();

    BotRun(BotApiServer server, Store store, Function<Request, Reply> conversation) {
        this(server, store, conversation, Clock.systemUTC(), new Receiving.Polling());
    }

    BotRun(BotApiServer server, Store store, Function<Request, Reply> conversation, Clock clock,
            Receiving receiving) {
        for (Handler console : ROOT.getHandlers()) {
            console.setLevel(Level.SEVERE);
        }
        ROOT.addHandler(log);
        ROOT.setLevel(Level.ALL);
        bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(), server.address(),
                null, false, Language.SIMPLIFIED, receiving), store, conversation, clock);
        running = new FutureTask<>(bot::run);
        Thread.ofPlatform().start(running);
    }

    /** Says what was said. */
    static Reply echo(Request request) {
        return new Reply(new Message(request.text(), List.of(), List.of()), null, Language.SIMPLIFIED);
    }

    void stop() {
        bot.stop();
    }

    TelegramBot.End end(Duration within) throws Exception {
        return running.get(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was logged with these words in it. */
    List<String> logged(String words) {
        return log.lines.stream().filter(line -> line.contains(words)).toList();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing happened");
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        bot.stop();
        try {
            end(Duration.ofSeconds(5));
        } catch (Exception e) {
            throw new AssertionError("the bot did not end well", e);
        } finally {
            ROOT.removeHandler(log);
            ROOT.setLevel(Level.WARNING);
            if (System.getenv("BOT_LOG") != null) {
                log.lines.stream().filter(line -> line.length() < 300).forEach(System.out::println);
            }
        }
    }

    private static final class Log extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        Log() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            if (String.valueOf(entry.getLoggerName()).startsWith("com.sun.net.httpserver")) {
                // The stand-in's server, which is Telegram's side.
                return;
            }
            var text = new StringWriter();
            Object[] parameters = entry.getParameters();
            text.append(parameters == null || parameters.length == 0
                    ? entry.getMessage()
                    : MessageFormat.format(entry.getMessage(), parameters));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
