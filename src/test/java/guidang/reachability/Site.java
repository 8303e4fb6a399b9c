package guidang.reachability;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web site on the loopback address that answers as it is told to, and remembers what it was asked. */
final class Site implements AutoCloseable {
    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Clock clock;

    record Asked(String what, Instant at, Map<String, List<String>> headers) {}

    @FunctionalInterface
    interface Page {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    Site(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        page("/robots.txt", 404, "");
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    Site page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    Site page(String path, int status, String body, String... headers) {
        return page(path, exchange -> send(exchange, status, body, headers));
    }

    static void send(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    /** What was asked for beside robots.txt: {@code HEAD /a}. */
    List<String> pagesAsked() {
        return List.copyOf(asked).stream().map(Asked::what).filter(what -> !what.endsWith("/robots.txt")).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), clock.instant(),
                    new HashMap<>(exchange.getRequestHeaders())));
            Page page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                send(exchange, 200, "here");
            } else {
                page.answer(exchange);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
