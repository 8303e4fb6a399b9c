package guidang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Copies of the store, made and put back from the command line. */
class BackupTest {
    @TempDir
    private Path folder;
    private Path store;
    private Path copy;

    @BeforeEach
    void archive() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: A\n---\n\n2021-03-01, A began.\n");
        store = Files.createDirectory(folder.resolve("data")).resolve("guidang.db");
        copy = folder.resolve("copy.db");
    }

    @Test
    void a_copy_made_while_the_store_is_in_use_brings_back_what_was_lost() throws Exception {
        try (Store open = Store.open(store)) {
            open.facts().set("kept", "yes");
            Run made = run("backup", copy.toString());
            assertEquals(0, made.code(), made.err());
            open.facts().set("kept", "no");
        }
        assertEquals(GuidangCommand.FAILED, run("backup", copy.toString()).code(), "over another file");
        Run restored = run("restore", copy.toString());
        assertEquals(0, restored.code(), restored.err());
        try (Store open = Store.open(store)) {
            assertEquals("yes", open.facts().get("kept").orElseThrow());
        }
        try (Stream<Path> files = Files.list(store.getParent())) {
            List<Path> aside = files.filter(file -> file.toString().contains(".before-")).toList();
            assertEquals(1, aside.size(), aside.toString());
            try (Store open = Store.open(aside.getFirst())) {
                assertEquals("no", open.facts().get("kept").orElseThrow());
            }
        }
    }

    @Test
    void nothing_is_put_back_under_a_running_bot() throws Exception {
        try (Store open = Store.open(store)) {
            run("backup", copy.toString());
            Run run = run("restore", copy.toString());
            assertEquals(GuidangCommand.FAILED, run.code());
            assertTrue(run.err().contains("another Guidang uses the store"), run.err());
            assertEquals(0, open.inbox().counts().aside());
        }
    }

    @Test
    void a_damaged_copy_changes_nothing() throws Exception {
        Store.open(store).close();
        byte[] before = Files.readAllBytes(store);
        Files.writeString(copy, "this was never a database, and it is long enough to be looked at");
        Run run = run("restore", copy.toString());
        assertEquals(GuidangCommand.FAILED, run.code());
        assertTrue(run.err().contains(copy.getFileName() + " is damaged or not a backup"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        Files.delete(copy);
        assertTrue(run("restore", copy.toString()).err().contains("this is not there"));
        assertEquals(before.length, Files.size(store));
        Store.open(store).close();
    }

    @Test
    void where_nothing_is_kept_there_is_nothing_to_copy() {
        Run run = run("backup", copy.toString());
        assertEquals(GuidangCommand.FAILED, run.code());
        assertFalse(Files.exists(copy));
    }

    private Run run(String... command) {
        return Run.of("", Map.of("LANG", "en_US.UTF-8"), Stream.concat(Stream.of(command), Stream.of("--archive",
                folder.resolve("archive").toString(), "--data", folder.resolve("data").toString(), "--lang", "en"))
                .toArray(String[]::new));
    }
}
