package guidang.cli;

import java.io.PrintStream;

import guidang.reading.ArchiveReader;

/** A bar on the error stream, once reading has taken longer than a second. */
final class ReadingProgress implements ArchiveReader.Progress, AutoCloseable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long BETWEEN = 100_000_000L;
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean shown;
    private final String label;
    private final long begun = System.nanoTime();
    private long drawn;
    private boolean visible;

    /** {@code shown}: whether the stream is a terminal; elsewhere nothing is drawn. */
    ReadingProgress(PrintStream err, boolean shown, String label) {
        this.err = err;
        this.shown = shown;
        this.label = label;
    }

    @Override
    public synchronized void file(int done, int total) {
        long now = System.nanoTime();
        if (shown && now - begun > PATIENCE && now - drawn > BETWEEN) {
            int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
            err.print(
                    "\r" + label + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total);
            err.flush();
            drawn = now;
            visible = true;
        }
    }

    /** Wipes the bar. */
    @Override
    public synchronized void close() {
        if (visible) {
            err.print("\r\u001B[K");
            err.flush();
            visible = false;
        }
    }
}
