package guidang.telegram;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.bot.Request;
import guidang.message.Language;
import guidang.playground.BotApiServer;
import guidang.playground.Faults.Fault;
import guidang.playground.World;
import guidang.store.Inbox;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What comes is dealt with once, whatever happens to Telegram, the disk or the process. */
@Timeout(60)
@SuppressWarnings("try")
class ReceivingTest {
    private static final String MESSAGE = """
            {"update_id":%s,"message":{"message_id":%s,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"%s"}}""";

    @TempDir
    private Path folder;
    private BotApiServer server;
    private Store store;
    private World.Person ann;
    private World.Chat chat;

    @BeforeEach
    void open() throws Exception {
        server = new BotApiServer();
        store = Store.open(folder.resolve("guidang.db"));
        ann = server.world().person(7, "安", "zh-hans");
        chat = server.world().privately(ann);
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void broken_updates_spoil_none_beside_them() throws Exception {
        String deep = "{\"update_id\":3,\"message\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        String digits = "{\"update_id\":4,\"message\":{\"message_id\":" + "9".repeat(5_000) + "}}";
        String replies = "{\"update_id\":5,\"message\":{\"message_id\":5,\"chat\":{\"id\":7},\"reply_to_message\":"
                .repeat(1) + "{\"reply_to_message\":".repeat(3_000) + "{}" + "}".repeat(3_002);
        server.nextUpdates(ok(MESSAGE.formatted("1", "1", "first"), "7", "null", "{}", "\"text\"", "[]",
                "{\"update_id\":\"x\"}", "{\"update_id\":-1}", "{\"update_id\":99999999999}", "{\"update_id\":2}",
                "{\"update_id\":6,\"message\":null}", "{\"update_id\":7,\"poll\":{}}",
                "{\"update_id\":8,\"message\":{\"message_id\":99999999999999999999,\"chat\":{\"id\":1e400}}}", deep,
                digits, replies, MESSAGE.formatted("9", "2", "x".repeat(4 << 20)),
                MESSAGE.formatted("10", "3", "last")));
        try (var bot = new BotRun(server, store, request -> BotRun.echo(shortened(request)))) {
            BotRun.await(() -> said().containsAll(List.of("first", "last")));
            server.world().say(ann, chat, "after");
            BotRun.await(() -> said().contains("after"));
            assertEquals(11, server.calls("getUpdates").get(1).parameters().path("offset").asInt());
            assertEquals(1, bot.logged("update 3 cannot be read").size());
        }
    }

    @Test
    void an_update_without_a_number_does_not_stop_the_loop_nor_make_it_spin() throws Exception {
        String[] same = new String[20];
        java.util.Arrays.fill(same, ok("{\"message\":{}}"));
        server.nextUpdates(same);
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> bot.logged("has no number").size() == 1);
            Thread.sleep(700);
            assertTrue(server.calls("getUpdates").size() < 6);
            assertEquals(1, bot.logged("has no number").size());
        }
    }

    @Test
    void what_came_before_a_restart_is_not_answered_again() throws Exception {
        String update = ok(MESSAGE.formatted("500", "1", "once"));
        server.nextUpdates(update, update);
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().size() == 1);
            bot.stop();
            assertEquals(TelegramBot.End.STOPPED, bot.end(Duration.ofSeconds(2)));
        }
        server.nextUpdates(update, ok(MESSAGE.formatted("501", "2", "next")));
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().contains("next"));
            assertEquals(List.of("once", "next"), said());
        }
    }

    @Test
    void after_a_quiet_week_lower_numbers_are_new() throws Exception {
        server.world().nextUpdate(900_000);
        server.world().say(ann, chat, "high");
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().size() == 1);
            BotRun.await(() -> server.world().unconfirmed() == 0);
            server.world().nextUpdate(17);
            server.world().say(ann, chat, "low");
            BotRun.await(() -> said().size() == 2);
        }
        server.nextUpdates(ok(MESSAGE.formatted("17", "8", "low again")));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(8)), ZoneOffset.UTC);
        try (var bot = new BotRun(server, store, BotRun::echo, later, new Receiving.Polling())) {
            BotRun.await(() -> said().contains("low again"));
        }
    }

    @Test
    void telegrams_bad_days_are_waited_out_and_told_once() throws Exception {
        server.faults().next("getUpdates", new Fault.Html(502), new Fault.Html(502), new Fault.Broken(500),
                new Fault.TooMany(1), new Fault.Cut());
        server.world().say(ann, chat, "patience");
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().contains("patience"));
            assertEquals(1, bot.logged("not an answer of the Bot API").size());
            assertEquals(1, bot.logged("too many calls").size());
            assertEquals(1, bot.logged("receiving again").size());
        }
    }

    @Test
    void a_token_that_is_revoked_ends_the_run() throws Exception {
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> !server.calls("getUpdates").isEmpty() || bot.logged("running as").size() == 1);
            server.tokenValid(false);
            server.world().say(ann, chat, "wakes the poll");
            assertEquals(TelegramBot.End.UNAUTHORIZED, bot.end(Duration.ofSeconds(5)));
        }
    }

    @Test
    void another_bot_on_the_same_token_is_told_once_and_waited_for() throws Exception {
        try (var bot = new BotRun(server, store, BotRun::echo);
                var other = Store.open(folder.resolve("other.db"));
                var second = new BotRun(server, other, BotRun::echo)) {
            BotRun.await(() -> !bot.logged("another bot receives").isEmpty());
            Thread.sleep(1_500);
            assertTrue(bot.logged("another bot receives").size() <= 4, () -> bot.logged("another bot").toString());
            second.stop();
            second.end(Duration.ofSeconds(2));
            server.world().say(ann, chat, "alone again");
            BotRun.await(() -> said().contains("alone again"));
        }
    }

    @Test
    void an_update_that_always_fails_is_set_aside_after_two_tries_and_named() throws Exception {
        var tries = new AtomicInteger();
        int number = server.world().say(ann, chat, "poison");
        server.world().say(ann, chat, "medicine");
        try (var bot = new BotRun(server, store, request -> {
            if (request.text().equals("poison")) {
                tries.incrementAndGet();
                throw new StackOverflowError(request.text());
            }
            return BotRun.echo(request);
        })) {
            BotRun.await(() -> said().contains("medicine"));
            BotRun.await(() -> store.inbox().counts().aside() == 1);
            assertEquals(2, tries.get());
            assertEquals(1, bot.logged("update 1000 is set aside: it failed twice").size());
            assertEquals(List.of(), bot.logged("poison"));
            assertTrue(number > 0);
        }
    }

    @Test
    void an_update_that_kills_the_process_is_set_aside_and_its_neighbours_are_not() throws Exception {
        Inbox inbox = store.inbox();
        inbox.accept(List.of(new Inbox.Update(1, MESSAGE.formatted("1", "1", "killer"), 1),
                new Inbox.Update(2, MESSAGE.formatted("2", "2", "neighbour"), 1)), Instant.now());
        var handed = new ArrayList<String>();
        for (int life = 0; life < 4; life++) {
            // As a process does that dies each time with the first in hand.
            inbox.begin(1);
        }
        try (var bot = new BotRun(server, store, request -> {
            handed.add(request.text());
            return BotRun.echo(request);
        })) {
            BotRun.await(() -> said().contains("neighbour"));
            assertEquals(List.of("neighbour"), handed);
            assertEquals(1, bot.logged("update 1 is set aside").size());
        }
    }

    @Test
    void stopping_finishes_what_is_in_hand_and_leaves_the_rest_for_the_next_start() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        server.world().say(ann, chat, "in hand");
        server.world().say(ann, chat, "queued");
        try (var bot = new BotRun(server, store, request -> {
            begun.countDown();
            wait(go);
            return BotRun.echo(request);
        })) {
            begun.await();
            BotRun.await(() -> store.inbox().open().size() == 2);
            bot.stop();
            Thread.sleep(200);
            go.countDown();
            bot.end(Duration.ofSeconds(2));
        }
        assertEquals(List.of("in hand"), said());
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().size() == 2);
            assertEquals(List.of("in hand", "queued"), said());
        }
    }

    @Test
    void a_long_wait_that_telegram_demands_does_not_hold_up_stopping() throws Exception {
        server.faults().next("sendMessage", new Fault.TooMany(30));
        server.world().say(ann, chat, "later");
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> server.calls("sendMessage").size() == 1);
            long begun = System.nanoTime();
            bot.stop();
            assertEquals(TelegramBot.End.STOPPED, bot.end(Duration.ofSeconds(2)));
            assertTrue(System.nanoTime() - begun < 1_000_000_000L);
        }
        for (int restart = 0; restart < 3; restart++) {
            server.faults().next("sendMessage", new Fault.TooMany(30));
            int calls = server.calls("sendMessage").size();
            try (var bot = new BotRun(server, store, BotRun::echo)) {
                BotRun.await(() -> server.calls("sendMessage").size() > calls);
            }
        }
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().contains("later"));
        }
    }

    @Test
    void a_bot_stopped_before_it_runs_does_not_run() throws Exception {
        var bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(),
                server.address(), null, false, Language.SIMPLIFIED), store, BotRun::echo, Clock.systemUTC());
        bot.stop();
        assertEquals(TelegramBot.End.STOPPED, bot.run());
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(0, server.calls("getUpdates").size());
    }

    @Test
    void a_store_that_fails_for_a_while_loses_nothing_and_is_told_once() throws Exception {
        try (var bot = new BotRun(server, store, BotRun::echo); Connection disk = disk()) {
            BotRun.await(() -> bot.logged("running as").size() == 1);
            disk.createStatement().execute("CREATE TRIGGER full1 BEFORE INSERT ON inbox BEGIN "
                    + "SELECT RAISE(FAIL, 'full'); END");
            server.world().say(ann, chat, "kept by Telegram");
            BotRun.await(() -> bot.logged("the store fails:").size() == 1);
            Thread.sleep(600);
            assertEquals(1, server.world().unconfirmed());
            disk.createStatement().execute("DROP TRIGGER full1");
            BotRun.await(() -> said().size() == 1 && store.inbox().open().isEmpty());
            disk.createStatement().execute("CREATE TRIGGER full2 BEFORE UPDATE ON inbox BEGIN "
                    + "SELECT RAISE(FAIL, 'full'); END");
            server.world().say(ann, chat, "answered but not marked");
            BotRun.await(() -> said().size() == 2 && bot.logged("the store fails:").size() == 2);
            disk.createStatement().execute("DROP TRIGGER full2");
            BotRun.await(() -> store.inbox().open().isEmpty());
            assertEquals(2, said().size());
            assertEquals(List.of(), bot.logged("kept by Telegram"));
        }
    }

    @Test
    void a_webhook_that_somebody_set_is_deleted_for_polling() throws Exception {
        server.world().say(ann, chat, "fetched");
        server.webhook("https://elsewhere.example/hook");
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().contains("fetched"));
            assertEquals(1, server.calls("deleteWebhook").size());
            assertEquals(1, bot.logged("a webhook was set; it is deleted").size());
            server.webhook("https://elsewhere.example/hook");
            server.world().say(ann, chat, "again");
            BotRun.await(() -> said().contains("again"));
        }
    }

    @Test
    void the_token_is_in_no_line_of_the_log() throws Exception {
        server.faults().next("getMe", new Fault.Cut(), new Fault.Html(502), new Fault.Broken(500));
        server.faults().next("getUpdates", new Fault.Html(502), new Fault.Cut());
        server.faults().next("sendMessage", new Fault.Cut(), new Fault.Dropped(), new Fault.Broken(500));
        server.world().say(ann, chat, "hush");
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            BotRun.await(() -> said().contains("hush"));
            server.tokenValid(false);
            server.world().say(ann, chat, "hush again");
            bot.end(Duration.ofSeconds(5));
            assertFalse(bot.logged("").isEmpty());
            assertEquals(List.of(), bot.logged(BotApiServer.TOKEN));
            assertEquals(List.of(), bot.logged(BotApiServer.TOKEN.substring(BotApiServer.TOKEN.indexOf(':') + 1)));
            assertEquals(List.of(), bot.logged("hush"));
        }
    }

    private Connection disk() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("guidang.db"));
    }

    private static String ok(String... updates) {
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }

    private static Request shortened(Request request) {
        String text = request.text();
        return new Request(text.substring(0, Math.min(50, text.length())), 0, null);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the bot said. */
    private List<String> said() {
        return server.world().messages(chat).stream()
                .filter(message -> message.path("from").path("id").asLong() == BotApiServer.BOT)
                .map(message -> message.path("text").asText()).toList();
    }

}
