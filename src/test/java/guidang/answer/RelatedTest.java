package guidang.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Whole;
import guidang.archive.Entry;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.query.QueryReader;

import static guidang.answer.Pages.citation;
import static guidang.answer.Pages.citing;
import static guidang.answer.Pages.event;
import static guidang.answer.Pages.link;
import static guidang.answer.Pages.linking;
import static guidang.answer.Pages.on;
import static guidang.answer.Pages.page;
import static guidang.answer.Pages.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class RelatedTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 4);
    @TempDir
    Path folder;

    private List<String> related(String to, List<Entry> entries) throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none())) {
            try (ArchiveIndex.Update update = index.update()) {
                for (Entry entry : entries) {
                    update.put(entry);
                }
                update.commit();
            }
            Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            return assertInstanceOf(Whole.class, new Answers(index, clock).entry(to, 0)).related().stream()
                    .map(Item::title).toList();
        }
    }

    @Test
    void alike_things_of_one_day_are_one_event_only_where_one_entry_names_the_other() throws IOException {
        assertEquals(List.of("书摊"), related("钟楼", List.of(
                page("a/钟楼.md", "钟楼", section("暂停新住户登记", event("a", on("2021-07-09"), "2021年7月9日，钟楼暂停新住户登记。"))),
                page("a/磨坊.md", "磨坊", section("暂停新住户登记", event("b", on("2021-07-08"), "2021年7月8日，磨坊暂停新住户登记。"))),
                page("a/书摊.md", "书摊", section("邻居", event("c", on("2021-07-09"), "2021年7月9日，钟楼也暂停新住户登记。"))))));
    }

    @Test
    void links_both_ways_count_more_than_one_and_a_page_that_many_cite_counts_nothing() throws IOException {
        var entries = new ArrayList<Entry>();
        entries.add(linking(page("b/码头.md", "码头",
                section("一", citing(event("d", null, "码头的账。"), citation("https://example.com/common")))), "b/灯房.md",
                "灯房"));
        entries.add(linking(page("b/船坞.md", "船坞", section("一", event("e", null, "船坞挨着码头。"))), "b/码头.md", "码头"));
        entries.add(linking(page("b/灯房.md", "灯房", section("一", event("f", null, "灯房在码头尽头。"))), "b/码头.md", "码头"));
        for (int i = 0; i < 6; i++) {
            entries.add(page("c/" + i + ".md", "甲乙丙丁戊己".substring(i, i + 1) + "地", section("一",
                    citing(event("g" + i, null, "某地的事。"), citation("https://example.com/common")))));
        }
        assertEquals(List.of("灯房", "船坞"), related("码头", entries));
    }

    @Test
    void a_link_tells_nothing_of_who_published_it() throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none())) {
            try (ArchiveIndex.Update update = index.update()) {
                update.put(page("d/磨坊.md", "磨坊", section("传闻",
                        link("h", null, "磨坊被约谈后改了招牌 - 河湾报", "https://example.com/mill", "河湾报"))));
                update.put(page("d/渡口.md", "渡口", section("停渡", event("i", on("2021-03-04"), "2021年3月4日，渡口停渡。"))));
                update.commit();
            }
            Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            assertInstanceOf(Nothing.class, new Answers(index, clock).ask(QueryReader.question("河湾报为什么被约谈", TODAY)));
        }
    }
}
