package guidang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import guidang.change.Brief;
import guidang.change.BriefJson;

/** What changed in the archive, whether anybody was told or not. */
public final class ChangeLog {
    private final Database database;

    ChangeLog(Database database) {
        this.database = database;
    }

    /** What was found since then, the newest first. */
    public List<Brief> recent(Instant since, int most) {
        return database.inTransaction(handle -> handle.createQuery("""
                SELECT change.brief FROM change JOIN batch ON batch.batch = change.batch
                WHERE batch.found_at >= :since ORDER BY change.batch DESC, change.number LIMIT :most""")
                .bind("since", since.toEpochMilli()).bind("most", most).mapTo(String.class).list()).stream()
                .map(BriefJson::read).toList();
    }

    /** Forgets what was found that long ago and has been told to everybody. */
    public int forget(Duration age, Instant now) {
        return database.inTransaction(handle -> {
            int gone = handle.createUpdate("""
                    DELETE FROM change WHERE batch IN (SELECT batch FROM batch WHERE found_at < :before)
                    AND NOT EXISTS (SELECT 1 FROM notice WHERE notice.batch = change.batch
                    AND notice.number = change.number)""").bind("before", now.minus(age).toEpochMilli()).execute();
            handle.createUpdate("""
                    DELETE FROM batch WHERE found_at < :before
                    AND NOT EXISTS (SELECT 1 FROM change WHERE change.batch = batch.batch)
                    AND batch < (SELECT MAX(batch) FROM batch)""").bind("before", now.minus(age).toEpochMilli())
                    .execute();
            return gone;
        });
    }
}
