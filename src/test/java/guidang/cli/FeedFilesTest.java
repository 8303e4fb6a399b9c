package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.feed.Feed;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class FeedFilesTest {
    @TempDir
    private Path folder;

    private static Feed feed(String text) {
        return Feed.of("x", null, Language.ENGLISH, List.of(new Brief(Change.Kind.EVENT_ADDED, "a.md", "", "a", "",
                "", null, "", text, List.of(), "", "", Instant.EPOCH)));
    }

    @Test
    void both_files_are_there_and_nothing_else() throws IOException {
        Path out = folder.resolve("a/b");
        FeedFiles.write(out, feed("one"));
        FeedFiles.write(out, feed("two"));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(List.of("atom.xml", "feed.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertArrayEquals(feed("two").atom(), Files.readAllBytes(out.resolve("atom.xml")));
        assertArrayEquals(feed("two").json(), Files.readAllBytes(out.resolve("feed.json")));
    }

    @Test
    void a_file_that_stays_the_same_is_not_touched() throws IOException {
        FeedFiles.write(folder, feed("one"));
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("atom.xml"), old);
        FeedFiles.write(folder, feed("one"));
        assertEquals(old, Files.getLastModifiedTime(folder.resolve("atom.xml")));
        FeedFiles.write(folder, feed("two"));
        assertNotEquals(old, Files.getLastModifiedTime(folder.resolve("atom.xml")));
    }
}
