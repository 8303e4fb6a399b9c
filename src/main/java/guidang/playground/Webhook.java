package guidang.playground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings updates to the bot, the oldest first, each again and again until it is answered with 200. */
final class Webhook implements AutoCloseable {
    private static final int PAUSE_MILLIS = 50;

    private final World world;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Thread thread;
    private JsonNode set = BotApiServer.JSON.createObjectNode();
    private Set<String> kinds = Set.of();
    private String lastError = "";

    Webhook(World world) {
        this.world = world;
        thread = Thread.ofVirtual().start(this::bring);
    }

    /** Guarded by the world, as all here. */
    boolean isSet() {
        return !set.path("url").asText("").isEmpty();
    }

    void set(JsonNode call) {
        String url = call.path("url").asText("");
        if (!url.isEmpty() && !url.startsWith("https://") && !url.startsWith("http://127.0.0.1:")) {
            throw Refusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!call.path("secret_token").asText("").matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refusal.bad("secret token contains unallowed characters");
        }
        set = call;
        var wanted = new HashSet<String>();
        call.path("allowed_updates").forEach(kind -> wanted.add(kind.asText()));
        kinds = wanted;
        world.notifyAll();
    }

    void delete() {
        set = BotApiServer.JSON.createObjectNode();
    }

    ObjectNode info() {
        ObjectNode info = BotApiServer.JSON.createObjectNode().put("url", set.path("url").asText(""))
                .put("has_custom_certificate", false).put("pending_update_count", world.pending.size())
                .put("max_connections", set.path("max_connections").asInt(40));
        info.set("allowed_updates", BotApiServer.JSON.valueToTree(kinds));
        if (!lastError.isEmpty()) {
            info.put("last_error_message", lastError).put("last_error_date", 1);
        }
        return info;
    }

    private void bring() {
        try {
            while (true) {
                int id;
                HttpRequest request;
                synchronized (world) {
                    while (!isSet() || world.pending.isEmpty()) {
                        world.wait();
                    }
                    id = world.pending.firstKey();
                    ObjectNode update = world.pending.get(id);
                    if (!World.wanted(update, kinds)) {
                        world.pending.remove(id);
                        continue;
                    }
                    request = HttpRequest.newBuilder(URI.create(set.path("url").asText()))
                            .timeout(Duration.ofSeconds(5)).header("Content-Type", "application/json")
                            .header("X-Telegram-Bot-Api-Secret-Token", set.path("secret_token").asText(""))
                            .POST(HttpRequest.BodyPublishers.ofString(update.toString())).build();
                }
                int code = code(request);
                synchronized (world) {
                    if (code == 200) {
                        world.pending.remove(id);
                        world.notifyAll();
                    } else {
                        lastError = "Wrong response from the webhook: " + code;
                        world.wait(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private int code(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 0;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
