package guidang.telegram;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.BotApiServer;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Looking up from any chat, and the links that open the private one. */
class InlineTest {
    @TempDir
    Path folder;
    private BotApiServer server;
    private RunningBot bot;
    private Person ann;

    @BeforeEach
    void start() throws Exception {
        server = new BotApiServer();
        ann = server.world().person(7, "Ann", "en");
        bot = RunningBot.overSeeds(server, folder);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
        server.close();
    }

    private JsonNode offered(String typed, String offset) throws InterruptedException {
        String query = bot.world.type(ann, typed, offset);
        RunningBot.until(() -> bot.world.inlineAnswer(query) != null);
        return bot.world.inlineAnswer(query);
    }

    @Test
    void a_question_offers_the_event_that_answers_it_as_a_ready_message() throws Exception {
        JsonNode answer = offered("微信什么时候恢复注册？", "");
        JsonNode first = answer.path("results").get(0);
        assertTrue(first.path("title").asText().startsWith("2021年8月5日 · 微信"), first::toString);
        assertTrue(first.path("input_message_content").path("message_text").asText().contains("恢复了微信的新用户注册"));
        assertTrue(first.path("input_message_content").path("entities").toString().contains("web.archive.org"));
        assertFalse(answer.path("is_personal").asBoolean());
        assertTrue(answer.path("cache_time").asInt() > 0);
    }

    @Test
    void pages_bring_other_events_until_there_are_no_more() throws Exception {
        Set<String> seen = new HashSet<>();
        String offset = "";
        int pages = 0;
        do {
            JsonNode answer = offered("/timeline 微信", offset);
            for (JsonNode result : answer.path("results")) {
                assertTrue(seen.add(result.path("id").asText()), "offered twice");
            }
            offset = answer.path("next_offset").asText("");
            pages++;
        } while (!offset.isEmpty());
        assertTrue(pages > 1, seen.size() + " events");
        JsonNode question = offered("微信", "");
        assertFalse(question.path("next_offset").asText("").isEmpty());
        Set<String> first = new HashSet<>();
        question.path("results").forEach(result -> first.add(result.path("id").asText()));
        offered("微信", "1").path("results").forEach(result -> assertTrue(first.add(result.path("id").asText())));
    }

    @Test
    void without_words_what_happened_on_this_day_and_what_is_new_is_offered_to_this_person_alone() throws Exception {
        JsonNode answer = offered("", "");
        assertTrue(answer.path("results").get(0).path("title").asText().contains("2021"), answer::toString);
        assertTrue(answer.path("results").size() >= 2);
        assertTrue(answer.path("is_personal").asBoolean(), "in English for this person, in Chinese for others");
    }

    @Test
    void nothing_found_offers_the_private_chat() throws Exception {
        JsonNode answer = offered("zzqx vvkw", "");
        assertEquals(0, answer.path("results").size());
        assertEquals("Nothing found: ask in private", answer.path("button").path("text").asText());
    }

    @Test
    void what_is_typed_is_asked_in_private_by_the_button_above_the_offers() throws Exception {
        for (String typed : new String[]{"zzqx vvkw", "微信 恢复注册 什么时候"}) {
            JsonNode button = offered(typed, "").path("button");
            String start = button.path("start_parameter").asText();
            assertTrue(start.matches("t_[A-Za-z0-9_-]{1,62}"), start);
            assertEquals(button, offered(typed, "").path("button"), "nothing is kept of it");
            Chat chat = bot.world.privately(ann);
            String asked = bot.next(chat, () -> bot.world.say(ann, chat, typed)).path("text").asText();
            String opened = bot.next(chat, () -> bot.world.say(ann, chat, "/start " + start)).path("text").asText();
            assertEquals(asked, opened);
        }
        assertFalse(offered("", "").has("button"));
        assertFalse(offered("微信", "1").has("button"));
    }

    @Test
    void an_offered_message_lets_its_archived_address_be_copied() throws Exception {
        JsonNode row = offered("微信 恢复注册", "").path("results").get(0).path("reply_markup").path("inline_keyboard")
                .get(0);
        assertTrue(row.get(1).path("copy_text").path("text").asText().contains("web.archive.org"), row::toString);
    }

    @Test
    void what_is_typed_too_long_for_a_link_is_not_kept_for_one() throws Exception {
        String typed = "微信 恢复注册 " + "什么时候".repeat(20);
        assertTrue(offered(typed, "").path("button").path("start_parameter").asText("inline").equals("inline"));
    }

    @Test
    void a_link_that_somebody_made_up_runs_no_command() throws Exception {
        String made = "t_"
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("/forget".getBytes(UTF_8));
        Chat chat = bot.world.privately(ann);
        for (String start : new String[]{made, "t_", "t_A", "t_____"}) {
            String reply = bot.next(chat, () -> bot.world.say(ann, chat, "/start " + start)).path("text").asText();
            assertTrue(reply.startsWith("Hello"), reply);
        }
    }

    @Test
    void the_button_below_an_offered_message_opens_its_entry_in_private() throws Exception {
        JsonNode result = offered("微信 恢复注册", "").path("results").get(0);
        String url = result.path("reply_markup").path("inline_keyboard").get(0).get(0).path("url").asText();
        assertTrue(url.startsWith("https://t.me/" + BotApiServer.NAME + "?start=e_"), url);
        Chat chat = bot.world.privately(ann);
        ObjectNode entry = bot.next(chat,
                () -> bot.world.say(ann, chat, "/start " + url.substring(url.indexOf('=') + 1)));
        assertTrue(entry.path("text").asText().contains("微信"), entry::toString);
        ObjectNode hello = bot.next(chat, () -> bot.world.say(ann, chat, "/start q_unknown"));
        assertTrue(hello.path("text").asText().startsWith("Hello"), hello::toString);
    }

    @Test
    void commands_and_descriptions_are_told_once_for_every_language_and_scope() throws Exception {
        RunningBot.until(() -> server.calls("setMyCommands").size() == 6 && server.calls("setMyDescription").size() == 3
                && server.calls("setMyShortDescription").size() == 3);
        JsonNode english = server.calls("setMyCommands").stream().map(BotApiServer.ApiCall::parameters)
                .filter(call -> call.path("language_code").asText().equals("en")).findFirst().orElseThrow();
        assertEquals("search", english.path("commands").get(0).path("command").asText());
        bot.close();
        bot = RunningBot.overSeeds(server, folder);
        Chat chat = bot.world.privately(ann);
        bot.next(chat, () -> bot.world.say(ann, chat, "/help"));
        assertEquals(6, server.calls("setMyCommands").size());
    }
}
