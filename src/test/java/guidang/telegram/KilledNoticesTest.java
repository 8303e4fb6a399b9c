package guidang.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.playground.BotApiServer;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kills a real process at random moments between an edit of the archive and the last word of who was told. */
@Tag("long")
@Timeout(900)
class KilledNoticesTest {
    private static final int KILLS = Integer.getInteger("kills", 200);
    private static final int CHATS = 6;
    private static final int PAGES = 4;
    private static final Pattern RECORD = Pattern.compile("第(\\d+)号记录");
    private static final Pattern LEFT = Pattern.compile("WARNING: ([\\d,]+) notices were being sent");

    @TempDir
    private Path folder;
    private final Map<String, Integer> arrived = new HashMap<>();
    private int records;

    @Test
    void a_process_killed_two_hundred_times_loses_no_notice_and_repeats_only_what_was_in_doubt() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path file = folder.resolve("guidang.db");
        Path log = folder.resolve("log");
        List<StringBuilder> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.add(new StringBuilder("---\ntitle: 页" + i + "\n---\n\n## 经过\n\n2020年1月1日，开始。\n"));
            Files.writeString(archive.resolve(i + ".md"), pages.get(i));
        }
        long begun = System.nanoTime();
        var random = new Random(20221121);
        int killed = 0;
        int[] phases = new int[3];
        try (var server = new BotApiServer()) {
            server.recording(false);
            server.listener(this::heard);
            try (Store store = Store.open(file)) {
                for (int i = 1; i <= CHATS; i++) {
                    server.world().person(i, "P", "en");
                    store.subscriptions().save(new Subscription(Subscriptions.newId(), new Place(i, 0),
                            new Subject.Everything(), Wanted.usual()), Instant.now());
                }
            }
            for (int round = 0; round < KILLS; round++) {
                Process process = started(archive, file, server, log, round);
                edit(archive, pages, random);
                int before = all();
                Thread.sleep(Duration.ofNanos(random.nextInt(900_000_000)));
                int after = all();
                killed += process.isAlive() ? 1 : 0;
                process.destroyForcibly().waitFor();
                phases[after == before ? 0 : after < records * CHATS ? 1 : 2]++;
            }
            Process last = started(archive, file, server, log, KILLS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (distinct() < records * CHATS && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            Thread.sleep(3_000);
            last.destroyForcibly().waitFor();
            int ambiguities = LEFT.matcher(Files.readString(log)).results()
                    .mapToInt(found -> Integer.parseInt(found.group(1).replace(",", ""))).sum();
            int doubled = all() - distinct();
            int lost = records * CHATS - distinct();
            System.out.printf("killed %d times in %d s (before, while and after it was sent: %d, %d, %d): %d notices, "
                    + "%d lost, %d doubled, %d ambiguities%n", killed, (System.nanoTime() - begun) / 1_000_000_000,
                    phases[0], phases[1], phases[2], records * CHATS, lost, doubled, ambiguities);
            try (Store store = Store.open(file)) {
                System.out.println(store.outbox().counts());
            }
            assertEquals(KILLS, killed, () -> tail(log));
            assertEquals(0, lost);
            assertTrue(doubled <= ambiguities, doubled + " doubled, " + ambiguities + " ambiguities");
        }
    }

    private void edit(Path archive, List<StringBuilder> pages, Random random) throws Exception {
        for (int i = 0; i <= random.nextInt(3); i++) {
            int page = random.nextInt(PAGES);
            pages.get(page).append("\n2021年").append(1 + random.nextInt(12)).append("月，第").append(records++)
                    .append("号记录。\n");
            Path whole = folder.resolve("next");
            Files.writeString(whole, pages.get(page));
            Files.move(whole, archive.resolve(page + ".md"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Process started(Path archive, Path file, BotApiServer server, Path log, int round) throws Exception {
        Path ready = folder.resolve("ready" + round);
        var builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%n", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NoticeProcess.class.getName(), archive.toString(), file.toString(), server.address().toString(),
                ready.toString()));
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (Files.notExists(ready)) {
            assertTrue(System.nanoTime() < end && process.isAlive(), () -> tail(log));
            Thread.sleep(1);
        }
        return process;
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 3_000));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private void heard(BotApiServer.ApiCall call) {
        if (call.error() == 0 && call.parameters().has("text")) {
            Matcher matcher = RECORD.matcher(call.parameters().path("text").asText());
            synchronized (arrived) {
                while (matcher.find()) {
                    arrived.merge(call.parameters().path("chat_id").asText() + " " + matcher.group(1), 1,
                            Integer::sum);
                }
            }
        }
    }

    private int distinct() {
        synchronized (arrived) {
            return arrived.size();
        }
    }

    private int all() {
        synchronized (arrived) {
            return arrived.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
