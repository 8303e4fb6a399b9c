package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What the READMEs show is what comes out. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("\\$ (?:echo '([^']*)' \\| )?\\./guidang(.*)");

    @TempDir
    private Path data;

    @TestFactory
    Stream<DynamicTest> an_example_of_a_readme_gives_what_it_shows() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String readme : List.of("README.md", "README.zh.md")) {
            List<Example> examples = examples(Files.readString(Run.ROOT.resolve(readme)));
            assertFalse(examples.isEmpty(), readme);
            examples.forEach(example -> tests
                    .add(DynamicTest.dynamicTest(readme + ": " + example.input, () -> assertEquals(example.expected,
                            example.run(data)))));
        }
        return tests.stream();
    }

    private static List<Example> examples(String readme) {
        var examples = new ArrayList<Example>();
        Matcher block = BLOCK.matcher(readme);
        while (block.find()) {
            Matcher command = null;
            var expected = new StringBuilder();
            for (String line : block.group(1).split("\n", -1)) {
                Matcher matcher = COMMAND.matcher(line);
                if (matcher.matches()) {
                    if (command != null) {
                        examples.add(Example.of(command, expected));
                    }
                    command = matcher;
                    expected = new StringBuilder();
                } else {
                    expected.append(line).append('\n');
                }
            }
            if (command != null) {
                examples.add(Example.of(command, expected));
            }
        }
        return examples;
    }

    private record Example(String input, List<String> args, String expected) {
        static Example of(Matcher command, StringBuilder expected) {
            String input = command.group(1) == null ? "" : command.group(1);
            return new Example(input, List.of(command.group(2).strip().split(" +")), expected.toString().strip());
        }

        String run(Path data) {
            return Run.of(input + "\n", Map.of("GUIDANG_DATA", data.toString()), args.toArray(String[]::new)).out()
                    .strip();
        }
    }
}
