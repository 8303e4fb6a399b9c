package guidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.index.ArchiveIndex;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.playground.World.Person;
import guidang.store.Store;
import guidang.telegram.TelegramBot;
import guidang.telegram.Token;

/**
 * From an update to the message that answers it, over HTTP on loopback, the server in the same process: a bare echo bot
 * over the same client (nothing kept, nothing looked up), this bot with an echo for a conversation, and this bot as it
 * is. Then as many questions a second as {@code -Drate} says, for a while. The archive is {@code -Darchive=DIR}.
 */
public final class Telegram {
    private static final int WARM = 300;
    private static final int MEASURED = 1_000;
    private static final int PEOPLE = 500;
    private static final int SECONDS = 30;

    private Telegram() {}

    public static void main(String[] args) throws Exception {
        Path folder = Folders.scratch();
        Indexing.whole(Folders.archive(), folder.resolve("index"));
        int rate = Integer.getInteger("rate", 200);
        try (ArchiveIndex index = ArchiveIndex.open(folder.resolve("index"), Folders.aliases())) {
            Clock clock = Clock.systemUTC();
            var conversation = new Conversation(new Answers(index, clock), clock, Language.SIMPLIFIED);
            List<String> questions = Lines.of("question", System.getProperty("lines", ""), index);
            System.out.printf(Locale.ROOT, "%-44s %8s %8s %8s%n", "update in -> message received, ms", "p50", "p99",
                    "replies");
            try (var server = new BotApiServer()) {
                var bare = new BareEcho(server.address());
                oneByOne("bare echo bot, same client", server, questions);
                bare.end();
            }
            Function<Request, Reply> echo = request -> new Reply(new Message(request.text(), List.of(), List.of()),
                    null, Language.SIMPLIFIED);
            bot(folder.resolve("1"), echo, server -> oneByOne("this bot, echoing", server, questions));
            bot(folder.resolve("2"), conversation::reply, server -> {
                oneByOne("this bot, questions", server, questions);
                sustained(server, questions, rate);
            });
        } finally {
            Folders.wipe(folder);
        }
    }

    /** What is done with a running bot. */
    private interface Work {
        void with(BotApiServer server) throws InterruptedException;
    }

    private static void bot(Path folder, Function<Request, Reply> conversation, Work work)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var server = new BotApiServer(); Store store = Store.open(folder.resolve("guidang.db"))) {
            var settings = new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(), server.address(), null,
                    false, Language.SIMPLIFIED);
            var bot = new TelegramBot(settings, store, conversation, Clock.systemUTC());
            Thread running = Thread.ofPlatform().start(() -> {
                try {
                    bot.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            work.with(server);
            bot.stop();
            running.join();
        }
    }

    private static void oneByOne(String name, BotApiServer server, List<String> questions)
            throws InterruptedException {
        World world = server.world();
        Person person = world.person(1, "Ann", "zh-hans");
        World.Chat chat = world.privately(person);
        var nanos = new ArrayList<Long>();
        for (int i = 0; i < WARM + MEASURED; i++) {
            long begun = System.nanoTime();
            int message = world.say(person, chat, questions.get(i % questions.size()));
            world.awaitMessage(chat, message + 1);
            if (i >= WARM) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        print(name, nanos);
    }

    private static void sustained(BotApiServer server, List<String> questions, int rate) throws InterruptedException {
        World world = server.world();
        var people = new ArrayList<Person>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(world.person(1_000 + i, "P" + i, "zh-hans"));
        }
        int before = server.calls("sendMessage").size();
        Map<Long, List<Long>> asked = new HashMap<>();
        long start = System.nanoTime();
        int all = rate * SECONDS;
        for (int i = 0; i < all; i++) {
            long due = start + (long) (i * 1e9 / rate);
            LockSupport.parkNanos(due - System.nanoTime());
            Person person = people.get(i % PEOPLE);
            asked.computeIfAbsent(person.id(), id -> new ArrayList<>()).add(System.nanoTime());
            world.say(person, world.privately(person), questions.get(i % questions.size()));
        }
        long sent = System.nanoTime();
        while (server.calls("sendMessage").size() - before < all
                && System.nanoTime() - sent < Duration.ofSeconds(60).toNanos()) {
            Thread.sleep(20);
        }
        Map<Long, Integer> answered = new HashMap<>();
        var nanos = new ArrayList<Long>();
        long last = start;
        for (BotApiServer.ApiCall call : server.calls("sendMessage").subList(before,
                server.calls("sendMessage").size())) {
            long chat = call.parameters().path("chat_id").asLong();
            int number = answered.merge(chat, 1, Integer::sum) - 1;
            nanos.add(call.at() - asked.getOrDefault(chat, List.of()).get(number));
            last = Math.max(last, call.at());
        }
        print("this bot, " + rate + " questions a second", nanos);
        System.out.printf(Locale.ROOT, "asked %d in %.1f s, answered %d, the last %.1f s after the first was asked%n",
                all,
                (sent - start) / 1e9, nanos.size(), (last - start) / 1e9);
    }

    private static void print(String name, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%-44s %8.2f %8.2f %8d%n", name, at(sorted, 0.5), at(sorted, 0.99),
                sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted).skip((long) (share * (sorted.length - 1)))
                        .findFirst().orElse(0) / 1e6;
    }
}
