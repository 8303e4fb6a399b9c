package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import guidang.bot.Request;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code guidang links}, and what the checks of links say elsewhere. */
class LinksTest {
    private static final String PAGE = """
            ---
            title: 桥
            ---

            ## 经过

            2021年3月2日，桥关了。[^old] [^both] [^code]
            2021年4月2日，桥又开了。[^old] [^bare] [^ask] [^copy]

            见 https://example.org/mention 与 [说明](https://example.org/prose)。

            [^old]: [关闭公告](https://example.org/closed)
            [^both]: [公告](https://web.archive.org/web/20210302000000/https://example.org/a "https://archive.is/AbCd1")
            [^code]: [一条没有原址的存档](https://archive.ph/EfGh2)
            [^bare]: 口头说的，没有链接。
            [^ask]: [请求存档](https://web.archive.org/save/https://example.org/ask)
            [^copy]: [甲](https://web.archive.org/web/20210302/https://example.org/b)（[存档](https://archive.today/IjKl3)）
            [^mirrors]: [乙](https://archive.is/MnOp4 "https://example.org/c")，[存档](https://archive.md/QrSt5 "https://example.org/c")
            """;

    @TempDir
    private Path folder;

    private Run run(String... args) throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        if (Files.notExists(archive.resolve("桥.md"))) {
            Files.writeString(archive.resolve("桥.md"), PAGE);
        }
        return Run.of("", Map.of("GUIDANG_ARCHIVE", archive.toString(), "GUIDANG_DATA", data().toString()),
                Stream.concat(Stream.of(args), Stream.of("--lang", "zh-Hans")).toArray(String[]::new));
    }

    private Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void citations_without_a_copy_and_with_those_of_one_service_are_listed_once_each_by_line() throws Exception {
        Run run = run("links", "--json");
        assertEquals(0, run.code(), run.err());
        var rows = new ArrayList<String>();
        for (String line : run.lines()) {
            JsonNode row = new ObjectMapper().readTree(line);
            assertEquals("桥.md", row.get("path").asText());
            rows.add(row.get("line").asInt() + " " + row.get("kind").asText() + " " + row.get("service").asText() + " "
                    + row.get("original").asText() + " " + row.get("snapshots").size());
        }
        assertEquals(List.of("10 missing  https://example.org/prose 0", "12 missing  https://example.org/closed 0",
                "14 single archive.today  1", "16 missing  https://example.org/ask 0",
                "18 single archive.today https://example.org/c 2"), rows);
    }

    @Test
    void the_text_tells_pages_lines_and_sums_in_eighty_columns() throws Exception {
        Run run = run("links");
        assertEquals("桥.md", run.lines().getFirst());
        assertTrue(run.out().contains("    12  没有存档          关闭公告"), run.out());
        assertTrue(run.out().contains("       3  没有存档\n       2  只有一家存档，其中\n           2  archive.today\n"
                + "       2  有两家以上存档\n       1  没有网址"), run.out());
        assertTrue(run.lines().stream().allMatch(line -> Columns.of(line) <= 80));
        assertEquals(run("links", "--only", "missing", "--json").lines().size()
                + run("links", "--only", "single", "--json").lines().size(), run("links", "--json").lines().size());
    }

    @ParameterizedTest
    @CsvSource({"abc,5,abc", "桥又开了,5,桥又…", "桥又开了,8,桥又开了", "e\u0301e\u0301e\u0301,3,e\u0301e\u0301e\u0301",
            "😀😀,3,😀…"})
    void a_text_is_cut_to_the_columns_that_it_takes(String text, int most, String cut) {
        assertEquals(cut, Columns.cut(text, most));
    }

    @ParameterizedTest
    @CsvSource({"--limit 3", "--check --older-than soon", "--check --limit -1", "--check --contact a@b(c",
            "--only some"})
    void wrong_wishes_are_refused(String args) throws Exception {
        Run run = run(("links " + args).split(" ", -1));
        assertEquals(2, run.code(), run.err());
        assertFalse(run.err().isBlank());
    }

    @Test
    void a_proxy_that_cannot_be_used_is_not_passed_by() throws Exception {
        run("links");
        Run run = Run.of("", Map.of("GUIDANG_ARCHIVE", folder.resolve("archive").toString(), "GUIDANG_DATA",
                data().toString(), "https_proxy", "socks5://127.0.0.1:1"), "links", "--check");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("HTTPS_PROXY"), run.err());
    }

    @Test
    void a_copy_at_a_mirror_that_only_tor_reaches_is_asked_for_elsewhere() {
        assertEquals("https://archive.today/AbCd1", LinkChecking
                .askable("http://archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion/AbCd1"));
        assertEquals("http://archive.vn/AbCd1", LinkChecking.askable("http://archive.vn/AbCd1"));
        assertEquals("http://other.onion/x", LinkChecking.askable("http://other.onion/x"));
    }

    private void checked(String... lines) throws IOException {
        Files.writeString(data().resolve("links.jsonl"), String.join("\n", lines) + "\n");
    }

    private static String gone(String url, String from, String last) {
        return "{\"url\":\"%s\",\"at\":\"%s\",\"outcome\":\"gone\",\"reason\":\"404\",\"gone_from\":\"%s\",\"gone_last\":\"%s\"}"
                .formatted(url, last, from, last);
    }

    @Test
    void dead_links_are_problems_with_their_place_and_links_gone_once_are_not() throws Exception {
        run("links");
        int before = run("check").lines().size();
        checked(gone("https://archive.ph/EfGh2", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"),
                gone("https://example.org/closed", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"),
                gone("https://example.org/b", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"),
                gone("https://archive.is/AbCd1", "2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z"));

        Run run = run("check");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("桥.md:14: 存档在两天里都打不开，最近一次是 2026-11-20：https://archive.ph/EfGh2"),
                run.out());
        assertTrue(run.out().contains("桥.md:12: 引用的网页没有存档，而且在两天里都打不开"), run.out());
        assertFalse(run.out().contains("打不开，最近一次是 2026-11-20：https://example.org/b"), "it is archived");
        assertTrue(run.out().contains("已检查过的链接：4 个；能打开 0，已失效 3，有一次打不开 1，不清楚 0。"), run.out());
        assertEquals(before + 3, run.lines().size());
        assertEquals(3, new ObjectMapper().readTree(run("check", "--json").out()).get("links").get("dead").asInt());
    }

    @Test
    void a_reply_says_beside_a_dead_copy_that_it_did_not_open_and_nothing_beside_others() throws Exception {
        checked(gone("https://archive.is/AbCd1", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"),
                gone("https://web.archive.org/web/20210302000000/https://example.org/a", "2026-11-01T08:00:00Z",
                        "2026-11-20T08:00:00Z"));
        run("links");
        var words = "· 最近一次检查（2026-11-20）打不开";
        String reply = asked("/find https://example.org/a");
        assertEquals(2, reply.split(words, -1).length - 1, reply);
        assertTrue(asked("桥什么时候关的？").contains(words));
        assertFalse(asked("/find https://example.org/b").contains("打不开"));
    }

    @Test
    void a_running_bot_hears_of_dead_links_when_it_reloads_and_not_before() throws Exception {
        run("links");
        var flags = new ConfigurationReader.Flags(folder.resolve("archive").toString(), data().toString(), null, null);
        Configuration configuration = new ConfigurationReader(flags, Map.of("GUIDANG_HOME", folder.toString())).read();
        try (House house = House.open(configuration, House.Reading.CHANGED, (done, total) -> {}, Clock.systemUTC(),
                Language.SIMPLIFIED)) {
            checked(gone("https://archive.is/AbCd1", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"));
            assertFalse(found(house).contains("打不开"));
            house.reread(configuration);
            assertTrue(found(house).contains("· 最近一次检查（2026-11-20）打不开"));
        }
    }

    private static String found(House house) {
        return house.conversation().reply(Request.typed("/find https://example.org/a")).message().text();
    }

    private String asked(String message) throws IOException {
        return Run.of(message + "\n", Map.of("GUIDANG_ARCHIVE", folder.resolve("archive").toString(), "GUIDANG_DATA",
                data().toString()), "chat", "--lang", "zh-Hans").out();
    }
}
