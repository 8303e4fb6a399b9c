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

    private static String said(House house, String text) {
        return house.conversation().reply(new Request(text, 0, null)).message().text();
    }

    private static void write(Path archive, String name, String text) throws IOException {
        Files.writeString(archive.resolve(name), "---\ntitle: " + name + "\n---\n\n## 经过\n\n" + text + "\n");
    }
}
