package guidang.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import guidang.change.Brief;
import guidang.change.BriefJson;
import guidang.change.Change;
import guidang.store.Outbox.Notice;

/** What notices tell, and which message told what. */
public final class NoticeLog {
    private final Database database;

    NoticeLog(Database database) {
        this.database = database;
    }

    /** What they tell of, in their order. */
    public List<Brief> briefs(List<Notice> notices) {
        return database.inTransaction(handle -> {
            var briefs = new ArrayList<Brief>();
            try (var query = handle
                    .createQuery("SELECT brief FROM change WHERE batch = :batch AND number = :number")) {
                for (Notice notice : notices) {
                    query.bind("batch", notice.batch()).bind("number", notice.number()).mapTo(String.class).findOne()
                            .map(BriefJson::read).ifPresent(briefs::add);
                }
            }
            return briefs;
        });
    }

    /**
     * A message that told of the event before it was corrected or removed.
     *
     * @param alone whether it told of nothing else
     */
    public record Earlier(long message, Instant sent, Change.Kind kind, boolean alone) {}

    /** The last message there about the event that this one corrects, if there is one. */
    public Optional<Earlier> earlier(Notice correction) {
        return database.inTransaction(handle -> handle.createQuery("""
                SELECT notice.message_id, notice.sent_at, earlier.brief, (SELECT COUNT(*) FROM notice AS other
                WHERE other.chat_id = notice.chat_id AND other.message_id = notice.message_id) FROM change
                JOIN change AS earlier ON earlier.event = change.event_before
                JOIN notice ON notice.batch = earlier.batch AND notice.number = earlier.number
                WHERE change.batch = :batch AND change.number = :number AND change.event_before <> ''
                AND notice.chat_id = :chat AND notice.topic_id = :topic AND notice.state = 'SENT'
                AND notice.message_id > 0 ORDER BY notice.batch DESC LIMIT 1""")
                .bind("batch", correction.batch()).bind("number", correction.number())
                .bind("chat", correction.place().chat()).bind("topic", correction.place().topic())
                .map((row, context) -> new Earlier(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)),
                        BriefJson.read(row.getString(3)).kind(), row.getInt(4) == 1))
                .findOne());
    }

    /**
     * What a message told.
     *
     * @param briefs of at most so many as were asked for
     * @param subscriptions by whose wish, each once
     * @param total how many it told of
     */
    public record Told(List<Brief> briefs, List<String> subscriptions, int total) {}

    /** What a message of the bot told; of nothing if it was no notice or is forgotten. */
    public Told told(long chat, long message, int most) {
        String of = " FROM notice JOIN change ON change.batch = notice.batch AND change.number = notice.number "
                + "WHERE chat_id = :chat AND message_id = :message ";
        return database.inTransaction(handle -> new Told(handle
                .createQuery("SELECT brief" + of + "ORDER BY notice.batch, notice.number LIMIT :most")
                .bind("chat", chat).bind("message", message).bind("most", most).mapTo(String.class).list().stream()
                .map(BriefJson::read).toList(),
                handle.createQuery("SELECT subscription" + of + "GROUP BY subscription ORDER BY MIN(notice.number)")
                        .bind("chat", chat).bind("message", message).mapTo(String.class).list(),
                handle.createQuery("SELECT COUNT(*)" + of).bind("chat", chat).bind("message", message)
                        .mapTo(Integer.class).one()));
    }
}
