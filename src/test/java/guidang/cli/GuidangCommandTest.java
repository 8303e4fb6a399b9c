package guidang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class GuidangCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void a_question_is_answered_with_the_sentence_its_date_and_its_archived_source() throws IOException {
        JsonNode reply = ask("微信什么时候恢复注册？").getFirst();
        assertTrue(reply.get("answered").asBoolean());
        JsonNode hit = reply.get("hits").get(0);
        assertEquals("2021-08-05", hit.get("date").asText());
        assertEquals("恢复新用户注册", hit.get("heading").asText());
        assertEquals("stated", hit.get("basis").asText());
        assertEquals("https://web.archive.org/web/20210805110426/https://www.solidot.org/story?sid=68466",
                hit.get("links").get(0).asText());
        assertTrue(reply.get("text").asText().contains("2021年8月5日"));
    }

    @Test
    void a_timeline_stands_in_order_and_the_undated_last() throws IOException {
        JsonNode hits = ask("/timeline 微信").getFirst().get("hits");
        assertTrue(hits.size() > 5);
        String before = "";
        for (JsonNode hit : hits) {
            String date = hit.get("date").isNull() ? "undated" : hit.get("date").asText();
            assertTrue(before.compareTo(date) <= 0 || before.startsWith(date), before + " before " + date);
            before = date;
        }
    }

    @Test
    void a_search_finds_the_section() throws IOException {
        JsonNode hit = ask("/search 相册").getFirst().get("hits").get(0);
        assertEquals("读取相册问题", hit.get("heading").asText());
    }

    @Test
    void what_the_archive_does_not_hold_is_not_answered() throws IOException {
        assertFalse(ask("长城有多长？").getFirst().get("answered").asBoolean());
    }

    @Test
    void each_line_has_its_reply_also_an_empty_one_and_a_strange_one() throws IOException {
        List<JsonNode> replies = ask(
                "微信\n\n\"open -\n/nonsense\n" + "长".repeat(20_000) + "\n\uD800\u0000\u001B\n/help");
        assertEquals(7, replies.size());
        assertEquals("", replies.get(1).get("input").asText());
        replies.forEach(reply -> assertFalse(reply.get("text").asText().isBlank(), reply::toString));
    }

    @Test
    void the_language_of_replies_can_be_chosen() {
        Run traditional = run("/help\n", "chat", "--lang", "zh-Hant");
        Run english = run("/help\n", "chat", "--lang", "en");
        assertTrue(traditional.out().contains("檔"), traditional::out);
        assertTrue(english.out().contains("search"), english::out);
    }

    @Test
    void an_edit_of_the_archive_is_seen_at_the_next_start() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(archive.resolve("b.md"), "---\ntitle: 乙\n---\n\n2020年1月2日，乙事发生。\n");
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲\n---\n\n2020年1月2日，甲事发生。\n");
        assertEquals("2020-01-02", date(archive, "甲事"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲\n---\n\n2020年3月4日，甲事发生。\n");
        assertEquals("2020-03-04", date(archive, "甲事"));
        Files.delete(archive.resolve("a.md"));
        assertFalse(ask("甲事", "--archive", archive.toString()).getFirst().get("answered").asBoolean());
    }

    @Test
    void an_archive_does_not_wipe_the_index_of_another() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("b.md"), "---\ntitle: 乙\n---\n\n2020年1月2日，乙事发生。\n");
        ask("微信");
        ask("乙事", "--archive", other.toString());
        try (var indexes = Files.list(folder.resolve("data/index"))) {
            assertEquals(2, indexes.count());
        }
    }

    @Test
    void check_tells_file_line_and_mend_and_exits_with_1() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲\n---\n\n见脚注。[^1]\n\n[去](/没有.md)\n");
        Run check = run("", "check", "--archive", archive.toString());
        assertEquals(GuidangCommand.PROBLEMS, check.code());
        assertTrue(check.lines().getFirst().startsWith("a.md:5: "), check::out);
        assertTrue(check.lines().get(1).startsWith("a.md:7: "), check::out);
        assertTrue(check.lines().getLast().startsWith("2 problems in one file; one entry; "), check::out);
    }

    @Test
    void check_of_a_sound_archive_exits_with_0() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲\n---\n\n2020年1月2日，甲事发生。\n");
        Run check = run("", "check", "--archive", archive.toString());
        assertEquals(GuidangCommand.WELL, check.code(), check::out);
        assertEquals("No problem; one entry; 0 files or folders left out on purpose.", check.out().strip());
    }

    @Test
    void check_speaks_json_with_counts() throws IOException {
        Run check = run("", "check", "--json", "--report");
        JsonNode document = JSON.readTree(check.out());
        assertEquals(2, document.get("entries").asInt());
        assertEquals(1, document.get("counts").get("entries by kind").get("post").asInt());
        assertEquals(document.get("problems").size(), document.get("counts").get("problems").asInt());
        assertEquals(document.get("problems").isEmpty() ? 0 : 1, check.code());
        assertTrue(run("", "check", "--report").out().contains("snapshots by service"));
    }

    @Test
    void index_prints_what_it_holds() {
        Run index = run("", "index");
        assertEquals(GuidangCommand.WELL, index.code(), index::err);
        assertTrue(index.out().matches(
                "entries  2\nsections \\d+\nevents   \\d+\nbytes    \\d+\nseconds  \\d+\\.\\d\\d\n"), index::out);
        assertEquals(index.lines().subList(0, 4), run("", "index").lines().subList(0, 4));
    }

    @Test
    void wrong_usage_and_configuration_exit_with_2() throws IOException {
        assertEquals(2, run("", "chatt").code());
        assertEquals(2, run("", "check", "--nonsense").code());
        assertEquals(2, run("", "chat", "--lang", "tlh").code());
        assertEquals(2, run("", "check", "--archive", folder.resolve("none").toString()).code());
        Path config = Files.writeString(folder.resolve("c.yaml"), "archive: none\ndaata: x\n");
        Run run = run("", "chat", "--config", config.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("c.yaml:1: ") && run.err().contains("c.yaml:2: "), run::err);
        assertTrue(run.err().contains("\"data\""), run::err);
    }

    @Test
    void serve_without_a_token_says_where_to_get_one() {
        Run serve = run("", "serve");
        assertEquals(GuidangCommand.WRONG, serve.code());
        assertTrue(serve.err().contains("@BotFather"), serve::err);
    }

    @Test
    void a_token_starts_the_bot_and_a_malformed_one_is_not_repeated() {
        Run bot = Run.of("微信\n", Map.of("GUIDANG_TELEGRAM_TOKEN", "secret without a colon", "GUIDANG_TELEGRAM_URL",
                "ftp://user:password@somewhere/path", "GUIDANG_DATA", folder.resolve("data").toString()));
        assertEquals(GuidangCommand.WRONG, bot.code(), bot::err);
        assertTrue(bot.err().contains("GUIDANG_TELEGRAM_TOKEN: ") && bot.err().contains("GUIDANG_TELEGRAM_URL: "));
        assertFalse((bot.out() + bot.err()).matches("(?s).*(secret|password).*"), bot::err);
    }

    @Test
    void a_data_folder_that_cannot_be_made_gives_one_clear_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of("", Map.of("GUIDANG_DATA", file.resolve("below").toString()), "chat");
        assertEquals(GuidangCommand.FAILED, run.code());
        assertEquals(1, run.err().lines().count(), run::err);
    }

    private String date(Path archive, String question) throws IOException {
        return ask(question, "--archive", archive.toString()).getFirst().get("hits").get(0).get("date").asText();
    }

    private List<JsonNode> ask(String input, String... flags) throws IOException {
        var args = new java.util.ArrayList<>(List.of("chat", "--json"));
        args.addAll(List.of(flags));
        Run run = run(input + "\n", args.toArray(String[]::new));
        assertEquals(GuidangCommand.WELL, run.code(), run::err);
        var replies = new java.util.ArrayList<JsonNode>();
        for (String line : run.lines()) {
            replies.add(JSON.readTree(line));
        }
        return replies;
    }

    private Run run(String input, String... args) {
        return Run.of(input, new HashMap<>(Map.of("GUIDANG_DATA", folder.resolve("data").toString())), args);
    }

    @Test
    void an_archive_that_is_not_mounted_is_answered_from_the_index_and_one_meant_to_be_empty_is_indexed_so()
            throws IOException {
        Path archive = Files.createDirectory(folder.resolve("mounted"));
        Path page = archive.resolve("灯塔.md");
        Files.writeString(page, "---\ntitle: 灯塔\n---\n\n2021年5月2日，灯塔重新亮起。\n");
        Map<String, String> environment = Map.of("GUIDANG_ARCHIVE", archive.toString(), "GUIDANG_DATA",
                folder.resolve("state").toString());
        assertTrue(Run.of("/search 灯塔\n", environment, "chat").out().contains("灯塔重新亮起"));
        Files.delete(page);
        Run unmounted = Run.of("/search 灯塔\n", environment, "chat");
        assertTrue(unmounted.out().contains("灯塔重新亮起"), unmounted.out());
        assertTrue(unmounted.err().contains("guidang index"), unmounted.err());
        assertEquals(0, Run.of("", environment, "index").code());
        Run emptied = Run.of("/search 灯塔\n", environment, "chat");
        assertFalse(emptied.out().contains("灯塔重新亮起"), emptied.out());
        assertFalse(emptied.err().contains("guidang index"), emptied.err());
    }
}
