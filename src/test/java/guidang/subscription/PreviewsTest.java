package guidang.subscription;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Change.Kind;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PreviewsTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @TempDir
    private Path folder;
    private ArchiveIndex index;
    private Previews previews;

    @BeforeEach
    void open() throws IOException {
        index = ArchiveIndex.open(folder, Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            update.put(entry("a.md", "青鸟", true, null, "2022-07-01", "恢复注册。"));
            update.put(entry("b.md", "白鸽", true, "2022-06-20", "2021-01-01", "青鸟的对手关停。"));
            update.put(entry("c.md", "旧闻", true, "2021-05-05", null, "青鸟上线。"));
            update.put(entry("d.md", "草稿", false, "2022-07-02", null, "青鸟下架。"));
            update.commit();
        }
        previews = new Previews(index, Aliases.none());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static Entry entry(String path, String title, boolean published, @Nullable String dated,
            @Nullable String created, String text) {
        var event = new Event(new EventId(path.substring(0, 1)), text, List.of(), null, List.of(), 1, false);
        var section = new Section("", List.of(), 0, "", 1, false, List.of(event), List.of());
        return new Entry(new EntryPath(path), Entry.Kind.PAGE, title, "", List.of("应用"), "", published, when(dated),
                when(created), List.of(section), List.of(), 1, path);
    }

    private static @Nullable When when(@Nullable String day) {
        return day == null
                ? null
                : new When(LocalDate.parse(day), LocalDate.parse(day), When.Precision.DAY, When.Relation.ON, false, day,
                        When.Basis.ENTRY);
    }

    private static Brief brief(Kind kind, String path, String title, String before, String after, String at) {
        return new Brief(kind, path, "", title, "", "", null, before, after,
                List.of(new Brief.Source("新闻", "https://web.archive.org/web/20210101000000/https://example.com/a")), "",
                "", Instant.parse(at));
    }

    private Preview of(String text, Set<Wanted> kinds, Instant since, Brief... log) {
        var subscription = new Subscription("x", new Place(1, 0), new Subject.Search(text), kinds);
        return previews.of(subscription, List.of(log), since, NOW, ZONE);
    }

    @Test
    void changes_of_the_last_ninety_days_are_counted_where_the_log_is_long_enough() {
        Preview preview = of("青鸟", Wanted.usual(), LONG_AGO,
                brief(Kind.EVENT_ADDED, "a.md", "青鸟", "", "客服恢复。", "2024-04-30T10:00:00Z"),
                brief(Kind.EVENT_ADDED, "a.md", "青鸟", "", "广告恢复。", "2024-04-29T10:00:00Z"),
                brief(Kind.EVENT_REMOVED, "gone.md", "已删", "青鸟下架。", "", "2024-03-01T10:00:00Z"),
                brief(Kind.ENTRY_REMOVED, "青鸟.md", "青鸟", "", "", "2024-02-02T00:00:00Z"),
                brief(Kind.SNAPSHOT_ADDED, "a.md", "青鸟", "", "客服恢复。", "2024-04-30T10:00:00Z"),
                brief(Kind.EVENT_ADDED, "b.md", "白鸽", "", "搬家。", "2024-04-30T10:00:00Z"),
                brief(Kind.EVENT_ADDED, "a.md", "青鸟", "", "太早。", "2024-02-01T23:00:00Z"));
        assertEquals(4, preview.count());
        assertEquals(Preview.Basis.CHANGES, preview.basis());
        assertEquals(List.of(LocalDate.of(2024, 2, 2), LocalDate.of(2024, 5, 1)),
                List.of(preview.from(), preview.to()));
        assertEquals(List.of("客服恢复。", "", ""), preview.examples().stream().map(Brief::after).toList());
    }

    @Test
    void tags_and_sources_count_as_far_as_they_are_known() {
        Brief added = brief(Kind.EVENT_ADDED, "a.md", "青鸟", "", "客服恢复。", "2024-04-30T10:00:00Z");
        assertEquals(1, of("tag:应用", Wanted.usual(), LONG_AGO, added).count());
        assertEquals(1, of("site:example.com", Wanted.usual(), LONG_AGO, added).count());
        assertEquals(0, of("site:archive.org", Wanted.usual(), LONG_AGO, added).count());
    }

    @Test
    void entries_are_counted_by_their_dates_where_the_log_is_too_short() {
        Preview preview = of("青鸟", Wanted.usual(), Instant.parse("2024-03-01T00:00:00Z"),
                brief(Kind.EVENT_ADDED, "a.md", "青鸟", "", "客服恢复。", "2024-04-30T10:00:00Z"));
        assertEquals(Preview.Basis.ENTRIES, preview.basis());
        assertEquals(2, preview.count());
        assertEquals(LocalDate.of(2022, 7, 1), preview.to());
        assertEquals(LocalDate.of(2022, 4, 3), preview.from());
        assertEquals(List.of("青鸟", "白鸽"), preview.examples().stream().map(Brief::title).toList());
    }

    @Test
    void an_entry_made_in_that_time_is_added_and_an_older_one_corrected() {
        assertEquals(List.of("a.md"), paths(of("青鸟", EnumSet.of(Wanted.ADDED), NOW)));
        assertEquals(List.of("b.md"), paths(of("青鸟", EnumSet.of(Wanted.CORRECTED), NOW)));
        assertEquals(List.of(), paths(of("青鸟", EnumSet.of(Wanted.REMOVED, Wanted.SOURCES), NOW)));
    }

    private static List<String> paths(Preview preview) {
        return preview.examples().stream().map(Brief::path).toList();
    }
}
