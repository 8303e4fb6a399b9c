package guidang.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;

/**
 * The archive's files, as the page shows them.
 *
 * @param editable whether the page may change them: only where they are a copy
 */
@NullMarked
public record EntryFolder(Path folder, boolean editable) {
    private static final List<String> KINDS = List.of(".md", ".markdown", ".txt", ".html");
    private static final int MOST = 2_000;

    /** Paths of entries below the folder, with {@code /}, in order; at most 2,000. */
    List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> KINDS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted().limit(MOST).toList();
        }
    }

    /** @throws IOException also if the folder holds no such entry */
    String text(String path) throws IOException {
        return Files.readString(known(path));
    }

    /** Changes one entry. */
    void write(String path, String text) throws IOException {
        if (!editable) {
            throw new IOException("not a copy");
        }
        Files.write(known(path), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Only what was listed is opened: nothing that a path could lead to outside. */
    private Path known(String path) throws IOException {
        if (!paths().contains(path)) {
            throw new IOException("no such entry");
        }
        return folder.resolve(path);
    }
}
