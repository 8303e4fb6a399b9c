package guidang.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

import guidang.reading.ArchiveReader;

/**
 * Keeps what is answered from up to date while the archive's files change. Whoever asks meanwhile is answered from what
 * was there before.
 */
final class ArchiveWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ArchiveWatch.class.getName());

    private final Path folder;
    private final Reread reread;
    private final Duration pause;
    private final Thread thread;
    private long held;
    private long seen;
    private String trouble = "";
    private Runnable looked = () -> {};

    /** Brings the index up to date. */
    @FunctionalInterface
    interface Reread {
        ArchiveReader.Report now() throws IOException;
    }

    /** @param folder as it is now is what the index holds */
    ArchiveWatch(Path folder, Reread reread, Duration pause) {
        this.folder = folder;
        this.reread = reread;
        this.pause = pause;
        held = look();
        seen = held;
        thread = Thread.ofVirtual().name("archive").unstarted(this::run);
    }

    /** From now on this is run after each look that goes well; to be called before {@link #begin}. */
    void looked(Runnable told) {
        looked = told;
    }

    /** Looks again and again; never if the pause is zero. */
    void begin() {
        if (pause.isPositive()) {
            thread.start();
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(pause);
                once();
                if (trouble.isEmpty()) {
                    looked.run();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks once. Files that have changed are read when they are the same at the next look, so that a checkout under way
     * is not taken for a change of its own.
     *
     * @return whether they were read
     */
    boolean once() {
        long now = look();
        boolean settled = now == seen;
        seen = now;
        if (now == held || !settled) {
            return false;
        }
        try {
            ArchiveReader.Report report = reread.now();
            held = now;
            trouble = "";
            LOG.log(System.Logger.Level.INFO, "the archive has changed: {0,number,#} entries read, {1,number,#} in all",
                    report.read(), report.present().size());
            return true;
        } catch (IOException | RuntimeException e) {
            String what = e.getClass().getSimpleName();
            if (!what.equals(trouble)) {
                LOG.log(System.Logger.Level.WARNING, "the archive has changed and cannot be read: {0}", what);
            }
            trouble = what;
            return false;
        }
    }

    /** A number that another state of the folder hardly has: paths, sizes and times. */
    private long look() {
        var sum = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
                    Path name = place.getFileName();
                    boolean hidden = name != null && name.toString().startsWith(".") && !place.equals(folder);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    long one = file.hashCode() * 31L + attributes.size();
                    one = one * 0x9E3779B97F4A7C15L + attributes.lastModifiedTime().toMillis();
                    sum[0] += (one ^ (one >>> 29)) * 0xBF58476D1CE4E5B9L;
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException gone) {
            return 0;
        }
        return sum[0];
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
