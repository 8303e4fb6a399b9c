package guidang.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file, one connection, one writer at a time: WAL, {@code synchronous=FULL}, erased text overwritten. What is
 * committed survives a crash and a loss of power.
 */
final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final Handle handle;
    private final FileChannel claim;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Connection connection, FileChannel claim) {
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
        this.claim = claim;
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
        FileChannel claim = claim(file);
        try {
            migrate(source);
            return new Database(source.getConnection(), claim);
        } catch (FlywayException | SQLException e) {
            release(claim);
            throw new StoreUnavailable(reason(e), e);
        } catch (StoreUnavailable e) {
            release(claim);
            throw e;
        }
    }

    /** Holds the store for this process alone; the system lets go of it however the process ends. */
    static FileChannel claim(Path file) throws StoreUnavailable {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldHere) {
            // Told below.
        } catch (IOException e) {
            throw new StoreUnavailable(StoreUnavailable.Reason.DISK, e);
        }
        release(channel);
        throw new StoreUnavailable(StoreUnavailable.Reason.LOCKED, new IOException("held"));
    }

    static void release(@Nullable FileChannel claim) {
        try {
            if (claim != null) {
                claim.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the store was not let go: {0}", e.getClass().getName());
        }
    }

    /** A connection that changes nothing, beside whoever uses the store. */
    static Connection reading(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Whether a file is a store that this version can open. It is not changed. */
    static void check(Path file) throws StoreUnavailable {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try {
            MigrationInfo[] applied = flyway(source).info().applied();
            if (applied.length == 0) {
                throw new StoreUnavailable(StoreUnavailable.Reason.DAMAGED, new FlywayException("no store"));
            }
            refuseNewer(flyway(source));
        } catch (FlywayException e) {
            throw new StoreUnavailable(reason(e), e);
        }
    }

    /** Whether a newer version made it. */
    static boolean isNewer(SQLiteDataSource source) {
        return isNewer(flyway(source));
    }

    private static boolean isNewer(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static void refuseNewer(Flyway flyway) throws StoreUnavailable {
        if (isNewer(flyway)) {
            throw new StoreUnavailable(StoreUnavailable.Reason.NEWER, new FlywayException("made by a newer version"));
        }
    }

    private static Flyway flyway(SQLiteDataSource source) {
        return Flyway.configure(Database.class.getClassLoader()).dataSource(source)
                .locations("classpath:guidang/store").validateOnMigrate(true).ignoreMigrationPatterns("*:future")
                .load();
    }

    private static void migrate(SQLiteDataSource source) throws StoreUnavailable {
        Flyway flyway = flyway(source);
        refuseNewer(flyway);
        flyway.migrate();
    }

    /** Runs in a transaction of its own, alone. */
    <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        lock.lock();
        try {
            return handle.inTransaction(work);
        } catch (JdbiException e) {
            throw new StoreFailure(reason(e), code(e));
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
            LOG.log(System.Logger.Level.WARNING, "the store did not close: {0}", e.getClass().getName());
        } finally {
            release(claim);
            lock.unlock();
        }
    }

    static StoreUnavailable.Reason reason(Throwable failure) {
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

    /** The database's own name for what went wrong; of other exceptions the kind. */
    private static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode().name();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
