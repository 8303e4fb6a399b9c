package guidang.telegram;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Updates that Telegram brings, over real HTTP. */
@Timeout(60)
@SuppressWarnings("try")
class WebhookTest {
    private static final String SECRET = "a-secret_of-the-tests";
    private static final String UPDATE = "{\"update_id\":%d,\"message\":{\"message_id\":%d,"
            + "\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7},\"text\":\"%s\"}}";

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private BotApiServer server;
    private Store store;
    private World.Person ann;
    private World.Chat chat;
    private int port;

    @BeforeEach
    void open() throws Exception {
        server = new BotApiServer();
        store = Store.open(folder.resolve("guidang.db"));
        ann = server.world().person(7, "安", "zh-hans");
        chat = server.world().privately(ann);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        http.close();
        store.close();
        server.close();
    }

    @Test
    void what_telegram_brings_is_answered_and_the_webhook_is_set_only_when_it_differs() throws Exception {
        server.world().say(ann, chat, "brought");
        try (var bot = bot(null)) {
            BotRun.await(() -> said().contains("brought"));
            BotRun.await(() -> server.world().unconfirmed() == 0);
        }
        server.world().say(ann, chat, "kept by Telegram");
        try (var bot = bot(null)) {
            BotRun.await(() -> said().contains("kept by Telegram"));
            assertEquals(1, server.calls("setWebhook").size());
        }
        assertEquals(0, server.calls("deleteWebhook").size());
        try (var bot = bot(SECRET)) {
            BotRun.await(() -> server.calls("setWebhook").size() == 2);
            server.world().say(ann, chat, "with another secret");
            BotRun.await(() -> said().contains("with another secret"));
            assertEquals(List.of(), bot.logged(SECRET));
        }
        try (var bot = new BotRun(server, store, BotRun::echo)) {
            server.world().say(ann, chat, "polled");
            BotRun.await(() -> said().contains("polled"));
            assertEquals(1, server.calls("deleteWebhook").size());
        }
    }

    @Test
    void who_is_not_telegram_is_refused() throws Exception {
        try (var bot = listening()) {
            assertEquals(401, post("/hook", null, "{}"));
            assertEquals(401, post("/hook", "", "{}"));
            assertEquals(401, post("/hook", SECRET + "x", "{}"));
            assertEquals(401, post("/hook", SECRET.substring(1), UPDATE.formatted(1, 1, "forged")));
            assertEquals(404, post("/", SECRET, "{}"));
            assertEquals(404, post("/hook/x", SECRET, "{}"));
            assertEquals(405, sent(request("/hook", SECRET).GET().build()));
            assertEquals(List.of(), said());
        }
    }

    @Test
    void what_is_no_update_or_too_large_is_refused_and_a_repetition_is_not_answered_twice() throws Exception {
        try (var bot = listening()) {
            assertEquals(400, post("/hook", SECRET, ""));
            assertEquals(400, post("/hook", SECRET, "[".repeat(100_000)));
            assertEquals(400, post("/hook", SECRET, "{\"update_id\":\"1\"}"));
            assertEquals(413, post("/hook", SECRET, UPDATE.formatted(1, 1, "x".repeat(1 << 20))));
            assertEquals(200, post("/hook", SECRET, "{\"update_id\":4,\"message\":" + "[".repeat(9_000) + "]}"));
            assertEquals(200, post("/hook", SECRET, UPDATE.formatted(2, 1, "twice")));
            assertEquals(200, post("/hook", SECRET, UPDATE.formatted(2, 1, "twice")));
            assertEquals(200, post("/hook", SECRET, UPDATE.formatted(3, 2, "end")));
            BotRun.await(() -> said().contains("end"));
            assertEquals(List.of("twice", "end"), said());
        }
    }

    @Test
    void nothing_is_acknowledged_that_is_not_on_disk() throws Exception {
        try (var bot = listening();
                Connection disk = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("guidang.db"))) {
            disk.createStatement().execute(
                    "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'full'); END");
            assertEquals(503, post("/hook", SECRET, UPDATE.formatted(2, 1, "kept")));
            assertEquals(503, post("/hook", SECRET, UPDATE.formatted(2, 1, "kept")));
            disk.createStatement().execute("DROP TRIGGER full");
            assertEquals(1, bot.logged("the store fails").size());
            assertEquals(200, post("/hook", SECRET, UPDATE.formatted(2, 1, "kept")));
            BotRun.await(() -> said().equals(List.of("kept")));
        }
    }

    @Test
    void more_than_the_rate_is_put_off() throws Exception {
        try (var bot = listening()) {
            var putOff = new AtomicInteger();
            var taken = new AtomicInteger();
            var threads = new ArrayList<Thread>();
            for (int i = 1; i <= 3_000; i++) {
                int id = i;
                threads.add(Thread.ofVirtual().start(() -> {
                    int code = quietly("{\"update_id\":%d,\"poll\":{}}".formatted(id));
                    (code == 200 ? taken : putOff).incrementAndGet();
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertTrue(putOff.get() > 0, () -> taken + " were taken");
            assertTrue(taken.get() >= 100, () -> taken + " were taken");
        }
    }

    @Test
    void one_that_sends_a_byte_now_and_then_is_cut_off_and_does_not_hold_up_others() throws Exception {
        try (var bot = listening();
                Socket inHead = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket inBody = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(inHead, "POST /hook HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            write(inBody,
                    "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n" + WebhookServer.SECRET_HEADER + ": "
                            + SECRET + "\r\n\r\n{");
            assertEquals(200, post("/hook", SECRET, UPDATE.formatted(3, 2, "meanwhile")));
            BotRun.await(() -> said().contains("meanwhile"));
            assertTrue(isCut(inHead), "in the head");
            assertTrue(isCut(inBody), "in the body");
        }
    }

    @Test
    void an_address_that_is_taken_ends_the_run() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress()); var bot = bot(SECRET)) {
            assertEquals(TelegramBot.End.NOT_LISTENING, bot.end(Duration.ofSeconds(10)));
        }
    }

    @Test
    void a_webhook_that_telegram_refuses_ends_the_run() throws Exception {
        var webhook = new Receiving.Webhook(URI.create("http://bot.example/hook"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/hook", SECRET, 40);
        try (var bot = new BotRun(server, store, BotRun::echo, Clock.systemUTC(), webhook)) {
            assertEquals(TelegramBot.End.WEBHOOK_REFUSED, bot.end(Duration.ofSeconds(10)));
            assertEquals(1, bot.logged("An HTTPS URL must be provided").size());
        }
    }

    private BotRun listening() throws InterruptedException {
        BotRun bot = bot(SECRET);
        BotRun.await(() -> server.calls("setWebhook").size() == 1);
        return bot;
    }

    private BotRun bot(@Nullable String secret) {
        var webhook = new Receiving.Webhook(URI.create("http://127.0.0.1:" + port + "/hook"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/hook", secret, 40);
        return new BotRun(server, store, BotRun::echo, Clock.systemUTC(), webhook);
    }

    private HttpRequest.Builder request(String path, @Nullable String secret) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return secret == null ? request : request.header(WebhookServer.SECRET_HEADER, secret);
    }

    private int post(String path, @Nullable String secret, String body) throws Exception {
        return sent(request(path, secret).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private int quietly(String body) {
        try {
            return post("/hook", SECRET, body);
        } catch (Exception cut) {
            return 0;
        }
    }

    private int sent(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void write(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static boolean isCut(Socket socket) throws Exception {
        socket.setSoTimeout(12_000);
        try {
            InputStream in = socket.getInputStream();
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (java.io.IOException reset) {
            return true;
        }
    }

    /** What the bot said. */
    private List<String> said() {
        return server.world().messages(chat).stream()
                .filter(message -> message.path("from").path("id").asLong() == BotApiServer.BOT)
                .map(message -> message.path("text").asText()).toList();
    }
}
