package guidang.playground;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** People, chats, messages, and the updates that the bot has not confirmed. Guarded by itself. */
public final class World {
    private static final Pattern MARKED = Pattern
            .compile("(?<![\\w/])/[A-Za-z0-9_]{1,32}(?:@\\w+)?|@\\w{4,32}|https?://\\S+");

    /** A person. */
    public record Person(long id, String name, String language) {}

    /** A chat: a private one has the number of its person. */
    public static final class Chat {
        final long id;
        final String type;
        final String title;
        final Map<Long, String> members = new LinkedHashMap<>();
        final TreeMap<Integer, ObjectNode> messages = new TreeMap<>();
        final List<Integer> topics = new ArrayList<>();
        int next = 1;
        String botStatus = "member";
        boolean botMayWrite = true;
        long movedTo;

        Chat(long id, String type, String title) {
            this.id = id;
            this.type = type;
            this.title = title;
        }

        public long id() {
            return id;
        }

        boolean isPrivate() {
            return type.equals("private");
        }
    }

    private final Clock clock;
    private final long botId;
    private final String botName;
    final Map<Long, Chat> chats = new LinkedHashMap<>();
    final Map<Long, Person> people = new LinkedHashMap<>();
    final TreeMap<Integer, ObjectNode> pending = new TreeMap<>();
    final Map<String, JsonNode> inlineAnswers = new LinkedHashMap<>();
    final Map<String, JsonNode> pressAnswers = new LinkedHashMap<>();
    private final Map<String, Boolean> openPresses = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    boolean polled;
    private int most = Integer.MAX_VALUE;
    private int nextUpdate = 1_000;
    private long nextQuery = 1;

    World(Clock clock, long botId, String botName) {
        this.clock = clock;
        this.botId = botId;
        this.botName = botName;
    }

    /** Makes a person and their private chat with the bot. */
    public synchronized Person person(long id, String name, String language) {
        var person = new Person(id, name, language);
        people.put(id, person);
        chats.put(id, new Chat(id, "private", name));
        return person;
    }

    /** Makes a supergroup with members; the first is its creator. */
    public synchronized Chat group(long id, String title, Person... members) {
        var chat = new Chat(id, "supergroup", title);
        for (Person member : members) {
            chat.members.put(member.id(), chat.members.isEmpty() ? "creator" : "member");
        }
        chats.put(id, chat);
        return chat;
    }

    /** Somebody's app speaks another language from now on; returns them as they are then. */
    synchronized Person speaks(Person person, String language) {
        var changed = new Person(person.id(), person.name(), language);
        people.put(person.id(), changed);
        return changed;
    }

    /** Makes a channel with its admins; the first is its creator. The bot is one of them. */
    public synchronized Chat channel(long id, String title, Person... admins) {
        var chat = new Chat(id, "channel", title);
        for (Person admin : admins) {
            chat.members.put(admin.id(), chat.members.isEmpty() ? "creator" : "administrator");
        }
        chats.put(id, chat);
        chat.botStatus = "administrator";
        return chat;
    }

    /** An admin posts in a channel. */
    public synchronized int post(Chat channel, String text) {
        ObjectNode message = message(channel, 0);
        message.set("sender_chat", chatNode(channel));
        message.put("text", text);
        mark(message, text);
        put(channel, message);
        putUpdate("channel_post", message.deepCopy());
        return message.get("message_id").asInt();
    }

    /** Sends a file, with words below it or none. */
    public synchronized int sendFile(Person person, Chat chat, String name, String content, String caption) {
        ObjectNode message = message(chat, 0);
        message.set("from", personNode(person));
        message.set("document", keepFile(name, content));
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        put(chat, message);
        putUpdate("message", message.deepCopy());
        return message.get("message_id").asInt();
    }

    ObjectNode keepFile(String name, String content) {
        String id = "file-" + files.size();
        files.put(id, content);
        return BotApiServer.JSON.createObjectNode().put("file_id", id).put("file_name", name).put("file_size",
                content.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What is in a file; null if there is none of that number. */
    public synchronized @Nullable String file(String id) {
        return files.get(id);
    }

    public synchronized Chat privately(Person person) {
        return chats.get(person.id());
    }

    public synchronized void topic(Chat chat, int topic) {
        chat.topics.add(topic);
    }

    /** Blocks the bot, throws it out, or lets it in again: {@code member}, {@code kicked}, {@code left}. */
    public synchronized void bot(Chat chat, Person by, String status) {
        String before = chat.botStatus;
        chat.botStatus = status;
        ObjectNode member = update("my_chat_member");
        member.set("chat", chatNode(chat));
        member.set("from", personNode(by));
        member.putObject("old_chat_member").put("status", before);
        member.putObject("new_chat_member").put("status", status);
    }

    /** Makes somebody {@code administrator}, {@code member} or {@code left}; told to the bot, as to one that is admin. */
    public synchronized void rank(Chat chat, Person person, String status) {
        String before = chat.members.getOrDefault(person.id(), "left");
        chat.members.put(person.id(), status);
        ObjectNode member = update("chat_member");
        member.set("chat", chatNode(chat));
        member.set("from", personNode(person));
        member.putObject("old_chat_member").put("status", before).set("user", personNode(person));
        member.putObject("new_chat_member").put("status", status).set("user", personNode(person));
    }

    /** An admin speaks as the group itself. */
    public synchronized int sayAsGroup(Chat chat, String text, int topic) {
        ObjectNode message = message(chat, topic);
        message.putObject("from").put("id", 1087968824L).put("is_bot", true).put("first_name", "Group").put("username",
                "GroupAnonymousBot");
        message.set("sender_chat", chatNode(chat));
        message.put("text", text);
        mark(message, text);
        chat.messages.put(message.get("message_id").asInt(), message);
        putUpdate("message", message.deepCopy());
        return message.get("message_id").asInt();
    }

    public synchronized void mayWrite(Chat chat, boolean may) {
        chat.botMayWrite = may;
    }

    /** The group becomes a supergroup under another number. */
    public synchronized Chat move(Chat chat, long to) {
        var moved = new Chat(to, "supergroup", chat.title);
        moved.members.putAll(chat.members);
        moved.topics.addAll(chat.topics);
        chat.movedTo = to;
        chats.put(to, moved);
        ObjectNode message = update("message");
        message.put("message_id", chat.next++);
        message.put("date", clock.millis() / 1000);
        message.set("chat", chatNode(chat));
        message.put("migrate_to_chat_id", to);
        return moved;
    }

    public synchronized int say(Person person, Chat chat, String text) {
        return say(person, chat, text, 0, 0);
    }

    /** @param answers the message that is answered, or 0; {@code topic} of a forum, or 0 */
    public synchronized int say(Person person, Chat chat, String text, int answers, int topic) {
        ObjectNode message = message(chat, topic);
        message.set("from", personNode(person));
        message.put("text", text);
        mark(message, text);
        if (answers != 0) {
            ObjectNode answered = chat.messages.get(answers).deepCopy();
            answered.remove("reply_to_message");
            message.set("reply_to_message", answered);
        }
        put(chat, message);
        putUpdate("message", message.deepCopy());
        return message.get("message_id").asInt();
    }

    /** Posts a result that the bot offered inline. */
    synchronized int post(Person person, Chat chat, int topic, JsonNode result) {
        JsonNode content = result.path("input_message_content");
        ObjectNode message = message(chat, topic);
        message.set("from", personNode(person));
        message.set("via_bot", botNode());
        message.set("text", content.path("message_text"));
        if (content.has("entities")) {
            message.set("entities", content.get("entities"));
        }
        if (result.has("reply_markup")) {
            message.set("reply_markup", result.get("reply_markup"));
        }
        put(chat, message);
        putUpdate("message", message.deepCopy());
        return message.get("message_id").asInt();
    }

    public synchronized void edit(Person person, Chat chat, int id, String text) {
        ObjectNode message = chat.messages.get(id);
        message.put("text", text);
        message.put("edit_date", clock.millis() / 1000);
        mark(message, text);
        putUpdate("edited_message", message.deepCopy());
    }

    /** Presses the first button of a message whose label contains a text; returns the query's number. */
    public synchronized String press(Person person, Chat chat, int messageId, String label) {
        ObjectNode message = chat.messages.get(messageId);
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode key : row) {
                if (key.path("text").asText().contains(label) && key.has("callback_data")) {
                    return pressed(person, message, key.get("callback_data").asText());
                }
            }
        }
        throw new AssertionError("no button " + label + " under: " + message.path("text").asText());
    }

    public synchronized String pressed(Person person, ObjectNode message, String data) {
        ObjectNode query = update("callback_query");
        String id = Long.toString(nextQuery++);
        openPresses.put(id, true);
        query.put("id", id);
        query.set("from", personNode(person));
        query.set("message", message.deepCopy());
        query.put("chat_instance", "1");
        query.put("data", data);
        return id;
    }

    /** Types behind the bot's name; returns the query's number. */
    public synchronized String type(Person person, String text, String offset) {
        ObjectNode query = update("inline_query");
        String id = Long.toString(nextQuery++);
        query.put("id", id);
        query.set("from", personNode(person));
        query.put("query", text);
        query.put("offset", offset);
        return id;
    }

    /** Puts any update in, as it is; its number is set. */
    public synchronized int raw(ObjectNode update) {
        int id = nextUpdate++;
        update.put("update_id", id);
        pending.put(id, update);
        notifyAll();
        return id;
    }

    /** Goes on with another number, as Telegram does after a quiet week. */
    public synchronized void nextUpdate(int id) {
        nextUpdate = id;
    }

    public synchronized List<ObjectNode> messages(Chat chat) {
        return List.copyOf(chat.messages.values());
    }

    /** Waits until a chat has a message of that number. */
    public synchronized void awaitMessage(Chat chat, int id) throws InterruptedException {
        while (chat.messages.isEmpty() || chat.messages.lastKey() < id) {
            wait(1_000);
        }
    }

    /** From now on holds no more messages of a chat than these, and no answers to buttons and typing. */
    public synchronized void holdLittle(int messages) {
        most = messages;
    }

    /** Whether a message is there still. */
    public synchronized boolean holds(Chat chat, int id) {
        return chat.messages.containsKey(id);
    }

    /** A message that the bot sent long ago and that is gone since. */
    public synchronized ObjectNode goneMessage(Chat chat, int topic) {
        ObjectNode message = message(chat, topic);
        message.set("from", botNode());
        return message.put("text", "gone");
    }

    /** Somebody takes a message away. */
    public synchronized void remove(Chat chat, int id) {
        chat.messages.remove(id);
    }

    void put(Chat chat, ObjectNode message) {
        chat.messages.put(message.get("message_id").asInt(), message);
        while (chat.messages.size() > most) {
            chat.messages.pollFirstEntry();
        }
    }

    void answered(Map<String, JsonNode> answers, String query, JsonNode call) {
        if (most == Integer.MAX_VALUE) {
            answers.put(query, call);
        }
    }

    /** Waits until the bot has asked for updates. */
    public synchronized void awaitPoll() throws InterruptedException {
        while (!polled) {
            wait(1_000);
        }
    }

    public synchronized int unconfirmed() {
        return pending.size();
    }

    public synchronized JsonNode inlineAnswer(String query) {
        return inlineAnswers.get(query);
    }

    public synchronized JsonNode pressAnswer(String query) {
        return pressAnswers.get(query);
    }

    /** Whether a kind is asked for; what is no known kind counts as asked for. */
    static boolean wanted(ObjectNode update, Set<String> kinds) {
        if (kinds.isEmpty() || !update.has("update_id") || update.size() < 2) {
            return true;
        }
        for (var fields = update.fieldNames(); fields.hasNext();) {
            if (kinds.contains(fields.next())) {
                return true;
            }
        }
        return false;
    }

    boolean closePress(String id) {
        return Boolean.TRUE.equals(openPresses.remove(id));
    }

    ObjectNode message(Chat chat, int topic) {
        ObjectNode message = BotApiServer.JSON.createObjectNode();
        message.put("message_id", chat.next++);
        message.put("date", clock.millis() / 1000);
        message.set("chat", chatNode(chat));
        if (topic != 0) {
            message.put("message_thread_id", topic);
            message.put("is_topic_message", true);
        }
        return message;
    }

    ObjectNode chatNode(Chat chat) {
        ObjectNode node = BotApiServer.JSON.createObjectNode().put("id", chat.id).put("type", chat.type);
        if (!chat.topics.isEmpty()) {
            node.put("is_forum", true);
        }
        return node.put(chat.isPrivate() ? "first_name" : "title", chat.title);
    }

    ObjectNode personNode(Person person) {
        return BotApiServer.JSON.createObjectNode().put("id", person.id()).put("is_bot", false)
                .put("first_name", person.name()).put("language_code", person.language());
    }

    ObjectNode botNode() {
        return BotApiServer.JSON.createObjectNode().put("id", botId).put("is_bot", true).put("first_name", "归档")
                .put("username", botName);
    }

    private void mark(ObjectNode message, String text) {
        ArrayNode entities = BotApiServer.JSON.createArrayNode();
        Matcher matcher = MARKED.matcher(text);
        while (matcher.find()) {
            String type = matcher.group().startsWith("/")
                    ? "bot_command"
                    : matcher.group().startsWith("@") ? "mention" : "url";
            entities.addObject().put("type", type).put("offset", matcher.start()).put("length",
                    matcher.end() - matcher.start());
        }
        message.set("entities", entities);
    }

    private ObjectNode update(String kind) {
        ObjectNode content = BotApiServer.JSON.createObjectNode();
        putUpdate(kind, content);
        return content;
    }

    private void putUpdate(String kind, ObjectNode content) {
        ObjectNode update = BotApiServer.JSON.createObjectNode();
        update.set(kind, content);
        raw(update);
    }
}
