package guidang.telegram;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action.Run;
import guidang.message.Message.Button;
import guidang.playground.BotApiServer;
import guidang.playground.World.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The whole way: an update over HTTP in, a reply over HTTP out. */
class TelegramBotTest {
    @TempDir
    Path folder;

    @Test
    void a_message_is_answered_and_its_button_turns_the_page() throws Exception {
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, TelegramBotTest::echo)) {
            Person ann = server.world().person(7, "安", "zh-hans");
            var chat = server.world().privately(ann);
            ObjectNode reply = bot.next(chat, () -> server.world().say(ann, chat, "微信"));
            assertEquals("微信 0", reply.path("text").asText());
            String press = server.world().press(ann, chat, 2, "more");
            RunningBot.until(() -> server.world().pressAnswer(press) != null
                    && server.world().messages(chat).get(1).path("text").asText().equals("微信 1"));
        }
    }

    private static Reply echo(Request request) {
        var button = new Button("more", new Run(request.text(), request.page() + 1));
        return new Reply(new Message(request.text() + " " + request.page(), List.of(), List.of(List.of(button))), null,
                Language.SIMPLIFIED);
    }
}
