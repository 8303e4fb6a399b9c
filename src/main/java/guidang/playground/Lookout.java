package guidang.playground;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

import org.jspecify.annotations.NullMarked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.World.Chat;

/** Compares the chats with what pages were told of them, and tells what is new. Guarded by the world. */
@NullMarked
final class Lookout {
    private final World world;
    private final Scene scene;
    private final Feed feed;
    /** What was told: the hash of each message, by chat and number. */
    private final Map<Long, Map<Integer, Integer>> told = new HashMap<>();
    private String around = "";

    Lookout(World world, Scene scene, Feed feed) {
        this.world = world;
        this.scene = scene;
        this.feed = feed;
    }

    /** To be called when something may have changed. */
    void look() {
        synchronized (world) {
            ObjectNode now = scene.described();
            if (!now.toString().equals(around)) {
                around = now.toString();
                feed.tell(now.put("kind", "scene"));
            }
            scene.chats().forEach(this::look);
        }
    }

    private void look(Chat chat) {
        Map<Integer, Integer> before = told.computeIfAbsent(chat.id, id -> new HashMap<>());
        chat.messages.forEach((id, message) -> {
            Integer hash = message.hashCode();
            if (!hash.equals(before.put(id, hash))) {
                ObjectNode event = BotApiServer.JSON.createObjectNode().put("kind", "message").put("chat", chat.id);
                feed.tell(event.set("message", message));
            }
        });
        for (int id : new HashSet<>(before.keySet())) {
            if (!chat.messages.containsKey(id)) {
                before.remove(id);
                feed.tell(BotApiServer.JSON.createObjectNode().put("kind", "gone").put("chat", chat.id).put("message",
                        id));
            }
        }
    }

    /** Everything as it is now, for a page that knows nothing; and the number of the last event in it. */
    ObjectNode everything() {
        synchronized (world) {
            look();
            ObjectNode all = scene.described().put("kind", "everything").put("last", feed.last());
            ArrayNode messages = all.putArray("messages");
            for (Chat chat : scene.chats()) {
                for (JsonNode message : chat.messages.values()) {
                    messages.addObject().put("chat", chat.id).set("message", message);
                }
            }
            return all;
        }
    }
}
