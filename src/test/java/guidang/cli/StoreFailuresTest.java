package guidang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the command line says when the store cannot be opened. */
class StoreFailuresTest {
    private static final String TOKEN = "123456789:AAbbccddeeffgghhiijjkkllmmnnooppqqr";

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void archive() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: A\n---\n\n2021-03-01, A began.\n");
        file = Files.createDirectory(folder.resolve("data")).resolve("guidang.db");
    }

    @Test
    void a_store_that_another_process_uses_is_told() throws Exception {
        try (Store held = Store.open(file)) {
            assertEquals(0, held.inbox().counts().aside());
            told("another Guidang uses the store");
        }
    }

    @Test
    void a_store_of_a_newer_version_is_told() throws Exception {
        Store.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, "
                    + "checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history "
                    + "WHERE version = '1'");
        }
        told("a newer Guidang made the store");
    }

    @Test
    void a_damaged_store_is_told() throws Exception {
        Files.writeString(file, "this was never a database, and it is long enough to be looked at");
        told("damaged");
    }

    private void told(String words) {
        Run run = Run.of("", Map.of("GUIDANG_TELEGRAM_TOKEN", TOKEN, "GUIDANG_TELEGRAM_URL", "http://127.0.0.1:9",
                "LANG", "en_US.UTF-8"), "serve", "--archive", folder.resolve("archive").toString(), "--data",
                folder.resolve("data").toString(), "--lang", "en");
        assertEquals(GuidangCommand.FAILED, run.code(), run.err());
        assertTrue(run.err().contains(words), run.err());
        assertTrue(run.err().lines().noneMatch(line -> line.contains("\tat ")), run.err());
    }
}
