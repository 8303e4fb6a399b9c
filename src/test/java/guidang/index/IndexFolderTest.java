package guidang.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.Entry;
import guidang.archive.EntryPath;

import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IndexFolderTest {
    @TempDir
    Path folder;

    private static Entry entry(String name, String text) {
        return page(name + ".md", name).hash(text).section("甲", text, "另一句").section("乙", "再一句").entry();
    }

    @Test
    void what_was_committed_is_there_when_it_is_opened_again() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder.resolve("new/deep"), entry("一", "苹果"), entry("二", "香蕉"))) {
            assertTrue(index.startedAnew().isEmpty());
            assertTrue(index.readOnly().isEmpty());
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder.resolve("new/deep"), Aliases.none())) {
            assertTrue(index.startedAnew().isEmpty());
            assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
            assertEquals(Map.of(new EntryPath("一.md"), "苹果", new EntryPath("二.md"), "香蕉"), index.hashes());
        }
    }

    @Test
    void an_entry_takes_the_place_of_the_one_with_its_path() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"), entry("二", "香蕉"))) {
            String before = index.facts().fingerprint();
            Shelf.put(index, entry("一", "樱桃"));
            assertEquals(List.of(), Shelf.found(index, Made.words("苹果")));
            assertEquals("一#甲", Shelf.first(index, Made.words("樱桃")));
            assertEquals(2, index.facts().entries());
            assertEquals(6, index.facts().events());
            assertNotEquals(before, index.facts().fingerprint());
            Shelf.put(index, entry("一", "苹果"));
            assertEquals(before, index.facts().fingerprint(), "the same entries, the same fingerprint");
        }
    }

    @Test
    void a_removed_entry_is_gone_and_so_are_its_names() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一号", "苹果"), entry("二号", "香蕉"))) {
            try (ArchiveIndex.Update update = index.update()) {
                update.remove(List.of(new EntryPath("一号.md"), new EntryPath("unknown.md")));
                update.commit();
            }
            assertEquals(List.of(), Shelf.found(index, Made.words("苹果")));
            assertEquals(List.of(), index.named("一号"));
            assertEquals(List.of(), index.completions("一号", 5));
            assertEquals(Map.of(new EntryPath("二号.md"), "香蕉"), index.hashes());
        }
    }

    @Test
    void an_entry_that_is_no_longer_published_is_no_longer_found() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一号", "苹果"))) {
            Shelf.put(index, page("一号.md", "一号").unpublished().hash("x").section("甲", "苹果").entry());
            assertEquals(List.of(), Shelf.found(index, Made.words("苹果")));
            assertEquals(List.of(), index.named("一号"));
            assertEquals(1, index.hashes().size());
            assertEquals(0, index.facts().entries());
        }
    }

    @Test
    void nothing_is_seen_before_the_commit_and_nothing_stays_without_one() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"))) {
            try (ArchiveIndex.Update update = index.update()) {
                update.put(entry("二", "香蕉"));
                update.remove(List.of(new EntryPath("一.md")));
                assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
                assertEquals(List.of(), Shelf.found(index, Made.words("香蕉")));
            }
            assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
            Shelf.put(index, entry("三", "樱桃"));
            assertEquals(List.of(), Shelf.found(index, Made.words("香蕉")));
        }
    }

    @Test
    void a_process_that_dies_before_its_commit_leaves_the_commit_before() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"))) {
            try (ArchiveIndex.Update update = index.update()) {
                for (int i = 0; i < 50; i++) {
                    update.put(entry("多" + i, "香蕉"));
                }
                Path copy = folder.resolveSibling("copy-" + folder.getFileName());
                copy(folder, copy);
                Files.writeString(copy.resolve("_zz.tmp"), "half a file");
                try (ArchiveIndex after = ArchiveIndex.open(copy, Aliases.none())) {
                    assertTrue(after.startedAnew().isEmpty());
                    assertEquals(1, after.hashes().size());
                    assertEquals("一#甲", Shelf.first(after, Made.words("苹果")));
                    Shelf.put(after, entry("四", "甜瓜"));
                    assertEquals("四#甲", Shelf.first(after, Made.words("甜瓜")));
                }
                update.commit();
            }
            assertEquals(51, index.hashes().size());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void any_file_cut_short_or_filled_with_rubbish_makes_a_new_index_and_says_so() throws IOException {
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"), entry("二", "香蕉"))) {
            assertEquals(2, index.hashes().size());
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted()
                    .toList();
        }
        assertTrue(names.size() >= 3, names::toString);
        var random = new Random(5);
        for (String name : names) {
            for (int kind = 0; kind < 4; kind++) {
                Path copy = folder.resolveSibling("damaged-" + folder.getFileName() + name + kind);
                copy(folder, copy);
                damage(copy.resolve(name), kind, random);
                try (ArchiveIndex index = ArchiveIndex.open(copy, Aliases.none())) {
                    assertTrue(index.startedAnew().orElse("none").startsWith("damaged"), name + kind);
                    assertEquals(Map.of(), index.hashes());
                    Shelf.put(index, entry("三", "樱桃"));
                    assertEquals("三#甲", Shelf.first(index, Made.words("樱桃")));
                    assertTrue(Files.isDirectory(copy.resolve("set-aside")));
                }
                try (ArchiveIndex again = ArchiveIndex.open(copy, Aliases.none())) {
                    assertTrue(again.startedAnew().isEmpty());
                    assertEquals(1, again.hashes().size());
                }
            }
        }
    }

    private static void damage(Path file, int kind, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (kind) {
            case 0 -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case 1 -> {
                random.nextBytes(bytes);
                Files.write(file, bytes);
            }
            case 2 -> {
                bytes[bytes.length / 2] ^= 0x10;
                Files.write(file, bytes);
            }
            default -> Files.delete(file);
        }
    }

    @Test
    void an_index_of_another_format_is_begun_anew() throws IOException {
        try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
                var writer = new org.apache.lucene.index.IndexWriter(directory,
                        new org.apache.lucene.index.IndexWriterConfig())) {
            writer.addDocument(new org.apache.lucene.document.Document());
            writer.setLiveCommitData(Map.of(IndexFolder.FORMAT, "0/older").entrySet());
            writer.commit();
        }
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none())) {
            assertEquals("another format", index.startedAnew().orElseThrow());
            Shelf.put(index, entry("一", "苹果"));
            assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
        }
    }

    @Test
    void the_second_to_open_reads_what_the_first_committed_but_cannot_write() throws IOException {
        try (ArchiveIndex first = Shelf.open(folder, entry("一", "苹果"));
                ArchiveIndex second = ArchiveIndex.open(folder, Aliases.none())) {
            assertEquals(IndexUnavailable.Reason.IN_USE, second.readOnly().orElseThrow());
            assertEquals("一#甲", Shelf.first(second, Made.words("苹果")));
            IndexUnavailable refused = assertThrows(IndexUnavailable.class, second::update);
            assertEquals(IndexUnavailable.Reason.IN_USE, refused.reason());
            assertFalse(second.refresh());
            Shelf.put(first, entry("二", "香蕉"));
            assertEquals(List.of(), Shelf.found(second, Made.words("香蕉")));
            assertTrue(second.refresh());
            assertEquals("二#甲", Shelf.first(second, Made.words("香蕉")));
        }
        try (ArchiveIndex third = ArchiveIndex.open(folder, Aliases.none())) {
            assertTrue(third.readOnly().isEmpty());
        }
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        IndexUnavailable refused = assertThrows(IndexUnavailable.class,
                () -> ArchiveIndex.open(file, Aliases.none()).close());
        assertEquals(IndexUnavailable.Reason.NOT_A_FOLDER, refused.reason());
    }

    @Test
    void a_folder_that_cannot_be_written_is_read_if_it_holds_an_index() throws IOException {
        ArchiveIndex.open(folder, Aliases.none()).close();
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"))) {
            assertEquals(1, index.hashes().size());
        }
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Assumptions.assumeTrue(folder.toFile().setWritable(false) && empty.toFile().setWritable(false)
                && lockFile(folder).setWritable(false) && !Files.isWritable(folder),
                "SKIPPED: this user may write anywhere, so a read-only folder cannot be tried");
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none())) {
            assertEquals(IndexUnavailable.Reason.READ_ONLY, index.readOnly().orElseThrow());
            assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
            assertThrows(IndexUnavailable.class, index::update);
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
        IndexUnavailable refused = assertThrows(IndexUnavailable.class,
                () -> ArchiveIndex.open(empty, Aliases.none()).close());
        assertEquals(IndexUnavailable.Reason.READ_ONLY, refused.reason());
        assertTrue(empty.toFile().setWritable(true));
    }

    private static java.io.File lockFile(Path folder) {
        return folder.resolve("owner.lock").toFile();
    }

    @Test
    void a_full_disk_is_told_and_the_last_commit_stays() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "SKIPPED: no device that is always full");
        IOException failure = assertThrows(IOException.class,
                () -> Files.write(full, new byte[1], StandardOpenOption.WRITE));
        try (ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"));
                IndexFolder other = IndexFolder.open(folder)) {
            assertEquals(IndexUnavailable.Reason.DISK_FULL,
                    ((IndexUnavailable) other.explained(failure)).reason());
            assertEquals("一#甲", Shelf.first(index, Made.words("苹果")));
        }
    }

    @Test
    void the_order_is_the_same_however_the_entries_came_in() throws IOException {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 60; i++) {
            entries.add(entry("号" + i, i % 3 == 0 ? "苹果和香蕉" : "苹果"));
        }
        List<String> wanted;
        try (ArchiveIndex index = Shelf.open(folder.resolve("at once"), entries.toArray(Entry[]::new))) {
            wanted = Shelf.found(index, Made.words("苹果", "香蕉"));
        }
        assertEquals(IntStream.of(0, 12, 15, 18, 21, 24, 27, 3, 30, 33).mapToObj(i -> "号" + i + "#甲").toList(),
                wanted, "ties by path");
        var random = new Random(11);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(entries, random);
            try (ArchiveIndex index = ArchiveIndex.open(folder.resolve("round" + round), Aliases.none())) {
                for (int i = 0; i < entries.size(); i += 7) {
                    Shelf.put(index, entry(entries.get(i).title(), "会被换掉的旧文字"));
                    Shelf.put(index, entries.subList(i, Math.min(entries.size(), i + 7)).toArray(Entry[]::new));
                }
                assertEquals(wanted, Shelf.found(index, Made.words("苹果", "香蕉")));
            }
        }
    }

    @Test
    void a_closed_index_says_so() throws IOException {
        ArchiveIndex index = Shelf.open(folder, entry("一", "苹果"));
        index.close();
        index.close();
        assertThrows(IllegalStateException.class, () -> index.search(Made.words("苹果"), 1));
    }
}
