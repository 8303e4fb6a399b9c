package guidang.store;

import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import guidang.change.Brief;
import guidang.change.BriefJson;
import guidang.subscription.Place;
import guidang.subscription.Subscription;

/** Writes down what was found different in the archive, with everything that follows from it, or nothing of it. */
public final class Findings {
    /** Due when the last part of a finding is written down. */
    static final long HELD = Long.MAX_VALUE;
    private static final String COMMIT = "told-commit";
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;

    Findings(Database database) {
        this.database = database;
    }

    /**
     * One look at the archive, or a part of it.
     *
     * @param changes in order; they are numbered from 0
     * @param told files as they are now
     * @param gone paths of files that are no more
     * @param followed subscriptions that are about another path from now on
     * @param notices read once, inside the transaction; the first of a place and a change counts
     * @param commit that is checked out now; empty where no git checkout tells
     * @param last whether this is all; if not, no notice is due before the part that is
     */
    public record Finding(Instant at, List<Found> changes, List<ToldFiles.File> told, List<String> gone,
            List<Subscription> followed, Iterable<Telling> notices, String commit,
            boolean last) {
        /** Where no git checkout tells. */
        public Finding(Instant at, List<Found> changes, List<ToldFiles.File> told, List<String> gone,
                List<Subscription> followed, Iterable<Telling> notices, boolean last) {
            this(at, changes, told, gone, followed, notices, "", last);
        }
    }

    /** A change; {@code eventBefore} is the id of the event before it was corrected or removed, else empty. */
    public record Found(Brief brief, String eventBefore) {}

    /** A place that is to be told of the change of that number, and the subscription that says so. */
    public record Telling(Place place, int number, String subscription) {}

    /**
     * Commits it all in one transaction.
     *
     * @return how many notices were queued
     */
    public int commit(Finding finding) {
        return database.inTransaction(handle -> {
            ToldFiles.remove(handle, finding.gone());
            ToldFiles.put(handle, finding.told());
            var subscriptions = new Subscriptions(database);
            finding.followed().forEach(each -> subscriptions.save(each, finding.at()));
            int notices = finding.changes().isEmpty() ? 0 : changes(handle, finding);
            if (finding.last()) {
                release();
                if (!finding.commit().isEmpty()) {
                    new Facts(database).set(COMMIT, finding.commit());
                }
            }
            return notices;
        });
    }

    /** What a last part would have released that never came, because the archive is as it was. */
    public void release() {
        database.inTransaction(handle -> handle
                .createUpdate("UPDATE notice SET due_at = 0 WHERE state = 'NEW' AND due_at = :held").bind("held", HELD)
                .execute());
    }

    /** The commit that was checked out when something was last found; empty if no git checkout told. */
    public String commit() {
        return new Facts(database).get(COMMIT).orElse("");
    }

    /** The first commit, of which nobody is told. */
    public void begin(String commit) {
        new Facts(database).set(COMMIT, commit);
    }

    /** When something was last found; the beginning of time if never. */
    public Instant last() {
        return Instant.ofEpochMilli(database.inTransaction(handle -> handle
                .createQuery("SELECT COALESCE(MAX(found_at), 0) FROM batch").mapTo(Long.class).one()));
    }

    private static int changes(Handle handle, Finding finding) {
        long batch = handle.createQuery("SELECT COALESCE(MAX(batch), 0) + 1 FROM batch").mapTo(Long.class).one();
        handle.createUpdate("INSERT INTO batch (batch, found_at) VALUES (:batch, :at)").bind("batch", batch)
                .bind("at", finding.at().toEpochMilli()).execute();
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO change (batch, number, path, event, event_before, brief)
                VALUES (:batch, :number, :path, :event, :before, :brief)""");
        for (int i = 0; i < finding.changes().size(); i++) {
            Found found = finding.changes().get(i);
            rows.bind("batch", batch).bind("number", i).bind("path", found.brief().path())
                    .bind("event", found.brief().event()).bind("before", found.eventBefore())
                    .bind("brief", BriefJson.write(found.brief())).add();
            if (rows.size() >= ROWS_AT_ONCE) {
                rows.execute();
            }
        }
        execute(rows);
        return notices(handle, batch, finding);
    }

    private static int notices(Handle handle, long batch, Finding finding) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO notice (chat_id, topic_id, batch, number, subscription, state, attempt, due_at, lease_until,
                give_up_at, digest, doubts, message_id, sent_at, problem)
                VALUES (:chat, :topic, :batch, :number, :subscription, 'NEW', 0, :due, 0, 0, FALSE, 0, 0, 0, '')
                ON CONFLICT DO NOTHING""");
        int queued = 0;
        for (Telling telling : finding.notices()) {
            rows.bind("chat", telling.place().chat()).bind("topic", telling.place().topic()).bind("batch", batch)
                    .bind("number", telling.number()).bind("subscription", telling.subscription())
                    .bind("due", finding.last() ? 0 : HELD).add();
            queued++;
            if (rows.size() >= ROWS_AT_ONCE) {
                rows.execute();
            }
        }
        execute(rows);
        return queued;
    }

    private static void execute(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
