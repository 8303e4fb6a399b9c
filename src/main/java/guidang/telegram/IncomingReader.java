package guidang.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.telegram.Incoming.Chat;
import guidang.telegram.Incoming.Document;
import guidang.telegram.Incoming.Kind;
import guidang.telegram.Incoming.Person;
import guidang.telegram.Incoming.Replied;

/** Reads updates. Fields that are missing or of another kind than they should be count as absent. */
final class IncomingReader {
    private final long bot;
    private final String name;

    /** @param name of the bot, without {@code @} */
    IncomingReader(long bot, String name) {
        this.bot = bot;
        this.name = name;
    }

    Incoming read(JsonNode update) {
        if (update.has("message")) {
            return said(update.get("message"), false);
        }
        if (update.has("channel_post")) {
            return said(update.get("channel_post"), false);
        }
        if (update.has("edited_message")) {
            return said(update.get("edited_message"), true);
        }
        if (update.has("callback_query")) {
            return pressed(update.get("callback_query"));
        }
        if (update.has("inline_query")) {
            JsonNode typed = update.get("inline_query");
            String id = typed.path("id").asText("");
            return id.isEmpty()
                    ? new Incoming.Other()
                    : new Incoming.Typed(id, person(typed.path("from")), typed.path("query").asText(""),
                            typed.path("offset").asText(""));
        }
        if (update.has("my_chat_member")) {
            JsonNode member = update.get("my_chat_member");
            Chat chat = chat(member);
            String status = member.path("new_chat_member").path("status").asText("");
            boolean present = !isOutside(status);
            boolean entered = present && isOutside(member.path("old_chat_member").path("status").asText(""));
            return chat == null
                    ? new Incoming.Other()
                    : new Incoming.Membership(chat, person(member.path("from")), present, entered);
        }
        if (update.has("chat_member")) {
            JsonNode member = update.get("chat_member");
            Chat chat = chat(member);
            long who = member.path("new_chat_member").path("user").path("id").asLong(0);
            return chat == null || who == 0 ? new Incoming.Other() : new Incoming.MemberChanged(chat.id(), who);
        }
        return new Incoming.Other();
    }

    private static boolean isOutside(String status) {
        return status.equals("left") || status.equals("kicked");
    }

    private Incoming said(JsonNode message, boolean edited) {
        Chat chat = chat(message);
        int id = message.path("message_id").asInt(0);
        if (chat == null || id == 0) {
            return new Incoming.Other();
        }
        if (message.path("migrate_to_chat_id").isIntegralNumber()) {
            return new Incoming.Moved(chat.id(), message.get("migrate_to_chat_id").asLong());
        }
        if (message.path("migrate_from_chat_id").isIntegralNumber()) {
            return new Incoming.Moved(message.get("migrate_from_chat_id").asLong(), chat.id());
        }
        String text = text(message);
        boolean bot = message.path("from").path("is_bot").asBoolean() && !message.has("sender_chat");
        Document document = document(message);
        if ((text.isEmpty() && (document == null || chat.kind() != Kind.PRIVATE)) || bot || message.has("via_bot")
                || message.path("is_automatic_forward").asBoolean()) {
            return new Incoming.Other();
        }
        return new Incoming.Said(chat, speaker(message), id, text, edited, mentioned(message, text), replied(message),
                Instant.ofEpochSecond(message.path("date").asInt(0)),
                document == null ? document(message.path("reply_to_message")) : document);
    }

    private static @Nullable Document document(JsonNode message) {
        JsonNode document = message.path("document");
        String id = document.path("file_id").asText("");
        return id.isEmpty()
                ? null
                : new Document(id, document.path("file_name").asText(""), document.path("file_size").asLong(0));
    }

    private Incoming pressed(JsonNode query) {
        String id = query.path("id").asText("");
        if (id.isEmpty()) {
            return new Incoming.Other();
        }
        JsonNode message = query.path("message");
        String inline = query.path("inline_message_id").asText("");
        return new Incoming.Pressed(id, person(query.path("from")), chat(message), message.path("message_id").asInt(0),
                inline.isEmpty() ? null : inline, query.path("data").asText(""));
    }

    private @Nullable Chat chat(JsonNode holder) {
        JsonNode chat = holder.path("chat");
        long id = chat.path("id").asLong(0);
        if (id == 0) {
            return null;
        }
        Kind kind = switch (chat.path("type").asText("")) {
            case "private" -> Kind.PRIVATE;
            case "channel" -> Kind.CHANNEL;
            default -> Kind.GROUP;
        };
        int topic = holder.path("is_topic_message").asBoolean() ? holder.path("message_thread_id").asInt(0) : 0;
        return new Chat(id, kind, topic == 0 ? null : topic);
    }

    private static Person person(JsonNode from) {
        return new Person(from.path("id").asLong(0), from.path("language_code").asText("").toLowerCase(Locale.ROOT));
    }

    /** Who speaks as a chat is behind one of Telegram's own bots; the chat tells more. */
    private static Person speaker(JsonNode message) {
        long asChat = message.path("sender_chat").path("id").asLong(0);
        return asChat == 0 ? person(message.path("from")) : new Person(asChat, "");
    }

    private static String text(JsonNode message) {
        String text = message.path("text").asText("");
        return text.isEmpty() ? message.path("caption").asText("") : text;
    }

    private @Nullable Replied replied(JsonNode answer) {
        JsonNode message = answer.path("reply_to_message");
        int id = message.path("message_id").asInt(0);
        if (id == 0 || message.has("forum_topic_created")) {
            return null;
        }
        List<String> links = new ArrayList<>();
        for (JsonNode entity : entities(message)) {
            String url = entity.path("url").asText("");
            if (!url.isEmpty()) {
                links.add(url);
            }
        }
        String quote = answer.path("quote").path("text").asText("");
        return new Replied(id, quote.isEmpty() ? text(message) : quote,
                message.path("from").path("id").asLong(0) == bot, links);
    }

    private static Iterable<JsonNode> entities(JsonNode message) {
        return message.has("text") ? message.path("entities") : message.path("caption_entities");
    }

    private boolean mentioned(JsonNode message, String text) {
        for (JsonNode entity : entities(message)) {
            int start = entity.path("offset").asInt(-1);
            int end = start + entity.path("length").asInt(0);
            boolean inside = start >= 0 && end > start && end <= text.length();
            if (inside && entity.path("type").asText("").equals("mention")
                    && text.substring(start, end).equalsIgnoreCase("@" + name)) {
                return true;
            }
        }
        return false;
    }
}
