package guidang.answer;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MomentsTest {
    @Test
    void a_later_clause_with_a_date_of_its_own_is_told_on_that_date() {
        List<Item> items = moments("2012-12-13", "2012年12月13日，书店开张，2013年6月7日 阅读器上市。后来没有消息。");
        assertEquals(List.of("2012-12-13", "2013-06-07"), dates(items));
        assertEquals("2013年6月7日 阅读器上市。", items.get(1).text());
        assertTrue(items.getFirst().text().endsWith("后来没有消息。"), items.getFirst().text());
    }

    @Test
    void a_date_in_the_middle_of_a_clause_begins_nothing() {
        assertEquals(List.of("2019-04-18"), dates(moments("2019-04-18", "2019年4月18日，公司宣布将于 2019年7月18日 退出市场。")));
    }

    @Test
    void the_same_date_once_more_begins_nothing() {
        assertEquals(List.of("2019-04-18"),
                dates(moments("2019-04-18", "2019年4月18日，网站关闭。2019年4月18日晚上，网站又开了。")));
    }

    @Test
    void an_undated_event_is_one_item() {
        Event event = Pages.event("e", null, "说来话长，2013年6月7日，阅读器上市。");
        assertEquals(1, Moments.of(entry(event), entry(event).sections().getFirst(), event).size());
    }

    @Test
    void many_dates_take_bounded_time() {
        String text = "2012年12月13日，开张，".repeat(50_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> moments("2012-12-13", text));
    }

    private static List<Item> moments(String date, String text) {
        Event event = Pages.event("e", Pages.on(date), text);
        return Moments.of(entry(event), entry(event).sections().getFirst(), event);
    }

    private static List<String> dates(List<Item> items) {
        return items.stream().map(Item::when).map(when -> when == null ? "" : isoOf(when)).toList();
    }

    private static String isoOf(When when) {
        return when.iso();
    }

    private static Entry entry(Event event) {
        return Pages.page("a.md", "书店", Pages.section("经过", event));
    }
}
