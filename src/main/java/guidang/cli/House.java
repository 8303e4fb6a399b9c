package guidang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answers;
import guidang.archive.EntryPath;
import guidang.bot.Conversation;
import guidang.index.ArchiveIndex;
import guidang.index.IndexUnavailable;
import guidang.message.Composer;
import guidang.message.Language;
import guidang.reading.ArchiveReader;

/**
 * All rooms put together over one archive: files → reading → index → answers → conversation.
 *
 * @param report of the reading that brought the index up to date; empty if {@code stale}
 * @param stale why the index was not brought up to date and is used as it is, as the end of a key of the texts; null if it
 *        was
 * @param links what the last checks of links found
 */
record House(ArchiveIndex index, ArchiveReader.Report report, @Nullable String stale, Conversation conversation,
        LastChecks links) implements AutoCloseable {
    /** The file of the store in the data folder. */
    static final String STORE = "guidang.db";
    private static final ArchiveReader.Report NOTHING_READ = new ArchiveReader.Report(Set.of(), 0, 0, List.of(),
            List.of());

    /** How much is read. */
    enum Reading {
        /** Files that the index does not hold as they are now. */
        CHANGED,
        /** Everything. */
        WHOLE
    }

    /**
     * Opens the index, brings it up to date with the archive, and puts the conversation on top. A folder of which nothing
     * is left is taken for one that is not mounted: the index is then used as it is, unless everything is to be read.
     *
     * @param usual language where nothing tells another
     * @throws IndexUnavailable if there is no usable index; one that only cannot be written now is used as it is, unless
     *         everything is to be read
     */
    static House open(Configuration configuration, Reading reading, ArchiveReader.Progress progress, Clock clock,
            Language usual) throws IOException {
        ArchiveIndex index = ArchiveIndex.open(indexFolder(configuration), configuration.aliases());
        try {
            var links = LastChecks.in(configuration.data());
            var conversation = new Conversation(new Answers(index, clock), clock,
                    configuration.chosenLanguage().orElse(usual), new Composer(links::dead));
            try {
                ArchiveReader.Report report = bringUpToDate(index, configuration.archive(), reading, progress);
                boolean unmounted = reading == Reading.CHANGED && isEmptied(index, report);
                return new House(index, report, unmounted ? "empty" : null, conversation, links);
            } catch (IndexUnavailable e) {
                if (reading == Reading.WHOLE || index.hashes().isEmpty()) {
                    throw e;
                }
                return new House(index, NOTHING_READ, Failure.key(e.reason()), conversation, links);
            }
        } catch (IOException | RuntimeException | Error e) {
            index.close();
            throw e;
        }
    }

    /** The same conversation in another usual language. */
    Conversation conversation(Clock clock, Language usual) {
        return new Conversation(new Answers(index, clock), clock, usual, new Composer(links::dead));
    }

    /** Reads files that have changed since; what is asked meanwhile is answered from what was there before. */
    ArchiveReader.Report reread(Configuration configuration) throws IOException {
        ArchiveReader.Report changed = bringUpToDate(index, configuration.archive(), Reading.CHANGED,
                (done, total) -> {});
        index.refresh();
        links.read();
        return changed;
    }

    private static ArchiveReader.Report bringUpToDate(ArchiveIndex index, Path archive, Reading reading,
            ArchiveReader.Progress progress) throws IOException {
        Map<EntryPath, String> held = index.hashes();
        Map<EntryPath, String> known = reading == Reading.WHOLE ? Map.of() : held;
        try (ArchiveIndex.Update update = index.update()) {
            ArchiveReader.Report report = new ArchiveReader(archive).readChanged(known, update::put, progress);
            var gone = new HashSet<>(held.keySet());
            gone.removeAll(report.present());
            gone.removeIf(report::isUnknown);
            if (reading == Reading.CHANGED && report.present().isEmpty()) {
                return report;
            }
            update.remove(gone);
            if (report.read() > 0 || !gone.isEmpty()) {
                update.commit();
            }
            return report;
        }
    }

    private static boolean isEmptied(ArchiveIndex index, ArchiveReader.Report report) {
        return report.present().isEmpty() && !index.hashes().isEmpty();
    }

    /** Each archive has an index of its own, so that a look at another one does not wipe the first. */
    static Path indexFolder(Configuration configuration) throws IOException {
        dataFolder(configuration);
        Path folder = indexPlace(configuration);
        Files.createDirectories(folder);
        return folder;
    }

    /** Where that is, whether it is there or not. */
    static Path indexPlace(Configuration configuration) throws IOException {
        String place = configuration.archive().toRealPath().toString();
        return configuration.data().resolve("index").resolve(shortHash(place));
    }

    /** The data folder, made where there is none; only its owner looks into it. */
    static Path dataFolder(Configuration configuration) throws IOException {
        Path folder = configuration.data();
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return folder;
    }

    private static String shortHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
