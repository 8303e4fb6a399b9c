package guidang.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.store.Inbox.Update;
import guidang.store.StoreUnavailable.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class StoreTest {
    private static final Instant NOW = Instant.parse("2022-07-26T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void an_update_is_new_once_and_open_until_it_is_done() throws Exception {
        try (Store store = open()) {
            Inbox inbox = store.inbox();
            assertEquals(2, inbox.accept(List.of(update(1), update(2), update(1)), NOW).size());
            assertEquals(List.of(update(3)), inbox.accept(List.of(update(2), update(3)), NOW));
            inbox.done(List.of(2L));
            inbox.setAside(3);
        }
        try (Store store = open()) {
            assertEquals(List.of(update(1)), store.inbox().open());
            assertEquals(1, store.inbox().counts().aside());
            assertEquals(List.of(), store.inbox().accept(List.of(update(1), update(2), update(3)), NOW));
        }
    }

    @Test
    void numbers_are_forgotten_after_three_days_but_not_what_is_open() throws Exception {
        try (Store store = open()) {
            store.inbox().accept(List.of(update(1), update(2)), NOW);
            store.inbox().done(List.of(1L));
            store.forgetOld(NOW.plus(Duration.ofDays(2)));
            assertEquals(List.of(), store.inbox().accept(List.of(update(1)), NOW));
            store.forgetOld(NOW.plus(Duration.ofDays(4)));
            assertEquals(1, store.inbox().accept(List.of(update(1)), NOW).size());
            assertEquals(2, store.inbox().open().size());
        }
    }

    @Test
    void a_chat_that_moves_takes_what_it_chose_along_and_what_is_there_already_stays() throws Exception {
        var english = new ChatSettings("en", ChatSettings.USUAL.changedBy(), ChatSettings.USUAL.length(), 5);
        try (Store store = open()) {
            Chats chats = store.chats();
            chats.save(-1, english, NOW);
            chats.quiet(-1, 4, true);
            chats.quiet(-1, 5, true);
            chats.quiet(-2, 5, true);
            store.replies().keep(new Replies.Reply(-1, 10, 9, 7), NOW, null);
            store.replies().keep(new Replies.Reply(-1, 11, 8, 7), NOW, null);
            store.replies().keep(new Replies.Reply(-2, 11, 3, 6), NOW, null);
            chats.move(-1, -2);
            assertEquals(english, chats.settings(-2));
            assertEquals(ChatSettings.USUAL, chats.settings(-1));
            assertTrue(chats.isQuiet(-2, 4));
            assertTrue(chats.isQuiet(-2, 5));
            assertFalse(chats.isQuiet(-1, 4));
            assertTrue(store.replies().at(-2, 10).isEmpty());
            assertEquals(3, store.replies().at(-2, 11).orElseThrow().asked());
            assertTrue(store.replies().at(-1, 11).isEmpty());
            chats.move(-1, -2);
            assertEquals(english, chats.settings(-2));
        }
    }

    @Test
    void one_process_at_a_time_has_the_store() throws Exception {
        try (Store store = open()) {
            assertEquals(Reason.LOCKED, assertThrows(StoreUnavailable.class, this::open).reason());
            assertEquals(0, store.inbox().counts().aside());
        }
        open().close();
    }

    @Test
    void a_store_of_a_newer_version_is_left_alone() throws Exception {
        open().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', 'later', type, "
                    + "'V999__later.sql', checksum, installed_by, installed_on, execution_time, success "
                    + "FROM flyway_schema_history WHERE version = '1'");
        }
        byte[] before = Files.readAllBytes(file());
        assertEquals(Reason.NEWER, assertThrows(StoreUnavailable.class, this::open).reason());
        assertEquals(before.length, Files.size(file()));
    }

    @Test
    void what_is_no_store_is_told() throws Exception {
        Files.writeString(file(), "this is a letter, not a store. ".repeat(500));
        assertEquals(Reason.DAMAGED, assertThrows(StoreUnavailable.class, this::open).reason());
        Files.delete(file());
        Files.createDirectory(file());
        assertEquals(Reason.DISK, assertThrows(StoreUnavailable.class, this::open).reason());
    }

    @Test
    void a_full_disk_fails_without_words_of_anybody_and_passes() throws Exception {
        try (Store store = open()) {
            Database database = store.database();
            int pages = database.inTransaction(
                    handle -> handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
            limit(database, pages + 1);
            var big = new Update(5, "secret words ".repeat(10_000), 1);
            StoreFailure failure = assertThrows(StoreFailure.class,
                    () -> store.inbox().accept(List.of(update(4), big), NOW));
            assertEquals(Reason.DISK, failure.reason());
            assertEquals("disk (SQLITE_FULL)", failure.getMessage());
            assertNull(failure.getCause());
            assertEquals(List.of(), store.inbox().open());
            limit(database, 1_000_000);
            assertEquals(2, store.inbox().accept(List.of(update(4), big), NOW).size());
        }
    }

    @Test
    @Tag("long")
    @Timeout(600)
    void the_file_stays_as_small_as_three_days_need_over_two_hundred_thousand_updates() throws Exception {
        String body = "{\"update_id\":1,\"message\":{\"text\":\"" + "字".repeat(300) + "\"}}";
        var sizes = new ArrayList<Long>();
        try (Store store = open()) {
            for (int day = 0; day < 20; day++) {
                Instant now = NOW.plus(Duration.ofDays(day));
                store.forgetOld(now);
                for (int batch = 0; batch < 100; batch++) {
                    long first = day * 10_000L + batch * 100L + 1;
                    store.inbox().accept(LongStream.range(first, first + 100)
                            .mapToObj(id -> new Update(id, body, 1)).toList(), now);
                    store.inbox().done(LongStream.range(first, first + 100).boxed().toList());
                }
                sizes.add(Files.size(file()));
            }
        }
        System.out.println("store, bytes after each 10,000 updates: " + sizes);
        assertTrue(sizes.getLast() < sizes.get(6) * 1.2, sizes::toString);
    }

    private static void limit(Database database, int pages) {
        database.inTransaction(
                handle -> handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Integer.class).one());
    }

    private static Update update(long id) {
        return new Update(id, "{}", 1);
    }

    private Path file() {
        return folder.resolve("guidang.db");
    }

    private Store open() throws StoreUnavailable {
        return Store.open(file());
    }
}
