package guidang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import guidang.reading.ArchiveReader;

/**
 * Keeps what is answered from up to date while the archive's files change. Whoever asks meanwhile is answered from what
 * was there before.
 *
 * <p>Files are looked at again and again; the system's hint that something changed only makes that sooner. They are read
 * when two looks in a row are the same, and later if something speaks against it: git is at work, a file seems to be
 * half written, most files are gone. An archive of which nothing is left is never believed: its folder is not mounted.
 */
final class ArchiveWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ArchiveWatch.class.getName());
    /** So many equal looks it takes to believe that a file is meant to be empty, or that most files are gone. */
    static final int LOOKS_OF_A_DOUBT = 6;
    /** How soon the next look follows a hint, so that a change shows in seconds. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Path folder;
    private final Reread reread;
    private final Duration pause;
    private final Upstream upstream;
    private final Thread thread;
    private FolderLook held;
    private FolderLook seen;
    private int equal;
    private String trouble = "";
    private String waiting = "";
    private Runnable looked = () -> {};

    /** Brings the index up to date. */
    @FunctionalInterface
    interface Reread {
        ArchiveReader.Report now() throws IOException;
    }

    /** Where the files come from, if it is not a person who writes them. */
    interface Upstream {
        /** Whether files are being written now. */
        boolean isAtWork();

        /** Fetches what is new, if it is time to. */
        void fetch();

        /** Of files that just stand there. */
        static Upstream none() {
            return new Upstream() {
                @Override
                public boolean isAtWork() {
                    return false;
                }

                @Override
                public void fetch() {
                    // Nothing to fetch from.
                }
            };
        }
    }

    /** @param folder as it is now is what the index holds */
    ArchiveWatch(Path folder, Reread reread, Duration pause) {
        this(folder, reread, pause, Upstream.none());
    }

    /** @param folder as it is now is what the index holds */
    ArchiveWatch(Path folder, Reread reread, Duration pause, Upstream upstream) {
        this.folder = folder;
        this.reread = reread;
        this.pause = pause;
        this.upstream = upstream;
        held = FolderLook.at(folder, null);
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
        Duration soon = SOON.compareTo(pause) < 0 ? SOON : pause;
        try (var hint = new FolderHint(folder)) {
            boolean changing = false;
            while (true) {
                if (changing) {
                    Thread.sleep(soon);
                } else if (hint.await(pause)) {
                    Thread.sleep(soon.dividedBy(2));
                }
                upstream.fetch();
                once();
                // A doubt is looked into at leisure.
                changing = !seen.equals(held) && waiting.isEmpty() && trouble.isEmpty();
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
        FolderLook now = FolderLook.at(folder, seen);
        equal = now.equals(seen) ? equal + 1 : 0;
        seen = now;
        if (now.equals(held)) {
            waiting = "";
            return false;
        }
        if (equal == 0) {
            return false;
        }
        String doubt = doubt(now);
        if (!doubt.isEmpty()) {
            if (!doubt.equals(waiting)) {
                LOG.log(System.Logger.Level.WARNING, "the archive has changed, but {0}: waiting", doubt);
            }
            waiting = doubt;
            return false;
        }
        waiting = "";
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

    /** Why files that have settled are not to be read yet; empty if they are. */
    private String doubt(FolderLook now) {
        if (now.isGone(held)) {
            return "nothing of it is left";
        }
        if (upstream.isAtWork()) {
            return "git is at work in it, or a merge waits to be finished";
        }
        if (equal < LOOKS_OF_A_DOUBT && now.lacksMost(held)) {
            return "most of it is gone";
        }
        if (equal < LOOKS_OF_A_DOUBT && now.looksHalfWritten(held)) {
            return "a file seems to be half written";
        }
        return "";
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
