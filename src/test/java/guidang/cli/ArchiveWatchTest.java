package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.bot.Request;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ArchiveWatchTest {
    @TempDir
    private Path folder;

    @Test
    void an_archive_that_changes_is_answered_from_as_it_is_now() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        write(archive, "one.md", "2021年3月1日，甲公司发布新的规定。");
        var flags = new ConfigurationReader.Flags(archive.toString(), folder.resolve("data").toString(), null, null);
        Configuration configuration = new ConfigurationReader(flags, Map.of("GUIDANG_HOME", folder.toString())).read();
        try (House house = House.open(configuration, House.Reading.CHANGED, (done, total) -> {}, Clock.systemUTC(),
                Language.SIMPLIFIED);
                var watch = new ArchiveWatch(archive, () -> house.reread(configuration), Duration.ZERO)) {
            watch.begin();
            assertFalse(watch.once());
            write(archive, "two.md", "2021年4月2日，乙公司关闭论坛。");
            assertFalse(watch.once(), "not before it has settled");
            assertTrue(watch.once());
            assertFalse(watch.once());
            assertTrue(said(house, "/search 论坛").contains("乙公司"), said(house, "/search 论坛"));
            Files.delete(archive.resolve("two.md"));
            assertFalse(watch.once());
            assertTrue(watch.once());
            assertFalse(said(house, "/search 论坛").contains("乙公司"));
            assertTrue(said(house, "/search 规定").contains("甲公司"));
        }
    }

    @Test
    void an_archive_that_cannot_be_read_is_tried_again() throws Exception {
        write(folder, "one.md", "2021年3月1日，甲公司发布新的规定。");
        var fails = new boolean[]{true};
        try (var watch = new ArchiveWatch(folder, () -> {
            if (fails[0]) {
                throw new IOException("not now");
            }
            return new guidang.reading.ArchiveReader(folder).readChanged(Map.of(), entry -> {}, (done, total) -> {});
        }, Duration.ZERO)) {
            write(folder, "two.md", "2021年4月2日，乙公司关闭论坛。");
            assertFalse(watch.once());
            assertFalse(watch.once());
            fails[0] = false;
            assertTrue(watch.once());
            assertFalse(watch.once());
        }
    }

    @Test
    void a_folder_that_is_not_mounted_is_not_an_archive_without_entries() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        write(archive, "one.md", "2021年3月1日，甲公司发布新的规定。");
        try (var watch = watch(archive, ArchiveWatch.Upstream.none())) {
            Files.delete(archive.resolve("one.md"));
            assertNothingIsRead(watch, 20);
            Files.delete(archive);
            assertNothingIsRead(watch, 20);
            Files.createDirectory(archive);
            write(archive, "one.md", "2021年3月1日，甲公司发布更新的规定。");
            assertFalse(watch.once());
            assertTrue(watch.once());
        }
    }

    @Test
    void most_of_an_archive_gone_at_once_is_believed_after_several_looks() throws Exception {
        for (int i = 0; i < 6; i++) {
            write(folder, i + ".md", "2021年3月1日，甲公司发布新的规定。");
        }
        try (var watch = watch(folder, ArchiveWatch.Upstream.none())) {
            for (int i = 0; i < 4; i++) {
                Files.delete(folder.resolve(i + ".md"));
            }
            assertNothingIsRead(watch, ArchiveWatch.LOOKS_OF_A_DOUBT);
            assertTrue(watch.once());
            assertFalse(watch.once());
        }
    }

    @Test
    void entries_moved_to_other_folders_are_not_gone() throws Exception {
        for (int i = 0; i < 6; i++) {
            write(folder, i + ".md", "2021年3月1日，甲公司发布新的规定。");
        }
        try (var watch = watch(folder, ArchiveWatch.Upstream.none())) {
            Path moved = Files.createDirectory(folder.resolve("moved"));
            for (int i = 0; i < 6; i++) {
                Files.move(folder.resolve(i + ".md"), moved.resolve(i + ".md"));
            }
            assertFalse(watch.once());
            assertTrue(watch.once());
        }
    }

    @Test
    void a_file_that_seems_half_written_is_waited_for() throws Exception {
        write(folder, "one.md", "2021年3月1日，甲公司发布新的规定。");
        write(folder, "two.md", "2021年4月2日，乙公司关闭论坛。");
        try (var watch = watch(folder, ArchiveWatch.Upstream.none())) {
            Files.writeString(folder.resolve("one.md"), "");
            assertNothingIsRead(watch, 3);
            Files.writeString(folder.resolve("one.md"), "---\ntitle: one\n---\n\n2021年3月1日，甲公");
            assertNothingIsRead(watch, 3);
            write(folder, "one.md", "2021年3月1日，甲公司发布更新的规定。");
            assertFalse(watch.once());
            assertTrue(watch.once());
            Files.writeString(folder.resolve("one.md"), "");
            assertNothingIsRead(watch, ArchiveWatch.LOOKS_OF_A_DOUBT);
            assertTrue(watch.once(), "it is meant to be empty");
        }
    }

    @Test
    void nothing_is_read_while_git_is_at_work() throws Exception {
        write(folder, "one.md", "2021年3月1日，甲公司发布新的规定。");
        var atWork = new boolean[]{true};
        try (var watch = watch(folder, new ArchiveWatch.Upstream() {
            @Override
            public boolean isAtWork() {
                return atWork[0];
            }

            @Override
            public void fetch() {
                // Nothing to fetch.
            }
        })) {
            write(folder, "two.md", "2021年4月2日，乙公司关闭论坛。");
            assertNothingIsRead(watch, 20);
            atWork[0] = false;
            assertTrue(watch.once());
        }
    }

    @Test
    void a_change_is_seen_long_before_the_next_look_is_due() throws Exception {
        write(folder, "one.md", "2021年3月1日，甲公司发布新的规定。");
        var read = new java.util.concurrent.CountDownLatch(1);
        try (var watch = new ArchiveWatch(folder, () -> {
            read.countDown();
            return new guidang.reading.ArchiveReader(folder).readChanged(Map.of(), entry -> {}, (done, total) -> {});
        }, Duration.ofHours(1))) {
            watch.begin();
            // The folder may not be watched yet when it changes first.
            for (int i = 0; i < 5 && read.getCount() > 0; i++) {
                write(folder, "two" + i + ".md", "2021年4月2日，乙公司关闭论坛。");
                read.await(4, java.util.concurrent.TimeUnit.SECONDS);
            }
            assertTrue(read.await(20, java.util.concurrent.TimeUnit.SECONDS));
        }
    }

    private static ArchiveWatch watch(Path archive, ArchiveWatch.Upstream upstream) {
        return new ArchiveWatch(archive, () -> new guidang.reading.ArchiveReader(archive).readChanged(Map.of(),
                entry -> {}, (done, total) -> {}), Duration.ZERO, upstream);
    }

    private static void assertNothingIsRead(ArchiveWatch watch, int looks) {
        for (int i = 0; i < looks; i++) {
            assertFalse(watch.once(), "look " + i);
        }
    }

    private static String said(House house, String text) {
        return house.conversation().reply(new Request(text, 0, null)).message().text();
    }

    private static void write(Path archive, String name, String text) throws IOException {
        Files.writeString(archive.resolve(name), "---\ntitle: " + name + "\n---\n\n## 经过\n\n" + text + "\n");
    }
}
