package guidang.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;

import guidang.archive.Entry;
import guidang.archive.EntryPath;

/** Changes on their way into the index. */
final class Batch implements ArchiveIndex.Update {
    private final IndexFolder folder;
    private final IndexWriter writer;
    private final Map<EntryPath, String> hashes;
    private final Ended ended;
    private boolean open = true;

    /** Told once, when the batch is over. */
    @FunctionalInterface
    interface Ended {
        void ended() throws IOException;
    }

    Batch(IndexFolder folder, Map<EntryPath, String> hashes, Ended ended) throws IOException {
        this.folder = folder;
        this.hashes = new ConcurrentHashMap<>(hashes);
        this.ended = ended;
        this.writer = folder.writer();
    }

    @Override
    public void put(Entry entry) throws IOException {
        try {
            writer.updateDocuments(block(entry.path()), Documents.of(entry));
            hashes.put(entry.path(), entry.hash());
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
    }

    @Override
    public void remove(Collection<EntryPath> paths) throws IOException {
        try {
            for (EntryPath path : paths) {
                writer.deleteDocuments(block(path));
                hashes.remove(path);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
    }

    private static Term block(EntryPath path) {
        return new Term(Fields.BLOCK, Citations.cut(path.value()));
    }

    @Override
    public synchronized void commit() throws IOException {
        if (!open) {
            throw new IllegalStateException("the update is over");
        }
        try {
            folder.commit(writer, fingerprint());
        } catch (IOException | AlreadyClosedException e) {
            close();
            throw failed(e);
        }
        open = false;
        try {
            writer.close();
        } finally {
            ended.ended();
        }
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(hashes).forEach((path, hash) -> digest
                    .update((path.value() + '\u0000' + hash + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A full disk closes the writer; what follows is then told as what it comes from. */
    private IOException failed(Exception failure) {
        Throwable tragedy = writer.getTragicException();
        Throwable cause = tragedy == null ? failure : tragedy;
        return folder.explained(cause instanceof IOException known ? known : new IOException(cause));
    }

    @Override
    public synchronized void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        try {
            writer.rollback();
        } finally {
            ended.ended();
        }
    }
}
