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

    @Test
    void what_only_looks_different_is_no_change() {
        for (String after : List.of(BODY.replace("2021年3月1日，", "2021 年 3 月 1 日 ,"), BODY.replace("甲公司", "**甲公司**"),
                BODY.replace("旧帖", "<ruby>旧帖<rt>jiù tiě</rt></ruby>"), BODY.replace("客服电话", "[客服电话](/b.md)"),
                BODY.replace("[^a]", "[^1]").replace("[^b]", "[^2]"), BODY.replace("## 论坛", "### **论坛** ###"),
                BODY.replace("20210301120000/", "20210301120000if_/"),
                BODY.replace("https://example", "http://example"),
                BODY.replace("\n", "\r\n"), BODY.replace("。", "。  "))) {
            assertEquals(List.of(), told(BODY, after), after);
        }
    }

    @Test
    void a_section_that_stands_elsewhere_is_no_change() {
        String rules = BODY.substring(BODY.indexOf("## 规则"), BODY.indexOf("[^a]:"));
        String moved = rules + BODY.replace(rules, "");
        assertEquals(List.of(), told(BODY, moved));
        assertEquals(List.of(), told(BODY, moved.replace("## 规则", "#### 规则")));
        Entry other = page("b.md", "## 其他\n\n2020年1月2日，乙公司成立于杭州。");
        assertEquals(List.of(), told(List.of(page("a.md", BODY), other), List.of(page("a.md", BODY.replace(rules, "")),
                page("b.md", "## 其他\n\n2020年1月2日，乙公司成立于杭州。\n\n" + rules))));
    }

    @Test
    void a_paragraph_cut_in_two_or_joined_is_no_change() {
        String joined = "## 甲\n\n2021年3月1日，甲公司关闭了论坛。旧帖不再能够查看。有人保存了一份。";
        String cut = joined.replace("旧帖", "\n\n旧帖");
        assertEquals(List.of(), told(joined, cut));
        assertEquals(List.of(), told(cut, joined));
    }

    @Test
    void a_date_that_the_heading_states_anew_corrects_what_stands_below() {
        String body = "## 2021年\n\n3月1日，甲公司关闭了论坛。\n\n5月2日，客服电话停用。";
        assertEquals(2, told(body, body.replace("2021", "2022")).size());
        assertEquals(List.of(), told(body, body.replace("## 2021年", "## 2021年 经过")));
    }

    @Test
    void a_year_corrected_in_one_statement_is_told_of_that_one() {
        String body = "## 经过\n\n2021年3月1日，甲公司关闭了论坛。\n\n5月2日，客服电话停用。";
        assertEquals(List.of("EVENT_CORRECTED 2021年3月1日，甲公司关闭了论坛。 → 2020年3月1日，甲公司关闭了论坛。"),
                told(body, body.replace("2021", "2020")));
    }

    @Test
    void a_source_and_a_copy_are_told_of_once() {
        String more = BODY.replace("[^b]: ", "[^c]: [后续 - 丙网](https://example.net/3)\n[^b]: ");
        assertEquals(List.of("CITATION_ADDED https://example.net/3"),
                told(BODY, more.replace("旧帖不再能够查看。[^a]", "旧帖不再能够查看。[^a][^c]").replace("停用。[^b]", "停用。[^b][^c]")));
        assertEquals(List.of("CITATION_REMOVED https://example.org/2"),
                told(BODY, BODY.replace("停用。[^b]", "停用。").replaceAll("\\[\\^b\\]:.*\n", "")));
        String copy = "https://web.archive.org/web/20220102030405/https://example.org/2";
        assertEquals(List.of("SNAPSHOT_ADDED " + copy), told(BODY, BODY.replace("https://example.org/2", copy)));
        assertEquals(List.of("SNAPSHOT_REMOVED " + copy), told(BODY.replace("https://example.org/2", copy), BODY));
    }

    @Test
    void a_list_of_links_that_text_is_put_above_is_as_it_was() {
        String links = "## 链接\n\n- [第一篇 - 甲网](https://example.org/1)\n- [第二篇 - 乙网](https://example.org/2)";
        String text = links.replace("- [第一", "2021年3月1日，甲公司关闭了论坛。\n\n- [第一");
        assertEquals(List.of("EVENT_ADDED 2021年3月1日，甲公司关闭了论坛。"), told(links, text));
        assertEquals(List.of("EVENT_REMOVED 2021年3月1日，甲公司关闭了论坛。"), told(text, links));
    }

    @Test
    void a_paragraph_corrected_while_a_statement_is_put_before_it_is_told_as_both() {
        assertEquals(List.of("EVENT_ADDED 2022年2月3日，乙公司也公布了类似的规则。", "EVENT_CORRECTED 未登记的账号只能浏览。 → 未登记的账号只能匿名浏览。"),
                told(BODY, BODY.replace("未登记的账号只能", "2022年2月3日，乙公司也公布了类似的规则。\n\n未登记的账号只能匿名")));
    }

    @Test
    void a_statement_moved_to_another_page_and_corrected_is_corrected() {
        String statement = "2021年6月1日，甲公司在杭州开设了新的客服中心，共有三百个座席。\n\n";
        assertEquals(List.of("EVENT_CORRECTED 2021年6月1日，甲公司在杭州开设了新的客服中心，共有三百个座席。"
                + " → 2021年6月1日，甲公司在杭州开设了新的客服中心，共有五百个座席。"),
                told(List.of(page("a.md", statement + BODY), page("b.md", "## 乙\n\n乙公司的页面。")),
                        List.of(page("a.md", BODY),
                                page("b.md", "## 乙\n\n乙公司的页面。\n\n" + statement.replace("三百", "五百")))));
    }

    @Test
    void a_title_alone_renames_from_the_same_path() {
        Entry old = file("a.md", "---\ntitle: 旧名\n---\n\n" + BODY);
        Entry renamed = file("a.md", "---\ntitle: 新名\n---\n\n" + BODY);
        assertEquals(List.of("ENTRY_RENAMED a.md → a.md"), told(List.of(old), List.of(renamed)));
        Brief brief = Briefs.of(Changes.between(List.of(old), List.of(renamed)).getFirst(),
                Origin.noticed(java.time.Instant.EPOCH));
        assertEquals("旧名", brief.before());
        assertEquals("新名", brief.after());
        assertEquals(List.of(),
                told(List.of(old), List.of(file("a.md", "---\ntags: 甲\ndescription: 乙\ntitle: 旧名\n---\n\n"
                        + BODY))));
    }

    @Test
    void a_statement_that_leaves_the_links_below_it_takes_none_of_them_away() {
        String links = "\n\n- [第一篇 - 甲网](https://example.org/1)\n- [第二篇 - 乙网](https://example.org/2)\n\n";
        String statement = "2021年6月1日，甲公司在杭州开设了新的客服中心。\n\n";
        String other = "## 乙\n\n2020年1月2日，乙公司成立于杭州。\n\n";
        assertEquals(List.of(), told(List.of(page("a.md", "## 甲\n\n" + statement + links), page("b.md", other)),
                List.of(page("a.md", "## 甲\n\n" + links), page("b.md", other + statement))));
        assertEquals(List.of("CITATION_REMOVED https://example.org/2"), told("## 甲\n\n" + statement + links,
                "## 甲\n\n" + statement + links.replaceAll("- \\[第二.*\n", "")));
    }

    @Test
    void links_in_the_midst_of_a_section_stay_when_the_statement_above_them_goes_elsewhere() {
        String links = "\n\n- [第一篇 - 甲网](https://example.org/1)\n- [第二篇 - 乙网](https://example.org/2)\n\n";
        String first = "2021年6月1日，甲公司在杭州开设了新的客服中心。";
        String last = "2021年7月2日，有人拍到了门前的新招牌。\n\n";
        assertEquals(List.of(), told("## 甲\n\n" + first + links + last + "## 乙\n\n2020年1月2日，乙公司成立。",
                "## 甲\n\n" + links + last + "## 乙\n\n2020年1月2日，乙公司成立。\n\n" + first));
    }
}
