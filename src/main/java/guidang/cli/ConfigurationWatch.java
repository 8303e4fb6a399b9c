package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes changes of the configuration while the bot runs: when its file has changed, or at once when it is told to. A file
 * that is wrong changes nothing.
 */
final class ConfigurationWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ConfigurationWatch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** What can change without a restart; what ends in a dot stands for all below it. */
    private static final Set<String> LIVE = Set.of("language", "reread_seconds", "telegram.protection.");

    private final Supplier<ConfigurationReader> readers;
    private final Path file;
    private final Configuration started;
    private final Consumer<Configuration> taker;
    private final Texts texts;
    private final Thread thread;
    private Configuration taken;
    private String held = "";
    private String seen = "";

    /**
     * @param readers of the flags, the environment and the file as they are then
     * @param started what the bot runs with
     * @param taker is given each new configuration, of which only what can change is to be taken
     */
    ConfigurationWatch(Supplier<ConfigurationReader> readers, Configuration started, Consumer<Configuration> taker,
            Texts texts) {
        this.readers = readers;
        this.file = readers.get().place().file();
        this.started = started;
        this.taken = started;
        this.taker = taker;
        this.texts = texts;
        thread = Thread.ofVirtual().name("configuration").unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                once();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks once. A file that has changed is read when it is the same at the next look, for an editor may still be
     * writing; the first time it is read anyway, as it may have changed since the start.
     */
    synchronized void once() {
        String now = look();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(held)) {
            held = now;
            read();
        }
    }

    /** Reads it now. */
    synchronized void read() {
        Configuration read;
        try {
            read = readers.get().read();
        } catch (InvalidConfiguration e) {
            LOG.log(System.Logger.Level.WARNING, "the configuration is wrong and the one before goes on: {0}",
                    String.join(" | ", e.mistakes().stream().map(mistake -> mistake.in(texts)).toList()));
            return;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the configuration cannot be read: {0}", e.getClass().getName());
            return;
        }
        List<String> changed = taken.inForce().differences(read.inForce()).stream().filter(ConfigurationWatch::isLive)
                .toList();
        List<String> later = later(read);
        boolean known = later.equals(later(taken));
        taken = read;
        if (!changed.isEmpty()) {
            taker.accept(read);
            LOG.log(System.Logger.Level.INFO, "the configuration has changed: {0}", String.join(", ", changed));
        }
        if (!later.isEmpty() && !known) {
            LOG.log(System.Logger.Level.WARNING, "these changes of the configuration need a restart: {0}",
                    String.join(", ", later));
        }
    }

    /** What is not as it was at the start, and cannot change while the bot runs. */
    private List<String> later(Configuration read) {
        var keys = new TreeSet<>(started.inForce().differences(read.inForce()));
        keys.removeIf(ConfigurationWatch::isLive);
        var before = started.telegram();
        var now = read.telegram();
        if (before != null && now != null && !before.token().equals(now.token())) {
            keys.add("telegram.token");
        }
        if (before != null && now != null && !before.receiving().equals(now.receiving())) {
            keys.add("telegram.webhook");
        }
        if (!started.aliases().equals(read.aliases())) {
            keys.add("aliases");
        }
        return new ArrayList<>(keys);
    }

    private static boolean isLive(String key) {
        return LIVE.stream().anyMatch(live -> live.endsWith(".") ? key.startsWith(live) : key.equals(live));
    }

    /** Changes when the file does. */
    private String look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException absent) {
            return "absent";
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
