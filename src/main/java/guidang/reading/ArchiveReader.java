package guidang.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import guidang.archive.Archive;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Reads a folder of entries, or the checkout of a git repository. Uses all processors. */
public final class ArchiveReader {
    /** Largest file that is read, in bytes. */
    static final long MAX_FILE = 16L << 20;

    private final Path folder;

    /** For the archive in a folder. */
    public ArchiveReader(Path folder) {
        this.folder = folder;
    }

    /** Reads everything, and checks what only all entries together show (dead links, one title twice). */
    public Archive read() throws IOException {
        List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        Report report = readChanged(Map.of(), entries::add, (done, total) -> {});
        entries.sort(Comparator.comparing(Entry::path));
        var problems = new ArrayList<>(report.problems());
        problems.addAll(CrossCheck.check(entries));
        Collections.sort(problems);
        return new Archive(entries, problems, report.skipped());
    }

    /**
     * Reads only the files whose content is not known yet, and hands over each entry as soon as it is read.
     *
     * @param known content hash by path of what need not be read again
     * @param sink takes the entries, in no order, from several threads
     * @throws IOException if the folder is not there or cannot be listed, or the sink fails
     */
    public Report readChanged(Map<EntryPath, String> known, Sink sink, Progress progress) throws IOException {
        return readFiles(known, (entry, content) -> sink.accept(entry), progress);
    }

    /**
     * As {@link #readChanged}, and hands over the bytes of each file with the entry that was read from them.
     *
     * @throws IOException if the folder is not there or cannot be listed, or the sink fails
     */
    public Report readFiles(Map<EntryPath, String> known, FileSink sink, Progress progress) throws IOException {
        Folder.Listing listing = Folder.list(folder);
        var run = new Run(known, sink, progress, listing);
        try {
            listing.files().entrySet().parallelStream().forEach(file -> run.file(file.getKey(), file.getValue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return run.report();
    }

    /**
     * Reads one file whose bytes are at hand: as they were kept of an older state of the archive.
     *
     * @param names the paths of all files of the archive: they decide where links lead
     * @return empty if the file is a template
     */
    public static Optional<Entry> read(EntryPath path, byte[] content, Set<String> names) {
        return EntryReader.read(path, content, EntryReader.hash(content), names).entry();
    }

    /** What {@link Entry#hash} says of a file's bytes. */
    public static String hash(byte[] content) {
        return EntryReader.hash(content);
    }

    private static final class Run {
        private final Map<EntryPath, String> known;
        private final FileSink sink;
        private final Progress progress;
        private final Set<String> names;
        private final Set<EntryPath> present = Collections.synchronizedSet(new TreeSet<>());
        private final List<Problem> problems;
        private final List<Archive.Skipped> skipped;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicLong bytes = new AtomicLong();

        Run(Map<EntryPath, String> known, FileSink sink, Progress progress, Folder.Listing listing) {
            this.known = known;
            this.sink = sink;
            this.progress = progress;
            this.names = listing.files().keySet().stream().map(EntryPath::value)
                    .collect(Collectors.toUnmodifiableSet());
            this.problems = Collections.synchronizedList(new ArrayList<>(listing.problems()));
            this.skipped = Collections.synchronizedList(new ArrayList<>(listing.skipped()));
        }

        void file(EntryPath path, Path file) {
            try {
                long size = Files.size(file);
                if (size > MAX_FILE) {
                    problem(path, Problem.Code.TOO_LARGE, List.of(String.valueOf(size), String.valueOf(MAX_FILE)));
                } else {
                    content(path, Files.readAllBytes(file));
                }
            } catch (NoSuchFileException e) {
                problem(path, Problem.Code.VANISHED, List.of());
            } catch (IOException e) {
                problem(path, Problem.Code.UNREADABLE, List.of(Folder.reason(e)));
            }
            progress.file(done.incrementAndGet(), names.size());
        }

        private void content(EntryPath path, byte[] content) {
            bytes.addAndGet(content.length);
            String hash = EntryReader.hash(content);
            if (hash.equals(known.get(path))) {
                present.add(path);
                return;
            }
            EntryReader.Result result = EntryReader.read(path, content, hash, names);
            problems.addAll(result.problems());
            if (result.entry().isEmpty()) {
                skipped.add(new Archive.Skipped(path.value(), Archive.Skipped.Reason.TEMPLATE));
                return;
            }
            present.add(path);
            read.incrementAndGet();
            try {
                sink.accept(result.entry().get(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void problem(EntryPath path, Problem.Code code, List<String> details) {
            problems.add(new Problem(path, 0, code, details));
        }

        Report report() {
            Collections.sort(problems);
            skipped.sort(Comparator.comparing(Archive.Skipped::path));
            return new Report(new TreeSet<>(present), read.get(), bytes.get(), List.copyOf(problems),
                    List.copyOf(skipped));
        }
    }

    /** Takes entries. */
    @FunctionalInterface
    public interface Sink {
        void accept(Entry entry) throws IOException;
    }

    /** Takes entries and the bytes that they were read from, which it may keep. */
    @FunctionalInterface
    public interface FileSink {
        void accept(Entry entry, byte[] content) throws IOException;
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
            List<Archive.Skipped> skipped) {
        /**
         * Whether a file could not be looked at (no permission, a fault of the disk, gone while it was read): it is not
         * {@code present}, and yet not known to be gone.
         */
        public boolean isUnknown(EntryPath path) {
            return problems.stream().filter(problem -> problem.code() == Problem.Code.UNREADABLE
                    || problem.code() == Problem.Code.VANISHED).map(problem -> problem.path().value())
                    .anyMatch(unread -> path.value().equals(unread) || path.value().startsWith(unread + "/"));
        }
    }
}
