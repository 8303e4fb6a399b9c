package guidang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What arrived and is not yet dealt with. Once accepted, an update is kept until it is done or set aside, whatever
 * happens to the process.
 */
public final class Inbox {
    private final Database database;

    Inbox(Database database) {
        this.database = database;
    }

    /**
     * One update.
     *
     * @param id Telegram's number
     * @param body its JSON
     * @param tries how often its handling is known or supposed to have begun: 1 when it arrives, one more with each
     *        {@link Inbox#begin}
     */
    public record Update(long id, String body, int tries) {}

    /**
     * Keeps updates, and returns those that were never seen before, as their first try. What is returned is on disk.
     *
     * @param updates in the order they came
     */
    public List<Update> accept(List<Update> updates, Instant now) {
        if (updates.isEmpty()) {
            return List.of();
        }
        return database.inTransaction(handle -> {
            var fresh = new ArrayList<Update>();
            try (var insert = handle.createUpdate("""
                    INSERT INTO inbox (update_id, state, body, tries, received_at)
                    VALUES (:id, 'OPEN', :body, 1, :now) ON CONFLICT (update_id) DO NOTHING""")) {
                for (Update update : updates) {
                    int added = insert.bind("id", update.id()).bind("body", update.body())
                            .bind("now", now.toEpochMilli()).execute();
                    if (added > 0) {
                        fresh.add(new Update(update.id(), update.body(), 1));
                    }
                }
            }
            return fresh;
        });
    }

    /** What a process that ended left behind, oldest first. */
    public List<Update> open() {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT update_id, body, tries FROM inbox WHERE state = 'OPEN' ORDER BY update_id")
                .map((row, context) -> new Update(row.getLong(1), row.getString(2), row.getInt(3))).list());
    }

    /** Writes down that another try at an update begins, so that one that ends the process is known by it. */
    public void begin(long id) {
        database.inTransaction(handle -> handle.createUpdate("UPDATE inbox SET tries = tries + 1 WHERE update_id = :id")
                .bind("id", id).execute());
    }

    /** Writes down that the process ends well: none of what is still open is to blame for anything. */
    public void rest() {
        database.inTransaction(
                handle -> handle.execute("UPDATE inbox SET tries = 1 WHERE state = 'OPEN' AND tries > 1"));
    }

    /** Marks updates as dealt with, and erases their text. */
    public void done(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch batch = handle
                    .prepareBatch("UPDATE inbox SET state = 'DONE', body = NULL WHERE update_id = ?");
            ids.forEach(id -> batch.bind(0, id).add());
            return batch.execute();
        });
    }

    /** Sets an update aside that cannot be dealt with: it is kept for a look, and not handed out again. */
    public void setAside(long id) {
        database.inTransaction(handle -> handle.createUpdate("UPDATE inbox SET state = 'ASIDE' WHERE update_id = :id")
                .bind("id", id).execute());
    }

    /** How many are still to be dealt with, and how many are set aside. */
    public record Counts(int open, int aside) {}

    public Counts counts() {
        return database.inTransaction(handle -> new Counts(count(handle, "OPEN"), count(handle, "ASIDE")));
    }

    private static int count(Handle handle, String state) {
        return handle.createQuery("SELECT COUNT(*) FROM inbox WHERE state = :state").bind("state", state)
                .mapTo(Integer.class).one();
    }

    /** The numbers of those that were set aside last, highest first. */
    public List<Long> lastAside(int most) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT update_id FROM inbox WHERE state = 'ASIDE' ORDER BY update_id DESC LIMIT :most")
                .bind("most", most).mapTo(Long.class).list());
    }

    /**
     * Forgets what was dealt with or set aside that long ago. Telegram repeats an unconfirmed update for a day, and may
     * give out lower numbers after a week without any (Bot API, Update): remember longer than the one, shorter than the
     * other.
     */
    public int forget(Duration age, Instant now) {
        return database.inTransaction(handle -> handle
                .createUpdate("DELETE FROM inbox WHERE state <> 'OPEN' AND received_at < :before")
                .bind("before", now.minus(age).toEpochMilli()).execute());
    }
}
