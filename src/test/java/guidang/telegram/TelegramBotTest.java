package guidang.telegram;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action.Run;
import guidang.message.Message.Button;
import guidang.standin.BotApiServer;
import guidang.standin.World.Person;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole way: an update over HTTP in, a reply over HTTP out. */
class TelegramBotTest {
    @TempDir
    Path folder;

    @Test
    void a_message_is_answered_and_its_button_turns_the_page() throws Exception {
        try (var server = new BotApiServer(); var store = Store.open(folder.resolve("guidang.db"))) {
            Person ann = server.world().person(7, "安", "zh-hans");
            var chat = server.world().privately(ann);
            var bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(),
                    server.address(), null, false), store, TelegramBotTest::echo, Clock.systemUTC());
            Thread running = Thread.ofPlatform().start(() -> run(bot));
            server.world().say(ann, chat, "微信");
            await(() -> server.world().messages(chat).size() == 2);
            List<ObjectNode> messages = server.world().messages(chat);
            assertEquals("微信 0", messages.get(1).path("text").asText());
            String press = server.world().press(ann, chat, 2, "more");
            await(() -> server.world().pressAnswer(press) != null
                    && server.world().messages(chat).get(1).path("text").asText().equals("微信 1"));
            bot.stop();
            assertTrue(running.join(Duration.ofSeconds(3)));
        }
    }

    private static Reply echo(Request request) {
        var button = new Button("more", new Run(request.text(), request.page() + 1));
        return new Reply(new Message(request.text() + " " + request.page(), List.of(), List.of(List.of(button))), null,
                Language.SIMPLIFIED);
    }

    private static void run(TelegramBot bot) {
        try {
            bot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing happened");
            Thread.sleep(5);
        }
    }
}
