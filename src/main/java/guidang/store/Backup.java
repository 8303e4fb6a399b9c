package guidang.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.sqlite.SQLiteConfig;

/** Copies of a whole store: made while it is in use, and put back while it is not. */
public final class Backup {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** What SQLite keeps beside a database. */
    private static final List<String> FILES = List.of("", "-wal", "-shm");

    private Backup() {}

    /**
     * Copies a store as it is at this moment, also while a bot uses it; the copy is whole or not there.
     *
     * @param to a file that is not there yet
     * @return its size in bytes
     * @throws NoSuchFileException if there is no store
     * @throws FileAlreadyExistsException if something stands there already
     */
    public static long make(Path store, Path to) throws IOException {
        if (Files.notExists(store)) {
            throw new NoSuchFileException(store.toString());
        }
        if (Files.exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (Connection connection = Database.reading(store);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, part.toString());
            copy.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(part);
            throw new StoreUnavailable(Database.reason(e), e);
        }
        verify(part);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        return Files.size(to);
    }

    /**
     * Puts a copy in the place of the store. What was there is kept beside it.
     *
     * @return where the old store is kept; the store's own file if there was none
     * @throws StoreUnavailable if a bot uses the store, or the copy is damaged or made by a newer version; nothing is
     *         changed then
     */
    public static Path restore(Path from, Path store, Instant now) throws IOException {
        if (Files.notExists(from)) {
            throw new NoSuchFileException(from.toString());
        }
        FileChannel claim = Database.claim(store);
        try {
            verify(from);
            Path part = store.resolveSibling(store.getFileName() + ".part");
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            verify(part);
            Path aside = aside(store, now);
            Files.move(part, store, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } finally {
            Database.release(claim);
        }
    }

    private static Path aside(Path store, Instant now) throws IOException {
        if (Files.notExists(store)) {
            return store;
        }
        Path aside = store.resolveSibling(store.getFileName() + ".before-" + STAMP.format(now));
        for (String file : FILES) {
            Path each = store.resolveSibling(store.getFileName() + file);
            if (Files.exists(each)) {
                Files.move(each, aside.resolveSibling(aside.getFileName() + file));
            }
        }
        return aside;
    }

    /** Reads all of it, and whether this version knows its form. */
    private static void verify(Path file) throws IOException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            if (!rows.next() || !rows.getString(1).equals("ok")) {
                throw new StoreUnavailable(StoreUnavailable.Reason.DAMAGED, new IOException("integrity"));
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(Database.reason(e), e);
        }
        Database.check(file);
    }
}
