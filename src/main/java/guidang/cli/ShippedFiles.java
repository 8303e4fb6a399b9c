package guidang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What the one-file jar carries beside its classes: articles to try, and a configuration to begin with. They are put into
 * a folder of the person who starts it, which from then on is what the project's folder is in a clone.
 */
final class ShippedFiles {
    static final String HOME = "GUIDANG_HOME";
    private static final String WITHIN = "META-INF/shipped/";

    private ShippedFiles() {}

    /** The environment, with the folder named if nobody named one and this program is the one-file jar. */
    static Map<String, String> settled(Map<String, String> environment) throws IOException {
        Optional<Path> jar = environment.getOrDefault(HOME, "").isEmpty() ? ownJar() : Optional.empty();
        return jar.isEmpty() ? environment : settled(environment, jar.get());
    }

    /** The same for some jar; one that ships nothing changes nothing. */
    static Map<String, String> settled(Map<String, String> environment, Path jar) throws IOException {
        try (var shipped = new JarFile(jar.toFile())) {
            List<JarEntry> files = shipped.stream()
                    .filter(entry -> entry.getName().startsWith(WITHIN) && !entry.isDirectory()).toList();
            Optional<Path> home = home(environment);
            if (files.isEmpty() || home.isEmpty()) {
                return environment;
            }
            put(shipped, files, home.get());
            var named = new HashMap<>(environment);
            named.put(HOME, home.get().toString());
            return Map.copyOf(named);
        }
    }

    /** By the XDG Base Directory Specification: {@code $XDG_DATA_HOME/guidang}, which must be absolute to count. */
    private static Optional<Path> home(Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        if (data.startsWith("/")) {
            return Optional.of(Path.of(data, "guidang"));
        }
        String person = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        return person.isEmpty() ? Optional.empty() : Optional.of(Path.of(person, ".local", "share", "guidang"));
    }

    /** A folder that is there is left as it is: what somebody changed or threw out of it stays so. */
    private static void put(JarFile shipped, List<JarEntry> files, Path home) throws IOException {
        var folders = new TreeSet<String>();
        for (JarEntry file : files) {
            String path = file.getName().substring(WITHIN.length());
            folders.add(path.substring(0, path.indexOf('/')));
        }
        folders.removeIf(folder -> Files.exists(home.resolve(folder)));
        for (String folder : folders) {
            // Complete before it has its name: another start may look meanwhile.
            Files.createDirectories(home);
            Path half = Files.createTempDirectory(home, ".shipped");
            for (JarEntry file : files) {
                String path = file.getName().substring(WITHIN.length());
                if (path.startsWith(folder + "/")) {
                    Path target = half.resolve(path.substring(folder.length() + 1)).normalize();
                    if (!target.startsWith(half)) {
                        throw new IOException(file.getName());
                    }
                    Files.createDirectories(target.resolveSibling("."));
                    try (InputStream from = shipped.getInputStream(file)) {
                        Files.copy(from, target);
                    }
                }
            }
            move(half, home.resolve(folder));
        }
    }

    private static void move(Path half, Path whole) throws IOException {
        try {
            Files.move(half, whole);
        } catch (IOException e) {
            if (!Files.isDirectory(whole)) {
                throw e;
            }
            // Another start was first.
            try (var files = Files.walk(half)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Optional<Path> ownJar() {
        CodeSource source = ShippedFiles.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
