package guidang.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.EntryPath;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.change.Origin;
import guidang.delivery.Announcer.Announced;
import guidang.index.Aliases;
import guidang.store.LostPlaces;
import guidang.store.Store;
import guidang.store.StoreFailure;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From files to queued notices, over real files and a real store. */
@Timeout(120)
class AnnouncerTest {
    private static final Instant NOW = Instant.parse("2022-07-26T12:00:00Z");
    private static final Announced NOTHING = new Announced(0, 0, true);

    @TempDir
    private Path folder;
    private Path archive;
    private Store store;
    private Announcer announcer;

    @BeforeEach
    void open() throws Exception {
        archive = Files.createDirectory(folder.resolve("archive"));
        store = Store.open(folder.resolve("guidang.db"));
        announcer = announcer();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_is_there_from_the_start_is_told_to_nobody_and_what_comes_then_to_whom_it_concerns() throws Exception {
        subscribe(5, new Subject.Page("a/灯塔.md"));
        subscribe(6, new Subject.Page("b/港口.md"));
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        assertEquals(NOTHING, announcer.announce());
        assertEquals(NOTHING, announcer.announce());
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。", "2021年9月3日，灯塔重新亮起。");
        assertEquals(new Announced(1, 1, true), announcer.announce());
        assertEquals("2021年9月3日，灯塔重新亮起。", recent().getFirst().after());
        assertEquals(NOTHING, announcer.announce());
    }

    @Test
    void what_changed_while_the_bot_was_off_is_found_when_it_begins() throws Exception {
        subscribe(5, new Subject.Everything());
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        Files.delete(archive.resolve("a/灯塔.md"));
        write("a/港口.md", "港口", "2020年1月1日，港口开放。");
        announcer = announcer();
        assertTrue(announcer.announce().notices() >= 2);
        assertTrue(recent().stream().anyMatch(brief -> brief.kind() == Change.Kind.ENTRY_REMOVED));
    }

    @Test
    void a_commit_that_fails_is_found_again() throws Exception {
        subscribe(5, new Subject.Everything());
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        write("a/灯塔.md", "灯塔", "2021年3月2日，灯塔开始重建。");
        store.close();
        assertThrows(RuntimeException.class, announcer::announce);
        store = Store.open(folder.resolve("guidang.db"));
        announcer = announcer();
        assertEquals(new Announced(1, 1, true), announcer.announce());
    }

    @Test
    void a_change_that_concerns_nobody_is_written_down_all_the_same() throws Exception {
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。", "2021年9月3日，灯塔重新亮起。");
        assertEquals(new Announced(1, 0, true), announcer.announce());
        assertEquals(1, recent().size());
    }

    @Test
    void a_page_that_moves_takes_those_who_follow_it_along() throws Exception {
        subscribe(5, new Subject.Page("a/灯塔.md"));
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。", "2021年9月3日，灯塔重新亮起。");
        announcer.announce();
        Files.createDirectories(archive.resolve("c"));
        Files.move(archive.resolve("a/灯塔.md"), archive.resolve("c/灯塔.md"));
        assertEquals(new Announced(1, 1, true), announcer.announce());
        assertEquals(new Subject.Page("c/灯塔.md"),
                store.subscriptions().of(new Place(5, 0)).getFirst().subject());
    }

    @Test
    void who_edited_a_file_since_the_commit_last_told_is_written_down() throws Exception {
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        var commits = new ArrayDeque<>(List.of("c1", "c2"));
        var asked = new ArrayList<String>();
        announcer.origins(new Announcer.Origins() {
            @Override
            public String head() {
                return commits.remove();
            }

            @Override
            public Map<EntryPath, Origin> of(
                    Collection<EntryPath> paths, String since) {
                asked.add(since);
                return Map.of(paths.iterator().next(), new Origin("安", "c2", NOW));
            }
        });
        announcer.announce();
        write("a/灯塔.md", "灯塔", "2021年3月2日，灯塔开始重建。");
        announcer.announce();
        assertEquals(List.of("c1"), asked);
        assertEquals("安", recent().getFirst().author());
        assertEquals("c2", store.findings().commit());
    }

    @Test
    void whom_nobody_can_reach_has_nothing_queued() throws Exception {
        subscribe(5, new Subject.Everything());
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        store.lostPlaces().lost(new Place(5, 0), LostPlaces.Reason.GONE, NOW);
        write("a/灯塔.md", "灯塔", "2021年3月2日，灯塔开始重建。");
        assertEquals(new Announced(1, 0, true), announcer.announce());
    }

    @Test
    void a_place_with_several_subscriptions_is_told_of_a_change_once() throws Exception {
        subscribe(5, new Subject.Everything());
        subscribe(5, new Subject.Page("a/灯塔.md"));
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        write("a/灯塔.md", "灯塔", "2021年3月2日，灯塔开始重建。");
        assertEquals(1, announcer.announce().notices());
    }

    @Test
    void an_archive_that_seems_to_vanish_is_waited_for_and_one_that_is_another_begins_anew() throws Exception {
        subscribe(5, new Subject.Everything());
        for (int i = 0; i < 20; i++) {
            write("a/" + i + ".md", "第" + i, "2021年3月1日，第" + i + "座灯塔开始重建。");
        }
        announcer.announce();
        for (int i = 0; i < 15; i++) {
            Files.delete(archive.resolve("a/" + i + ".md"));
        }
        assertEquals(new Announced(0, 0, false), announcer.announce());
        assertEquals(new Announced(0, 0, false), announcer.announce());
        assertEquals(new Announced(15, 15, true), announcer.announce());
        for (int i = 15; i < 20; i++) {
            Files.delete(archive.resolve("a/" + i + ".md"));
        }
        for (int look = 0; look < 5; look++) {
            assertEquals(new Announced(0, 0, false), announcer.announce());
        }
        for (int i = 0; i < 12; i++) {
            write("z/" + i + ".md", "别的" + i, "2019年3月1日，别的事情" + i + "。");
        }
        assertTrue(announcer.announce().settled());
    }

    @Test
    void thousands_of_new_files_are_taken_in_parts_and_told_together() throws Exception {
        subscribe(5, new Subject.Everything());
        write("a/灯塔.md", "灯塔", "2021年3月1日，灯塔开始重建。");
        announcer.announce();
        int many = Announcer.PART * 2 + 7;
        for (int i = 0; i < many; i++) {
            write("b/" + i + ".md", "第" + i, "2021年3月1日，第" + i + "座灯塔开始重建。");
        }
        Announced announced = announcer.announce();
        assertEquals(new Announced(many, many, true), announced);
        assertEquals(many, store.outbox().counts().waiting());
        assertEquals(NOTHING, announcer.announce());
    }

    private Announcer announcer() {
        return new Announcer(archive, store, Aliases.none(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<Brief> recent() throws StoreFailure {
        return store.changeLog().recent(Instant.EPOCH, 100);
    }

    private void subscribe(long chat, Subject subject) {
        store.subscriptions().save(
                new Subscription(Subscriptions.newId(), new Place(chat, 0), subject, Wanted.usual()), NOW);
    }

    private void write(String path, String title, String... statements) throws IOException {
        Path file = archive.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\ntitle: " + title + "\n---\n\n## 经过\n\n" + String.join("\n\n", statements) + "\n");
    }
}
