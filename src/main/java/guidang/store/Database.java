package guidang.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file, one connection, one writer at a time: WAL, {@code synchronous=FULL}, erased text overwritten. What is
 * committed survives a crash and a loss of power.
 */
final class Database implements AutoCloseable {
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final Handle handle;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
    }

    /** Opens the file, made where there is none, and brings it to this version's form. */
    static Database open(Path file) throws StoreUnavailable {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            migrate(source);
            return new Database(source.getConnection());
        } catch (FlywayException | SQLException e) {
            throw new StoreUnavailable(reason(e), e);
        }
    }

    private static void migrate(SQLiteDataSource source) throws StoreUnavailable {
        Flyway flyway = Flyway.configure(Database.class.getClassLoader()).dataSource(source)
                .locations("classpath:guidang/store").validateOnMigrate(true).ignoreMigrationPatterns("*:future")
                .load();
        boolean newer = java.util.Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
        if (newer) {
            throw new StoreUnavailable(StoreUnavailable.Reason.NEWER, new FlywayException("made by a newer version"));
        }
        flyway.migrate();
    }

    /** Runs in a transaction of its own, alone. */
    <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        lock.lock();
        try {
            return handle.inTransaction(work);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            handle.close();
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING,
                    "the store did not close: " + e.getClass().getName());
        } finally {
            lock.unlock();
        }
    }

    private static StoreUnavailable.Reason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                SQLiteErrorCode code = sqlite.getResultCode();
                if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
                    return StoreUnavailable.Reason.LOCKED;
                }
                if (code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT) {
                    return StoreUnavailable.Reason.DAMAGED;
                }
                return StoreUnavailable.Reason.DISK;
            }
        }
        return StoreUnavailable.Reason.DAMAGED;
    }
}
