package guidang.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves the page, what it asks for, and a stream of what happens. Only to this machine, under its own name (another
 * name that leads here is refused), and what changes anything only to the page itself.
 */
@NullMarked
final class PageServer implements AutoCloseable {
    private static final int MOST_BODY = 2_000_000;
    /** Below the time after which the JDK's server cuts a reply; the page comes back by itself. */
    private static final long STREAM_NANOS = TimeUnit.SECONDS.toNanos(45);
    private static final long HEARTBEAT_SECONDS = 10;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> KINDS = Map.of("html", "text/html; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");
    private static final List<String> FILES = List.of("index.html", "app.js", "chat.js", "panel.js", "parts.js",
            "state.js",
            "style.css", "icon.svg");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Playground playground;
    private final Map<String, byte[]> files = new HashMap<>();
    /** Tells this run's events from those of the one before. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private volatile boolean closed;

    PageServer(int port, Playground playground) throws IOException {
        this.playground = playground;
        for (String name : FILES) {
            files.put(name, resource(name));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port),
                100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PageServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing " + name);
            }
            return in.readAllBytes();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            if (!isOurs(exchange)) {
                send(exchange, 403, "text/plain",
                        "this page is for this machine alone".getBytes(StandardCharsets.UTF_8));
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, exchange.getRequestURI().getPath());
                case "POST" -> post(exchange, exchange.getRequestURI().getPath());
                default -> send(exchange, 405, "text/plain", new byte[0]);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neither a foreign name that leads to this machine, nor the page of another site. */
    private boolean isOurs(HttpExchange exchange) {
        @Nullable
        String host = exchange.getRequestHeaders().getFirst("Host");
        int port = server.getAddress().getPort();
        if (host == null || !(host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))) {
            return false;
        }
        @Nullable
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        // Somebody may follow a link to the page itself.
        boolean isPage = exchange.getRequestMethod().equals("GET") && exchange.getRequestURI().getPath().equals("/");
        if (site != null && !isPage && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        @Nullable
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean sameOrigin = ("http://" + host).equals(origin);
        return exchange.getRequestMethod().equals("GET") ? origin == null || sameOrigin : sameOrigin;
    }

    private void get(HttpExchange exchange, String path) throws IOException, InterruptedException {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        byte @Nullable [] file = files.get(name);
        if (file != null) {
            send(exchange, 200, KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"), file);
        } else if (path.equals("/events")) {
            stream(exchange);
        } else if (path.startsWith("/file/")) {
            byte[] sent = playground.files().find(path.substring("/file/".length())).orElse(new byte[0]);
            send(exchange, sent.length == 0 ? 404 : 200, SentFiles.kind(sent), sent);
        } else if (path.startsWith("/texts/")) {
            json(exchange, 200, PageTexts.in(path.substring("/texts/".length())));
        } else if (path.equals("/api/entries")) {
            ObjectNode all = BotApiServer.JSON.createObjectNode();
            all.set("paths", BotApiServer.JSON.valueToTree(playground.entries().paths()));
            json(exchange, 200, all);
        } else if (path.equals("/api/entry")) {
            entry(exchange);
        } else {
            send(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private void entry(HttpExchange exchange) throws IOException {
        @Nullable
        String query = exchange.getRequestURI().getRawQuery();
        String path = query == null || !query.startsWith("path=")
                ? ""
                : URLDecoder.decode(query.substring("path=".length()), StandardCharsets.UTF_8);
        try {
            json(exchange, 200,
                    BotApiServer.JSON.createObjectNode().put("path", path).put("text",
                            playground.entries().text(path)));
        } catch (IOException unreadable) {
            json(exchange, 404, BotApiServer.JSON.createObjectNode().put("error", "entry"));
        }
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        @Nullable
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!path.startsWith("/api/") || type == null || !type.startsWith("application/json")) {
            send(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            json(exchange, 413, BotApiServer.JSON.createObjectNode().put("error", "too long"));
            return;
        }
        try {
            JsonNode what = BotApiServer.JSON.readTree(body);
            json(exchange, 200, playground.act(path.substring("/api/".length()), what));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            json(exchange, 400, BotApiServer.JSON.createObjectNode().put("error", "cannot be done"));
        } catch (IOException e) {
            json(exchange, 500, BotApiServer.JSON.createObjectNode().put("error", "cannot be written"));
        }
    }

    /** Server-sent events: everything first, unless the page has seen some of this run, then what happens. */
    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        Feed feed = playground.feed();
        try (OutputStream out = exchange.getResponseBody()) {
            @Nullable
            BlockingQueue<Feed.Event> queue = seen(exchange) < 0 ? null : feed.after(seen(exchange)).orElse(null);
            while (queue == null) {
                ObjectNode all = playground.everything();
                write(out, all.path("last").asLong(), all.toString());
                queue = feed.after(all.path("last").asLong()).orElse(null);
            }
            try {
                told(out, feed, queue);
            } finally {
                feed.leave(queue);
            }
        }
    }

    private void told(OutputStream out, Feed feed, BlockingQueue<Feed.Event> queue)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + STREAM_NANOS;
        while (!closed && System.nanoTime() < end && feed.isOpen(queue)) {
            Feed.@Nullable Event event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else {
                write(out, event.number(), event.json());
            }
        }
    }

    private long seen(HttpExchange exchange) {
        @Nullable
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (last == null || !last.matches(run + "-[0-9]{1,15}")) {
            return -1;
        }
        return Long.parseLong(last.substring(run.length() + 1));
    }

    private void write(OutputStream out, long number, String json) throws IOException {
        out.write(("retry: 500\nid: " + run + "-" + number + "\ndata: " + json + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void json(HttpExchange exchange, int code, ObjectNode node) throws IOException {
        send(exchange, code, "application/json", node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
