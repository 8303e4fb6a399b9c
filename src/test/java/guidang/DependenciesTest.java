package guidang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** docs/dependencies.md names what pom.xml names. */
class DependenciesTest {
    private static final Path ROOT = Path.of(System.getProperty("guidang.root"));
    private static final Pattern IN_POM = Pattern
            .compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern IN_DOC = Pattern.compile("(?m)^\\| `([^:`]+):([^`]+)` ");

    @Test
    void every_dependency_and_plugin_is_accounted_for_and_none_too_many() throws IOException {
        Set<String> used = all(IN_POM, "pom.xml");
        used.remove("guidang:guidang");
        assertFalse(used.isEmpty());
        assertEquals(used, all(IN_DOC, "docs/dependencies.md"));
    }

    private static Set<String> all(Pattern pattern, String file) throws IOException {
        var found = new TreeSet<String>();
        pattern.matcher(Files.readString(ROOT.resolve(file))).results()
                .forEach(match -> found.add(match.group(1) + ":" + match.group(2)));
        return found;
    }
}
