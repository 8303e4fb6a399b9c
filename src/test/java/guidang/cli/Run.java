package guidang.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the command line, from its arguments and its input to its exit code and what it wrote. */
record Run(int code, String out, String err) {
    static final Path ROOT = Path.of(System.getProperty("guidang.root"));

    /** Runs in an environment that holds nothing but the project's place and what is given. */
    static Run of(String input, Map<String, String> environment, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new HashMap<>(environment);
        all.putIfAbsent("GUIDANG_HOME", ROOT.toString());
        int code = GuidangCommand.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                all);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
