package guidang.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** The playground's page as its script is: does the same calls, hears the same events. */
final class OpenPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 200;

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final Map<Long, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Map<Long, TreeMap<Integer, JsonNode>> chats = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final Map<String, JsonNode> inline = new ConcurrentHashMap<>();
    private final Queue<String> last = new ConcurrentLinkedQueue<>();
    private volatile JsonNode scene = JSON.createObjectNode();

    OpenPage(URI address) throws Exception {
        this.address = address;
        Thread.ofVirtual().start(this::listen);
        while (events.get() == 0) {
            Thread.sleep(5);
        }
    }

    /** The server ends the stream now and then; a page comes again and says what it has heard. */
    private void listen() {
        String id = "";
        try {
            while (true) {
                HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("events"));
                if (!id.isEmpty()) {
                    request.header("Last-Event-ID", id);
                }
                try (Stream<String> lines = http.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body()) {
                    for (String line : (Iterable<String>) lines::iterator) {
                        if (line.startsWith("id: ")) {
                            id = line.substring(4);
                        } else if (line.startsWith("data: ")) {
                            hear(line.substring(6));
                        }
                    }
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            // The playground ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String json) {
        JsonNode told;
        try {
            told = JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        switch (told.path("kind").asText()) {
            case "everything", "scene" -> scene = told;
            case "call" -> {
                calls.incrementAndGet();
                if (!told.path("method").asText().equalsIgnoreCase("getUpdates")) {
                    last.add(told.path("method").asText() + " " + told.path("body").path("chat_id") + " "
                            + told.path("status") + " " + told.path("at"));
                    if (last.size() > 20) {
                        last.poll();
                    }
                }
                if (told.path("method").asText().equalsIgnoreCase("answerInlineQuery")) {
                    inline.put(told.path("body").path("inline_query_id").asText(), told.path("body").path("results"));
                }
            }
            case "message" -> heard(told.path("chat").asLong(), told.path("message"));
            default -> {
            }
        }
        events.incrementAndGet();
    }

    private synchronized void heard(long chat, JsonNode message) {
        boolean isBot = message.path("from").path("is_bot").asBoolean();
        TreeMap<Integer, JsonNode> all = chats.computeIfAbsent(chat, id -> new TreeMap<>());
        if (all.put(message.path("message_id").asInt(), message) == null) {
            messages.incrementAndGet();
            if (isBot) {
                answers.computeIfAbsent(chat, id -> new AtomicLong()).incrementAndGet();
            }
        }
        if (isBot && message.path("text").asText().contains("次添了")) {
            said.add(chat + message.path("text").asText());
        }
        if (all.size() > KEPT) {
            all.pollFirstEntry();
        }
    }

    long events() {
        return events.get();
    }

    long calls() {
        return calls.get();
    }

    long messages() {
        return messages.get();
    }

    /** The last calls of the bot, to see what went wrong. */
    String lastCalls() {
        return String.join("\n", last);
    }

    /** How many messages the bot has written in a chat. */
    long answers(long chat) {
        AtomicLong count = answers.get(chat);
        return count == null ? 0 : count.get();
    }

    synchronized boolean botSaid(long chat, String words) {
        return said.stream().anyMatch(each -> each.startsWith(Long.toString(chat)) && each.contains(words));
    }

    int topic(long chat) {
        for (JsonNode each : scene.path("chats")) {
            if (each.path("id").asLong() == chat) {
                return each.path("topics").path(0).asInt();
            }
        }
        throw new AssertionError("no chat " + chat);
    }

    long movedTo(long chat) {
        for (JsonNode each : scene.path("chats")) {
            if (each.path("id").asLong() == chat) {
                return each.path("moved_to").asLong();
            }
        }
        throw new AssertionError("no chat " + chat);
    }

    int say(long person, long chat, int topic, String text) throws Exception {
        return act("say", node -> node.put("person", person).put("chat", chat).put("topic", topic).put("text", text))
                .path("message").asInt();
    }

    void edit(long person, int message, String text) throws Exception {
        act("edit", node -> node.put("person", person).put("chat", person).put("message", message).put("text", text));
    }

    void delete(long chat, int message) throws Exception {
        act("delete", node -> node.put("chat", chat).put("message", message));
    }

    /** Presses the button of that number under the last message that has buttons. */
    void press(long person, long chat, int number) throws Exception {
        List<JsonNode> keys = keys(chat);
        press(person, chat, keys.get(number));
    }

    /** Presses the button with that label in the last message that has buttons, if it is there. */
    void press(long person, long chat, String label) throws Exception {
        for (JsonNode key : keys(chat)) {
            if (key.path("text").asText().equals(label)) {
                press(person, chat, key);
            }
        }
    }

    private void press(long person, long chat, JsonNode key) throws Exception {
        int message = key.path("of").asInt();
        act("press", node -> node.put("person", person).put("chat", chat).put("message", message).put("data",
                key.path("callback_data").asText()));
    }

    private synchronized List<JsonNode> keys(long chat) {
        var keys = new ArrayList<JsonNode>();
        for (JsonNode message : chats.getOrDefault(chat, new TreeMap<>()).descendingMap().values()) {
            for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
                for (JsonNode key : row) {
                    if (key.has("callback_data")) {
                        keys.add(((ObjectNode) key.deepCopy()).put("of", message.path("message_id").asInt()));
                    }
                }
            }
            if (!keys.isEmpty()) {
                break;
            }
        }
        return keys;
    }

    /** Types behind the bot's name; the first result. */
    JsonNode type(long person, String text) throws Exception {
        String query = act("type", node -> node.put("person", person).put("text", text)).path("query").asText();
        for (int i = 0; i < 2_000 && !inline.containsKey(query); i++) {
            Thread.sleep(5);
        }
        JsonNode results = inline.remove(query);
        assertNotNull(results, "nothing was offered");
        return results.path(0);
    }

    void post(long person, long chat, JsonNode result) throws Exception {
        act("post", node -> node.put("person", person).put("chat", chat).set("result", result));
    }

    JsonNode act(String name, Consumer<ObjectNode> what) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        what.accept(body);
        String origin = address.toString().substring(0, address.toString().length() - 1);
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address.resolve("api/" + name))
                .header("Content-Type", "application/json").header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), name + " " + body);
        return JSON.readTree(answer.body());
    }

    List<String> entries() throws Exception {
        var paths = new ArrayList<String>();
        get("api/entries").path("paths").forEach(path -> paths.add(path.asText()));
        return paths;
    }

    String entry(String path) throws IOException, InterruptedException {
        return get("api/entry?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8)).path("text").asText();
    }

    private JsonNode get(String what) throws IOException, InterruptedException {
        return JSON.readTree(http.send(HttpRequest.newBuilder(address.resolve(what)).build(),
                HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Bytes of what a page that opens now is told at once. */
    long weight() throws Exception {
        try (var lines = http.send(HttpRequest.newBuilder(address.resolve("events")).build(),
                HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data: ")).findFirst().orElse("").length();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
