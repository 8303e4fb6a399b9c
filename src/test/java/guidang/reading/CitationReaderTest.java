package guidang.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.archive.Citation;
import guidang.archive.Citation.Form;
import guidang.archive.Citation.Place;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.archive.Snapshot;
import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CitationReaderTest {
    private static final String COPY = "https://web.archive.org/web/20220304050607/https://example.com/a";
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(([^\\s()]*)(?: \"([^\"]*)\")?\\)");

    private final List<Problem> problems = new ArrayList<>();

    /** Links as Markdown writes them, without brackets inside; U is an archived address. */
    private static Inline inline(String markdown) {
        var text = new StringBuilder();
        var links = new ArrayList<Inline.Link>();
        Matcher link = LINK.matcher(markdown);
        int from = 0;
        while (link.find()) {
            text.append(markdown, from, link.start());
            String title = link.group(3) == null ? "" : link.group(3);
            links.add(new Inline.Link(text.length(), text.length() + link.group(1).length(), link.group(2).equals("U")
                    ? COPY
                    : link.group(2), title));
            text.append(link.group(1));
            from = link.end();
        }
        return new Inline(text.append(markdown.substring(from)).toString(), links, List.of());
    }

    private List<Citation> read(String markdown, Place place) {
        String label = place == Place.FOOTNOTE ? "n1" : "";
        return new CitationReader(new EntryPath("a/b.md"), problems).read(inline(markdown), place, label, 7);
    }

    private Citation footnote(String markdown) {
        List<Citation> citations = read(markdown, Place.FOOTNOTE);
        assertEquals(1, citations.size(), citations::toString);
        return citations.getFirst();
    }

    private static String iso(@Nullable When when) {
        return when == null ? "" : when.iso();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "某甲, 《[某事](U)》, 某报, 2021-02-03. (参照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 某报 | 2021-02-03 | 2022-03-04",
            "Ann Bee 与 Cee Dee, 「[某事……](U)」, Twitter, 2021-02-03. (参照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | Ann Bee 与 Cee Dee | 某事…… | Twitter | 2021-02-03 | 2022-03-04",
            "某甲, 乙, 《[某事](U)》, 某站/某版, 2021-02-03. | AUTHOR_TITLE_SITE_DATE | 某甲, 乙 | 某事 | 某站/某版 | 2021-02-03 | ~~",
            "某甲, 《[某事](U)》, 2021-02-03. (参照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | ~~ | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, cnSite.COM, 2021-02-03. (參照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | cnSite.COM | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, 某报, 页码：04版, 2021-02-03. | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 某报 | 2021-02-03 | ~~",
            "某甲, 《[某事](U)》, 某站, 2021-02-03. (参照 2022-03-04). 注意：须登录。 | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 某站 | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, 2047, 2021-02-03. (参照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 2047 | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, 某站, 2021. | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 某站 | 2021 | ~~",
            "更多请阅读 Ann Bee, 《[某事](U)》, 某站, 2021-02-03. | AUTHOR_TITLE_SITE_DATE | Ann Bee | 某事 | 某站 | 2021-02-03 | ~~",
            "《[某事](U)》, 某报, 2021-02-03. (参照 2022-03-04). | WITHOUT_AUTHOR | ~~ | 某事 | 某报 | 2021-02-03 | 2022-03-04",
            "[某事](U), 某吧, 2021-02-03. (参照 2022-03-04). | WITHOUT_AUTHOR | ~~ | 某事 | 某吧 | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, 某报. (参照 2022-03-04). | WITHOUT_DATE | 某甲 | 某事 | 某报 | ~~ | 2022-03-04",
            "《[某事](U)》, Reuters. | WITHOUT_DATE | ~~ | 某事 | Reuters | ~~ | ~~",
            "「[某事](U)」. (参照 2022-03-04). | WITHOUT_DATE | ~~ | 某事 | ~~ | ~~ | 2022-03-04",
            "某甲, [某事](U), 某网. | WITHOUT_DATE | 某甲 | 某事 | 某网 | ~~ | ~~",
            "某甲, 《[某事](U)》, 某报, 2021-02-03. 参照: 2022-03-04. [Online]. | ONLINE | 某甲 | 某事 | 某报 | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, (2021-02-03). 参照: 2022-03-04. [Online Video]. | ONLINE | 某甲 | 某事 | ~~ | 2021-02-03 | 2022-03-04",
            "《[词条](U)》, 某百科，自由的百科全书. 2021-02-03. 参照: 2022-03-04. [Online]. | ONLINE | ~~ | 词条 | 某百科，自由的百科全书 | 2021-02-03 | 2022-03-04",
            "某部, 《[通知](U)》, vol. 某字〔2020〕5号. 参照: 2022-03-04. [Online]. | ONLINE | 某部 | 通知 | ~~ | ~~ | 2022-03-04",
            "Ann Bee, 《Title》, Press, 2021-02-03. 参照: 2022-03-04. [Online]. Available at: [https://x](U) | ONLINE | Ann Bee | Title | Press | 2021-02-03 | 2022-03-04",
            "Ann Bee, 《Title》, Press, 2021-02-03. [https://x](U) (参照 2022-03-04). | AUTHOR_TITLE_SITE_DATE | Ann Bee | Title | Press | 2021-02-03 | 2022-03-04",
            "Ann Bee, “[Title](U)”, Press, 2021-02-03. Retrieved on 2022-03-04. | AUTHOR_TITLE_SITE_DATE | Ann Bee | Title | Press | 2021-02-03 | 2022-03-04",
            "某甲, 《[某事](U)》, 某站, 2021-02-03. （访问日期：2022-03-04） | AUTHOR_TITLE_SITE_DATE | 某甲 | 某事 | 某站 | 2021-02-03 | 2022-03-04",
            "[某事](U), V2EX. | TITLE_COMMA_SITE | ~~ | 某事 | V2EX | ~~ | ~~",
            "[某事](U)，某乎 | TITLE_COMMA_SITE | ~~ | 某事 | 某乎 | ~~ | ~~",
            "[某事 - 某乎](U) | TITLE_DASH_SITE | ~~ | 某事 | 某乎 | ~~ | ~~",
            "须登录 [某事 - 某乎](U) | TITLE_DASH_SITE | ~~ | 某事 | 某乎 | ~~ | ~~",
            "2021-02-03 [某事 - 某乎](U) | TITLE_DASH_SITE | ~~ | 某事 | 某乎 | 2021-02-03 | ~~",
            "2021-02-03. [某事](U) | WITHOUT_AUTHOR | ~~ | 某事 | ~~ | 2021-02-03 | ~~",
            "[某事](U) | LINK | ~~ | 某事 | ~~ | ~~ | ~~",
            "由于页面已不在，见[某事](U) | LINK | ~~ | 某事 | ~~ | ~~ | ~~",
            "某量的意思是[某事](U)（复数为某些），常用于某处。 | LINK | ~~ | 某事 | ~~ | ~~ | ~~",
            "某事的始末 [存档](U) | LINK | ~~ | 某事的始末 | ~~ | ~~ | ~~"})
    void a_footnote_is_taken_apart(String markdown, Form form, String author, String title, String site,
            String published,
            String accessed) {
        Citation citation = footnote(markdown);
        assertEquals(form, citation.form());
        assertEquals(author, citation.author());
        assertEquals(title, citation.title());
        assertEquals(site, citation.publisher());
        assertEquals(published, iso(citation.published()));
        assertEquals(accessed, iso(citation.accessed()));
        assertEquals("https://example.com/a", citation.original());
        assertEquals(List.of(COPY), citation.snapshots().stream().map(Snapshot::url).toList());
        assertEquals(inline(markdown).text(), citation.text());
        assertEquals(List.of("n1", 7), List.of(citation.label(), citation.line()));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "某事 - 某乎 | 某事 | 某乎 | ~~", "甲 - 乙 - 某网 | 甲 - 乙 | 某网 | ~~", "某事 – Some Site | 某事 | Some Site | ~~",
            "某事 — 某语主页 | 某事 | 某语主页 | ~~", "某事？- 某网 | 某事？ | 某网 | ~~", "某事-新某网 | 某事 | 新某网 | ~~",
            "某事_某频道_某新闻网 | 某事_某频道 | 某新闻网 | ~~", "某事｜某网 | 某事 | 某网 | ~~",
            "某事 : some_board | 某事 | some_board | ~~", "某事 某玩家社区 | 某事 | 某玩家社区 | ~~",
            "Tool-name 更新 | Tool-name 更新 | ~~ | ~~", "某游戏-开服公告 | 某游戏-开服公告 | ~~ | ~~",
            "solar_power | solar_power | ~~ | ~~", "某书 - 第 8 页 | 某书 - 第 8 页 | ~~ | ~~",
            "《甲 - 乙》 | 《甲 - 乙》 | ~~ | ~~", "甲 - 好不好？ | 甲 - 好不好？ | ~~ | ~~",
            "GitHub - some/thing: a tool | some/thing: a tool | GitHub | ~~",
            "某人 on Twitter: \"某话 \" / Twitter | 某话 | Twitter | 某人",
            "某话... 来自某人 - 微博 | 某话... 来自某人 | 微博 | 某人",
            "Video - YouTube - archive.today | Video | YouTube | ~~", "- 某网 | - 某网 | ~~ | ~~", "~~ | ~~ | ~~ | ~~"})
    void a_browser_title_is_split_at_its_site(String shown, String title, String site, String author) {
        assertEquals(new CitationTitle(title, site, author), CitationTitle.of(shown));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "https://archive.is/Ab1Cd | https://example.com/t | https://example.com/t | https://archive.is/Ab1Cd",
            "https://archive.is/Ab1Cd | ttps://example.com/t | https://example.com/t | https://archive.is/Ab1Cd",
            "https://archive.is/Ab1Cd | example.com/t | https://example.com/t | https://archive.is/Ab1Cd",
            "https://archive.is/Ab1Cd | https://web.archive.org/save/https://example.com/t | https://example.com/t | https://archive.is/Ab1Cd",
            "https://archive.is/Ab1Cd | https://web.archive.org/web/2020/https://example.com/t | https://example.com/t | https://archive.is/Ab1Cd https://web.archive.org/web/2020/https://example.com/t",
            "https://archive.is/Ab1Cd | https://example.com/t 评论 https://archive.is/Ef2Gh | https://example.com/t | https://archive.is/Ab1Cd https://archive.is/Ef2Gh",
            "https://archive.is/Ab1Cd | 打不开的截图 | ~~ | https://archive.is/Ab1Cd",
            "https://archive.is/Ab1Cd | https://archive.ph/Ab1Cd | ~~ | https://archive.is/Ab1Cd",
            "https://web.archive.org/web/2020/https://example.com/t | https://archive.is/Ab1Cd | https://example.com/t | https://web.archive.org/web/2020/https://example.com/t https://archive.is/Ab1Cd",
            "https://example.com/t | https://archive.is/Ab1Cd | https://example.com/t | https://archive.is/Ab1Cd",
            "https://web.archive.org/web/2020/https://archive.is/Ab1Cd | https://example.com/t | https://example.com/t | https://web.archive.org/web/2020/https://archive.is/Ab1Cd https://archive.is/Ab1Cd",
            "https://web.archive.org/web/2020/https://example.com/题（一）(二 | 某 | https://example.com/题（一）(二 | https://web.archive.org/web/2020/https://example.com/题（一）(二"})
    void the_original_comes_from_the_tail_or_the_title(String url, String title, String original, String snapshots) {
        var block = new Inline("某事", List.of(new Inline.Link(0, 2, url, title)), List.of());
        Citation citation = new CitationReader(new EntryPath("a.md"), problems).read(block, Place.LIST, "", 1)
                .getFirst();
        assertEquals(original, citation.original());
        assertEquals(snapshots, String.join(" ", citation.snapshots().stream().map(Snapshot::url).toList()));
        assertEquals(List.of(), problems);
    }

    @Test
    void a_copy_beside_its_source_makes_one_citation() {
        Citation citation = footnote("[某事 - 某站](https://example.com/1). （[Archive Today](https://archive.is/Ab1Cd)）");
        assertEquals("https://example.com/1", citation.original());
        assertEquals("https://archive.is/Ab1Cd", citation.proof());
        assertEquals("某事", citation.title());
    }

    @Test
    void copies_of_one_original_make_one_citation() {
        Citation citation = footnote("[某事](U)，又见 [另存](https://web.archive.org/web/2020/http://www.example.com/a/)");
        assertEquals(2, citation.snapshots().size());
        assertEquals("https://example.com/a", citation.original());
    }

    @Test
    void several_sources_make_several_citations() {
        List<Citation> citations = read(
                "甲, 《[一](https://example.com/1)》, 某报, 2021-02-03. 乙, 《[二](https://example.com/2)》, 某网.",
                Place.FOOTNOTE);
        assertEquals(List.of("甲", "乙"), citations.stream().map(Citation::author).toList());
        assertEquals(List.of("一", "二"), citations.stream().map(Citation::title).toList());
        assertEquals(List.of("某报", "某网"), citations.stream().map(Citation::publisher).toList());
        assertEquals("乙, 《二》, 某网.", citations.getLast().text());
    }

    @Test
    void sites_that_carry_one_title_share_it() {
        List<Citation> named = read("《某事》, [甲网](https://example.com/1), [乙网](https://example.com/2).", Place.FOOTNOTE);
        assertEquals(List.of("某事", "某事"), named.stream().map(Citation::title).toList());
        assertEquals(List.of("甲网", "乙网"), named.stream().map(Citation::publisher).toList());
        List<Citation> split = read("[某事 - 甲网](https://example.com/1)，[乙网](https://example.com/2)", Place.FOOTNOTE);
        assertEquals(List.of("某事", "某事"), split.stream().map(Citation::title).toList());
    }

    @Test
    void a_footnote_without_a_link_is_a_note() {
        Citation note = footnote("页面上原来就是这样写的。");
        assertEquals(Form.NOTE, note.form());
        assertEquals("页面上原来就是这样写的。", note.text());
        assertEquals("", note.proof());
        Citation formal = footnote("某甲, 《某书》, 某社, 2021-02-03. (参照 2022-03-04).");
        assertEquals(List.of(Form.NOTE, "某甲", "某书", "某社"),
                List.of(formal.form(), formal.author(), formal.title(), formal.publisher()));
        assertEquals(Form.NOTE, footnote("").form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[甲](/company/甲.md)", "[甲](甲.md)", "[甲](../甲.md#乙)", "[甲](#乙)", "[甲](mailto:a@example.com)",
            "[甲](javascript:alert%281%29)", "[甲](page.html)", "[甲]()", "没有链接"})
    void links_inside_the_archive_are_no_citations(String markdown) {
        assertEquals(List.of(), read(markdown, Place.PROSE));
        assertEquals(List.of(), read(markdown, Place.LIST));
        assertEquals(List.of(), problems);
    }

    @Test
    void a_link_in_prose_is_cited_by_its_words_alone() {
        List<Citation> citations = read("某日，某人在[某站](U)说，此事不假，[后来](https://example.com/2)又改口。", Place.PROSE);
        assertEquals(List.of("某站", "后来"), citations.stream().map(Citation::text).toList());
        assertEquals(List.of("", ""), citations.stream().map(Citation::author).toList());
        assertEquals(List.of("", ""), citations.stream().map(Citation::publisher).toList());
    }

    @Test
    void a_bare_address_is_cited() {
        Citation citation = footnote("https://example.com/1");
        assertEquals("https://example.com/1", citation.original());
        assertEquals(Form.LINK, citation.form());
    }

    @Test
    void what_is_not_archived_is_reported() {
        footnote("[某事](https://example.com/1)");
        assertEquals(
                List.of(new Problem(new EntryPath("a/b.md"), 7, Problem.Code.NOT_ARCHIVED,
                        List.of("https://example.com/1"))),
                problems);
    }

    @Test
    void a_malformed_address_is_reported_with_what_it_means() {
        assertEquals("https://example.com/1", footnote("[某事](ttps://example.com/1)").original());
        assertEquals(List.of("ttps://example.com/1", "https://example.com/1"), problems.getFirst().details());
        assertEquals(Problem.Code.URL_MALFORMED, problems.getFirst().code());
        problems.clear();
        assertEquals("https://www.example.com/r/1", footnote("[某事](www.example.com/r/1)").original());
        assertEquals(Problem.Code.URL_MALFORMED, problems.getFirst().code());
    }

    @Test
    void a_link_that_markdown_does_not_see_is_read() {
        Citation spaced = footnote("某甲, 《[某事 Two](https://example.com/某 Two)》, 某站, 2021-02-03.");
        assertEquals(List.of("某甲", "某事 Two", "某站", "https://example.com/某%20Two"),
                List.of(spaced.author(), spaced.title(), spaced.publisher(), spaced.original()));
        Citation unopened = footnote("某事 – 某社](https://example.com/1)");
        assertEquals(List.of("某事", "某社", "https://example.com/1"),
                List.of(unopened.title(), unopened.publisher(), unopened.original()));
    }

    @Test
    void a_malformed_date_is_reported_and_the_rest_is_read() {
        Citation citation = footnote("某甲, 《[某事](U)》, 某站, 2021-13-99. (参照 2022-03-04).");
        assertNull(citation.published());
        assertNotNull(citation.accessed());
        assertEquals("某站", citation.publisher());
        assertEquals(List.of(Problem.Code.MALFORMED_DATE), problems.stream().map(Problem::code).toList());
        assertEquals(List.of("[^n1]", "2021-13-99"), problems.getFirst().details());
    }

    @Test
    void dates_rest_on_the_source() {
        When published = Objects.requireNonNull(footnote("《[某事](U)》, 某站, 2021-02-03.").published());
        assertEquals(When.Basis.SOURCE, published.basis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](https://example.com/1)", "[存档](https://archive.is/Ab1Cd)", "《", "》, ", "[x](",
            "](http", "参照", "(参照 ",
            "https://a.cn/", "2021-", " - ", "a_", "，", "\uD83D\uDE00", "[a](ttps://a)",
            "《[a](https://example.com/1)》, b, 2021-02-03. "})
    void repeated_ten_thousand_times_it_takes_no_time(String part) {
        Inline block = inline(part.repeat(10_000));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (Place place : Place.values()) {
                new CitationReader(new EntryPath("a.md"), problems).read(block, place, "", 1);
            }
            CitationTitle.of(block.text());
        });
    }

    @RepeatedTest(20)
    void any_block_is_read_without_failing(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        String[] parts = {"[a - b](U)", "[存档](https://archive.is/Ab1Cd)", "[x](www.a.com/b)", "[x](甲.md)", "《", "》",
                "「", "」", ", ", "，", "。",
                ". ", "甲", "Ann Bee", "2021-02-03", "2021-99-99", "(参照 ", ")", "参照: ", "[Online]", "[", "]",
                "](http://b.com/c d)", "(", "https://c.com/d",
                "Available at: ", " - ", "_", "|", " ", "\uD83D", "\uDE00", "(2022) ", "来自", "微博", " on Twitter: \"",
                "\""};
        for (int i = 0; i < 1_000; i++) {
            var markdown = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                markdown.append(parts[random.nextInt(parts.length)]);
            }
            Inline block = inline(markdown.toString());
            assertTrue(!read(markdown.toString(), Place.FOOTNOTE).isEmpty(), markdown::toString);
            long outside = block.links().stream().filter(link -> CitationLink.leadsOut(link.url())).count();
            List<Citation> listed = read(markdown.toString(), Place.LIST);
            assertTrue(outside == 0 || !listed.isEmpty(), markdown::toString);
        }
    }
}
