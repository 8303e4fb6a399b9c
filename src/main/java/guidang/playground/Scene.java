package guidang.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.World.Chat;
import guidang.playground.World.Person;

/**
 * Three people, their private chats with the bot, and a group of theirs with one topic beside the general one. Does what
 * they do. Refuses, with {@link IllegalArgumentException}, what an app of Telegram's would not offer.
 */
@NullMarked
final class Scene {
    /** Numbers of people; the first has made the group. */
    static final long FIRST_PERSON = 7_001;
    private static final long GROUP = -1_001_700_000_000L;
    private static final int TOPIC = 1_000_000;
    private static final int MOST_TEXT = 4_096;
    private static final int MOST_CAPTION = 1_024;
    private static final int MOST_FILE = 1_000_000;
    private static final int MOST_KEPT = 200;

    private final World world;
    private final List<Chat> groups = new ArrayList<>();

    Scene(World world) {
        this.world = world;
        world.holdLittle(MOST_KEPT);
        Person first = world.person(FIRST_PERSON, "小林", "zh-hans");
        Person second = world.person(FIRST_PERSON + 1, "阿珍", "zh-hant");
        Person third = world.person(FIRST_PERSON + 2, "Sam", "en");
        Chat group = world.group(GROUP, "茶馆 Teahouse", first, second, third);
        world.topic(group, TOPIC);
        groups.add(group);
    }

    /** People, chats without their messages, topics: what the page shows around them. */
    ObjectNode described() {
        synchronized (world) {
            ObjectNode node = BotApiServer.JSON.createObjectNode();
            node.putObject("bot").put("id", BotApiServer.BOT).put("username", BotApiServer.NAME).put("name",
                    world.botNode().path("first_name").asText());
            ArrayNode people = node.putArray("people");
            world.people.values().forEach(person -> people.addObject().put("id", person.id())
                    .put("name", person.name()).put("language", person.language()));
            ArrayNode chats = node.putArray("chats");
            world.people.values().forEach(person -> chats.add(described(world.privately(person))));
            groups.forEach(group -> chats.add(described(group)));
            return node;
        }
    }

    private static ObjectNode described(Chat chat) {
        ObjectNode node = BotApiServer.JSON.createObjectNode().put("id", chat.id).put("type", chat.type)
                .put("title", chat.title).put("bot", chat.botStatus);
        if (chat.movedTo != 0) {
            node.put("moved_to", chat.movedTo);
        }
        ArrayNode topics = node.putArray("topics");
        chat.topics.forEach(topics::add);
        ObjectNode members = node.putObject("members");
        chat.members.forEach((id, status) -> members.put(Long.toString(id), status));
        return node;
    }

    /** Every chat of the scene. */
    List<Chat> chats() {
        synchronized (world) {
            var all = new ArrayList<Chat>();
            world.people.values().forEach(person -> all.add(world.privately(person)));
            all.addAll(groups);
            return all;
        }
    }

    int say(JsonNode what) {
        Person person = person(what);
        Chat chat = chat(what);
        String text = what.path("text").asText("").strip();
        if (text.isEmpty() || text.length() > MOST_TEXT) {
            throw new IllegalArgumentException("text");
        }
        synchronized (world) {
            int answers = what.path("answers").asInt(0);
            if (isThere(chat)) {
                return world.say(person, chat, text, chat.messages.containsKey(answers) ? answers : 0,
                        topic(chat, what));
            }
            if (chat.isPrivate()) {
                throw new IllegalArgumentException("blocked");
            }
            // The others read it, the bot does not.
            ObjectNode message = world.message(chat, topic(chat, what));
            message.set("from", world.personNode(person));
            world.put(chat, message.put("text", text));
            return message.path("message_id").asInt();
        }
    }

    int sendFile(JsonNode what) {
        Chat chat = chat(what);
        String content = what.path("content").asText("");
        if (!chat.isPrivate() || !isThere(chat) || content.isEmpty() || content.length() > MOST_FILE) {
            throw new IllegalArgumentException("file");
        }
        String caption = what.path("caption").asText("").strip();
        return world.sendFile(person(what), chat, what.path("name").asText("file"), content,
                caption.substring(0, Math.min(MOST_CAPTION, caption.length())));
    }

    void edit(JsonNode what) {
        Person person = person(what);
        Chat chat = chat(what);
        String text = what.path("text").asText("").strip();
        synchronized (world) {
            ObjectNode message = message(chat, what);
            if (message.path("from").path("id").asLong() != person.id() || text.isEmpty()
                    || text.length() > MOST_TEXT) {
                throw new IllegalArgumentException("edit");
            }
            world.edit(person, chat, message.path("message_id").asInt(), text);
        }
    }

    void delete(JsonNode what) {
        Chat chat = chat(what);
        synchronized (world) {
            world.remove(chat, message(chat, what).path("message_id").asInt());
        }
    }

    /** @return the number of the query that the bot will answer */
    String press(JsonNode what) {
        Chat chat = chat(what);
        synchronized (world) {
            ObjectNode message = message(chat, what);
            String data = what.path("data").asText("");
            for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
                for (JsonNode key : row) {
                    if (key.path("callback_data").asText("").equals(data) && !data.isEmpty()) {
                        return world.pressed(person(what), message, data);
                    }
                }
            }
            throw new IllegalArgumentException("data");
        }
    }

    /** @return the number of the query that the bot will answer */
    String type(JsonNode what) {
        String text = what.path("text").asText("");
        return world.type(person(what), text.substring(0, Math.min(256, text.length())),
                what.path("offset").asText(""));
    }

    int post(JsonNode what) {
        Chat chat = chat(what);
        return world.post(person(what), chat, topic(chat, what), what.path("result"));
    }

    void language(JsonNode what) {
        String language = what.path("language").asText("");
        if (!List.of("zh-hans", "zh-hant", "en").contains(language)) {
            throw new IllegalArgumentException("language");
        }
        world.speaks(person(what), language);
    }

    /** Blocks the bot or throws it out; lets it in again. */
    void bot(JsonNode what) {
        Chat chat = chat(what);
        boolean out = what.path("out").asBoolean();
        if (isThere(chat) == out) {
            world.bot(chat, person(what), out ? "kicked" : "member");
        }
    }

    /** Makes a member of the group an admin, or an admin a member again; not whoever made the group. */
    void promote(JsonNode what) {
        Chat chat = chat(what);
        Person person = person(what);
        synchronized (world) {
            String rank = chat.members.getOrDefault(person.id(), "left");
            if (!rank.equals("member") && !rank.equals("administrator")) {
                throw new IllegalArgumentException("rank");
            }
            world.rank(chat, person, what.path("admin").asBoolean() ? "administrator" : "member");
        }
    }

    /** The group gets another number, as when it becomes a supergroup. */
    void move() {
        synchronized (world) {
            Chat last = groups.getLast();
            Chat moved = world.move(last, GROUP - groups.size());
            groups.add(moved);
            world.put(last, world.message(last, 0).put("migrate_to_chat_id", moved.id));
        }
    }

    private static boolean isThere(Chat chat) {
        return !chat.botStatus.equals("kicked") && !chat.botStatus.equals("left");
    }

    private Person person(JsonNode what) {
        return known(world.people, what.path("person").asLong());
    }

    /** A chat that has moved stands for the one that it became. */
    private Chat chat(JsonNode what) {
        Chat chat = known(world.chats, what.path("chat").asLong());
        return chat.movedTo == 0 || what.has("message") ? chat : groups.getLast();
    }

    private static ObjectNode message(Chat chat, JsonNode what) {
        return known(chat.messages, what.path("message").asInt());
    }

    private static int topic(Chat chat, JsonNode what) {
        int topic = what.path("topic").asInt(0);
        if (topic != 0 && !chat.topics.contains(topic)) {
            throw new IllegalArgumentException("topic");
        }
        return topic;
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        @Nullable
        V found = all.get(key);
        if (found == null) {
            throw new IllegalArgumentException("unknown");
        }
        return found;
    }
}
