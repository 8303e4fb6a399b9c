package guidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import guidang.cli.AliasesOfFile;
import guidang.index.Aliases;

/** Folders that benchmarks read from and write to. */
final class Folders {
    private Folders() {}

    /** What {@code -Darchive=DIR} names. */
    static Path archive() {
        return Path.of(System.getProperty("archive", "seeds")).toAbsolutePath();
    }

    /** What {@code -Daliases=FILE} names; none without it. */
    static Aliases aliases() throws IOException {
        String file = aliasFile();
        return file.isEmpty() ? Aliases.none() : AliasesOfFile.read(Path.of(file));
    }

    /** For a process that is started to measure. */
    static String aliasFile() {
        return System.getProperty("aliases", "");
    }

    static Path scratch() throws IOException {
        return Files.createTempDirectory("guidang-bench");
    }

    static void wipe(Path folder) throws IOException {
        for (Path path : below(folder, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path path : below(folder, Comparator.naturalOrder())) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return bytes;
    }

    private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
