package guidang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command well when the process is told to stop (SIGTERM, SIGINT): asks it to, waits until everything is closed,
 * and makes the exit code 0, where the JVM would tell the number of the signal.
 */
final class StopSignal implements AutoCloseable {
    private static final long MOST_MILLIS = 2_500;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean well;

    StopSignal(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            if (ended() && well) {
                Runtime.getRuntime().halt(GuidangCommand.WELL);
            }
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private boolean ended() {
        try {
            return ended.await(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says that the command ended as it was asked to. */
    void well() {
        well = true;
    }

    /** To be called when everything is closed. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook runs already, and ends the process.
        }
    }
}
