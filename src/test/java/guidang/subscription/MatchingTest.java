package guidang.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.change.Change;
import guidang.change.Change.Kind;
import guidang.index.Aliases;
import guidang.subscription.Matching.Match;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MatchingTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 1);
    private static final Set<Wanted> ALL = EnumSet.allOf(Wanted.class);

    private static Subscription on(String id, Subject subject) {
        return new Subscription(id, new Place(7, 0), subject, ALL);
    }

    private static Subscription searching(String text) {
        return on(text, new Subject.Search(text));
    }

    private static Event event(String id, String text) {
        return new Event(new EventId(id), text, List.of(), null, List.of(), 1, false);
    }

    private static Section section(String heading, List<String> parents, Event... events) {
        return new Section(heading, parents, 2, heading, heading.hashCode(), false, List.of(events), List.of());
    }

    private static Entry page(String path, String title, Section... sections) {
        return page(path, title, true, sections);
    }

    private static Entry page(String path, String title, boolean published, Section... sections) {
        return new Entry(new EntryPath(path), Entry.Kind.PAGE, title, "", List.of("社交 软件"), "", published, null, null,
                List.of(sections), List.of(), 1, "00");
    }

    private static Change added(Entry entry) {
        Section section = entry.sections().getFirst();
        return change(Kind.EVENT_ADDED, entry, section, null, section.events().getFirst());
    }

    private static Change change(Kind kind, Entry entry, @Nullable Section section, @Nullable Event before,
            @Nullable Event after, Citation... citations) {
        return new Change(kind, entry, section, before, after, List.of(citations), null);
    }

    private static Change renamed(Entry entry, String from) {
        return new Change(Kind.ENTRY_RENAMED, entry, null, null, null, List.of(), new EntryPath(from));
    }

    private static List<String> told(List<Change> changes, Subscription... subscriptions) {
        return new Matching(List.of(subscriptions), Aliases.none(), TODAY).of(changes, TODAY).stream()
                .map(match -> match.subscription().id()).toList();
    }

    @Test
    void a_corrected_statement_that_does_not_name_its_page_concerns_those_who_asked_for_the_name() {
        Event after = event("b", "八月起恢复注册。");
        Entry entry = page("a/青鸟.md", "青鸟", section("注册", List.of(), after));
        Change corrected = change(Kind.EVENT_CORRECTED, entry, entry.sections().getFirst(), event("b", "七月起恢复注册。"),
                after);
        assertEquals(List.of("青鸟"), told(List.of(corrected), searching("青鸟"), searching("白鸽")));
    }

    @Test
    void a_correction_concerns_those_whom_the_statement_concerned_before() {
        Event after = event("b", "公司本地。");
        Entry entry = page("a.md", "青鸟", section("", List.of(), event("x", "广告。"), after));
        Change corrected = change(Kind.EVENT_CORRECTED, entry, entry.sections().getFirst(), event("b", "公司外地。"),
                after);
        assertEquals(List.of("外地", "外地 -整改", "外地 -本地", "本地", "本地 -外地"),
                told(List.of(corrected), searching("外地"), searching("本地"), searching("外地 -广告"), searching("外地 -整改"),
                        searching("外地 -本地"), searching("本地 -外地"), searching("外地 本地")));
    }

    @Test
    void a_citation_that_is_gone_is_still_one_of_the_statement() {
        var citation = new Citation(Citation.Form.LINK, Citation.Place.FOOTNOTE, "1", "", "旧闻", "南方快报", null, null,
                "https://example.com/a", List.of(), "旧闻", 1);
        Event event = event("b", "公司停业。");
        Entry entry = page("a.md", "青鸟", section("", List.of(), event));
        Change removed = change(Kind.CITATION_REMOVED, entry, entry.sections().getFirst(), event, event, citation);
        assertEquals(List.of("site:example.com", "旧闻"),
                told(List.of(removed), searching("site:example.com"), searching("旧闻"), searching("site:example.org")));
    }

    @Test
    void a_change_of_a_whole_entry_concerns_those_whom_one_of_its_sections_does() {
        Entry entry = page("a.md", "青鸟", section("注册", List.of(), event("a", "恢复。")),
                section("直播", List.of(), event("b", "整改。")));
        Change gone = change(Kind.ENTRY_REMOVED, entry, null, null, null);
        assertEquals(List.of("直播 整改"), told(List.of(gone), searching("直播 整改"), searching("注册 整改")));
    }

    @Test
    void only_wanted_kinds_are_told() {
        Entry entry = page("a.md", "青鸟", section("", List.of(), event("a", "恢复。")));
        var removals = new Subscription("r", new Place(1, 2), new Subject.Page("a.md"), Set.of(Wanted.REMOVED));
        assertEquals(List.of(), told(List.of(added(entry)), removals));
        assertEquals(List.of("r"), told(List.of(change(Kind.ENTRY_REMOVED, entry, null, null, null)), removals));
    }

    @Test
    void what_happens_to_an_unpublished_entry_concerns_nobody() {
        Entry entry = page("a.md", "青鸟", false, section("", List.of(), event("a", "恢复。")));
        assertEquals(List.of(), told(List.of(added(entry)), searching("青鸟"), on("p", new Subject.Page("a.md")),
                on("e", new Subject.Everything())));
    }

    @Test
    void the_most_particular_subject_comes_first() {
        Entry entry = page("公司/a.md", "青鸟", section("注册", List.of(), event("a", "恢复。")));
        assertEquals(List.of("5", "4", "3", "2", "1", "0"),
                told(List.of(added(entry)), on("0", new Subject.Everything()), on("1", new Subject.Folder("公司")),
                        on("2", new Subject.Tag("社交软件")), on("3", new Subject.Search("青鸟")),
                        on("4", new Subject.Page("公司/a.md")), on("5", new Subject.Section("公司/a.md", "注册"))));
    }

    @Test
    void a_section_includes_what_stands_below_its_heading() {
        Section below = section("海外", List.of("注册"), event("a", "恢复。"));
        Section beside = section("直播", List.of(), event("b", "整改。"));
        Entry entry = page("a.md", "青鸟", below, beside);
        Subscription wanted = on("s", new Subject.Section("a.md", "注册"));
        assertEquals(List.of("s"), told(List.of(added(entry)), wanted));
        assertEquals(List.of(),
                told(List.of(change(Kind.EVENT_ADDED, entry, beside, null, beside.events().getFirst())), wanted));
        assertEquals(List.of("s"), told(List.of(change(Kind.ENTRY_REMOVED, entry, null, null, null)), wanted));
    }

    @Test
    void a_folder_includes_those_below_and_one_that_an_entry_leaves() {
        Entry entry = page("公司/甲/a.md", "青鸟", section("", List.of(), event("a", "恢复。")));
        assertEquals(List.of("f", "g"), told(List.of(added(entry)), on("f", new Subject.Folder("公司")),
                on("g", new Subject.Folder("公司/甲")), on("h", new Subject.Folder("甲")),
                on("i", new Subject.Folder("公"))));
        assertEquals(List.of("old"), told(List.of(renamed(entry, "旧/a.md")), on("old", new Subject.Folder("旧"))));
    }

    @Test
    void a_page_is_followed_when_it_is_renamed() {
        Entry moved = page("b.md", "青鸟", section("注册", List.of(), event("a", "恢复。")));
        Entry stranger = page("a.md", "白鸽", section("", List.of(), event("c", "新开。")));
        List<Change> batch = List.of(added(stranger), renamed(moved, "a.md"), added(moved));
        var matching = new Matching(List.of(on("p", new Subject.Page("a.md")),
                on("s", new Subject.Section("a.md", "注册")), on("q", new Subject.Page("b.md"))), Aliases.none(), TODAY);
        assertEquals(List.of(on("p", new Subject.Page("b.md")), on("s", new Subject.Section("b.md", "注册"))),
                matching.follow(batch));
        assertEquals(List.of("s b.md", "p b.md", "q b.md", "s b.md", "p b.md", "q b.md"), places(matching, batch));
        assertEquals(List.of(), matching.follow(List.of(added(moved))));
    }

    @Test
    void a_page_with_another_title_stays_where_it_is() {
        Entry entry = page("a.md", "青鸟", section("", List.of(), event("a", "恢复。")));
        var matching = new Matching(List.of(on("p", new Subject.Page("a.md"))), Aliases.none(), TODAY);
        assertEquals(List.of(), matching.follow(List.of(renamed(entry, "a.md"))));
        assertEquals(List.of("p a.md"), places(matching, List.of(renamed(entry, "a.md"))));
    }

    @Test
    void two_pages_that_change_places_keep_their_readers() {
        Entry first = page("b.md", "青鸟", section("", List.of(), event("a", "恢复。")));
        Entry second = page("a.md", "白鸽", section("", List.of(), event("c", "新开。")));
        List<Change> batch = List.of(renamed(second, "b.md"), renamed(first, "a.md"));
        var matching = new Matching(List.of(on("one", new Subject.Page("a.md")), on("two", new Subject.Page("b.md"))),
                Aliases.none(), TODAY);
        assertEquals(2, matching.follow(batch).size());
        assertEquals(List.of("two a.md", "one b.md"), places(matching, batch));
    }

    private static List<String> places(Matching matching, List<Change> batch) {
        return matching.of(batch, TODAY).stream()
                .map(match -> match.subscription().id() + " " + match.change().entry().path()).toList();
    }

    @Test
    void one_that_was_removed_or_changed_is_not_told_as_before() {
        Entry entry = page("a.md", "青鸟", section("", List.of(), event("a", "恢复。")));
        var matching = new Matching(List.of(searching("青鸟"), on("other", new Subject.Search("青鸟"))), Aliases.none(),
                TODAY);
        matching.remove("青鸟");
        assertEquals(List.of("other"), ids(matching.of(List.of(added(entry)), TODAY)));
        matching.add(on("other", new Subject.Search("白鸽")));
        assertEquals(List.of(), ids(matching.of(List.of(added(entry)), TODAY)));
        matching.remove("other");
        matching.remove("nobody");
        assertEquals(0, matching.size());
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.subscription().id()).toList();
    }

    @Test
    void many_together_are_told_what_each_alone_would_be() {
        var random = new Random(5);
        String[] words = {"青鸟", "白鸽", "注册", "恢复", "直播", "整改", "下架", "广告", "版号", "停业"};
        var all = new ArrayList<Subscription>();
        for (int i = 0; i < 400; i++) {
            String text = words[random.nextInt(10)] + " " + words[random.nextInt(10)];
            all.add(on(String.format("%03d", i),
                    new Subject.Search(random.nextBoolean() ? text : text.substring(0, 2))));
        }
        var together = new Matching(all, Aliases.none(), TODAY);
        for (int i = 0; i < 20; i++) {
            var text = new StringBuilder();
            random.ints(4, 0, 10).forEach(at -> text.append(words[at]));
            Change change = added(page("a.md", words[i % 10], section("", List.of(), event("a", text.toString()))));
            List<String> expected = all.stream().filter(one -> !told(List.of(change), one).isEmpty())
                    .map(Subscription::id).toList();
            assertEquals(expected, ids(together.of(List.of(change), TODAY)));
            assertTrue(expected.size() > 10, () -> Arrays.toString(words));
        }
    }
}
