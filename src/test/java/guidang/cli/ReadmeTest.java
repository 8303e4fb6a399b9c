package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the READMEs and the page on archives show is what comes out. {@code -Dgolden.update=true} writes what comes out into them. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("\\$ (?:echo '([^']*)' \\| )?\\./guidang(.*)");

    /** A file of the archive that a page has its readers make: its path, then what it holds. */
    private static final Pattern FILE = Pattern.compile("(?s)`(my-archive/[^`]+)`\n\n```[a-z]+\n(.*?)```");

    @TempDir
    private Path data;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md", "docs/archives.md", "docs/archives.zh.md"})
    void an_example_of_a_readme_gives_what_it_shows(String name) throws IOException {
        Path file = Run.ROOT.resolve(name);
        String readme = Files.readString(file);
        assertTrue(BLOCK.matcher(readme).find(), "no example");
        for (MatchResult shown : FILE.matcher(readme).results().toList()) {
            Path entry = folder.resolve(shown.group(1));
            Files.createDirectories(entry.getParent());
            Files.writeString(entry, shown.group(2));
        }
        String real = BLOCK.matcher(readme).replaceAll(block -> Matcher.quoteReplacement(real(block)));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, real);
        } else {
            assertEquals(readme, real);
        }
    }

    /** The block with what its command prints. */
    private String real(MatchResult block) {
        String line = block.group(1).lines().findFirst().orElse("");
        Matcher command = COMMAND.matcher(line);
        assertTrue(command.matches(), line);
        String input = command.group(1) == null ? "" : command.group(1) + "\n";
        List<String> args = Stream.of(command.group(2).strip().split(" +"))
                .map(arg -> arg.equals("my-archive") ? folder.resolve(arg).toString() : arg).toList();
        Run run = Run.of(input, Map.of("GUIDANG_DATA", data.toString()), args.toArray(String[]::new));
        return "```console\n" + line + "\n" + run.out().strip() + "\n```";
    }
}
