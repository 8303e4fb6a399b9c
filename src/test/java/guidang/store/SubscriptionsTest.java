package guidang.store;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SubscriptionsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Place HERE = new Place(-100, 7);

    @TempDir
    private Path folder;

    @Test
    void every_kind_of_subject_comes_back_as_it_was() throws Exception {
        List<Subject> subjects = List.of(new Subject.Search("\"灯塔\" -雾"), new Subject.Page("a/灯塔.md"),
                new Subject.Section("a/灯塔.md", "重建"), new Subject.Tag("海"), new Subject.Folder("a"),
                new Subject.Everything());
        try (Store store = Store.open(folder.resolve("guidang.db"))) {
            for (int i = 0; i < subjects.size(); i++) {
                store.subscriptions().save(new Subscription(Subscriptions.newId(), HERE, subjects.get(i),
                        Set.of(Wanted.ADDED, Wanted.SOURCES)), NOW.plusSeconds(i));
            }
        }
        try (Store store = Store.open(folder.resolve("guidang.db"))) {
            List<Subscription> kept = store.subscriptions().of(HERE);
            assertEquals(subjects, kept.stream().map(Subscription::subject).toList());
            assertEquals(Set.of(Wanted.ADDED, Wanted.SOURCES), kept.getFirst().kinds());
            assertEquals(kept, store.subscriptions().all());
        }
    }

    @Test
    void a_subscription_is_removed_only_where_it_was_made() throws Exception {
        try (Store store = Store.open(folder.resolve("guidang.db"))) {
            var one = new Subscription(Subscriptions.newId(), HERE, new Subject.Everything(), Wanted.usual());
            store.subscriptions().save(one, NOW);
            assertFalse(store.subscriptions().remove(new Place(-100, 0), one.id()));
            assertTrue(store.subscriptions().remove(HERE, one.id()));
            assertEquals(List.of(), store.subscriptions().all());
        }
    }

    @Test
    void what_a_place_chose_about_delivery_comes_back_as_it_was() throws Exception {
        var chosen = new DeliverySettings(DeliverySettings.Timing.WEEKLY, 20, DayOfWeek.FRIDAY,
                ZoneId.of("Asia/Taipei"), 22, 8, true, NOW);
        try (Store store = Store.open(folder.resolve("guidang.db"))) {
            assertTrue(store.subscriptions().settings(HERE).isEmpty());
            store.subscriptions().save(HERE, DeliverySettings.usual(ZoneId.of("UTC")));
            store.subscriptions().save(HERE, chosen);
            assertEquals(chosen, store.subscriptions().settings(HERE).orElseThrow());
        }
    }
}
