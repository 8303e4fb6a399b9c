package guidang.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

/** Settings of chats and of their forum topics. */
public final class Chats {
    /** Whatever is kept of a chat. */
    private static final List<String> EVERYWHERE = List.of("chat", "quiet_topic", "reply", "subscription",
            "delivery_setting", "notice", "lost_place");
    /** What goes with a chat to its new number, and when the new number has the same already. */
    private static final Map<String, String> MOVED = Map.of("chat", "", "quiet_topic",
            " AND other.topic_id = quiet_topic.topic_id", "delivery_setting",
            " AND other.topic_id = delivery_setting.topic_id", "subscription",
            " AND other.topic_id = subscription.topic_id AND other.subject = subscription.subject "
                    + "AND other.subject_name = subscription.subject_name "
                    + "AND other.subject_part = subscription.subject_part",
            "notice", " AND other.topic_id = notice.topic_id AND other.batch = notice.batch "
                    + "AND other.number = notice.number");

    private final Database database;

    Chats(Database database) {
        this.database = database;
    }

    /** What a chat chose; the usual settings if it chose nothing. */
    public ChatSettings settings(long chat) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT language, settings_by, reply_length, replies_expire_minutes FROM chat "
                        + "WHERE chat_id = :chat")
                .bind("chat", chat)
                .map((row, context) -> new ChatSettings(row.getString(1),
                        ChatSettings.ChangedBy.valueOf(row.getString(2)),
                        ChatSettings.Length.valueOf(row.getString(3)), row.getInt(4)))
                .findOne().orElse(ChatSettings.USUAL));
    }

    public void save(long chat, ChatSettings settings, Instant now) {
        database.inTransaction(handle -> handle.createUpdate("""
                INSERT INTO chat (chat_id, language, settings_by, reply_length, replies_expire_minutes, changed_at)
                VALUES (:chat, :language, :by, :length, :expire, :now)
                ON CONFLICT (chat_id) DO UPDATE SET language = excluded.language, settings_by = excluded.settings_by,
                reply_length = excluded.reply_length, replies_expire_minutes = excluded.replies_expire_minutes,
                changed_at = excluded.changed_at""").bind("chat", chat).bind("language", settings.language())
                .bind("by", settings.changedBy().name()).bind("length", settings.length().name())
                .bind("expire", settings.expireMinutes()).bind("now", now.toEpochMilli()).execute());
    }

    /** Keeps in which language a chat last subscribed, as a BCP 47 tag. */
    public void speaks(long chat, String language, Instant now) {
        database.inTransaction(handle -> handle.createUpdate("""
                INSERT INTO chat (chat_id, spoken, changed_at) VALUES (:chat, :spoken, :now)
                ON CONFLICT (chat_id) DO UPDATE SET spoken = excluded.spoken""").bind("chat", chat)
                .bind("spoken", language).bind("now", now.toEpochMilli()).execute());
    }

    /** The language to tell a chat in: the one that it chose, else the one in which it last subscribed. */
    public Optional<String> toldIn(long chat) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT COALESCE(language, spoken) FROM chat WHERE chat_id = :chat "
                        + "AND COALESCE(language, spoken) IS NOT NULL")
                .bind("chat", chat).mapTo(String.class).findOne());
    }

    /** Whether the bot keeps quiet in a topic. */
    public boolean isQuiet(long chat, int topic) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT COUNT(*) FROM quiet_topic WHERE chat_id = :chat AND topic_id = :topic")
                .bind("chat", chat).bind("topic", topic).mapTo(Integer.class).one()) > 0;
    }

    public void quiet(long chat, int topic, boolean quiet) {
        String sql = quiet
                ? "INSERT INTO quiet_topic (chat_id, topic_id) VALUES (:chat, :topic) ON CONFLICT DO NOTHING"
                : "DELETE FROM quiet_topic WHERE chat_id = :chat AND topic_id = :topic";
        database.inTransaction(
                handle -> handle.createUpdate(sql).bind("chat", chat).bind("topic", topic).execute());
    }

    /**
     * Carries what a chat chose, subscribed to and waits for over to its new number; what the new number has already is
     * kept. Which replies answer what is forgotten: messages are counted anew under the new number, and another one might
     * be taken for them.
     */
    public void move(long from, long to) {
        database.inTransaction(handle -> {
            handle.createUpdate("UPDATE notice SET message_id = 0 WHERE chat_id = :from").bind("from", from).execute();
            MOVED.forEach((table, same) -> handle.createUpdate("UPDATE " + table + " SET chat_id = :to "
                    + "WHERE chat_id = :from AND NOT EXISTS (SELECT 1 FROM " + table
                    + " AS other WHERE other.chat_id = :to" + same + ")").bind("from", from).bind("to", to).execute());
            erase(handle, from);
            return true;
        });
    }

    /** Erases everything about a chat. */
    public void forget(long chat) {
        database.inTransaction(handle -> {
            erase(handle, chat);
            return true;
        });
    }

    private static void erase(Handle handle, long chat) {
        for (String table : EVERYWHERE) {
            handle.createUpdate("DELETE FROM " + table + " WHERE chat_id = :chat").bind("chat", chat).execute();
        }
    }
}
