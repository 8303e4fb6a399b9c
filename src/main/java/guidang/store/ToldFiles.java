package guidang.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jdbi.v3.core.Handle;

/**
 * The files of the archive as they were when changes were last looked for. What differs from them has not been told;
 * they are replaced in the transaction that queues the notices.
 */
public final class ToldFiles {
    /** Set once everything that was there at first is kept. */
    private static final String BEGUN = "told-files-begun";

    private final Database database;

    ToldFiles(Database database) {
        this.database = database;
    }

    /** One file. {@code content} is as it stands on disk. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record File(String path, String hash, byte[] content) {}

    /** Since when there is something to compare with; empty if what is there now is told to nobody. */
    public Optional<Instant> begun() {
        return new Facts(database).get(BEGUN).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** Content hash of each file by its path. */
    public Map<String, String> hashes() {
        return database.inTransaction(handle -> {
            var hashes = new HashMap<String, String>();
            handle.createQuery("SELECT path, hash FROM told_file")
                    .map((row, context) -> hashes.put(row.getString(1), row.getString(2))).list();
            return hashes;
        });
    }

    /** A file as it was, if it is kept. */
    public Optional<byte[]> content(String path) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT content FROM told_file WHERE path = :path").bind("path", path)
                .mapTo(String.class).findOne()).map(ToldFiles::inflated);
    }

    /** Keeps files that were there from the start; nobody is told. */
    public void keep(List<File> files) {
        database.inTransaction(handle -> {
            put(handle, files);
            return true;
        });
    }

    /** From now on what differs is told. */
    public void begin(Instant now) {
        new Facts(database).set(BEGUN, Long.toString(now.toEpochMilli()));
    }

    /** Forgets all: what is there next is a new beginning. */
    public void startAnew() {
        database.inTransaction(handle -> {
            handle.execute("DELETE FROM fact WHERE name = ?", BEGUN);
            return handle.execute("DELETE FROM told_file");
        });
    }

    static void put(Handle handle, Collection<File> files) {
        for (File file : files) {
            handle.createUpdate("""
                    INSERT INTO told_file (path, hash, content) VALUES (:path, :hash, :content)
                    ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, content = excluded.content""")
                    .bind("path", file.path()).bind("hash", file.hash()).bind("content", deflated(file.content()))
                    .execute();
        }
    }

    static void remove(Handle handle, Collection<String> paths) {
        for (String path : paths) {
            handle.execute("DELETE FROM told_file WHERE path = ?", path);
        }
    }

    private static String deflated(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] inflated(String kept) {
        try (var inflating = new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(kept)))) {
            return inflating.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
