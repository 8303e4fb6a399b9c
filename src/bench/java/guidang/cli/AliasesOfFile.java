package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import guidang.index.Aliases;

/** What benchmarks need from inside the configuration. */
public final class AliasesOfFile {
    private AliasesOfFile() {}

    /** The names in a file such as bot-config/aliases.txt. */
    public static Aliases read(Path file) throws IOException {
        return AliasFile.read(file.toString(), Files.readString(file), new ArrayList<>());
    }
}
