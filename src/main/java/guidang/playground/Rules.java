package guidang.playground;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;

/** What Telegram demands of a message (Bot API: sendMessage, MessageEntity, InlineKeyboardButton), and a little more. */
final class Rules {
    private static final int MOST_TEXT = 4_096;
    private static final int MOST_ENTITIES = 100;
    private static final int MOST_DATA = 64;
    private static final int MOST_COPIED = 256;
    private static final int MOST_KEYS = 100;

    private Rules() {}

    static void text(JsonNode call) {
        text(call, "text", "entities");
    }

    static void text(JsonNode call, String key, String entitiesKey) {
        String text = call.path(key).asText("");
        if (call.hasNonNull("parse_mode")) {
            throw Refusal.bad("can't parse entities: this bot never sends a parse mode");
        }
        if (text.isBlank()) {
            throw Refusal.bad("message text is empty");
        }
        if (text.length() > MOST_TEXT) {
            throw Refusal.bad("message is too long");
        }
        entities(text, call.path(entitiesKey));
        keyboard(call.path("reply_markup").path("inline_keyboard"));
    }

    private static void entities(String text, JsonNode entities) {
        if (entities.size() > MOST_ENTITIES) {
            throw Refusal.bad("too many entities");
        }
        var spans = new ArrayList<int[]>();
        for (JsonNode entity : entities) {
            int start = entity.path("offset").asInt(-1);
            int end = start + entity.path("length").asInt(0);
            if (start < 0 || end <= start || end > text.length()) {
                throw Refusal.bad("entity out of bounds: " + entity);
            }
            if (cuts(text, start) || cuts(text, end)) {
                throw Refusal.bad("entity cuts a character in two: " + entity);
            }
            if (entity.path("type").asText().equals("text_link") && !isWeb(entity.path("url").asText())) {
                throw Refusal.bad("entity has no valid url: " + entity);
            }
            for (int[] other : spans) {
                boolean apart = end <= other[0] || start >= other[1];
                boolean inside = (start >= other[0] && end <= other[1]) || (start <= other[0] && end >= other[1]);
                if (!apart && !inside) {
                    throw Refusal.bad("entities overlap: " + entity);
                }
            }
            spans.add(new int[]{start, end});
        }
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    static void keyboard(JsonNode rows) {
        int keys = 0;
        for (JsonNode row : rows) {
            for (JsonNode key : row) {
                keys++;
                if (key.path("text").asText("").isBlank()) {
                    throw Refusal.bad("text buttons are unallowed in the inline keyboard");
                }
                String data = key.path("callback_data").asText("");
                if (key.has("callback_data")
                        && (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA)) {
                    throw Refusal.bad("BUTTON_DATA_INVALID");
                }
                if (key.has("url") && !isWeb(key.path("url").asText())) {
                    throw Refusal.bad("BUTTON_URL_INVALID");
                }
                String copied = key.path("copy_text").path("text").asText("");
                if (key.has("copy_text") && (copied.isEmpty() || copied.length() > MOST_COPIED)) {
                    throw Refusal.bad("BUTTON_COPY_TEXT_INVALID");
                }
                int actions = 0;
                for (var fields = key.fieldNames(); fields.hasNext();) {
                    String field = fields.next();
                    actions += field.equals("text") || field.equals("style") ? 0 : 1;
                }
                if (actions != 1) {
                    throw Refusal.bad("a button must have exactly one action: " + key);
                }
            }
        }
        if (keys > MOST_KEYS) {
            throw Refusal.bad("reply markup is too long");
        }
    }

    private static boolean isWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://") || url.startsWith("tg://");
    }
}
