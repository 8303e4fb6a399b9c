package guidang.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import guidang.archive.Archive;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Reads a folder of entries, or the checkout of a git repository. Uses all processors. */
public final class ArchiveReader {
    private final Path folder;

    /** For the archive in a folder. */
    public ArchiveReader(Path folder) {
        this.folder = folder;
    }

    /** Reads everything, and checks what only all entries together show (dead links, one title twice). */
    public Archive read() throws IOException {
        throw new UnsupportedOperationException(folder.toString());
    }

    /**
     * Reads only the files whose content is not known yet, and hands over each entry as soon as it is read.
     *
     * @param known content hash by path of what need not be read again
     * @param sink takes the entries, in no order, from several threads
     * @throws IOException if the folder is not there or cannot be listed, or the sink fails
     */
    public Report readChanged(Map<EntryPath, String> known, Sink sink, Progress progress) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Takes entries. */
    @FunctionalInterface
    public interface Sink {
        void accept(Entry entry) throws IOException;
    }

    /** Told after each file; {@code done} of {@code total}. Called from several threads. */
    @FunctionalInterface
    public interface Progress {
        void file(int done, int total);
    }

    /**
     * What was read.
     *
     * @param present every entry of the folder now, read or known
     * @param read how many were read
     * @param bytes how many bytes were looked at
     * @param problems of the files that were read
     * @param skipped what was left out on purpose
     */
    public record Report(Set<EntryPath> present, int read, long bytes, List<Problem> problems,
            List<Archive.Skipped> skipped) {}
}
