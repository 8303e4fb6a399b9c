package guidang.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Runs the tasks of each chat one after the other, and those of different chats side by side. */
final class Lanes implements AutoCloseable {
    /** More are not taken on: whoever hands them in waits. */
    private static final int MOST = 2_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST);
    private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();
    private volatile boolean closing;

    /** Waits while too much is under way. Drops the task if no more are begun. */
    void submit(long lane, Runnable task) throws InterruptedException {
        room.acquire();
        if (closing) {
            room.release();
            return;
        }
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(lane);
            if (queue != null) {
                queue.add(task);
                return;
            }
            waiting.put(lane, new ArrayDeque<>());
        }
        try {
            threads.execute(() -> run(lane, task));
        } catch (RejectedExecutionException closed) {
            room.release();
        }
    }

    private void run(long lane, Runnable first) {
        for (Runnable task = first; task != null; task = next(lane)) {
            try {
                task.run();
            } finally {
                room.release();
            }
        }
    }

    private @Nullable Runnable next(long lane) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(lane);
            Runnable task = queue == null || closing ? null : queue.poll();
            if (task == null) {
                int left = queue == null ? 0 : queue.size();
                waiting.remove(lane);
                room.release(left);
            }
            return task;
        }
    }

    /** How many lanes have something under way. */
    int active() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** How many tasks of a lane wait behind the one under way. */
    int waiting(long lane) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(lane);
            return queue == null ? 0 : queue.size();
        }
    }

    int underWay() {
        return MOST - room.availablePermits();
    }

    /** Waits a while until nothing is under way. */
    boolean idle(Duration within) throws InterruptedException {
        boolean idle = room.tryAcquire(MOST, within.toMillis(), TimeUnit.MILLISECONDS);
        room.release(idle ? MOST : 0);
        return idle;
    }

    /** Begins nothing more, and waits a moment for what is under way; then breaks it off. */
    boolean finish(Duration within) throws InterruptedException {
        closing = true;
        threads.shutdown();
        boolean finished = threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
        threads.shutdownNow();
        return finished;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
