package guidang.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.TurnedTime;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.playground.BotApiServer.ApiCall;
import guidang.playground.Faults.Fault;
import guidang.playground.World;
import guidang.playground.World.Person;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A day of mixed traffic on a turned clock, over HTTP, one call in twenty going wrong. The clock stands still while
 * anything is under way, so that rates are exact. {@code -Dtraffic=N} sets the number of updates.
 */
@Tag("long")
class LongTrafficTest {
    private static final int UPDATES = Integer.getInteger("traffic", 200_000);
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final int A_BURST = UPDATES / (int) Duration.ofDays(1).dividedBy(BURST) + 1;
    private static final int PEOPLE = 1_200;
    private static final int GROUPS = 60;
    private static final int TOPIC = 77;

    @TempDir
    Path folder;
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T00:00:00Z"));
    private final Random chance = new Random(4);
    private final List<Person> people = new ArrayList<>();
    private final List<World.Chat> groups = new ArrayList<>();
    private final Map<Long, Integer> lastAsked = new HashMap<>();
    /** Not counted with the questions: who types does not wait as long as Telegram may tell the bot to. */
    private final Set<String> inline = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> presses = new ConcurrentHashMap<>();
    private final BitSet asked = new BitSet();
    private final BitSet answered = new BitSet();
    private final Map<String, Integer> kinds = new HashMap<>();
    private long twice;

    @Test
    @Timeout(900)
    void a_day_of_traffic_with_faults_loses_nothing_and_leaves_nothing_behind() throws Exception {
        long begun = System.nanoTime();
        try (var server = new BotApiServer(time); Store store = Store.open(folder.resolve("guidang.db"))) {
            World world = server.world();
            server.recording(false);
            server.limited(true);
            server.listener(this::heard);
            world.holdLittle(4);
            populate(world);
            var bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(),
                    server.address(), null, true, Language.SIMPLIFIED), store, LongTrafficTest::echo, time,
                    new TelegramBot.Care(Protection.USUAL, null), time);
            Thread running = Thread.ofPlatform().start(() -> run(bot));
            world.awaitPoll();
            server.faults().often(0.05, new Random(5), new Fault.TooMany(3), new Fault.TooMany(30),
                    new Fault.Broken(500), new Fault.Html(502), new Fault.Dropped(), new Fault.Slow(3),
                    new Fault.Cut());
            var early = new Load(0, 0);
            int sent = 0;
            for (int burst = 1; sent < UPDATES; burst++) {
                turnTo(bot, world, BURST.multipliedBy(burst));
                for (int i = 0; i < A_BURST && sent < UPDATES; i++) {
                    somethingHappens(world, sent++);
                }
                if (early.threads() == 0 && sent >= UPDATES / 10) {
                    turnTo(bot, world, BURST.multipliedBy(burst).plusSeconds(9));
                    early = Load.now();
                }
            }
            turnTo(bot, world, time.passed().plusHours(1));
            Load late = Load.now();
            bot.stop();
            running.join();
            print(server, early, late, begun);
            BitSet lost = (BitSet) asked.clone();
            lost.andNot(answered);
            assertEquals(0, lost.cardinality(), "lost, the first: " + lost.nextSetBit(0));
            assertEquals(0, server.tooFast());
            assertTrue(inline.size() >= 0.98 * kinds.getOrDefault("inline queries", 0),
                    inline.size() + " inline queries");
            assertEquals(new guidang.store.Inbox.Counts(0, 0), store.inbox().counts());
            assertTrue(late.heap() < early.heap() + (16L << 20), early + " " + late);
            assertTrue(late.threads() <= early.threads() + 16, early + " " + late);
        }
    }

    private record Load(long heap, int threads) {
        /** After the stand-in has forgotten the connections that it cut, which takes the JDK's server a while. */
        static Load now() throws InterruptedException {
            Thread.sleep(UPDATES < 100_000 ? 0 : 75_000);
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(200);
            }
            Runtime runtime = Runtime.getRuntime();
            return new Load(runtime.totalMemory() - runtime.freeMemory(), Thread.getAllStackTraces().size());
        }
    }

    private void populate(World world) {
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(world.person(i, "P" + i, i % 3 == 0 ? "en" : "zh-hans"));
        }
        for (int i = 1; i <= GROUPS; i++) {
            World.Chat group = world.group(-1_000_000 - i, "G" + i, people.get(i), people.get(i + 1));
            world.topic(group, TOPIC);
            groups.add(group);
        }
    }

    private void somethingHappens(World world, int number) {
        Person person = people.get(chance.nextInt(PEOPLE));
        World.Chat alone = world.privately(person);
        World.Chat group = groups.get(chance.nextInt(GROUPS));
        int topic = chance.nextBoolean() ? TOPIC : 0;
        int kind = chance.nextInt(100);
        if (kind < 50) {
            count("questions in private");
            asked(number);
            lastAsked.put(person.id(), world.say(person, alone, "#" + number));
        } else if (kind < 60) {
            int last = lastAsked.getOrDefault(person.id(), 0);
            if (world.holds(alone, last)) {
                count("questions edited");
                asked(number);
                world.edit(person, alone, last, "#" + number);
            } else {
                count("questions in private");
                asked(number);
                lastAsked.put(person.id(), world.say(person, alone, "#" + number));
            }
        } else if (kind < 70) {
            count("buttons in private");
            pressed(person, world, alone, 0, number);
        } else if (kind < 78) {
            count("questions in groups and topics");
            asked(number);
            world.say(person, group, "@" + BotApiServer.NAME + " #" + number, 0, topic);
        } else if (kind < 85) {
            count("buttons in groups and topics");
            pressed(adminOf(group), world, group, topic, number);
        } else if (kind < 90) {
            count("talk in groups and topics");
            world.say(person, group, "between ourselves " + number, 0, topic);
        } else if (kind < 97) {
            count("inline queries");
            world.type(person, "#" + number, "");
        } else {
            count("of no concern");
            ObjectNode update = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
            ObjectNode message = update.putObject(chance.nextBoolean() ? "message" : "edited_message");
            message.putObject("chat").put("id", person.id()).put("type", "private");
            message.put("message_id", 9_000_000 + number).putObject(chance.nextBoolean() ? "sticker" : "dice");
            world.raw(update);
        }
    }

    /** Half of them under a message that is gone: the answer is then sent. */
    private void pressed(Person person, World world, World.Chat chat, int topic, int number) {
        ObjectNode message = world.goneMessage(chat, topic);
        for (ObjectNode each : world.messages(chat)) {
            if (each.path("from").path("is_bot").asBoolean() && chance.nextBoolean()) {
                message = each;
            }
        }
        asked(number);
        presses.put(world.pressed(person, message, "s0:#" + number), number);
    }

    private void asked(int number) {
        asked.set(number);
    }

    private void count(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    private Person adminOf(World.Chat group) {
        return people.get(groups.indexOf(group) + 1);
    }

    private void heard(ApiCall call) {
        // Where Telegram does not say in time that it is an admin who presses, they see it in private instead.
        if (call.parameters().has("url")) {
            answered(presses.getOrDefault(call.parameters().path("callback_query_id").asText(), -1));
        }
        if (call.error() != 0) {
            return;
        }
        JsonNode parameters = call.parameters();
        switch (call.method().toLowerCase(Locale.ROOT)) {
            case "sendmessage", "editmessagetext" -> {
                String text = parameters.path("text").asText();
                answered(text.startsWith("#") ? Integer.parseInt(text.substring(1)) : -1);
            }
            case "answerinlinequery" -> inline.add(parameters.path("inline_query_id").asText());
            default -> {
            }
        }
    }

    private synchronized void answered(int number) {
        if (number >= 0) {
            twice += answered.get(number) ? 1 : 0;
            answered.set(number);
        }
    }

    /** Turns the clock, stopping whenever somebody wakes until all that follows is done. */
    private void turnTo(TelegramBot bot, World world, Duration moment) throws InterruptedException {
        while (true) {
            settle(bot, world);
            Duration next = time.nextWaking();
            if (next.compareTo(moment) > 0) {
                time.turnTo(moment);
                return;
            }
            time.turnTo(next);
        }
    }

    private void settle(TelegramBot bot, World world) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isQuiet(bot, world)) {
            Thread.sleep(Duration.ofNanos(50_000));
            assertTrue(System.nanoTime() < end,
                    () -> "stuck: " + bot.atWork() + " " + time.asleep(true) + " " + world.unconfirmed());
        }
    }

    /** Looked at in this order: what is handed out is in its lane, and who sleeps goes on sleeping. */
    private boolean isQuiet(TelegramBot bot, World world) {
        // One that always sleeps is the tidier, the other the poller that failed.
        if (world.unconfirmed() > 0 && time.asleep(false) < 2) {
            return false;
        }
        int asleep = time.asleep(true);
        return bot.atWork() <= asleep;
    }

    private void print(BotApiServer server, Load early, Load late, long begun) {
        System.out.printf(Locale.ROOT, "%,d updates in a day of %.1f h, %,d faults, %.0f s of this machine%n", UPDATES,
                time.passed().toMillis() / 3.6e6, server.faults().injected(), (System.nanoTime() - begun) / 1e9);
        kinds.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(kind -> System.out.printf(Locale.ROOT, "  %-32s %,9d%n", kind.getKey(), kind.getValue()));
        System.out.printf(Locale.ROOT, "asked %,d, answered %,d, answers repeated %,d, refused for pace %d%n",
                asked.cardinality(), answered.cardinality(), twice, server.tooFast());
        System.out.printf(Locale.ROOT, "inline queries answered %,d%n", inline.size());
        System.out.printf(Locale.ROOT, "heap after GC %.1f MB at a tenth, %.1f MB at the end; threads %d, %d%n",
                early.heap() / 1e6, late.heap() / 1e6, early.threads(), late.threads());
    }

    private static Reply echo(Request request) {
        return new Reply(new Message(request.text(), List.of(), List.of()), null, Language.SIMPLIFIED);
    }

    private static void run(TelegramBot bot) {
        try {
            bot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
