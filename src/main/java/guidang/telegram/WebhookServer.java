package guidang.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import guidang.delivery.Throttle;
import guidang.store.Inbox;
import guidang.store.StoreFailure;

/**
 * Takes updates that Telegram brings (Bot API, setWebhook). Answers 200 only when the update is on disk; whatever else it
 * answers, Telegram brings it again.
 */
final class WebhookServer implements AutoCloseable {
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    static final int MOST_BYTES = 1 << 20;
    private static final System.Logger LOG = System.getLogger(WebhookServer.class.getName());
    /** Above the 100 connections that Telegram uses at most. */
    private static final int MOST_AT_ONCE = 128;
    private static final int MOST_CONNECTIONS = 512;
    private static final int READ_SECONDS = 10;
    private static final Duration LAST_MOMENT = Duration.ofMillis(500);

    static {
        // The JDK's server reads these once. Without the first, one that sends a byte a minute stays for ever.
        limit("sun.net.httpserver.maxReqTime", READ_SECONDS);
        limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final String path;
    private final byte[] secret;
    private final Intake intake;
    private final StoreTrouble trouble;
    private final Throttle throttle;

    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Listens from now on. */
    WebhookServer(InetSocketAddress listen, String path, String secret, Intake intake, StoreTrouble trouble,
            Throttle throttle) throws IOException {
        this.path = path;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.intake = intake;
        this.trouble = trouble;
        this.throttle = throttle;
        server = HttpServer.create(listen, MOST_CONNECTIONS);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int refusal = refusal(exchange);
            if (refusal != 0) {
                refuse(exchange, refusal);
            } else if (!room.tryAcquire()) {
                refuse(exchange, 503);
            } else {
                try {
                    take(exchange);
                } finally {
                    room.release();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is wrong with a request, as far as that shows before its body; 0 if nothing. */
    private int refusal(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return 404;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        List<String> given = exchange.getRequestHeaders().getOrDefault(SECRET_HEADER, List.of());
        byte[] proof = given.size() == 1 ? given.getFirst().getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (!MessageDigest.isEqual(secret, proof)) {
            return 401;
        }
        return throttle.take() ? 0 : 429;
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            refuse(exchange, 413);
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        int id = RawUpdate.id(text);
        if (id == 0) {
            refuse(exchange, 400);
            return;
        }
        List<Inbox.Update> fresh;
        try {
            fresh = intake.keep(List.of(new Inbox.Update(id, text, 1)));
            trouble.well();
        } catch (StoreFailure e) {
            trouble.tell(e);
            refuse(exchange, 503);
            return;
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
        intake.handOut(fresh);
    }

    private static void refuse(HttpExchange exchange, int code) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        if (code == 405) {
            exchange.getResponseHeaders().set("Allow", "POST");
        }
        if (code == 429 || code == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(code, -1);
    }

    /** Takes nothing more, and lets those finish that are being taken. */
    @Override
    public void close() {
        try {
            if (!room.tryAcquire(MOST_AT_ONCE, LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.INFO, "some updates were not yet taken; Telegram brings them again");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
