package guidang.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A running bot to which anything at all is brought over HTTP, and which must then answer what it is asked. */
final class HostileTelegram implements AutoCloseable {
    private static final String SECRET = "a-secret_of-the-tests";
    private static final String PROBE = "probe ";
    /** What a webhook may say to what is no update, too large, too fast, or while it is busy. */
    private static final Set<Integer> CODES = Set.of(200, 400, 413, 429, 503);
    /** The first number that the stand-in gives: above all others, for who confirms one confirms all below. */
    private static final int FIRST = 1_000_000_000;

    private final BotApiServer server = new BotApiServer();
    private final Store store;
    private final BotRun bot;
    private final RunningBot.Seeds seeds;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final World.Person ann;
    private final World.Chat chat;
    private final int port;
    private final boolean polling;
    private int next = 1;
    private int probes;

    HostileTelegram(Path folder, boolean polling) throws Exception {
        this.polling = polling;
        store = Store.open(folder.resolve("guidang.db"));
        seeds = RunningBot.Seeds.in(folder);
        ann = server.world().person(8, "安", "zh-hans");
        chat = server.world().privately(ann);
        server.world().holdLittle(50);
        server.world().nextUpdate(FIRST);
        server.recording(false);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Receiving receiving = polling
                ? new Receiving.Polling()
                : new Receiving.Webhook(URI.create("http://127.0.0.1:" + port + "/hook"),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/hook", SECRET, 40);
        bot = new BotRun(server, store, this::reply, Clock.systemUTC(), receiving);
        probe();
    }

    private Reply reply(Request request) {
        return request.text().startsWith(PROBE)
                ? BotRun.echo(request)
                : seeds.conversation().reply(request);
    }

    /** Brings some updates, and then asks. */
    void bring(HostileUpdate updates, int many) throws Exception {
        var batch = new StringBuilder();
        for (int i = 0; i < many; i++) {
            String update = updates.update(next++);
            if (polling) {
                batch.append(i == 0 ? "" : ",").append(update);
            } else {
                post(update);
            }
        }
        if (polling) {
            server.nextUpdates("{\"ok\":true,\"result\":[" + batch + "]}");
            // Ends the poll that is under way; the next one brings the batch.
            probe();
        }
        probe();
        assertEquals(0, store.inbox().counts().aside(), () -> "set aside: " + bot.logged("failed"));
    }

    private void probe() throws InterruptedException {
        String text = PROBE + probes++;
        server.world().say(ann, chat, text);
        BotRun.await(() -> server.world().messages(chat).stream()
                .anyMatch(message -> message.path("from").path("id").asLong() == BotApiServer.BOT
                        && message.path("text").asText().equals(text)));
    }

    private void post(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hook"))
                .timeout(Duration.ofSeconds(20)).header(WebhookServer.SECRET_HEADER, SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build();
        try {
            int code = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertTrue(CODES.contains(code), "answered with " + code);
        } catch (IOException cut) {
            // Refused before its body was read to the end.
            assertTrue(body.length() > 1 << 20, () -> "cut off after " + body.length() + " units");
        }
    }

    List<String> logged(String words) {
        return bot.logged(words);
    }

    @Override
    public void close() throws IOException {
        bot.close();
        http.close();
        store.close();
        server.close();
        seeds.close();
    }
}
