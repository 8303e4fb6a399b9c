package guidang.telegram;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.BotApiServer;
import guidang.playground.Faults.Fault;
import guidang.playground.World;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pictures, from the button below a timeline to the chat, over HTTP. */
@Timeout(60)
class PictureTest {
    @TempDir
    Path folder;

    @Test
    void the_button_below_a_timeline_brings_its_picture_and_leaves_the_words() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            Chat chat = world.privately(ann);
            world.say(ann, chat, "/timeline 北港轮渡");
            session.turn();
            int words = session.lastId(chat);
            String query = world.press(ann, chat, words, "图");
            session.turn();
            ObjectNode photo = world.messages(chat).getLast();
            assertEquals(1_080, photo.path("photo").path(0).path("width").asInt());
            assertTrue(photo.path("caption").asText().contains("北港轮渡"), photo.toString());
            assertTrue(photo.path("reply_markup").isMissingNode());
            assertFalse(world.messages(chat).get(words - 1).has("edit_date"));
            assertFalse(world.pressAnswer(query) == null);
        }
    }

    @Test
    void what_telegram_asks_to_wait_with_is_sent_again_whole() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "en");
            Chat chat = world.privately(ann);
            session.server.faults().next("sendPhoto", new Fault.TooMany(2), new Fault.Broken(500));
            world.say(ann, chat, "/picture 北港轮渡");
            session.turn();
            assertEquals(3, session.server.calls("sendPhoto").size());
            assertEquals(2, world.messages(chat).size());
            assertTrue(world.messages(chat).getLast().has("photo"));
        }
    }

    @Test
    void where_photos_are_refused_the_words_are_sent() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            Chat chat = world.privately(ann);
            session.server.faults().next("sendPhoto",
                    new Fault.Refused("not enough rights to send photos to the chat"));
            world.say(ann, chat, "/picture 北港轮渡");
            session.turn();
            ObjectNode reply = world.messages(chat).getLast();
            assertTrue(reply.path("text").asText().startsWith("北港轮渡 · 时间线"), reply.toString());
            assertTrue(reply.has("reply_markup"));
        }
    }

    @Test
    void in_a_group_the_picture_answers_the_question_in_its_topic_and_can_be_removed() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            Person bo = world.person(8, "波", "zh-hans");
            Chat group = world.group(-100, "北港街坊", ann, bo);
            world.topic(group, 5);
            int question = world.say(bo, group, "/timeline 北港轮渡", 0, 5);
            session.turn();
            int words = session.lastId(group);
            world.press(bo, group, words, "图");
            session.turn();
            ObjectNode photo = world.messages(group).getLast();
            assertTrue(photo.has("photo"));
            assertEquals(question, photo.path("reply_to_message").path("message_id").asInt());
            assertEquals(5, photo.path("message_thread_id").asInt());
            world.press(bo, group, session.lastId(group), "移除");
            session.turn();
            assertEquals(words, session.lastId(group));
        }
    }

    @Test
    void somebody_else_in_the_group_sees_it_in_private() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            Person bo = world.person(8, "波", "zh-hans");
            Person cy = world.person(9, "齐", "zh-hans");
            Chat group = world.group(-100, "北港街坊", ann, bo, cy);
            world.say(bo, group, "/timeline 北港轮渡");
            session.turn();
            int words = session.lastId(group);
            String query = world.press(cy, group, words, "图");
            session.turn();
            assertEquals(words, session.lastId(group));
            JsonNode answer = world.pressAnswer(query);
            String start = answer.path("url").asText().replaceAll(".*start=", "/start ");
            world.say(cy, world.privately(cy), start);
            session.turn();
            assertTrue(world.messages(world.privately(cy)).getLast().has("photo"));
        }
    }

    @Test
    void a_question_that_is_edited_to_ask_for_a_picture_gets_one_in_the_place_of_its_answer() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            Chat chat = world.privately(ann);
            int question = world.say(ann, chat, "/timeline 北港轮渡");
            session.turn();
            world.edit(ann, chat, question, "/picture 北港轮渡");
            session.turn();
            assertEquals(2, world.messages(chat).size());
            assertTrue(world.messages(chat).getLast().has("photo"));
            world.edit(ann, chat, question, "/timeline 北港轮渡");
            session.turn();
            assertTrue(world.messages(chat).getLast().path("text").asText().contains("时间线"));
        }
    }

    @Test
    void the_token_is_nowhere_in_what_is_sent() throws Exception {
        try (var session = new GroupSession(folder)) {
            World world = session.world;
            Person ann = world.person(7, "安", "zh-hans");
            world.say(ann, world.privately(ann), "/picture 北港轮渡");
            session.turn();
            JsonNode call = session.server.calls("sendPhoto").getFirst().parameters();
            assertFalse(call.path("caption").asText().contains(BotApiServer.TOKEN));
            assertEquals("7", call.path("chat_id").asText());
        }
    }
}
