package guidang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole way of a notice: a file is edited under a running bot, and somebody's phone rings. */
@Timeout(180)
class NoticesServedTest {
    private static final String PAGE = "---\ntitle: 灯塔\n---\n\n## 经过\n\n2021年3月1日，灯塔开始重建。\n";

    @TempDir
    private Path folder;

    @Test
    void an_edit_to_the_archive_of_a_running_bot_is_told_once_also_if_it_was_made_while_the_bot_was_off()
            throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectories(data.resolve("bot-config"));
        Files.writeString(data.resolve("bot-config/guidang.yaml"), "reread_seconds: 1\n");
        Path log = folder.resolve("log");
        Path page = archive.resolve("灯塔.md");
        Files.writeString(page, PAGE);
        try (Store store = Store.open(data.resolve("guidang.db"))) {
            store.subscriptions().save(new Subscription(Subscriptions.newId(), new Place(7, 0),
                    new Subject.Search("灯塔"), Wanted.usual()), Instant.now());
        }
        try (var server = new BotApiServer()) {
            World.Chat chat = server.world().privately(server.world().person(7, "安", "zh-hans"));
            Process process = ServedProcess.start(archive, data, server.address(), log);
            try {
                until(() -> logged(log, "from the start"));
                Files.writeString(page, PAGE + "\n2021年5月2日，灯塔重新亮起。\n");
                until(() -> server.world().messages(chat).size() == 1);
                assertTrue(text(server, chat).contains("灯塔重新亮起"), text(server, chat));
                process.destroy();
                assertTrue(process.waitFor(3, TimeUnit.SECONDS), "still running");
                Files.writeString(page, PAGE + "\n2021年5月3日，灯塔重新亮起。\n");
                process = ServedProcess.start(archive, data, server.address(), log);
                until(() -> server.calls("editMessageText").size() == 1);
                assertTrue(text(server, chat).contains("3日"), text(server, chat));
                Thread.sleep(1_500);
                assertEquals(1, server.calls("sendMessage").size());
                assertEquals(1, server.calls("editMessageText").size());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static String text(BotApiServer server, World.Chat chat) {
        ObjectNode message = server.world().messages(chat).getLast();
        return message.path("text").asText();
    }

    private static boolean logged(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> {
                try {
                    return Files.readString(folder.resolve("log"));
                } catch (java.io.IOException e) {
                    return e.toString();
                }
            });
            Thread.sleep(20);
        }
    }
}
