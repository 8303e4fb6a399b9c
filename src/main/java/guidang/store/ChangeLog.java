package guidang.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The newest, the newest first. */
    public List<Brief> newest(int most) {
        return recent(Instant.EPOCH, most);
    }

    /**
     * The newest changes in a store that a bot may have open, the newest first.
     *
     * @throws StoreUnavailable if it cannot be read
     */
    public static List<Brief> beside(Path store, int most) throws StoreUnavailable {
        try (Connection connection = Database.reading(store);
                var query = connection
                        .prepareStatement("SELECT brief FROM change ORDER BY batch DESC, number LIMIT ?")) {
            query.setInt(1, most);
            var found = new ArrayList<Brief>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(BriefJson.read(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StoreUnavailable(Database.reason(e), e);
        }
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
