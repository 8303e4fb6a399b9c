package guidang.change;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.archive.Entry;

import static guidang.change.Pages.file;
import static guidang.change.Pages.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ChangesTest {
    private static final String BODY = """
            ## 论坛

            2021年3月1日，甲公司关闭了它的论坛，旧帖不再能够查看。[^a]

            2021年5月2日，有用户发现客服电话也已经停用。[^b]

            ## 规则

            2022年1月，新的用户规则要求实名登记，否则不能发言。

            未登记的账号只能浏览。

            [^a]: 记者甲, 《[论坛关闭](https://web.archive.org/web/20210301120000/https://news.example.com/1)》, 甲网, 2021-03-01.
            [^b]: [电话停用 - 乙网](https://example.org/2)
            """;

    @Test
    void nothing_changes_where_nothing_differs() {
        assertEquals(List.of(), told(BODY, BODY));
    }

    @Test
    void a_new_statement_is_added() {
        assertEquals(List.of("EVENT_ADDED 2021年6月1日，甲公司在杭州开设了新的客服中心。"), told(BODY,
                BODY.replace("## 规则", "2021年6月1日，甲公司在杭州开设了新的客服中心。\n\n## 规则")));
    }

    @Test
    void a_statement_that_is_gone_is_removed() {
        assertEquals(List.of("EVENT_REMOVED 2021年5月2日，有用户发现客服电话也已经停用。"), told(BODY,
                BODY.replaceAll("2021年5月2日.*\n", "").replaceAll("\\[\\^b\\]:.*\n", "")));
    }

    @Test
    void a_statement_that_reads_a_little_differently_is_corrected() {
        assertEquals(List.of("EVENT_CORRECTED 2021年3月1日，甲公司关闭了它的论坛，旧帖不再能够查看。"
                + " → 2021年3月1日，甲公司停用了它的贴吧，旧帖不再能够查看。"), told(BODY,
                        BODY.replace("关闭了它的论坛", "停用了它的贴吧")));
    }

    @Test
    void a_statement_put_before_the_paragraph_that_follows_another_leaves_the_other_as_it_was() {
        assertEquals(List.of("EVENT_ADDED 2022年2月3日，乙公司也公布了类似的规则。"), told(BODY,
                BODY.replace("未登记", "2022年2月3日，乙公司也公布了类似的规则。\n\n未登记")));
    }

    /** What a person would be told, in short. */
    static List<String> told(String before, String after) {
        return told(List.of(page("a.md", before)), List.of(page("a.md", after)));
    }

    static List<String> told(List<Entry> before, List<Entry> after) {
        var told = new ArrayList<String>();
        for (Change change : Changes.between(before, after)) {
            String what = change.citations().isEmpty() ? words(change) : change.citations().getFirst().proof();
            told.add(change.kind() + " " + what);
        }
        return told;
    }

    private static String words(Change change) {
        String before = change.before() == null ? "" : String.join("|", change.before().blocks());
        String after = change.after() == null ? "" : String.join("|", change.after().blocks());
        if (change.section() == null) {
            return (change.from() == null ? "" : change.from() + " → ") + change.entry().path();
        }
        return before + (before.isEmpty() || after.isEmpty() ? "" : " → ") + after;
    }

    @Test
    void an_entry_under_another_path_is_renamed() {
        Entry old = page("a.md", BODY);
        assertEquals(List.of("ENTRY_RENAMED a.md → b/c.md"), told(List.of(old), List.of(page("b/c.md", BODY))));
    }

    @Test
    void an_entry_that_is_hidden_is_not_there() {
        String text = "---\ntitle: 乙\npublished: false\n---\n\n" + BODY;
        Entry hidden = file("a.md", text);
        Entry shown = file("a.md", text.replace("false", "true"));
        assertEquals(List.of("ENTRY_PUBLISHED a.md"), told(List.of(hidden), List.of(shown)));
        assertEquals(List.of("ENTRY_REMOVED a.md"), told(List.of(shown), List.of(hidden)));
        assertEquals(List.of(), told(List.of(), List.of(hidden)));
        assertEquals(List.of(), told(List.of(hidden), List.of()));
    }
}
