package guidang.playground;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The server. */
public final class BotApiServer implements AutoCloseable {
    static {
        // In seconds, more than a poll lasts: the JDK's server forgets a connection that was cut only if this is set.
        System.setProperty("sun.net.httpserver.maxRspTime", "60");
    }

    static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        // The JDK's server reads it once, whoever is first; tests of the bot's own server want it short.
        System.setProperty("sun.net.httpserver.maxReqTime", "2");
    }

    public static final String TOKEN = "424242:stand-in_token-of-the-tests";
    public static final long BOT = 424242;
    public static final String NAME = "guidang_bot";

    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final Methods methods;
    private final Limits limits;
    private final Faults faults = new Faults();
    private final Queue<String> raw = new ConcurrentLinkedQueue<>();
    private final List<ApiCall> calls = new ArrayList<>();
    private volatile Consumer<ApiCall> listener = call -> {};
    private volatile Consumer<Exchange> onlooker = exchange -> {};
    private volatile boolean recording = true;
    private volatile boolean tokenValid = true;

    /** One call that came, and the error it was refused with; 0 if it was not. */
    public record ApiCall(String method, JsonNode parameters, int error, long at) {}

    /**
     * One call as it went over the wire; nothing in it holds the token.
     *
     * @param status of the reply; 0 where the connection was cut
     * @param answer the reply's text
     * @param done whether it was carried out
     */
    record Exchange(String method, JsonNode parameters, int status, String answer, boolean done) {}

    public BotApiServer() throws IOException {
        this(Clock.systemUTC());
    }

    /** @param clock that limits go by */
    public BotApiServer(Clock clock) throws IOException {
        this(clock, TOKEN);
    }

    /** @param token that is taken, and no other */
    BotApiServer(Clock clock, String token) throws IOException {
        this.token = token;
        world = new World(clock, BOT, NAME);
        limits = new Limits(clock);
        methods = new Methods(world, limits, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public World world() {
        return world;
    }

    public Faults faults() {
        return faults;
    }

    /** Refuses what comes faster than Telegram allows. */
    public void limited(boolean on) {
        limits.on = on;
    }

    /** How many calls were refused for coming too fast. */
    public long tooFast() {
        synchronized (world) {
            return limits.refused;
        }
    }

    public void tokenValid(boolean valid) {
        tokenValid = valid;
    }

    /** The next answer to getUpdates is this text instead, as it is; nothing is confirmed by that call. */
    public void nextUpdates(String... answers) {
        for (String answer : answers) {
            raw.add(answer);
        }
        synchronized (world) {
            world.notifyAll();
        }
    }

    /** Sets a webhook as somebody else would. */
    public void webhook(String url) {
        synchronized (world) {
            methods.webhook().set(JSON.createObjectNode().put("url", url));
        }
    }

    /** Whether calls are kept for {@link #calls}. */
    public void recording(boolean on) {
        recording = on;
    }

    /** Hears of each call when it is carried out or refused. */
    public void listener(Consumer<ApiCall> hears) {
        listener = hears;
    }

    /** Sees each call once it is answered, whatever came of it. */
    void onlooker(Consumer<Exchange> sees) {
        onlooker = sees;
    }

    /** What the bot last said its commands are, for each scope and language: the bodies of setMyCommands. */
    List<JsonNode> commands() {
        return methods.commands();
    }

    public List<ApiCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public List<ApiCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            if (path.length == 5 && path[1].equals("file") && path[2].equals("bot" + token)) {
                String text = world.file(path[4]);
                send(exchange, text == null ? 404 : 200, text == null ? "" : text, "application/octet-stream");
                return;
            }
            String method = path[path.length - 1];
            JsonNode parameters;
            try {
                parameters = read(exchange);
            } catch (Refusal refusal) {
                refuse(exchange, method, JSON.createObjectNode(), refusal);
                return;
            }
            Faults.Fault fault = faults.take(method);
            switch (fault) {
                case Faults.Fault.Cut cut -> {
                    onlooker.accept(new Exchange(method, parameters, 0, "", false));
                    return;
                }
                case Faults.Fault.Html html -> {
                    String page = "<html><h1>" + html.code() + " Bad Gateway</h1></html>";
                    onlooker.accept(new Exchange(method, parameters, html.code(), page, false));
                    send(exchange, html.code(), page, "text/html");
                    return;
                }
                case Faults.Fault.Broken broken -> {
                    refuse(exchange, method, parameters, new Refusal(broken.code(), "Internal Server Error"));
                    return;
                }
                case Faults.Fault.Refused refused -> {
                    refuse(exchange, method, parameters, Refusal.bad(refused.words()));
                    return;
                }
                case Faults.Fault.TooMany many -> {
                    refuse(exchange, method, parameters, Refusal.tooMany(many.seconds()));
                    return;
                }
                case null, default -> {
                }
            }
            String instead = method.equalsIgnoreCase("getUpdates") ? raw.poll() : null;
            if (instead != null) {
                record(method, parameters, 0);
                send(exchange, 200, instead, "application/json");
                return;
            }
            JsonNode result;
            try {
                if (!tokenValid || path.length != 3 || !path[1].equals("bot" + token)) {
                    throw new Refusal(401, "Unauthorized");
                }
                // Whoever sees what a call did also sees the call.
                synchronized (world) {
                    result = methods.call(method, parameters);
                    record(method, parameters, 0);
                }
            } catch (Refusal refusal) {
                refuse(exchange, method, parameters, refusal);
                return;
            }
            if (fault instanceof Faults.Fault.Dropped) {
                onlooker.accept(new Exchange(method, parameters, 0, "", true));
                return;
            }
            if (fault instanceof Faults.Fault.Slow slow) {
                Thread.sleep(slow.millis());
            }
            ObjectNode ok = JSON.createObjectNode().put("ok", true);
            ok.set("result", result);
            onlooker.accept(new Exchange(method, parameters, 200, ok.toString(), true));
            send(exchange, 200, ok.toString(), "application/json");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(HttpExchange exchange, String method, JsonNode parameters, Refusal refusal)
            throws IOException {
        record(method, parameters, refusal.code);
        ObjectNode error = JSON.createObjectNode().put("ok", false).put("error_code", refusal.code)
                .put("description", refusal.getMessage());
        if (!refusal.parameters.isEmpty()) {
            error.set("parameters", refusal.parameters);
        }
        onlooker.accept(new Exchange(method, parameters, refusal.code, error.toString(), false));
        send(exchange, refusal.code, error.toString(), "application/json");
    }

    private void record(String method, JsonNode parameters, int error) {
        var call = new ApiCall(method, parameters, error, System.nanoTime());
        listener.accept(call);
        if (recording) {
            synchronized (calls) {
                calls.add(call);
            }
        }
    }

    private static JsonNode read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readAllBytes();
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (Multipart.is(type)) {
                return Multipart.read(type, body);
            }
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        }
    }

    private static void send(HttpExchange exchange, int code, String text, String type) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        methods.webhook().close();
        server.stop(0);
        threads.shutdownNow();
    }
}
