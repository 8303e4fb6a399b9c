package guidang.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.answer.Answer.Latest;
import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Timeline;
import guidang.archive.Entry;
import guidang.archive.When;
import guidang.archive.When.Basis;
import guidang.archive.When.Precision;
import guidang.archive.When.Relation;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.query.QueryReader;

import static guidang.answer.Pages.event;
import static guidang.answer.Pages.on;
import static guidang.answer.Pages.page;
import static guidang.answer.Pages.section;
import static guidang.answer.Pages.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** What the archive dates to a period, whatever it is about. */
class TimelinesTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 4);
    @TempDir
    static Path folder;
    private static ArchiveIndex index;
    private static Answers answers;

    @BeforeAll
    static void fill() throws IOException {
        index = ArchiveIndex.open(folder, Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            for (Entry entry : entries()) {
                update.put(entry);
            }
            update.commit();
        }
        answers = new Answers(index, Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Entry> entries() {
        return List.of(
                tagged(page("a/磨坊.md", "磨坊", section("停工", event("stop", on("2021-08-20"), "2021年8月20日，磨坊停工。"),
                        event("again", on("2021-09-02"), "2021年9月2日，磨坊又开了工。")),
                        section("旧闻", event("copied", on("2021-08-09").withBasis(Basis.SNAPSHOT), "磨坊的老照片。"),
                                event("old", on("2003-04-05").withBasis(Basis.SNAPSHOT), "更老的照片。"))),
                        "水车"),
                page("b/渡口.md", "渡口", section("改道", event("year", on("2021"), "2021年，渡口改了道。"),
                        event("month", on("2021-08"), "2021年8月，渡口关了灯。"),
                        event("range", range("2021-07-30", "2021-08-02"), "2021年7月30日至8月2日，渡口歇业。"),
                        event("years", range("2020-01-01", "2021-12-31"), "2020年至2021年，渡口没有账目。"))));
    }

    private static When range(String from, String to) {
        return new When(LocalDate.parse(from), LocalDate.parse(to), Precision.RANGE, Relation.ON, false,
                from + "～" + to, Basis.STATED);
    }

    private static Answer ask(String typed) {
        return answers.timeline(QueryReader.onlyPeriod(typed, TODAY).orElseThrow(), 0);
    }

    private static List<String> ids(String typed) {
        return assertInstanceOf(Timeline.class, ask(typed)).items().stream().map(item -> item.id().value()).toList();
    }

    @Test
    void a_period_alone_holds_what_is_dated_to_it_of_every_entry_in_order() {
        assertEquals(List.of("range", "month", "stop"), ids("2021年8月有什么事"));
        assertEquals(List.of("year", "range", "month", "stop", "again"), ids("去年发生了什么"));
    }

    @Test
    void a_vaguer_date_than_the_period_is_not_of_it_but_days_that_reach_into_it_are() {
        assertEquals(List.of("range"), ids("2021年8月1日发生了什么"));
        assertEquals(List.of("years", "year", "range", "month", "stop", "again"), ids("2020年到2021年"));
    }

    @Test
    void when_a_copy_was_made_counts_only_where_nothing_else_is_dated() {
        assertEquals(List.of("old"), ids("2003年有什么事"));
    }

    @Test
    void filters_narrow_a_period() {
        assertEquals(List.of("stop"), ids("2021年8月 tag:水车"));
    }

    @Test
    void a_period_without_events_says_so_and_lately_shows_what_is_newest() {
        assertEquals(Nothing.Reason.FILTERED_OUT, assertInstanceOf(Nothing.class, ask("1950年有什么事")).reason());
        assertInstanceOf(Latest.class, ask("最近发生了什么"));
    }
}
