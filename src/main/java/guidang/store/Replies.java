package guidang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Which of the bot's messages answers which, and whose question it was. */
public final class Replies {
    private final Database database;

    Replies(Database database) {
        this.database = database;
    }

    /**
     * One reply.
     *
     * @param message of the bot
     * @param asked the message that asked for it; 0 if none
     * @param asker who asked
     * @param answers the message that it answers, mostly the one that asked; 0 if none
     */
    public record Reply(long chat, int message, int asked, long asker, int answers) {
        /** One that answers the message that asked for it. */
        public Reply(long chat, int message, int asked, long asker) {
            this(chat, message, asked, asker, asked);
        }
    }

    /** @param expires when it is to be removed; null: never */
    public void keep(Reply reply, Instant now, @Nullable Instant expires) {
        database.inTransaction(handle -> handle.createUpdate("""
                INSERT INTO reply (chat_id, message_id, asked_id, answers_id, asker_id, sent_at, expires_at)
                VALUES (:chat, :message, :asked, :answers, :asker, :now, :expires) ON CONFLICT DO NOTHING""")
                .bind("chat", reply.chat()).bind("message", reply.message()).bind("asked", reply.asked())
                .bind("answers", reply.answers()).bind("asker", reply.asker()).bind("now", now.toEpochMilli())
                .bind("expires", expires == null ? null : expires.toEpochMilli()).execute());
    }

    /**
     * A reply, and when it is to be removed; null: never.
     */
    public record Sent(Reply reply, @Nullable Instant expires) {}

    /** Keeps several. */
    public void keep(List<Sent> replies, Instant now) {
        if (replies.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO reply (chat_id, message_id, asked_id, answers_id, asker_id, sent_at, expires_at)
                    VALUES (:chat, :message, :asked, :answers, :asker, :now, :expires) ON CONFLICT DO NOTHING""");
            for (Sent sent : replies) {
                Reply reply = sent.reply();
                Instant expires = sent.expires();
                batch.bind("chat", reply.chat()).bind("message", reply.message()).bind("asked", reply.asked())
                        .bind("answers", reply.answers()).bind("asker", reply.asker()).bind("now", now.toEpochMilli())
                        .bind("expires", expires == null ? null : expires.toEpochMilli()).add();
            }
            return batch.execute();
        });
    }

    /** The last reply that a message asked for. */
    public Optional<Reply> to(long chat, int asked) {
        return one("chat_id = :chat AND asked_id = :number ORDER BY message_id DESC LIMIT 1", chat, asked);
    }

    /** The reply that a message of the bot is. */
    public Optional<Reply> at(long chat, int message) {
        return one("chat_id = :chat AND message_id = :number", chat, message);
    }

    private Optional<Reply> one(String where, long chat, int number) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT chat_id, message_id, asked_id, asker_id, answers_id FROM reply WHERE " + where)
                .bind("chat", chat).bind("number", number).map((row, context) -> new Reply(row.getLong(1),
                        row.getInt(2), row.getInt(3), row.getLong(4), row.getInt(5)))
                .findOne());
    }

    /** Replies whose time is over, oldest first. */
    public List<Reply> expired(Instant now, int most) {
        return database.inTransaction(handle -> handle
                .createQuery(
                        "SELECT chat_id, message_id, asked_id, asker_id, answers_id FROM reply WHERE expires_at <= :now "
                                + "ORDER BY expires_at LIMIT :most")
                .bind("now", now.toEpochMilli()).bind("most", most)
                .map((row, context) -> new Reply(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4),
                        row.getInt(5)))
                .list());
    }

    public void remove(Reply reply) {
        database.inTransaction(
                handle -> handle.createUpdate("DELETE FROM reply WHERE chat_id = :chat AND message_id = :message")
                        .bind("chat", reply.chat()).bind("message", reply.message()).execute());
    }

    /** Forgets replies that were sent that long ago: Telegram lets a bot edit or delete for two days. */
    public int forget(Duration age, Instant now) {
        return database.inTransaction(handle -> handle
                .createUpdate("DELETE FROM reply WHERE sent_at < :before AND expires_at IS NULL")
                .bind("before", now.minus(age).toEpochMilli()).execute());
    }
}
