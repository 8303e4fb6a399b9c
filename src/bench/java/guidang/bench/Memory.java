package guidang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import guidang.index.ArchiveIndex;
import guidang.playground.BotApiServer;
import guidang.playground.World;

/**
 * How much memory {@code serve} holds, as the system counts it: after its start, after {@code -Didle} minutes without a
 * question, and while it answers for {@code -Dminutes}, with each set of JVM options in {@code -Doptions} (one set between
 * bars). The bot is a process of its own, started by {@code -Dprogram}; Telegram is the playground's server. The archive
 * is a copy of {@code -Darchive=DIR}, of which one file is edited all the while.
 */
public final class Memory {
    private static final int PEOPLE = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Questions a second; every other second one of them asks for a picture. */
    private static final int RATE = 8;

    /** The young and the old part of the heap, as the serial collector lists them. */
    private static final Pattern SPACE = Pattern.compile(" total \\d+K, used (\\d+)K");

    private final BotApiServer server;
    private final Process bot;
    private final Path archive;
    private final List<List<String>> kinds;

    private Memory(BotApiServer server, Process bot, Path archive, List<List<String>> kinds) {
        this.server = server;
        this.bot = bot;
        this.archive = archive;
        this.kinds = kinds;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Folders.scratch();
        try {
            List<List<String>> kinds = lines(folder);
            System.out.printf(Locale.ROOT, "%-44s %-16s %9s %9s %9s  %s%n", "JVM options", "MB", "resident", "at most",
                    "heap", "answered");
            int round = 0;
            for (String options : System.getProperty("options", " |-Xmx128m").split("\\|", -1)) {
                Path own = Files.createDirectories(folder.resolve("round" + round++));
                copy(Folders.archive(), own.resolve("archive"));
                measure(options.strip(), own, kinds);
            }
        } finally {
            Folders.wipe(folder);
        }
    }

    private static List<List<String>> lines(Path folder) throws IOException {
        Indexing.whole(Folders.archive(), folder.resolve("index"));
        try (ArchiveIndex index = ArchiveIndex.open(folder.resolve("index"), Folders.aliases())) {
            var kinds = new ArrayList<List<String>>();
            for (String kind : Lines.KINDS) {
                kinds.add(Lines.of(kind, "", index));
            }
            return kinds;
        }
    }

    private static void measure(String options, Path folder, List<List<String>> kinds)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        try (var server = new BotApiServer()) {
            var builder = new ProcessBuilder(System.getProperty("program", "./guidang"), "serve", "--archive",
                    folder.resolve("archive").toString(), "--data", folder.resolve("data").toString(), "--lang",
                    "zh-Hans");
            builder.environment().put("GUIDANG_TELEGRAM_TOKEN", BotApiServer.TOKEN);
            builder.environment().put("GUIDANG_TELEGRAM_URL", server.address().toString());
            builder.environment().put("GUIDANG_HOME", folder.toString());
            builder.environment().put("GUIDANG_JAVA_OPTIONS", options);
            Process bot = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.to(log.toFile())).start();
            try {
                var memory = new Memory(server, bot, folder.resolve("archive"), kinds);
                server.world().awaitPoll();
                Thread.sleep(5_000);
                memory.print(options.isEmpty() ? "(none)" : options, "started", "");
                Thread.sleep(Duration.ofMinutes(Integer.getInteger("idle", 2)).toMillis());
                memory.print("", "idle", "");
                String answered = memory.load(Duration.ofMinutes(Integer.getInteger("minutes", 2)));
                memory.print("", "under load", answered);
                memory.collect();
                memory.print("", "collected", "");
            } finally {
                bot.destroy();
                if (!bot.waitFor(30, TimeUnit.SECONDS)) {
                    bot.destroyForcibly().waitFor();
                }
            }
        }
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.contains("OutOfMemory") || line.contains("SEVERE") || line.contains("WARN"))
                    .limit(5).forEach(System.out::println);
        }
    }

    /** Everybody asks in their private chat, so that nobody asks too often; what is asked last is waited for. */
    private String load(Duration time) throws IOException, InterruptedException {
        World world = server.world();
        var people = new ArrayList<World.Person>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(world.person(1_000 + i, "P" + i, "zh-hans"));
        }
        Path edited = someFile();
        int before = answers();
        int all = 0;
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            LockSupport.parkNanos(begun + all * 1_000_000_000L / RATE - System.nanoTime());
            World.Person person = people.get(all % PEOPLE);
            world.say(person, world.privately(person), line(all));
            all++;
            if (all % (RATE * 20) == 0) {
                Files.writeString(edited, "\n\n2022年1月" + (all / RATE % 28 + 1) + "日，此处又改动了一次。\n",
                        StandardOpenOption.APPEND);
            }
        }
        long asking = System.nanoTime();
        while (answers() - before < all && System.nanoTime() - asking < PATIENCE.toNanos() && bot.isAlive()) {
            Thread.sleep(100);
        }
        return (answers() - before) + " of " + all + (bot.isAlive() ? "" : ", then it died");
    }

    private String line(int number) {
        if (number % (2 * RATE) == 0) {
            String timeline = kinds.get(2).get(number % kinds.get(2).size());
            return timeline.replace("/timeline", "/picture");
        }
        List<String> kind = kinds.get(number % kinds.size());
        return kind.get(number / kinds.size() % kind.size());
    }

    /** A picture that cannot be drawn is answered by a text. */
    private int answers() {
        return server.calls("sendMessage").size() + server.calls("sendPhoto").size();
    }

    private Path someFile() throws IOException {
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.(md|txt|html)"))
                    .sorted().findFirst().orElseThrow();
        }
    }

    private void print(String options, String moment, String more) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%-44s %-16s %9d %9d %9s  %s%n", options, moment, status("VmRSS:"),
                status("VmHWM:"), heap(), more);
    }

    /** In MB, from /proc. */
    private long status(String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(bot.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(key)).map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong).findFirst().orElse(0) / 1024;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** What of the heap is taken, garbage included, in MB. */
    private String heap() throws IOException, InterruptedException {
        long kilobytes = SPACE.matcher(ask("GC.heap_info")).results().mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return kilobytes == 0 ? "?" : String.valueOf(kilobytes / 1024);
    }

    private void collect() throws IOException, InterruptedException {
        ask("GC.run");
    }

    private String ask(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(bot.pid()), command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
