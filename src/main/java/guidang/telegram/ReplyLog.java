package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import guidang.store.Replies;
import guidang.store.Replies.Reply;
import guidang.store.Replies.Sent;

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
    private final Map<Place, Sent> unwritten = new LinkedHashMap<>();
    private final LinkedBlockingQueue<Sent> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    private record Place(long chat, int message) {}

    ReplyLog(Replies replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
        writer = Thread.ofPlatform().name("replies").start(this::run);
    }

    /** @param expires when it is to be taken away; null: never */
    void keep(Reply reply, @Nullable Instant expires) {
        var sent = new Sent(reply, expires);
        synchronized (unwritten) {
            unwritten.put(new Place(reply.chat(), reply.message()), sent);
        }
        queue.add(sent);
    }

    /** The last reply to a message. */
    Optional<Reply> to(long chat, int asked) {
        synchronized (unwritten) {
            Reply last = null;
            for (Sent sent : unwritten.values()) {
                Reply reply = sent.reply();
                last = reply.chat() == chat && reply.asked() == asked ? reply : last;
            }
            if (last != null) {
                return Optional.of(last);
            }
        }
        return replies.to(chat, asked);
    }

    /** The reply that a message of the bot is. */
    Optional<Reply> at(long chat, int message) {
        synchronized (unwritten) {
            Sent sent = unwritten.get(new Place(chat, message));
            if (sent != null) {
                return Optional.of(sent.reply());
            }
        }
        return replies.at(chat, message);
    }

    private void run() {
        var batch = new ArrayList<Sent>();
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

    private void write(List<Sent> batch) {
        try {
            replies.keep(batch, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0,number,#} replies were not remembered: {1}", batch.size(),
                    e.getClass().getName());
        }
        synchronized (unwritten) {
            batch.forEach(sent -> unwritten.remove(new Place(sent.reply().chat(), sent.reply().message()), sent));
        }
        batch.clear();
    }

    /** Writes the rest, and ends. */
    void close() throws InterruptedException {
        writer.interrupt();
        writer.join();
    }
}
