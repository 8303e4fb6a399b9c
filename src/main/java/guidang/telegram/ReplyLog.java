package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import guidang.store.Replies;
import guidang.store.Replies.Reply;

/**
 * Which reply answers which message. Written many at a time, away from whoever waits; what is not yet written is found
 * all the same. A crash may lose the last moments: an edited question is then answered anew.
 */
final class ReplyLog {
    /** Telegram lets a message be edited for two days (Bot API, deleteMessage; editing by people: 48 hours). */
    static final Duration KEPT = Duration.ofDays(2);
    private static final System.Logger LOG = System.getLogger(ReplyLog.class.getName());

    private final Replies replies;
    private final Clock clock;
    private final Map<Place, Reply> unwritten = new LinkedHashMap<>();
    private final LinkedBlockingQueue<Reply> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    private record Place(long chat, int asked) {}

    ReplyLog(Replies replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
        writer = Thread.ofPlatform().name("replies").start(this::run);
    }

    void keep(Reply reply) {
        synchronized (unwritten) {
            unwritten.put(new Place(reply.chat(), reply.asked()), reply);
        }
        queue.add(reply);
    }

    /** The reply to a message. */
    Optional<Reply> to(long chat, int asked) {
        synchronized (unwritten) {
            Reply reply = unwritten.get(new Place(chat, asked));
            if (reply != null) {
                return Optional.of(reply);
            }
        }
        return replies.to(chat, asked);
    }

    /** The reply that a message of the bot is. */
    Optional<Reply> at(long chat, int message) {
        synchronized (unwritten) {
            for (Reply reply : unwritten.values()) {
                if (reply.chat() == chat && reply.message() == message) {
                    return Optional.of(reply);
                }
            }
        }
        return replies.at(chat, message);
    }

    private void run() {
        var batch = new ArrayList<Reply>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch);
                write(batch);
            }
        } catch (InterruptedException closing) {
            queue.drainTo(batch);
            write(batch);
        }
    }

    private void write(List<Reply> batch) {
        try {
            replies.keep(batch, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0,number,#} replies were not remembered: {1}", batch.size(),
                    e.getClass().getName());
        }
        synchronized (unwritten) {
            batch.forEach(reply -> unwritten.remove(new Place(reply.chat(), reply.asked()), reply));
        }
        batch.clear();
    }

    /** Writes the rest, and ends. */
    void close() throws InterruptedException {
        writer.interrupt();
        writer.join();
    }
}
