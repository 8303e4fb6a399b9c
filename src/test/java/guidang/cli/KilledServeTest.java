package guidang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.playground.BotApiServer;
import guidang.playground.World;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kills the bot at random moments while it answers ten thousand updates. */
@Tag("long")
@Timeout(1200)
class KilledServeTest {
    private static final int UPDATES = Integer.getInteger("killed.updates", 10_000);
    private static final int KILLS = Integer.getInteger("killed.times", 30);
    /** What was answered so shortly before a kill may not have been marked as done; the rest was. */
    private static final long IN_HAND = TimeUnit.MILLISECONDS.toNanos(5_000);

    @TempDir
    private Path folder;
    private int answered;
    /** When replies to each came. */
    private final Map<Long, List<Long>> replied = new ConcurrentHashMap<>();
    private final List<Long> kills = new ArrayList<>();
    /** When each process introduced itself, which it does before it answers anything. */
    private final List<Long> births = new CopyOnWriteArrayList<>();

    @Test
    void a_bot_killed_thirty_times_answers_every_update_and_repeats_only_what_was_in_hand() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("bot-config"));
        Files.writeString(data.resolve("bot-config/guidang.yaml"), "telegram:\n  limits: off\n");
        Path log = folder.resolve("log");
        Files.writeString(archive.resolve("a.md"),
                "---\ntitle: 甲公司\n---\n\n## 经过\n\n2021年3月1日，甲公司发布新的规定。\n");
        var random = new Random(20221120);
        try (var server = new BotApiServer()) {
            server.recording(false);
            server.listener(call -> {
                if (call.error() == 0 && call.method().equalsIgnoreCase("getMe")) {
                    births.add(call.at());
                } else if (call.error() == 0 && call.method().equalsIgnoreCase("sendMessage")) {
                    replied.computeIfAbsent(call.parameters().path("chat_id").asLong(),
                            chat -> new CopyOnWriteArrayList<>()).add(call.at());
                }
            });
            World world = server.world();
            Process process = ServedProcess.start(archive, data, server.address(), log);
            int asked = 0;
            int killed = 0;
            long begun = System.nanoTime();
            for (int round = 0; round < KILLS; round++) {
                int until = (round + 1) * UPDATES / KILLS;
                for (; asked < until; asked++) {
                    World.Person person = world.person(1_000 + asked, "p", "zh-hans");
                    world.say(person, world.privately(person), "第" + asked + "问：甲公司规定");
                }
                await(world, Math.min(until, oldest(world) + 1));
                Thread.sleep(random.nextInt(1_500));
                killed += process.isAlive() ? 1 : 0;
                kills.add(System.nanoTime());
                process.destroyForcibly().waitFor();
                process = ServedProcess.start(archive, data, server.address(), log);
            }
            await(world, UPDATES);
            process.destroy();
            assertTrue(process.waitFor(5, TimeUnit.SECONDS));
            Map<Integer, Integer> replies = new HashMap<>();
            int unanswered = 0;
            int repeated = 0;
            for (int i = 0; i < UPDATES; i++) {
                int count = world.messages(world.privately(new World.Person(1_000 + i, "p", ""))).size() - 1;
                replies.merge(count, 1, Integer::sum);
                unanswered += count < 1 ? 1 : 0;
                repeated += Math.max(0, count - 1);
            }
            System.out.printf("killed %d times in %d s: %d updates, %d unanswered, %d repeated; replies to each: %s%n",
                    killed, (System.nanoTime() - begun) / 1_000_000_000, UPDATES, unanswered, repeated, replies);
            assertEquals(0, unanswered);
            assertEquals(KILLS, killed);
            assertTrue(repeated <= KILLS * 64, "repeated " + repeated);
            checkRepeats();
            assertTrue(!Files.readString(log).contains("set aside"), () -> "something was set aside");
        }
    }

    /**
     * A reply that comes again comes from a later process, and had gone out a moment before the earlier one was killed.
     * What the killed one had already sent may arrive after the kill.
     */
    private void checkRepeats() {
        long longest = 0;
        for (List<Long> times : replied.values()) {
            for (int i = 1; i < times.size(); i++) {
                long before = times.get(i - 1);
                long birth = birthBefore(before);
                assertTrue(birth < birthBefore(times.get(i)), "one process answered twice");
                long kill = kills.stream().filter(at -> at > birth).mapToLong(Long::longValue).min().orElseThrow();
                longest = Math.max(longest, kill - before);
                assertTrue(kill - before <= IN_HAND,
                        () -> "repeated, though answered " + (kill - before) / 1_000_000 + " ms before the kill");
            }
        }
        System.out.printf("each repeated one was answered at most %d ms before a kill%n", longest / 1_000_000);
    }

    /** When the process that sent something at that time had begun. */
    private long birthBefore(long time) {
        return births.stream().filter(at -> at <= time).mapToLong(Long::longValue).max().orElseThrow();
    }

    /** Until the oldest so many have a reply. */
    private void await(World world, int many) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (oldest(world) < many && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    /** How many from the oldest on have a reply. */
    private int oldest(World world) {
        while (answered < UPDATES) {
            World.Chat chat = world.privately(new World.Person(1_000 + answered, "p", ""));
            if (chat == null || world.messages(chat).size() < 2) {
                break;
            }
            answered++;
        }
        return answered;
    }
}
