package guidang.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

import guidang.feed.Feed;

/** Writes the files of a feed, each as a whole: who reads one meanwhile sees the old or the new one. */
final class FeedFiles {
    private FeedFiles() {}

    /** @param folder made where there is none; files that would stay the same are not touched */
    static void write(Path folder, Feed feed) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(Feed.ATOM), feed.atom());
        write(folder.resolve(Feed.JSON), feed.json());
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, content);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
