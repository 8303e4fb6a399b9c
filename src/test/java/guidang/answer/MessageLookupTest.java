package guidang.answer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.answer.Answer.Citing;
import guidang.answer.Answer.Found;
import guidang.answer.Answer.Mentioned;
import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.archive.Entry;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;

import static guidang.answer.Pages.citation;
import static guidang.answer.Pages.citing;
import static guidang.answer.Pages.event;
import static guidang.answer.Pages.on;
import static guidang.answer.Pages.page;
import static guidang.answer.Pages.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is found of messages that nobody wrote to search. */
class MessageLookupTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 6);
    @TempDir
    static Path folder;
    private static ArchiveIndex index;
    private static Answers answers;

    @BeforeAll
    static void open() throws Exception {
        index = ArchiveIndex.open(folder, Aliases.none());
        Entry ferry = page("traffic/ferry.md", "北港轮渡", section("停航",
                citing(event("e1", on("2021-07"), "2021-07 北港轮渡停止载客。"), citation("https://port.example/a/7"))),
                section("复航", event("e2", on("2021-09-06"), "2021-09-06 首班船早上六点开出。")),
                section("票价", event("e3", on("2021-10-09"), "2021-10-09 单程由两元改为三元，学生不变。")));
        Entry port = page("traffic/port.md", "北港", section("概况", event("e4", null, "北港是一座港口城市。")));
        Entry board = page("site/board.md", "Night Owl 论坛",
                section("关站", event("e5", on("2020-03-01"), "站长宣布关闭，存有二十万篇灯塔守望者的帖子。")));
        Entry owl = page("site/owl.md", "Owl", section("概况", event("e7", null, "一个聊天软件。")));
        Entry year = page("year/2021.md", "2021年", section("概况", event("e6", null, "这一年的大事。")));
        try (ArchiveIndex.Update update = index.update()) {
            for (Entry entry : List.of(ferry, port, board, owl, year)) {
                update.put(entry);
            }
            update.commit();
        }
        answers = new Answers(index, Clock.systemUTC());
    }

    @AfterAll
    static void close() throws Exception {
        index.close();
    }

    private static Mentioned mentioned(String message) {
        return assertInstanceOf(Mentioned.class, answers.lookUp(message, TODAY), message);
    }

    private static List<String> ids(Answer answer) {
        return answer.items().stream().map(item -> item.id().value()).toList();
    }

    @Test
    void an_address_that_is_cited_comes_before_a_name() {
        Answer answer = answers.lookUp("Night Owl论坛上看到的 https://port.example/a/7 ，是真的吗", TODAY);
        assertEquals(List.of("e1"), ids(assertInstanceOf(Citing.class, answer)));
    }

    @Test
    void an_address_that_is_cited_nowhere_leaves_the_names() {
        assertEquals(List.of("北港轮渡"), mentioned("北港轮渡的事看 https://nowhere.example/x").names());
    }

    @Test
    void an_address_alone_that_is_cited_nowhere_is_said_to_be_so() {
        Answer answer = answers.lookUp("https://nowhere.example/x", TODAY);
        assertEquals(Reason.NOT_CITED, assertInstanceOf(Nothing.class, answer).reason());
    }

    @Test
    void the_longest_name_at_a_place_is_meant() {
        assertEquals(List.of("北港轮渡"), mentioned("昨天坐了北港轮渡").names());
    }

    @Test
    void several_names_are_all_looked_up_in_the_script_and_case_of_the_message() {
        assertEquals(List.of("北港輪渡", "night owl 論壇"), mentioned("北港輪渡和night owl 論壇是一家開的？").names());
    }

    @Test
    void a_name_inside_a_longer_word_is_none() {
        assertFalse(answers.lookUp("Midnight Owlet, bowl", TODAY).answered());
        assertEquals(List.of("owl"), mentioned("我用owl聊").names());
    }

    @Test
    void events_on_the_date_that_a_message_states_are_shown() {
        Mentioned answer = mentioned("2021年9月6日那天北港轮渡我在场");
        assertEquals(List.of("e2"), ids(answer));
        assertTrue(answer.onDates());
        assertEquals(List.of("2021年9月6日"), answer.dates());
    }

    @Test
    void a_month_without_a_year_is_of_the_year_of_the_day() {
        assertFalse(mentioned("北港轮渡9月6日又停了").onDates());
    }

    @Test
    void a_date_on_which_nothing_is_told_leaves_what_comes_nearest_to_the_message() {
        Mentioned answer = mentioned("2020年5月1日北港轮渡单程就是三元了");
        assertEquals(List.of("e3"), ids(answer));
        assertFalse(answer.onDates());
    }

    @Test
    void a_date_is_no_name() {
        assertFalse(answers.lookUp("2021年真难啊", TODAY).answered());
    }

    @Test
    void rare_words_are_looked_up_where_no_name_is() {
        Answer answer = answers.lookUp("谁还有灯塔守望者的旧文", TODAY);
        assertEquals(List.of("e5"), ids(assertInstanceOf(Found.class, answer)));
    }

    @Test
    void small_talk_finds_nothing_and_says_so() {
        for (String talk : List.of("哈哈哈", "中午吃什么好呢", "今天天气真好，有没有人一起去玩", "lol ok", "这个不错")) {
            Nothing nothing = assertInstanceOf(Nothing.class, answers.lookUp(talk, TODAY), talk);
            assertEquals(Reason.NOT_MENTIONED, nothing.reason());
        }
    }

    @Test
    void a_very_long_message_is_looked_up_quickly() {
        long begun = System.nanoTime();
        answers.lookUp("北港轮".repeat(3_000), TODAY);
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    }
}
