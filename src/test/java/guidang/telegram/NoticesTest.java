package guidang.telegram;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.playground.World.Person;
import guidang.store.Findings;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Notices of a running bot, over HTTP. */
@Timeout(60)
@SuppressWarnings("try")
class NoticesTest {
    @TempDir
    Path folder;

    @Test
    void a_digest_is_sent_and_its_pages_are_turned() throws Exception {
        queue(new Place(7, 0), 30);
        try (var server = new BotApiServer()) {
            World world = server.world();
            Person ann = world.person(7, "安", "zh-hans");
            World.Chat chat = world.privately(ann);
            try (var bot = RunningBot.with(server, folder, NoticesTest::echo)) {
                RunningBot.until(() -> world.messages(chat).size() == 1);
                String first = world.messages(chat).getFirst().path("text").asText();
                world.press(ann, chat, 1, "下一页");
                RunningBot.until(() -> !world.messages(chat).getFirst().path("text").asText().equals(first));
                assertTrue(world.messages(chat).getFirst().path("text").asText().contains("2/"));
            }
        }
    }

    @Test
    void a_topic_gets_its_notices_and_a_private_chat_that_blocked_the_bot_gets_them_when_it_lets_it_in_again()
            throws Exception {
        queue(new Place(-50, 77), 1);
        queue(new Place(7, 0), 1);
        try (var server = new BotApiServer()) {
            World world = server.world();
            Person ann = world.person(7, "安", "zh-hans");
            World.Chat alone = world.privately(ann);
            World.Chat group = world.group(-50, "G", ann);
            world.topic(group, 77);
            world.bot(alone, ann, "kicked");
            try (var bot = RunningBot.with(server, folder, NoticesTest::echo)) {
                RunningBot.until(() -> world.messages(group).size() == 1 && world.unconfirmed() == 0);
                ObjectNode told = world.messages(group).getFirst();
                assertEquals(77, told.path("message_thread_id").asInt());
                assertEquals(0, world.messages(alone).size());
                world.bot(alone, ann, "member");
                RunningBot.until(() -> world.messages(alone).size() == 1);
            }
        }
    }

    private void queue(Place place, int many) throws Exception {
        try (Store store = Store.open(folder.resolve("guidang.db"))) {
            Instant now = Instant.now();
            store.subscriptions().save(new Subscription(Subscriptions.newId(), place, new Subject.Everything(),
                    Wanted.usual()), now);
            List<Findings.Found> found = new ArrayList<>();
            List<Findings.Telling> tellings = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                found.add(new Findings.Found(new Brief(Change.Kind.EVENT_ADDED, i + ".md", "", "灯塔" + i, "", "e" + i,
                        null, "", "灯塔亮了。", List.of(), "", "", now), ""));
                tellings.add(new Findings.Telling(place, i, "s"));
            }
            store.findings().commit(new Findings.Finding(now, found, List.of(), List.of(), List.of(), tellings, true));
        }
    }

    private static Reply echo(Request request) {
        return new Reply(new Message(request.text(), List.of(), List.of()), null, Language.SIMPLIFIED);
    }
}
