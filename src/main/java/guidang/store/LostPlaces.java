package guidang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import guidang.subscription.Place;

/** Places that cannot be reached. Nobody is told anything there until they are heard of again; nothing is forgotten. */
public final class LostPlaces {
    /** Stands for all topics of a chat. */
    static final int WHOLE_CHAT = -1;
    private static final Duration WAITED_FOR = Duration.ofDays(7);
    private static final String HERE = " WHERE chat_id = :chat AND (topic_id = -1 OR topic_id = :topic)";

    private final Database database;

    LostPlaces(Database database) {
        this.database = database;
    }

    /** Why. The names are kept: none may change. */
    public enum Reason {
        /** Blocked, thrown out, deactivated or not there. */
        GONE,
        /** The bot may not write there. */
        NOT_ALLOWED,
        /** The forum topic is no more. */
        NO_TOPIC
    }

    /** Gives a place up; {@link Reason#GONE} the whole chat. */
    public void lost(Place place, Reason reason, Instant now) {
        int topic = reason == Reason.GONE ? WHOLE_CHAT : place.topic();
        database.inTransaction(handle -> {
            handle.createUpdate("UPDATE notice SET give_up_at = :end WHERE chat_id = :chat AND state = 'NEW' "
                    + "AND give_up_at = 0").bind("end", now.plus(WAITED_FOR).toEpochMilli()).bind("chat", place.chat())
                    .execute();
            return handle.createUpdate("""
                    INSERT INTO lost_place (chat_id, topic_id, reason, lost_at) VALUES (:chat, :topic, :reason, :now)
                    ON CONFLICT DO NOTHING""").bind("chat", place.chat()).bind("topic", topic)
                    .bind("reason", reason.name()).bind("now", now.toEpochMilli()).execute();
        });
    }

    /** Why nothing is sent there; empty if it is. */
    public Optional<Reason> reason(Place place) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT reason FROM lost_place" + HERE + " ORDER BY topic_id LIMIT 1")
                .bind("chat", place.chat()).bind("topic", place.topic())
                .map((row, context) -> Reason.valueOf(row.getString(1))).findOne());
    }

    /**
     * Somebody spoke there, or let the bot in again: what waits is sent, unless it is too old.
     *
     * @return whether it was lost
     */
    public boolean found(Place place, Instant now) {
        return database.inTransaction(handle -> {
            int found = handle.createUpdate("DELETE FROM lost_place" + HERE).bind("chat", place.chat())
                    .bind("topic", place.topic()).execute();
            if (found > 0) {
                handle.createUpdate("DELETE FROM notice WHERE chat_id = :chat AND state = 'NEW' AND give_up_at > 0 "
                        + "AND give_up_at < :now").bind("chat", place.chat()).bind("now", now.toEpochMilli())
                        .execute();
                handle.createUpdate("UPDATE notice SET due_at = 0 WHERE chat_id = :chat AND state = 'NEW'")
                        .bind("chat", place.chat()).execute();
            }
            return found > 0;
        });
    }
}
