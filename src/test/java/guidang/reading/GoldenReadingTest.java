package guidang.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.Archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What is read of a file, beside the file. {@code -Dgolden.update=true} writes the expected files anew; their
 * difference is then read by eye.
 */
class GoldenReadingTest {
    private static final Path ROOT = Path.of(System.getProperty("guidang.root", "."));
    private static final Path CASES = ROOT.resolve("src/test/resources/reading");
    private static final Path SEEDS = ROOT.resolve("seeds");
    private static final String EXPECTED = ".expected.txt";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> every_case_is_read_as_expected() throws IOException {
        return files(CASES).stream().filter(file -> !file.toString().endsWith(EXPECTED))
                .map(file -> DynamicTest.dynamicTest(name(file),
                        () -> check(file, CASES.resolve(name(file) + EXPECTED))));
    }

    @TestFactory
    Stream<DynamicTest> the_seeds_are_read_as_expected() throws IOException {
        return files(SEEDS).stream().map(file -> DynamicTest.dynamicTest(name(file),
                () -> check(file, CASES.resolve("seeds").resolve(name(file) + EXPECTED))));
    }

    @Test
    void every_expected_file_has_its_case() throws IOException {
        assertEquals(Set.of(), strays(CASES, CASES));
        assertEquals(Set.of(), strays(CASES.resolve("seeds"), SEEDS));
    }

    private static Set<String> strays(Path expected, Path cases) throws IOException {
        Set<String> names = files(cases).stream().filter(file -> !file.toString().endsWith(EXPECTED))
                .map(file -> name(file) + EXPECTED).collect(Collectors.toSet());
        return files(expected).stream().map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(EXPECTED) && !names.contains(file)).collect(Collectors.toSet());
    }

    private void check(Path file, Path expected) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name(file)));
        Files.copy(file, own.resolve(file.getFileName().toString()));
        Archive archive = new ArchiveReader(own).read();
        String dump = Dump.of(archive);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, dump);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), dump);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
