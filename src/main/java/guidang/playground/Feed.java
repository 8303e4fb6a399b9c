package guidang.playground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.NullMarked;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happened, in order, for every page that looks on. Keeps the last events, so that a page may miss some. */
@NullMarked
final class Feed {
    private static final int KEPT = 500;
    private static final int MOST_BEHIND = 5_000;

    private final Deque<Event> kept = new ArrayDeque<>();
    private final Set<BlockingQueue<Event>> open = new HashSet<>();
    private long last;

    /** One thing that happened; numbers go up by one. */
    record Event(long number, String json) {}

    synchronized void tell(ObjectNode what) {
        var event = new Event(++last, what.toString());
        kept.add(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        // A page that fell far behind is not held for: it asks anew.
        open.removeIf(queue -> !queue.offer(event));
    }

    /** The number of the last event. */
    synchronized long last() {
        return last;
    }

    /** Events after a number, now and later; empty if not all of them are kept. To be closed with {@link #leave}. */
    synchronized Optional<BlockingQueue<Event>> after(long number) {
        if (number > last || number < last - kept.size()) {
            return Optional.empty();
        }
        List<Event> missed = new ArrayList<>(kept);
        missed.removeIf(event -> event.number() <= number);
        BlockingQueue<Event> queue = new LinkedBlockingQueue<>(MOST_BEHIND);
        queue.addAll(missed);
        open.add(queue);
        return Optional.of(queue);
    }

    synchronized void leave(BlockingQueue<Event> queue) {
        open.remove(queue);
    }

    synchronized boolean isOpen(BlockingQueue<Event> queue) {
        return open.contains(queue);
    }
}
