package guidang.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.store.ChatSettings.ChangedBy;
import guidang.store.ChatSettings.Length;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A store that the first released version made, with something in every table, is opened by this one with all of it.
 * What it holds stands in {@code store/first-released.sql}, in the columns of that version: it is never changed.
 */
class UpgradeTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_658_836_800_000L);

    @TempDir
    private Path folder;

    @Test
    void a_store_of_the_first_version_keeps_its_contents() throws Exception {
        Path file = folder.resolve("guidang.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure(Database.class.getClassLoader()).dataSource(url, null, null)
                .locations("classpath:guidang/store").target("1").load().migrate();
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            for (String insert : resource().strip().lines().toList()) {
                statement.execute(insert);
            }
        }
        try (Store store = Store.open(file)) {
            assertEquals(List.of(new Inbox.Update(12, "{\"update_id\":12}", 1)), store.inbox().open());
            assertEquals(new ChatSettings("zh-Hant", ChangedBy.CREATOR, Length.USUAL, 60),
                    store.chats().settings(-5));
            assertTrue(store.chats().isQuiet(-5, 9));
            assertEquals(3, store.replies().at(-5, 4).orElseThrow().asked());
            assertEquals("/search 灯塔", store.keptCommands().find("kept-command-1", NOW).orElseThrow());
            assertEquals("told", store.facts().get("a-fact").orElseThrow());
            assertEquals(List.of(new Subscription("subscription-001", new Place(-5, 9),
                    new Subject.Section("a/灯塔.md", "重建"), Set.of(Wanted.ADDED, Wanted.CORRECTED))),
                    store.subscriptions().all());
            assertEquals(new DeliverySettings(DeliverySettings.Timing.WEEKLY, 20, DayOfWeek.FRIDAY,
                    ZoneId.of("Asia/Taipei"), 22, 8, true, NOW),
                    store.subscriptions().settings(new Place(-5, 9)).orElseThrow());
            assertEquals(LostPlaces.Reason.GONE, store.lostPlaces().reason(new Place(-6, 0)).orElseThrow());
            assertArrayEquals("灯塔\n".getBytes(StandardCharsets.UTF_8),
                    store.toldFiles().content("a/灯塔.md").orElseThrow());
            assertEquals("灯塔亮了。", store.changeLog().recent(NOW, 9).getFirst().after());
            assertEquals(new Outbox.Counts(1, 0, 1, 0, 0), store.outbox().counts());
            assertEquals(List.of("subscription-001"), store.noticeLog().told(-5, 40, 9).subscriptions());
        }
    }

    private static String resource() throws Exception {
        try (var in = UpgradeTest.class.getResourceAsStream("/store/first-released.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
