package guidang.telegram;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.Message.Span;
import guidang.message.Message.Style;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.playground.World.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What Telegram refuses, and what is done about it. */
@Timeout(60)
class SendingTest {
    @TempDir
    Path folder;

    @Test
    void an_edited_question_edits_its_answer() throws Exception {
        with((server, world, bot, ann, chat) -> {
            ObjectNode first = bot.next(chat, () -> world.say(ann, chat, "one"));
            world.edit(ann, chat, 1, "two");
            RunningBot.until(() -> text(world, chat, 2).equals("two"));
            world.edit(ann, chat, 1, "two");
            bot.next(chat, () -> world.say(ann, chat, "three"));
            assertEquals(4, world.messages(chat).size());
            assertEquals(2, first.path("message_id").asInt());
        });
    }

    @Test
    void an_edited_question_whose_answer_is_gone_is_answered_anew_and_edited_again() throws Exception {
        with((server, world, bot, ann, chat) -> {
            bot.next(chat, () -> world.say(ann, chat, "one"));
            world.remove(chat, 2);
            ObjectNode again = bot.next(chat, () -> world.edit(ann, chat, 1, "two"));
            assertEquals("two", again.path("text").asText());
            world.edit(ann, chat, 1, "three");
            RunningBot.until(() -> text(world, chat, 3).equals("three"));
        });
    }

    @Test
    void a_question_of_last_week_that_is_edited_now_is_left_alone() throws Exception {
        with((server, world, bot, ann, chat) -> {
            bot.next(chat, () -> world.say(ann, chat, "one"));
            world.messages(chat).getFirst().put("date", 1_600_000_000);
            world.edit(ann, chat, 1, "two");
            bot.next(chat, () -> world.say(ann, chat, "three"));
            assertEquals("one", text(world, chat, 2));
            assertEquals(4, world.messages(chat).size());
        });
    }

    @Test
    void an_answer_whose_form_is_refused_goes_out_as_bare_words() throws Exception {
        with((server, world, bot, ann, chat) -> {
            ObjectNode reply = bot.next(chat, () -> world.say(ann, chat, "bad button"));
            assertEquals("bad button", reply.path("text").asText());
            assertTrue(reply.path("reply_markup").isMissingNode());
            reply = bot.next(chat, () -> world.say(ann, chat, "bad entity"));
            assertEquals("bad entity", reply.path("text").asText());
        });
    }

    @Test
    void who_blocked_the_bot_is_left_in_peace_until_they_speak_again() throws Exception {
        with((server, world, bot, ann, chat) -> {
            bot.next(chat, () -> world.say(ann, chat, "one"));
            world.bot(chat, ann, "kicked");
            for (int i = 0; i < 5; i++) {
                world.pressed(ann, world.messages(chat).getLast(), "s0:again" + i);
            }
            RunningBot.until(() -> server.calls("answerCallbackQuery").size() == 5 && world.unconfirmed() == 0);
            assertEquals(1, server.calls("editMessageText").size(), "tried once");
            world.bot(chat, ann, "member");
            assertEquals("two", bot.next(chat, () -> world.say(ann, chat, "two")).path("text").asText());
        });
    }

    @Test
    void a_button_under_a_message_of_a_group_that_moved_is_answered_in_the_new_one() throws Exception {
        with((server, world, bot, ann, chat) -> {
            World.Chat group = world.group(-5, "G", ann);
            ObjectNode message = world.goneMessage(group, 0);
            World.Chat supergroup = world.move(group, -1_005);
            world.pressed(ann, message, "s0:moved");
            RunningBot.until(() -> !world.messages(supergroup).isEmpty());
            assertEquals("moved", text(world, supergroup, 1));
        });
    }

    @Test
    void a_topic_that_is_gone_is_done_without() throws Exception {
        with((server, world, bot, ann, chat) -> {
            World.Chat group = world.group(-5, "G", ann);
            world.pressed(ann, world.goneMessage(group, 9), "s0:here");
            RunningBot.until(() -> !world.messages(group).isEmpty());
            assertEquals(2, server.calls("sendMessage").size());
        });
    }

    @Test
    void what_may_not_be_written_is_tried_once_and_dropped() throws Exception {
        with((server, world, bot, ann, chat) -> {
            World.Chat group = world.group(-5, "G", ann);
            world.mayWrite(group, false);
            world.pressed(ann, world.goneMessage(group, 0), "s0:here");
            RunningBot.until(() -> server.calls("sendMessage").size() == 1 && world.unconfirmed() == 0);
            bot.next(chat, () -> world.say(ann, chat, "one"));
            RunningBot.until(() -> server.calls("sendMessage").size() == 2);
        });
    }

    @Test
    void a_description_is_logged_without_what_it_quotes() {
        assertEquals("400 Bad Request: inline keyboard button URL … is invalid",
                Dispatch.told(new guidang.delivery.Outcome.Refused<>(400,
                        "Bad Request: inline keyboard button URL 'https://a.b/c' is invalid")));
        assertEquals("400 Bad Request: user … has no … here", Dispatch.told(new guidang.delivery.Outcome.Refused<>(400,
                "Bad Request: user 123456789 has no 微信 here")));
    }

    private interface Scene {
        void play(BotApiServer server, World world, RunningBot bot, Person ann, World.Chat chat) throws Exception;
    }

    private void with(Scene scene) throws Exception {
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, SendingTest::echo)) {
            Person ann = server.world().person(7, "安", "zh-hans");
            scene.play(server, server.world(), bot, ann, server.world().privately(ann));
        }
    }

    private static String text(World world, World.Chat chat, int id) {
        return world.messages(chat).stream().filter(message -> message.path("message_id").asInt() == id)
                .map(message -> message.path("text").asText()).findFirst().orElse("");
    }

    private static Reply echo(Request request) {
        String text = request.text();
        Message message = switch (text) {
            case "bad button" -> new Message(text, List.of(),
                    List.of(List.of(new Button("x", new Action.Open("nowhere:at/all")))));
            case "bad entity" ->
                new Message(text, List.of(new Span(0, 3, new Style.Link("nowhere:at/all"))), List.of());
            default -> new Message(text, List.of(), List.of());
        };
        return new Reply(message, null, Language.SIMPLIFIED);
    }
}
