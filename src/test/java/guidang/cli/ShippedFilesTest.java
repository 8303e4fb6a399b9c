package guidang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

final class ShippedFilesTest {
    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void a_jar() throws IOException {
        jar = jar("META-INF/shipped/seeds/深/a.txt", "META-INF/shipped/bot-config/guidang.yaml", "guidang/Main.class");
    }

    @Test
    void what_is_shipped_is_put_into_the_folder_of_the_person() throws IOException {
        Map<String, String> settled = ShippedFiles.settled(Map.of("HOME", folder.toString()), jar);

        Path home = folder.resolve(".local/share/guidang");
        assertEquals(home.toString(), settled.get("GUIDANG_HOME"));
        assertEquals("META-INF/shipped/seeds/深/a.txt", Files.readString(home.resolve("seeds/深/a.txt")));
        assertEquals("META-INF/shipped/bot-config/guidang.yaml",
                Files.readString(home.resolve("bot-config/guidang.yaml")));
        try (var held = Files.list(home)) {
            assertEquals(2, held.count());
        }
    }

    @Test
    void the_folder_of_data_that_the_environment_names_comes_first_if_it_is_absolute() throws IOException {
        String data = folder.resolve("data").toString();
        assertEquals(data + "/guidang",
                ShippedFiles.settled(Map.of("HOME", folder.toString(), "XDG_DATA_HOME", data), jar)
                        .get("GUIDANG_HOME"));
        assertEquals(folder.resolve(".local/share/guidang").toString(),
                ShippedFiles.settled(Map.of("HOME", folder.toString(), "XDG_DATA_HOME", "data"), jar)
                        .get("GUIDANG_HOME"));
    }

    @Test
    void what_somebody_changed_or_threw_out_stays_so() throws IOException {
        Map<String, String> environment = Map.of("HOME", folder.toString());
        ShippedFiles.settled(environment, jar);
        Path home = folder.resolve(".local/share/guidang");
        Files.writeString(home.resolve("bot-config/guidang.yaml"), "language: en");
        Files.delete(home.resolve("seeds/深/a.txt"));

        ShippedFiles.settled(environment, jar);

        assertEquals("language: en", Files.readString(home.resolve("bot-config/guidang.yaml")));
        assertFalse(Files.exists(home.resolve("seeds/深/a.txt")));
    }

    @Test
    void a_jar_that_ships_nothing_changes_nothing() throws IOException {
        Map<String, String> environment = Map.of("HOME", folder.toString());
        assertEquals(environment, ShippedFiles.settled(environment, jar("guidang/Main.class")));
        assertFalse(Files.exists(folder.resolve(".local")));
    }

    @Test
    void nothing_is_put_outside_the_folder() throws IOException {
        Path bad = jar("META-INF/shipped/seeds/../../../x.txt");
        assertThrows(IOException.class, () -> ShippedFiles.settled(Map.of("HOME", folder.toString()), bad));
        assertFalse(Files.exists(folder.resolve(".local/x.txt")));
    }

    private Path jar(String... files) throws IOException {
        Path made = Files.createTempFile(folder, "made", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(made))) {
            for (String file : files) {
                out.putNextEntry(new JarEntry(file));
                out.write(file.getBytes(StandardCharsets.UTF_8));
            }
        }
        return made;
    }
}
