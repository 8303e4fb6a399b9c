package guidang.bot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer;
import guidang.answer.Answers;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.message.Language;
import guidang.message.Length;
import guidang.message.Message.Action;
import guidang.message.Message.Style;
import guidang.reading.ArchiveReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The conversation over the archive of two articles that comes with the project. */
class ConversationTest {
    private static final Clock CLOCK = Clock.fixed(LocalDate.of(2026, 8, 5).atStartOfDay().toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);
    @TempDir
    static Path folder;
    private static ArchiveIndex index;
    private static Conversation conversation;

    @BeforeAll
    static void open() throws IOException {
        index = ArchiveIndex.open(folder, Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            new ArchiveReader(Path.of(System.getProperty("guidang.root", "."), "seeds")).readChanged(Map.of(),
                    update::put,
                    (done, total) -> {});
            update.commit();
        }
        conversation = new Conversation(new Answers(index, CLOCK), CLOCK, Language.SIMPLIFIED, () -> 3);
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static Reply say(String text) {
        return conversation.reply(Request.typed(text));
    }

    @Test
    void a_question_is_answered_by_the_sentence_with_its_date_and_proof() {
        Reply reply = say("微信什么时候恢复注册？");
        assertInstanceOf(Answer.Quoted.class, reply.answer());
        assertTrue(reply.message().text().startsWith("2021年8月5日，腾讯恢复了微信的新用户注册。"), reply.message().text());
        assertTrue(reply.message().spans().stream().anyMatch(span -> span.style() instanceof Style.Link(String url)
                && url.equals("https://web.archive.org/web/20210805110426/https://www.solidot.org/story?sid=68466")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/search 相册 | Found", "/timeline 微信 | Timeline", "微信的时间线 | Timeline",
            "微信的经过，按时间列一下 | Timeline", "/entry 微信 | Whole", "/latest | Latest", "/today | OnThisDay",
            "/today 8月5日 | OnThisDay", "/random | Random", "/tags | Tags", "/tags 腾讯 | Found", "/about | About",
            "/find https://archive.is/XZn19 | Citing", "/find archive.ph/XZn19 | Citing",
            "https://archive.ph/XZn19 | Citing",
            "谁引用了 https://archive.ph/XZn19 | Citing", "https://nowhere.example/a | Nothing", "/entry 没有这一条 | Nothing",
            "2021年发生了什么 | Timeline", "what happened in August 2021 | Timeline", "/timeline 2021年 | Timeline",
            "最近发生了什么 | Latest", "1950年有什么事 | Nothing",
            "2021年8月微信发生了什么 | Timeline", "What happened to 微信 in August 2021? | Timeline",
            "1950年微信发生了什么 | Nothing", "2021年微信恢复注册了吗 | Quoted",
            "恢复注册 | Quoted", "/search 微信 -微信 | Nothing"})
    void each_command_gets_its_kind_of_answer(String text, String kind) {
        Reply reply = say(text);
        assertEquals(kind, reply.found().orElseThrow().getClass().getSimpleName(), reply.message().text());
        assertEquals(kind.equals("Nothing"), !reply.found().orElseThrow().answered());
    }

    @Test
    void last_year_is_counted_from_the_clock_and_named_in_the_header() {
        Clock then = Clock.fixed(LocalDate.of(2022, 8, 5).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Reply reply = new Conversation(new Answers(index, then), then, Language.SIMPLIFIED, () -> 3)
                .reply(Request.typed("去年发生了什么"));
        assertTrue(reply.message().text().startsWith("2021年 · 时间线"), reply.message().text());
        assertTrue(reply.message().text().contains("\n2021年8月\n"), reply.message().text());
        assertInstanceOf(Answer.Nothing.class, say("去年发生了什么").answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/timeline", "/entry", "/find", "/find 微信", "/lookup", "/help", "/start",
            "/serach 微信",
            "/"})
    void what_looks_nothing_up_has_no_answer(String text) {
        Reply reply = say(text);
        assertNull(reply.answer());
        assertFalse(reply.message().text().isBlank());
    }

    private static Reply about(String text, String message) {
        return conversation
                .reply(new Request(text, 0, null, null, new Request.About(message, List.of()), Length.USUAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/search | Mentioned", "/find | Mentioned", "/lookup | Mentioned",
            "/timeline | Timeline", "/search 相册 | Found", "/latest | Latest"})
    void a_command_without_words_looks_up_the_message_that_it_points_at(String text, String kind) {
        Reply reply = about(text, "昨天微信又出事了");
        assertEquals(kind, reply.found().orElseThrow().getClass().getSimpleName(), reply.message().text());
    }

    @Test
    void an_address_behind_words_of_a_message_is_looked_up() {
        var pointed = new Request.About("看这里", List.of("https://archive.ph/XZn19"));
        Reply reply = conversation.reply(new Request("", 0, null, null, pointed, Length.USUAL));
        assertInstanceOf(Answer.Citing.class, reply.answer());
    }

    @Test
    void what_was_found_of_a_message_can_be_asked_for_again() {
        Reply reply = about("/search", "2021年8月 微信 恢复了吧");
        Reply again = say(reply.again());
        assertEquals(reply.answer(), again.answer());
        assertFalse(reply.again().contains("恢复了吧"));
    }

    @Test
    void the_reply_is_in_the_language_of_the_request_or_of_its_text() {
        assertTrue(say("/entry 飛碟觀測錄").message().text().startsWith("沒有叫「飛碟觀測錄」"));
        assertTrue(say("/entry two saucers").message().text().startsWith("No entry"));
        assertTrue(conversation.reply(new Request("/about", 0, Language.ENGLISH)).message().text()
                .startsWith("The archive holds"));
        assertTrue(say("/about").message().text().startsWith("档案里有"));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void every_button_leads_to_an_answer() {
        var waiting = new ArrayDeque<Request>();
        for (String text : List.of("/help", "/start", "微信什么时候恢复注册？", "/search 微信", "/timeline 微信", "/tags", "/latest",
                "/entry 微信",
                "2021年发生了什么", "/today", "/serach", "https://nowhere.example/a", "/search 微信 tag:无此标签")) {
            waiting.add(Request.typed(text));
        }
        Set<Request> seen = new HashSet<>();
        while (!waiting.isEmpty() && seen.size() < 300) {
            Request request = waiting.remove();
            if (!seen.add(request)) {
                continue;
            }
            Reply reply = conversation.reply(request);
            assertFalse(reply.message().text().startsWith("抱歉"), request::toString);
            reply.message().buttons().forEach(row -> row.forEach(button -> {
                if (button.action() instanceof Action.Run(String command, int page)) {
                    waiting.add(new Request(command, page, null));
                    assertFalse(Command.of(command) instanceof Command.Unknown, command);
                }
                if (button.action() instanceof Action.Show(String command)) {
                    Reply drawn = conversation.reply(new Request(command, 0, null));
                    assertNotNull(drawn.picture(), command);
                    assertEquals(command, drawn.again());
                }
            }));
        }
        assertTrue(seen.size() > 20, () -> "only " + seen.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatever_is_typed_gets_a_reply(long seed) {
        var random = new Random(seed);
        List<String> pieces = List.of("微信", "/", "search ", "/entry ", "\"", "“", "-", "tag:", "in:../", "date:",
                "2021年", "..", "\uD83D",
                "\u0000", "\u202E", "https://", "archive.is/XZn19", "#", "(", "*", "\n", "~", "什么时候", "AND ", "[", "\\",
                "é",
                "🙂", " ", "　", "时间线", "/today ", "9".repeat(30));
        for (int i = 0; i < 150; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Reply reply = conversation
                    .reply(new Request(text.toString(), random.nextInt(7) - 3 + random.nextInt(2) * 2_000_000_000,
                            null));
            assertFalse(reply.message().text().isBlank());
            assertFalse(reply.message().text().startsWith("抱歉"), text::toString);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_very_long_text_gets_a_reply() {
        for (String piece : List.of("微", "微信 ", "\"", "(", "https://a.example/", "tag:", "😀", "2021..")) {
            Consumer<String> checked = start -> assertFalse(
                    say(start + piece.repeat(200_000 / piece.length())).message().text().startsWith("抱歉"));
            checked.accept("");
            checked.accept("/search ");
            checked.accept("/timeline ");
            checked.accept("/entry ");
            checked.accept("/today ");
        }
    }

    @Test
    void a_failure_becomes_an_apology_in_the_readers_language() throws IOException {
        Path other = folder.resolve("closed");
        ArchiveIndex closed = ArchiveIndex.open(other, Aliases.none());
        closed.close();
        var broken = new Conversation(new Answers(closed, CLOCK), CLOCK, Language.SIMPLIFIED);
        Reply reply = broken.reply(new Request("/search 微信", 0, Language.TRADITIONAL));
        assertNull(reply.answer());
        assertTrue(reply.message().text().startsWith("抱歉，這次"), reply.message().text());
    }
}
