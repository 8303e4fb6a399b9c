package guidang.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.playground.World.Chat;

/** The methods of the Bot API that the bot uses. */
final class Methods {
    private static final int TWO_DAYS = 48 * 3600;

    private final World world;
    private final Limits limits;
    private final Clock clock;
    private final Map<String, JsonNode> set = new HashMap<>();
    private Set<String> allowed = Set.of();
    private final Webhook webhook;
    private int polls;

    Methods(World world, Limits limits, Clock clock) {
        this.world = world;
        this.limits = limits;
        this.clock = clock;
        this.webhook = new Webhook(world);
    }

    Webhook webhook() {
        return webhook;
    }

    /** The bodies of setMyCommands, for each scope and language the last. */
    List<JsonNode> commands() {
        synchronized (world) {
            return set.entrySet().stream().filter(each -> each.getKey().startsWith("setmycommands"))
                    .map(Map.Entry::getValue).toList();
        }
    }

    JsonNode call(String method, JsonNode call) throws InterruptedException {
        String name = method.toLowerCase(Locale.ROOT);
        synchronized (world) {
            return switch (name) {
                case "getme" -> world.botNode();
                case "getupdates" -> updates(call);
                case "sendmessage", "sendphoto" -> send(call, name.equals("sendphoto"));
                case "senddocument" -> document(call);
                case "getfile" -> file(call);
                case "editmessagetext" -> edit(call);
                case "editmessagereplymarkup" -> markup(call);
                case "deletemessage" -> delete(call);
                case "answercallbackquery" -> press(call);
                case "answerinlinequery" -> inline(call);
                case "sendchataction" -> {
                    reachable(call);
                    yield BooleanNode.TRUE;
                }
                case "getchatmember" -> member(chat(call), call.path("user_id").asLong());
                case "getchatadministrators" -> administrators(chat(call));
                case "getwebhookinfo" -> webhook.info();
                case "setwebhook" -> {
                    webhook.set(call);
                    yield BooleanNode.TRUE;
                }
                case "deletewebhook" -> {
                    webhook.delete();
                    yield BooleanNode.TRUE;
                }
                case "setmycommands", "setmydescription", "setmyshortdescription", "deletemycommands" -> {
                    set.put(name + scope(call), call);
                    yield BooleanNode.TRUE;
                }
                case "leavechat" -> {
                    chat(call).botStatus = "left";
                    yield BooleanNode.TRUE;
                }
                default -> throw new Refusal(404, "Not Found: method not found");
            };
        }
    }

    private static String scope(JsonNode call) {
        return " " + call.path("scope").path("type").asText("default") + " " + call.path("language_code").asText("");
    }

    private JsonNode updates(JsonNode call) throws InterruptedException {
        if (webhook.isSet()) {
            throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active; "
                    + "use deleteWebhook to delete the webhook first");
        }
        int mine = ++polls;
        world.polled = true;
        world.notifyAll();
        int offset = call.path("offset").asInt(0);
        if (offset > 0) {
            world.pending.headMap(offset).clear();
        }
        if (call.has("allowed_updates")) {
            var kinds = new HashSet<String>();
            call.get("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
            allowed = kinds;
        }
        long end = System.nanoTime() + call.path("timeout").asInt(0) * 1_000_000_000L;
        int most = Math.clamp(call.path("limit").asInt(100), 1, 100);
        while (true) {
            if (mine != polls) {
                throw new Refusal(409, "Conflict: terminated by other getUpdates request; "
                        + "make sure that only one bot instance is running");
            }
            ArrayNode result = BotApiServer.JSON.createArrayNode();
            world.pending.values().removeIf(update -> !World.wanted(update, allowed));
            world.pending.values().stream().limit(most).forEach(result::add);
            long left = (end - System.nanoTime()) / 1_000_000;
            if (!result.isEmpty() || left <= 0) {
                return result;
            }
            world.wait(left);
        }
    }

    private Chat chat(JsonNode call) {
        String named = call.path("chat_id").asText("");
        Chat chat = named.startsWith("@")
                ? world.chats.values().stream().filter(each -> named.equals("@" + each.title)).findFirst().orElse(null)
                : world.chats.get(call.path("chat_id").asLong(0));
        if (chat == null) {
            throw Refusal.bad("chat not found");
        }
        return chat;
    }

    private Chat reachable(JsonNode call) {
        Chat chat = chat(call);
        if (chat.movedTo != 0) {
            throw Refusal.moved(chat.movedTo);
        }
        if (chat.botStatus.equals("kicked") || chat.botStatus.equals("left")) {
            throw Refusal.forbidden(chat.isPrivate()
                    ? "bot was blocked by the user"
                    : chat.botStatus.equals("kicked")
                            ? "bot was kicked from the supergroup chat"
                            : "bot is not a member of the supergroup chat");
        }
        return chat;
    }

    /** A file in a text; its bytes are kept. */
    private JsonNode document(JsonNode call) {
        if (!call.path("document").isBinary()) {
            throw Refusal.bad("there is no document in the request");
        }
        if (call.path("caption").asText("").length() > 1_024) {
            throw Refusal.bad("message caption is too long");
        }
        String text;
        try {
            text = new String(call.get("document").binaryValue(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.bad("wrong file");
        }
        Chat chat = place(call, "documents");
        ObjectNode message = world.message(chat, call.path("message_thread_id").asInt(0));
        message.set("from", world.botNode());
        message.put("caption", call.path("caption").asText(""));
        message.set("document", world.keepFile("export.json", text));
        world.put(chat, message);
        world.notifyAll();
        return message;
    }

    private JsonNode file(JsonNode call) {
        String id = call.path("file_id").asText("");
        if (world.file(id) == null) {
            throw Refusal.bad("invalid file_id");
        }
        return BotApiServer.JSON.createObjectNode().put("file_id", id).put("file_path", "documents/" + id);
    }

    /** Where the bot may write. */
    private Chat place(JsonNode call, String what) {
        Chat chat = reachable(call);
        if (!chat.botMayWrite) {
            throw Refusal.bad("not enough rights to send " + what + " to the chat");
        }
        int topic = call.path("message_thread_id").asInt(0);
        if (topic != 0 && !chat.topics.contains(topic)) {
            throw Refusal.bad("message thread not found");
        }
        return chat;
    }

    private JsonNode send(JsonNode call, boolean isPhoto) {
        Chat chat = place(call, isPhoto ? "photos" : "text messages");
        int topic = call.path("message_thread_id").asInt(0);
        if (isPhoto) {
            Photo.check(call);
        } else {
            Rules.text(call);
        }
        int answers = call.path("reply_parameters").path("message_id").asInt(0);
        boolean mayLack = call.path("reply_parameters").path("allow_sending_without_reply").asBoolean();
        if (answers != 0 && !chat.messages.containsKey(answers) && !mayLack) {
            throw Refusal.bad("message to be replied not found");
        }
        limits.count(chat.id, !chat.isPrivate());
        ObjectNode message = world.message(chat, topic);
        message.set("from", world.botNode());
        if (isPhoto) {
            Photo.write(message, call);
        } else {
            write(message, call);
        }
        if (answers != 0 && chat.messages.containsKey(answers)) {
            ObjectNode answered = chat.messages.get(answers).deepCopy();
            answered.remove("reply_to_message");
            message.set("reply_to_message", answered);
        }
        world.put(chat, message);
        world.notifyAll();
        return message;
    }

    private static void write(ObjectNode message, JsonNode call) {
        message.set("text", call.get("text"));
        message.set("entities",
                call.path("entities").isArray() ? call.get("entities") : BotApiServer.JSON.createArrayNode());
        message.remove("reply_markup");
        if (call.hasNonNull("reply_markup")) {
            message.set("reply_markup", call.get("reply_markup"));
        }
    }

    private JsonNode edit(JsonNode call) {
        if (call.hasNonNull("inline_message_id")) {
            Rules.text(call);
            return BooleanNode.TRUE;
        }
        Chat chat = reachable(call);
        ObjectNode message = own(chat, call, "edit");
        if (message.has("photo")) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        Rules.text(call);
        ObjectNode changed = message.deepCopy();
        write(changed, call);
        if (changed.equals(message)) {
            throw Refusal.bad("message is not modified: specified new message content and reply markup are exactly "
                    + "the same as a current content and reply markup of the message");
        }
        write(message, call);
        message.put("edit_date", clock.millis() / 1000);
        world.notifyAll();
        return message;
    }

    private JsonNode markup(JsonNode call) {
        ObjectNode message = own(reachable(call), call, "edit");
        Rules.keyboard(call.path("reply_markup").path("inline_keyboard"));
        message.remove("reply_markup");
        if (call.hasNonNull("reply_markup")) {
            message.set("reply_markup", call.get("reply_markup"));
        }
        return message;
    }

    private ObjectNode own(Chat chat, JsonNode call, String what) {
        ObjectNode message = chat.messages.get(call.path("message_id").asInt(0));
        if (message == null) {
            throw Refusal.bad("message to " + what + " not found");
        }
        if (message.path("from").path("id").asLong() != BotApiServer.BOT) {
            throw Refusal.bad("message can't be " + (what.equals("edit") ? "edited" : "deleted"));
        }
        return message;
    }

    private JsonNode delete(JsonNode call) {
        Chat chat = reachable(call);
        ObjectNode message = own(chat, call, "delete");
        if (clock.millis() / 1000 - message.path("date").asLong() > TWO_DAYS) {
            throw Refusal.bad("message can't be deleted for everyone");
        }
        chat.messages.remove(message.get("message_id").asInt());
        world.notifyAll();
        return BooleanNode.TRUE;
    }

    private JsonNode press(JsonNode call) {
        String id = call.path("callback_query_id").asText("");
        if (!world.closePress(id)) {
            throw Refusal.bad("query is too old and response timeout expired or query ID is invalid");
        }
        if (call.path("text").asText("").length() > 200) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
        String url = call.path("url").asText("");
        if (!url.isEmpty() && !url.startsWith("https://t.me/" + BotApiServer.NAME + "?start=")) {
            throw Refusal.bad("URL_INVALID");
        }
        world.answered(world.pressAnswers, id, call);
        world.notifyAll();
        return BooleanNode.TRUE;
    }

    private JsonNode inline(JsonNode call) {
        JsonNode results = call.path("results");
        if (results.size() > 50) {
            throw Refusal.bad("RESULTS_TOO_MUCH");
        }
        if (call.path("next_offset").asText("").length() > 64) {
            throw Refusal.bad("NEXT_OFFSET_INVALID");
        }
        if (call.hasNonNull("button")
                && !call.path("button").path("start_parameter").asText("").matches("[A-Za-z0-9_-]{1,64}")) {
            throw Refusal.bad("START_PARAM_INVALID");
        }
        var ids = new HashSet<String>();
        for (JsonNode result : results) {
            String id = result.path("id").asText("");
            if (id.isEmpty() || id.length() > 64 || !ids.add(id)) {
                throw Refusal.bad("RESULT_ID_INVALID");
            }
            if (result.path("title").asText("").isBlank()) {
                throw Refusal.bad("can't parse inline query result: article must have a title");
            }
            Rules.text(result.path("input_message_content"), "message_text", "entities");
            Rules.keyboard(result.path("reply_markup").path("inline_keyboard"));
        }
        world.answered(world.inlineAnswers, call.path("inline_query_id").asText(), call);
        world.notifyAll();
        return BooleanNode.TRUE;
    }

    private ObjectNode member(Chat chat, long user) {
        if (chat.movedTo != 0) {
            throw Refusal.moved(chat.movedTo);
        }
        String status = user == BotApiServer.BOT ? chat.botStatus : chat.members.getOrDefault(user, "left");
        ObjectNode node = BotApiServer.JSON.createObjectNode().put("status", status);
        node.putObject("user").put("id", user).put("is_bot", user == BotApiServer.BOT);
        return node;
    }

    private JsonNode administrators(Chat chat) {
        ArrayNode all = BotApiServer.JSON.createArrayNode();
        chat.members.forEach((id, status) -> {
            if (!status.equals("member")) {
                all.add(member(chat, id));
            }
        });
        return all;
    }
}
