package guidang.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.World;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;
import guidang.store.ChatSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the bot does in a group, over HTTP. */
class GroupDeskTest {
    @TempDir
    Path folder;
    private GroupSession session;
    private World world;
    private Person chief;
    private Person ann;
    private Person bo;
    private Chat group;

    @BeforeEach
    void open() throws Exception {
        session = new GroupSession(folder);
        world = session.world;
        chief = world.person(1, "群主", "zh-hans");
        ann = world.person(2, "安", "zh-hans");
        bo = world.person(3, "Bo", "en");
        group = world.group(-100, "北港街坊", chief, ann, bo);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
    }

    private int ask(Person person, String text) throws InterruptedException {
        world.say(person, group, text);
        session.turn();
        return session.lastId(group);
    }

    private int messages() {
        return world.messages(group).size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"北港轮渡什么时候复航？", "/search@other_bot 复航", "/unknown 复航", "/traffic/北港轮渡.md",
            "@guidang_bot_two 复航", "@other_bot 复航", "邮箱 a@guidang_botany.example", "//", "/"})
    void what_is_not_for_the_bot_is_met_with_silence(String text) throws Exception {
        ask(ann, text);
        assertEquals(1, messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search 复航", "/search@guidang_bot 复航", "/SEARCH@Guidang_Bot 复航", "/搜 复航", "／搜复航",
            "@guidang_bot 北港轮渡什么时候复航？", "北港轮渡什么时候复航？@guidang_bot"})
    void what_is_for_the_bot_is_answered_with_one_result(String text) throws Exception {
        ask(ann, text);
        assertEquals(2, messages());
        assertTrue(session.last(group).startsWith("2021年9月6日，北港轮渡恢复载客"), session.last(group));
        assertEquals(2, session.last(group).lines().count());
    }

    @Test
    void a_reply_to_the_bot_asks_on_and_one_to_somebody_else_does_not() throws Exception {
        int reply = ask(ann, "/search 复航");
        world.say(bo, group, "北港轮渡票价", 1, 0);
        session.turn();
        assertEquals(3, messages());
        world.say(bo, group, "北港轮渡票价", reply, 0);
        session.turn();
        assertTrue(session.last(group).contains("三元"));
    }

    @Test
    void an_edited_question_edits_its_answer_and_one_that_was_none_is_answered_by_nothing() throws Exception {
        int reply = ask(ann, "/search 复航");
        world.edit(ann, group, reply - 1, "/search 票价");
        session.turn();
        assertEquals(reply, session.lastId(group));
        assertTrue(session.last(group).contains("三元"), session.last(group));
        int talk = world.say(bo, group, "复航", 0, 0);
        session.turn();
        world.edit(bo, group, talk, "/search 复航");
        session.turn();
        assertEquals(talk, session.lastId(group), "what was not answered is not asked by an edit");
    }

    @Test
    void editing_what_was_asked_about_somebody_elses_message_edits_the_answer_to_that_message() throws Exception {
        int talk = world.say(bo, group, "北港轮渡要涨到三元了", 0, 0);
        int asking = world.say(ann, group, "/search", talk, 0);
        session.turn();
        int reply = session.lastId(group);
        String before = session.last(group);
        assertTrue(reply > asking);
        world.edit(ann, group, asking, "/search 复航");
        session.turn();
        assertEquals(reply, session.lastId(group), "the same message");
        assertFalse(session.last(group).equals(before), before);
        assertEquals(talk, world.messages(group).getLast().path("reply_to_message").path("message_id").asInt());
        String edited = session.last(group);
        world.edit(bo, group, talk, "/search 票价");
        session.turn();
        assertEquals(edited, session.last(group), "nor does an edit of the other message");
    }

    @Test
    void a_timeline_of_somebodys_message_is_that_of_the_entry_it_names() throws Exception {
        int spoken = ask(bo, "北港轮渡最近怎么样");
        world.say(ann, group, "/timeline", spoken, 0);
        session.turn();
        assertTrue(session.last(group).startsWith("北港轮渡 · 时间线 · 3 件"), session.last(group));
        assertEquals(spoken, world.messages(group).getLast().path("reply_to_message").path("message_id").asInt());
    }

    @Test
    void words_behind_the_command_are_looked_up_instead_of_the_message() throws Exception {
        int spoken = ask(bo, "北港轮渡最近怎么样");
        world.say(ann, group, "/search 夜间封闭检修", spoken, 0);
        session.turn();
        assertTrue(session.last(group).contains("南湾大桥"));
        assertEquals(spoken + 1, world.messages(group).getLast().path("reply_to_message").path("message_id").asInt());
    }

    @Test
    void an_address_behind_a_word_of_the_message_is_looked_up() throws Exception {
        ObjectNode update = Call.JSON.createObjectNode();
        ObjectNode message = update.putObject("message").put("message_id", 90).put("text", "/find");
        message.putObject("chat").put("id", group.id()).put("type", "supergroup");
        message.putObject("from").put("id", 2).put("is_bot", false);
        ObjectNode replied = message.putObject("reply_to_message").put("message_id", 80).put("text", "看这里");
        replied.putArray("entities").addObject().put("type", "text_link").put("offset", 0).put("length", 3).put("url",
                "https://wanbao.example/a/88");
        world.raw(update);
        session.turn();
        assertTrue(session.last(group).contains("恢复载客"));
    }

    @Test
    void the_part_that_is_quoted_is_looked_up() throws Exception {
        ObjectNode update = Call.JSON.createObjectNode();
        ObjectNode message = update.putObject("message").put("message_id", 90).put("text", "/search");
        message.putObject("chat").put("id", group.id()).put("type", "supergroup");
        message.putObject("from").put("id", 2).put("is_bot", false);
        message.putObject("reply_to_message").put("message_id", 80).put("text", "北港轮渡还是南湾大桥快");
        message.putObject("quote").put("text", "南湾大桥").put("position", 5);
        world.raw(update);
        session.turn();
        assertTrue(session.last(group).contains("南湾大桥"));
        assertFalse(session.last(group).contains("北港轮渡"));
    }

    @Test
    void the_language_is_that_of_the_group_else_of_the_text_else_of_the_app() throws Exception {
        ask(bo, "/timeline V2EX");
        assertTrue(session.last(group).startsWith("The archive has nothing"), session.last(group));
        ask(bo, "/timeline 没有的東西嗎");
        assertTrue(session.last(group).startsWith("檔案庫裡查不到"), session.last(group));
        world.say(chief, group, "/settings");
        session.turn();
        session.press(chief, group, session.lastId(group), "简体中文");
        ask(bo, "/timeline V2EX");
        assertTrue(session.last(group).startsWith("档案里没有查到"), session.last(group));
    }

    @Test
    void a_reply_is_removed_by_who_asked_or_by_an_admin_and_by_nobody_else() throws Exception {
        int first = ask(ann, "/search 复航");
        assertTrue(session.press(bo, group, first, "移除").path("show_alert").asBoolean());
        assertEquals(2, messages());
        session.press(ann, group, first, "移除");
        assertEquals(1, messages());
        int second = ask(ann, "/search 复航");
        session.press(chief, group, second, "移除");
        assertEquals(2, messages());
    }

    @Test
    void a_reply_that_telegram_no_longer_lets_go_is_emptied() throws Exception {
        int reply = ask(ann, "/search 复航");
        session.pass(Duration.ofHours(49));
        session.press(ann, group, reply, "移除");
        assertEquals("已移除。", session.last(group));
        assertEquals(List.of(), session.labels(group));
    }

    @Test
    void replies_go_when_their_time_is_over_if_the_group_wants_it() throws Exception {
        ask(ann, "/search 复航");
        session.store.chats().save(group.id(), new ChatSettings(null, ChatSettings.ChangedBy.ADMINS,
                ChatSettings.Length.USUAL, 10), session.now());
        ask(ann, "/search 票价");
        assertTrue(session.last(group).lines().count() > 2);
        session.tidying.runOnce();
        assertEquals(4, messages());
        session.pass(Duration.ofMinutes(10));
        session.tidying.runOnce();
        assertEquals(3, messages());
    }

    @Test
    void rights_are_asked_for_once_and_again_when_they_change() throws Exception {
        world.say(chief, group, "/settings");
        session.turn();
        int settings = session.lastId(group);
        session.press(bo, group, settings, "完整");
        session.press(bo, group, settings, "完整");
        assertEquals(2, session.server.calls("getChatMember").size());
        assertEquals(ChatSettings.USUAL, session.store.chats().settings(group.id()));
        world.rank(group, bo, "administrator");
        session.press(bo, group, settings, "完整");
        assertEquals(ChatSettings.Length.USUAL, session.store.chats().settings(group.id()).length());
        assertEquals(3, session.server.calls("getChatMember").size());
        session.pass(Duration.ofMinutes(6));
        session.press(bo, group, settings, "two lines");
        assertEquals(4, session.server.calls("getChatMember").size());
    }

    @Test
    void only_the_owner_changes_settings_if_the_owner_wants_it() throws Exception {
        world.rank(group, ann, "administrator");
        world.say(chief, group, "/settings");
        session.turn();
        int settings = session.lastId(group);
        session.press(chief, group, settings, "只有群主");
        assertTrue(session.press(ann, group, settings, "完整").path("show_alert").asBoolean());
        assertEquals(ChatSettings.Length.SHORT, session.store.chats().settings(group.id()).length());
    }

    @Test
    void an_admin_who_speaks_as_the_group_is_one() throws Exception {
        world.sayAsGroup(group, "/settings", 0);
        session.turn();
        assertTrue(session.labels(group).size() > 10);
        world.sayAsGroup(group, "/search 复航", 0);
        session.turn();
        assertTrue(session.last(group).contains("恢复载客"));
    }

    @Test
    void a_reply_is_posted_once_and_only_in_time() throws Exception {
        int reply = ask(ann, "/search 复航");
        Chat own = world.privately(ann);
        String payload = session.payload(world.messages(group).getLast());
        world.say(ann, own, "/start " + payload);
        session.turn();
        ObjectNode shown = world.messages(own).getLast().deepCopy();
        session.press(ann, own, session.lastId(own), "发到群里");
        assertEquals(reply + 1, session.lastId(group));
        assertFalse(session.labels(own).contains("发到群里"));
        String data = shown.path("reply_markup").path("inline_keyboard").path(1).path(0).path("callback_data").asText();
        world.pressed(ann, shown, data);
        session.turn();
        assertEquals(reply + 1, session.lastId(group));
        world.say(ann, own, "/start " + payload);
        session.turn();
        session.pass(Duration.ofMinutes(16));
        assertTrue(session.press(ann, own, session.lastId(own), "发到群里").path("show_alert").asBoolean());
        assertEquals(reply + 1, session.lastId(group));
    }

    @Test
    void who_is_not_a_member_looks_but_cannot_post() throws Exception {
        ask(ann, "/search 复航");
        Person stranger = world.person(9, "客", "zh-hans");
        world.say(stranger, world.privately(stranger), "/start " + session.payload(world.messages(group).getLast()));
        session.turn();
        assertTrue(session.last(world.privately(stranger)).contains("恢复载客"));
        assertFalse(session.labels(world.privately(stranger)).contains("发到群里"));
    }

    @Test
    void a_reply_follows_the_group_to_its_new_number() throws Exception {
        session.store.chats().save(group.id(), new ChatSettings("zh-Hant", ChatSettings.ChangedBy.CREATOR,
                ChatSettings.Length.SHORT, 60), session.now());
        world.say(ann, group, "/search 复航");
        Chat moved = world.move(group, -200);
        session.turn();
        assertEquals(1, world.messages(moved).size());
        assertEquals("zh-Hant", session.store.chats().settings(-200).language());
        assertEquals(ChatSettings.USUAL, session.store.chats().settings(-100));
    }

    @Test
    void a_group_that_does_not_let_the_bot_write_costs_one_try_and_one_word_in_private() throws Exception {
        world.mayWrite(group, false);
        ask(ann, "/search 复航");
        ask(ann, "/search 票价");
        assertEquals(1, world.messages(world.privately(ann)).size());
        assertEquals(3, session.server.calls("sendMessage").size());
    }

    @Test
    void private_settings_choose_a_language() throws Exception {
        Chat own = world.privately(bo);
        world.say(bo, own, "/settings");
        session.turn();
        assertEquals("Settings\nLanguage: as asked", session.last(own));
        session.press(bo, own, session.lastId(own), "繁體中文");
        world.say(bo, own, "/timeline V2EX");
        session.turn();
        assertTrue(session.last(own).startsWith("檔案庫裡查不到"), session.last(own));
    }

    @Test
    void a_button_with_a_forged_word_does_nothing() throws Exception {
        ask(ann, "/search 复航");
        ObjectNode message = world.messages(group).getLast();
        for (String data : List.of("x:", "x:length:HUGE", "x:expiry:x", "x:post:", "x:post:nobody", "x:quiet",
                "nonsense")) {
            world.pressed(bo, message, data);
        }
        session.turn();
        assertEquals(2, messages());
        assertEquals(ChatSettings.USUAL, session.store.chats().settings(group.id()));
    }
}
