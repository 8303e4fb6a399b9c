package guidang.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Tells a monitor on the same machine how the bot is: {@code /healthz} (the process answers), {@code /readyz} (it receives,
 * and nothing stands still; 503 if not) and {@code /metrics} (Prometheus).
 */
public final class OperationServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OperationServer.class.getName());
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int BACKLOG = 16;

    static {
        // The JDK's server reads these once, for every server of the process; the webhook's door needs them as they are.
        limit("sun.net.httpserver.maxReqTime", 10);
        limit("jdk.httpserver.maxConnections", 512);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Meters meters;
    private final Watchdog watchdog;

    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /**
     * Listens from now on, on the loopback address alone.
     *
     * @param port 0: one that is free
     */
    public OperationServer(int port, Meters meters, Watchdog watchdog) throws IOException {
        this.meters = meters;
        this.watchdog = watchdog;
        watchdog.watched().stream().filter(Watchdog.Watched::vital)
                .forEach(each -> meters.watch(each.name(), () -> watchdog.isWell(each.name())));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        LOG.log(System.Logger.Level.INFO, "telling how it is on port {0,number,#}", port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, "");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/healthz" -> send(exchange, 200, TEXT, "ok\n");
                case "/readyz" -> ready(exchange);
                case "/metrics" -> send(exchange, 200, METRICS, meters.scrape());
                default -> send(exchange, 404, TEXT, "");
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        boolean ready = meters.hasHeard();
        var lines = new StringBuilder(ready ? "ok receiving\n" : "no receiving: Telegram was not heard yet\n");
        for (Watchdog.Standing each : watchdog.standings()) {
            ready &= each.well() || !each.vital();
            lines.append(each.well() ? "ok " : "no ").append(each.name()).append(": ")
                    .append(Math.max(0, each.sinceWell().toSeconds())).append(" s\n");
        }
        send(exchange, ready ? 200 : 503, TEXT, lines.toString());
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(code, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
