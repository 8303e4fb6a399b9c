package guidang.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.delivery.Announcer;
import guidang.delivery.TurnedTime;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.message.Language;
import guidang.playground.EntryFolder;
import guidang.playground.Playground;
import guidang.reading.ArchiveReader;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A week in the playground on a turned clock, through the page's own calls: questions every hour, buttons, pictures, inline
 * results, edits, deletions, an entry edited every day and told, troubles, somebody who blocks the bot, a group that
 * moves. Once the chats are as long as they get nothing may grow but what is kept on purpose. {@code -Ddays=N} sets how long it is.
 */
@Tag("long")
class PlaygroundWeekTest {
    private static final int DAYS = Integer.getInteger("days", 7);
    /** After so many days each chat holds as many messages as the playground keeps. */
    private static final int FULL = 4;
    private static final long FIRST = Playground.OWNER;
    private static final List<String> QUESTIONS = List.of("微信什么时候恢复注册？", "/timeline 微信", "相册", "/entry 微信",
            "微信為什麼暫停註冊？", "When did WeChat pause registration?", "/tags", "长城有多长？", "/random", "/onthisday");

    @TempDir
    private Path folder;
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-01T00:00:00Z"));
    private long group = -1_001_700_000_000L;
    private int topic;
    private int said;

    /** What is held at one moment. */
    private record Held(long heap, int threads, long descriptors, long store, long index, long page) {}

    @Test
    @Timeout(900)
    void a_week_in_the_playground_leaves_nothing_behind_that_grows() throws Exception {
        long begun = System.nanoTime();
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path seeds = Path.of(System.getProperty("guidang.root")).resolve("seeds");
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path file : files.toList()) {
                Files.copy(file, archive.resolve(file.getFileName()));
            }
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        try (var playground = new Playground(0, new EntryFolder(archive, true), time);
                var index = ArchiveIndex.open(data.resolve("index"), Aliases.none());
                Store store = Store.open(data.resolve("guidang.db"));
                var page = new OpenPage(playground.page())) {
            read(archive, index);
            var announcer = new Announcer(archive, store, Aliases.none(), time);
            announcer.announce();
            var conversation = new Conversation(new Answers(index, time), time, Language.SIMPLIFIED);
            var bot = new TelegramBot(
                    new TelegramBot.Settings(Token.of(playground.token()).orElseThrow(), playground.api(), null, true,
                            Language.SIMPLIFIED),
                    store, conversation::reply, time, new TelegramBot.Care(Protection.USUAL, null), time);
            Thread running = Thread.ofPlatform().start(() -> run(bot));
            topic = page.topic(group);
            subscribe(bot, page);
            var days = new Held[DAYS + 1];
            for (int hour = 0; hour < DAYS * 24; hour++) {
                if (hour % 24 == 0) {
                    days[hour / 24] = held(data, page);
                }
                if (hour % 24 == 8) {
                    morning(bot, page);
                }
                hour(bot, page, hour);
                if (hour % 24 == 14) {
                    edit(page, hour / 24);
                    read(archive, index);
                    assertTrue(announcer.announce().notices() >= 2, "nobody was told of day " + hour / 24);
                }
                turn(bot, page, Duration.ofHours(hour + 1));
            }
            days[DAYS] = held(data, page);
            print(days, page, begun);
            for (int day = 0; day < DAYS; day++) {
                String edited = "第" + day + "次";
                assertTrue(page.botSaid(FIRST, edited) && page.botSaid(FIRST + 1, edited), edited + " was not told");
            }
            assertEquals(new guidang.store.Inbox.Counts(0, 0), store.inbox().counts());
            check(days[Math.min(FULL, DAYS)], days[DAYS]);
            bot.stop();
            running.join();
        }
    }

    private static void check(Held early, Held late) {
        String both = early + " " + late;
        assertTrue(late.heap() < early.heap() + (8L << 20), both);
        assertTrue(late.threads() <= early.threads() + 8, both);
        assertTrue(late.descriptors() <= early.descriptors() + 8, both);
        assertTrue(late.index() <= 2 * early.index(), both);
        assertTrue(late.page() <= 1.2 * early.page(), both);
        // What was told is kept on purpose: so much for each day.
        assertTrue(late.store() - early.store() < Math.max(0, DAYS - FULL) * 300_000L + 1, both);
    }

    private void subscribe(TelegramBot bot, OpenPage page) throws Exception {
        for (long person = FIRST; person <= FIRST + 1; person++) {
            page.say(person, person, 0, "/subscribe 微信");
            awaitAnswer(bot, page, person, 0);
            page.press(person, person, 0);
            settle(bot, page);
        }
    }

    private void morning(TelegramBot bot, OpenPage page) throws Exception {
        for (int i = 0; i < 36; i++) {
            page.say(FIRST + i % 3, FIRST + i % 3, 0, QUESTIONS.get(said++ % QUESTIONS.size()));
            if (i % 3 == 0) {
                page.say(FIRST + i % 2, group, 0, "/search 注册");
            }
            pass(bot, page, Duration.ofSeconds(4));
        }
    }

    /** What happens in one hour of each day. */
    private void hour(TelegramBot bot, OpenPage page, int hour) throws Exception {
        int ofDay = hour % 24;
        int day = hour / 24;
        if (ofDay == 11 || ofDay == 12) {
            page.act("trouble",
                    node -> node.put("trouble", ofDay == 11 ? "FLOOD" : day % 2 == 0 ? "OUTAGE" : "GATEWAY"));
        }
        for (int i = 0; i < 3; i++) {
            long person = FIRST + i;
            long before = page.answers(person);
            int number = page.say(person, person, 0, QUESTIONS.get(said++ % QUESTIONS.size()));
            if (ofDay == 11 || ofDay == 12) {
                pass(bot, page, Duration.ofMinutes(5));
                page.act("trouble", node -> node.put("trouble", "NONE"));
            }
            awaitAnswer(bot, page, person, before);
            if (ofDay == 9) {
                page.edit(person, number, "/timeline 微信");
                pass(bot, page, Duration.ofSeconds(30));
                page.press(person, person, "图");
                page.press(person, person, "圖");
                page.press(person, person, "Picture");
            } else if (ofDay == 10) {
                page.delete(person, number);
            } else if (ofDay == 15) {
                page.act("language", node -> node.put("person", person).put("language",
                        List.of("zh-hans", "zh-hant", "en").get((day + (int) person) % 3)));
            }
            pass(bot, page, Duration.ofMinutes(1));
        }
        page.say(FIRST + hour % 3, group, hour % 2 == 0 ? 0 : topic, "/search 相册");
        pass(bot, page, Duration.ofMinutes(1));
        JsonNode result = page.type(FIRST + hour % 3, QUESTIONS.get(2));
        settle(bot, page);
        if (hour % 3 == 0) {
            page.post(FIRST + hour % 3, group, result);
        }
        if (ofDay == 13) {
            page.act("bot", node -> node.put("person", FIRST + 2).put("chat", FIRST + 2).put("out", true));
            pass(bot, page, Duration.ofMinutes(5));
            page.act("bot", node -> node.put("person", FIRST + 2).put("chat", FIRST + 2).put("out", false));
        }
        if (ofDay == 16 && day == 0) {
            page.act("move", node -> {});
            settle(bot, page);
            group = page.movedTo(group);
        }
    }

    private void edit(OpenPage page, int day) throws Exception {
        String path = page.entries().getLast();
        page.act("entry", node -> {
            try {
                node.put("path", path).put("text", page.entry(path).stripTrailing() + "\n\n2022年8月" + (day + 1)
                        + "日，微信在此第" + day + "次添了一句话。\n");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void read(Path archive, ArchiveIndex index) throws IOException {
        try (ArchiveIndex.Update update = index.update()) {
            new ArchiveReader(archive).readChanged(index.hashes(), update::put, (done, of) -> {});
            update.commit();
        }
        index.refresh();
    }

    private void awaitAnswer(TelegramBot bot, OpenPage page, long chat, long before) throws Exception {
        for (int i = 0; page.answers(chat) <= before; i++) {
            assertTrue(i < 100,
                    () -> "question " + said + " was not answered by " + time.instant().toEpochMilli() + ":\n"
                            + page.lastCalls() + "\nat work " + bot.atWork() + ", asleep " + time.asleep(true) + " and "
                            + time.asleep(false) + " until " + time.nextWaking());
            pass(bot, page, Duration.ofSeconds(10));
        }
    }

    private void pass(TelegramBot bot, OpenPage page, Duration duration) throws Exception {
        turn(bot, page, time.passed().plus(duration));
    }

    /** Turns the clock, stopping whenever somebody wakes until all that follows is done. */
    private void turn(TelegramBot bot, OpenPage page, Duration moment) throws Exception {
        while (true) {
            settle(bot, page);
            Duration next = time.nextWaking();
            if (next.compareTo(moment) > 0) {
                time.turnTo(moment);
                settle(bot, page);
                return;
            }
            time.turnTo(next);
        }
    }

    /** Until nothing has happened for some milliseconds. */
    private void settle(TelegramBot bot, OpenPage page) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int quiet = 0;
        long seen = page.events();
        while (quiet < 6) {
            Thread.sleep(1);
            long now = page.events();
            quiet = now == seen && bot.atWork() <= time.asleep(true) ? quiet + 1 : 0;
            seen = now;
            assertTrue(System.nanoTime() < end, () -> "stuck: " + bot.atWork() + " " + time.asleep(true));
        }
    }

    private static Held held(Path data, OpenPage page) throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        Path descriptors = Path.of("/proc/self/fd");
        return new Held(runtime.totalMemory() - runtime.freeMemory(), Thread.getAllStackTraces().size(),
                Files.isDirectory(descriptors) ? count(descriptors) : 0,
                bytes(data) - bytes(data.resolve("index")), bytes(data.resolve("index")), page.weight());
    }

    private static long count(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.count();
        }
    }

    private static long bytes(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private void print(Held[] days, OpenPage page, long begun) {
        System.out.printf(Locale.ROOT,
                "%d days: %,d messages, %,d calls, %,d events on the page, %.0f s of this machine%n",
                DAYS, page.messages(), page.calls(), page.events(), (System.nanoTime() - begun) / 1e9);
        System.out.println("after days  heap MB  threads  descriptors  store kB  index kB  page kB");
        for (int day = 0; day <= DAYS; day++) {
            Held held = days[day];
            System.out.printf(Locale.ROOT, "%10d  %7.1f  %7d  %11d  %8d  %8d  %7d%n", day, held.heap() / 1e6,
                    held.threads(), held.descriptors(), held.store() / 1000, held.index() / 1000, held.page() / 1000);
        }
    }

    private static void run(TelegramBot bot) {
        try {
            bot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
