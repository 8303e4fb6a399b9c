package guidang.telegram;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.message.Language;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.reading.ArchiveReader;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bot, running against a server of its own until it is closed. */
final class RunningBot implements Closeable {
    /** The day that the bot believes in. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2022-08-05T04:00:00Z"), ZoneOffset.UTC);

    final BotApiServer server;
    final World world;
    private final TelegramBot bot;
    private final Store store;
    private final Thread thread;
    private final Closeable archive;

    private RunningBot(BotApiServer server, Path folder, Function<Request, Reply> conversation,
            TelegramBot.Care care, Closeable archive) throws IOException {
        this.server = server;
        this.world = server.world();
        this.archive = archive;
        store = Store.open(folder.resolve("guidang.db"));
        bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(), server.address(),
                null, false, Language.SIMPLIFIED), store, conversation, Clock.systemUTC(), care);
        thread = Thread.ofPlatform().start(this::run);
    }

    static RunningBot with(BotApiServer server, Path folder, Function<Request, Reply> conversation)
            throws IOException {
        return with(server, folder, conversation, new TelegramBot.Care(Protection.NONE, null));
    }

    static RunningBot with(BotApiServer server, Path folder, Function<Request, Reply> conversation,
            TelegramBot.Care care) throws IOException {
        return new RunningBot(server, folder, conversation, care, () -> {});
    }

    /** Over the articles of {@code seeds/}. */
    static RunningBot overSeeds(BotApiServer server, Path folder) throws IOException {
        Seeds seeds = Seeds.in(folder);
        return new RunningBot(server, folder, seeds.conversation()::reply,
                new TelegramBot.Care(Protection.NONE, null), seeds);
    }

    /** The articles of {@code seeds/}, and who answers from them. */
    record Seeds(ArchiveIndex index, Conversation conversation) implements Closeable {
        static Seeds in(Path folder) throws IOException {
            ArchiveIndex index = ArchiveIndex.open(folder.resolve("index"), Aliases.none());
            try (ArchiveIndex.Update update = index.update()) {
                Path seeds = Path.of(System.getProperty("guidang.root")).resolve("seeds");
                new ArchiveReader(seeds).readChanged(java.util.Map.of(), update::put, (done, of) -> {});
                update.commit();
            }
            return new Seeds(index, new Conversation(new Answers(index, CLOCK), CLOCK, Language.SIMPLIFIED));
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }

    private void run() {
        try {
            bot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    TelegramBot bot() {
        return bot;
    }

    /** Waits for the next message of the bot in a chat, after those that are there. */
    ObjectNode next(World.Chat chat, Runnable said) throws InterruptedException {
        int before = world.messages(chat).size();
        said.run();
        until(() -> world.messages(chat).size() > before
                && world.messages(chat).getLast().path("from").path("is_bot").asBoolean());
        List<ObjectNode> messages = world.messages(chat);
        return messages.getLast();
    }

    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing happened");
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        bot.stop();
        try {
            assertTrue(thread.join(Duration.ofSeconds(3)), "did not stop in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
        archive.close();
    }
}
