package guidang.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** What a run reads from and writes to; the streams speak UTF-8. */
record Surroundings(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    /** Set by {@code Main} when input and output are a terminal. */
    static final String TERMINAL = "GUIDANG_TERMINAL";
    /** Set by the launcher when the error stream is a terminal. */
    static final String PROGRESS = "GUIDANG_PROGRESS";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The same, with another stream beside that of what was asked for. */
    Surroundings telling(PrintStream other) {
        return new Surroundings(in, out, other, environment);
    }

    boolean isTerminal() {
        return environment.containsKey(TERMINAL);
    }

    boolean showsProgress() {
        return isTerminal() || environment.containsKey(PROGRESS);
    }
}
