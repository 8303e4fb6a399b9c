package guidang.playground;

import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A chat as text, for people to read and golden files to hold. */
public final class Transcript {
    private Transcript() {}

    /** Every message as it stands now: who, in answer to what, the text, the formatting, the buttons. */
    public static String of(World world, World.Chat chat) {
        var text = new StringJoiner("\n");
        world.messages(chat).forEach(message -> text.add(of(message)));
        return text + "\n";
    }

    /** One message. */
    public static String of(ObjectNode message) {
        var text = new StringJoiner("\n");
        String answers = message.has("reply_to_message")
                ? " → #" + message.path("reply_to_message").path("message_id").asInt()
                : "";
        String topic = message.has("message_thread_id") ? " [topic " + message.get("message_thread_id") + "]" : "";
        text.add("#" + message.get("message_id") + topic + " " + message.path("from").path("first_name").asText()
                + answers + (message.has("edit_date") ? " (edited)" : "") + ":");
        for (JsonNode size : message.path("photo")) {
            text.add("  [photo " + size.get("width") + " × " + size.get("height") + "]");
        }
        message.path("caption").asText("").lines().forEach(line -> text.add("  " + line));
        message.path("text").asText().lines().forEach(line -> text.add("  " + line));
        if (message.has("document")) {
            text.add("  [file " + message.path("document").path("file_name").asText() + "]");
        }
        for (JsonNode entity : message.path("entities")) {
            int start = entity.path("offset").asInt();
            String part = message.path("text").asText().substring(start, start + entity.path("length").asInt());
            if (!entity.path("type").asText().equals("bot_command")) {
                text.add("    {" + entity.path("type").asText() + " " + part.replace("\n", "⏎")
                        + (entity.has("url") ? " → " + entity.get("url").asText() : "") + "}");
            }
        }
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            var keys = new StringJoiner("  ", "    ", "");
            row.forEach(key -> keys.add("[" + key.path("text").asText() + "]"));
            text.add(keys.toString());
        }
        return text.toString();
    }
}
