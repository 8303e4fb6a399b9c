package guidang.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** The folder of an index: who may write to it, and whether what it holds can be read. */
final class IndexFolder implements AutoCloseable {
    /** Keys of what a commit records beside the documents. */
    static final String FORMAT = "format";
    static final String FINGERPRINT = "fingerprint";

    /** Where a damaged index is kept for a look; the next one takes its place. */
    static final String SET_ASIDE = "set-aside";
    private static final String OTHER_FORMAT = "another format";
    private static final String OWNER = "owner.lock";
    /** Checksums of larger indexes are not read at the start: opening is to be fast. */
    private static final long CHECKED_BYTES = 64L << 20;
    /** Below this, a commit leaves no deleted documents behind. */
    private static final long SMALL_BYTES = 64L << 20;

    final Directory directory;
    private final Path folder;
    private final @Nullable Lock owner;
    private final IndexUnavailable.@Nullable Reason readOnly;
    private @Nullable String startedAnew;

    private IndexFolder(Path folder, Directory directory, @Nullable Lock owner,
            IndexUnavailable.@Nullable Reason readOnly) {
        this.folder = folder;
        this.directory = directory;
        this.owner = owner;
        this.readOnly = readOnly;
    }

    static String format() {
        return Fields.VERSION + '/' + Documents.CODEC.fingerprint() + '/' + Card.CODEC.fingerprint();
    }

    static IndexFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unavailable(IndexUnavailable.Reason.NOT_A_FOLDER, folder, new IOException("not a folder"));
        }
        IndexUnavailable.@Nullable Reason readOnly = null;
        @Nullable
        Lock owner = null;
        Directory directory;
        try {
            directory = FSDirectory.open(folder);
        } catch (IOException e) {
            throw unavailable(reason(e).orElse(IndexUnavailable.Reason.READ_ONLY), folder, e);
        }
        try {
            owner = directory.obtainLock(OWNER);
        } catch (LockObtainFailedException e) {
            readOnly = IndexUnavailable.Reason.IN_USE;
        } catch (IOException | ReadOnlyFileSystemException e) {
            readOnly = reason(e).orElse(IndexUnavailable.Reason.READ_ONLY);
        }
        return new IndexFolder(folder, directory, owner, readOnly);
    }

    /** Why it cannot be written; empty if it can. */
    Optional<IndexUnavailable.Reason> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    Optional<String> startedAnew() {
        return Optional.ofNullable(startedAnew);
    }

    /** Reads the last commit; makes an empty one where there is none that can be read. */
    DirectoryReader reader() throws IOException {
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            try {
                boolean ours = format().equals(reader.getIndexCommit().getUserData().get(FORMAT));
                if (ours) {
                    check(reader);
                    return reader;
                }
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
            reader.close();
        } catch (IndexNotFoundException e) {
            return hasIndexFiles() ? anew("damaged: no commit", e, true) : anew(null, e, false);
        } catch (IndexFormatTooNewException e) {
            return anew(OTHER_FORMAT, e, false);
        } catch (CorruptIndexException | IndexFormatTooOldException | EOFException | NoSuchFileException
                | RuntimeException e) {
            return anew("damaged: " + e.getMessage(), e, true);
        }
        return anew(OTHER_FORMAT, new IOException(OTHER_FORMAT), false);
    }

    private static void check(DirectoryReader reader) throws IOException {
        long bytes = 0;
        for (String file : reader.getIndexCommit().getFileNames()) {
            bytes += reader.directory().fileLength(file);
        }
        if (bytes <= CHECKED_BYTES) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private boolean hasIndexFiles() throws IOException {
        return Stream.of(directory.listAll()).anyMatch(name -> name.startsWith("_") || name.startsWith("segments"));
    }

    private DirectoryReader anew(@Nullable String why, Exception cause, boolean keep) throws IOException {
        if (readOnly != null) {
            throw unavailable(readOnly, folder, cause);
        }
        startedAnew = why;
        try {
            clear(keep);
            try (IndexWriter writer = writer()) {
                record(writer, "");
                writer.commit();
            }
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw unavailable(reason(e).orElse(IndexUnavailable.Reason.READ_ONLY), folder, e);
        }
    }

    private void clear(boolean keep) throws IOException {
        Path aside = folder.resolve(SET_ASIDE);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                return name.startsWith("_") || name.startsWith("segments") || name.startsWith("pending_segments");
            }).toList();
        }
        if (keep && !files.isEmpty()) {
            Files.createDirectories(aside);
            try (Stream<Path> old = Files.list(aside)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Path file : files) {
            if (keep) {
                Files.move(file, aside.resolve(Objects.requireNonNull(file.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(file);
            }
        }
    }

    /** A writer that goes on from the last commit; the caller closes it. */
    IndexWriter writer() throws IOException {
        if (readOnly != null) {
            throw unavailable(readOnly, folder, new IOException("read-only"));
        }
        var policy = new TieredMergePolicy();
        policy.setForceMergeDeletesPctAllowed(0);
        var config = new IndexWriterConfig().setSimilarity(View.similarity())
                .setMergePolicy(policy).setCommitOnClose(false).setRAMBufferSizeMB(48);
        return new IndexWriter(directory, config);
    }

    /** Makes everything written durable, with the archive's fingerprint. */
    void commit(IndexWriter writer, String fingerprint) throws IOException {
        record(writer, fingerprint);
        writer.flush();
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += length(file);
        }
        if (bytes < SMALL_BYTES && writer.hasDeletions()) {
            writer.forceMergeDeletes();
        }
        writer.commit();
    }

    private long length(String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static void record(IndexWriter writer, String fingerprint) {
        writer.setLiveCommitData(Map.of(FORMAT, format(), FINGERPRINT, fingerprint).entrySet());
    }

    /** The failure as the caller should know it: with its reason, if it is one of those that a person can mend. */
    IOException explained(IOException failure) {
        return reason(failure).<IOException>map(reason -> unavailable(reason, folder, failure)).orElse(failure);
    }

    private static Optional<IndexUnavailable.Reason> reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota") || message.contains("disk full")) {
                return Optional.of(IndexUnavailable.Reason.DISK_FULL);
            }
            if (cause instanceof LockObtainFailedException) {
                return Optional.of(IndexUnavailable.Reason.IN_USE);
            }
            if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
                    || (cause instanceof FileSystemException && message.contains("read-only"))) {
                return Optional.of(IndexUnavailable.Reason.READ_ONLY);
            }
        }
        return Optional.empty();
    }

    static IndexUnavailable unavailable(IndexUnavailable.Reason reason, Path folder, Throwable cause) {
        return new IndexUnavailable(reason, folder.toString(), cause);
    }

    @Override
    public void close() throws IOException {
        try {
            if (owner != null) {
                owner.close();
            }
        } finally {
            directory.close();
        }
    }
}
