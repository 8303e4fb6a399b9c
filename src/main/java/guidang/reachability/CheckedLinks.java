package guidang.reachability;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import guidang.link.WebAddress;

/**
 * What is known of links, in a file of JSON lines. One process writes it; others may read it meanwhile.
 *
 * <p>Each check is one line at the end, on the disk before the next link is asked; the last line of a link counts. A
 * process that is killed leaves at most one torn line, which is cut off when the file is opened the next time. A file
 * that has grown to more than twice its links is written anew beside itself and moved into its place.
 */
public final class CheckedLinks implements AutoCloseable {
    /** The file's name in the data folder. */
    public static final String FILE = "links.jsonl";

    private static final int FEW = 1_000;
    private static final byte LINE_END = '\n';

    private final FileOutputStream file;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Map<String, CheckedLink> known;
    private final boolean torn;
    private final int unreadable;

    private CheckedLinks(FileOutputStream file, FileChannel lockFile, FileLock lock, Content content) {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
        this.known = content.known;
        this.torn = content.torn;
        this.unreadable = content.unreadable;
    }

    /** Another process writes the file. */
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Opens the file to write to it; made where there is none. */
    public static CheckedLinks open(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel lockFile = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                throw new InUse();
            }
            Content content = Content.of(path);
            boolean compacted = content.lines > FEW && content.lines > 2 * content.known.size();
            if (compacted) {
                compact(path, content.known);
            }
            if (content.torn && !compacted) {
                try (FileChannel whole = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    whole.truncate(content.whole);
                }
            }
            // A channel would be closed by an interrupt in the middle of a line.
            return new CheckedLinks(new FileOutputStream(path.toFile(), true), lockFile, lock, content);
        } catch (OverlappingFileLockException e) {
            lockFile.close();
            throw new InUse();
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    /** What a file holds now, by {@link #key}; nothing if there is none. A torn or broken line is left out. */
    public static Map<String, CheckedLink> read(Path path) throws IOException {
        return Map.copyOf(Content.of(path).known);
    }

    /** What all mirrors and spellings of one link are known by. */
    public static String key(String url) {
        return WebAddress.of(url).map(WebAddress::key).orElse(url);
    }

    private static void compact(Path path, Map<String, CheckedLink> known) throws IOException {
        Path anew = path.resolveSibling(path.getFileName() + ".new");
        var lines = new StringBuilder();
        for (CheckedLink link : known.values()) {
            lines.append(LinkLine.write(link));
        }
        try (FileChannel out = FileChannel.open(anew, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(anew, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a torn last line was dropped. */
    public boolean wasTorn() {
        return torn;
    }

    /** Whole lines that could not be read, and are left as they are. */
    public int unreadable() {
        return unreadable;
    }

    /**
     * The links that are to be asked: each once, whatever its spellings; those never asked first, then those whose check
     * is the oldest.
     *
     * @param olderThan how old a check has to be
     */
    public List<String> due(List<String> urls, Instant now, Duration olderThan) {
        var due = new LinkedHashMap<String, String>();
        for (String url : urls) {
            CheckedLink link = known.get(key(url));
            if (link == null || link.isDue(now, olderThan)) {
                due.putIfAbsent(key(url), url);
            }
        }
        return due.entrySet().stream().sorted(Comparator.comparing(link -> {
            CheckedLink before = known.get(link.getKey());
            return before == null ? Instant.MIN : before.at();
        })).map(Map.Entry::getValue).toList();
    }

    /** Keeps one more check; on the disk when this returns. */
    CheckedLink keep(String url, Instant at, Finding finding) throws IOException {
        CheckedLink link = CheckedLink.after(known.get(key(url)), url, at, finding);
        file.write(LinkLine.write(link).getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
        known.put(key(url), link);
        return link;
    }

    @Override
    public void close() throws IOException {
        try (lockFile; lock; file) {
            // Closed in this order, whatever fails.
        }
    }

    /** What a file holds; {@code whole} is how many bytes of it are whole lines. */
    private record Content(Map<String, CheckedLink> known, int lines, int unreadable, boolean torn, long whole) {
        static Content of(Path path) throws IOException {
            byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            int whole = bytes.length;
            while (whole > 0 && bytes[whole - 1] != LINE_END) {
                whole--;
            }
            var known = new LinkedHashMap<String, CheckedLink>();
            int broken = 0;
            String text = new String(Arrays.copyOf(bytes, whole), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            for (String line : lines) {
                Optional<CheckedLink> link = LinkLine.read(line);
                link.ifPresent(found -> known.put(key(found.url()), found));
                broken += link.isPresent() || line.isBlank() ? 0 : 1;
            }
            return new Content(known, lines.size(), broken, whole < bytes.length, whole);
        }
    }
}
