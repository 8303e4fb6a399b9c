package guidang.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Updates of every kind, then damaged: fields gone, of other kinds, huge, deep, cut off. */
final class HostileUpdate {
    /** In the place of a text; what is in it is written as it is. */
    private static final String RAW = "@raw@";
    private static final List<String> WHOLE = List.of(
            """
                    "message":{"message_id":5,"date":1659672000,"chat":{"id":7,"type":"private"},
                    "from":{"id":7,"is_bot":false,"language_code":"zh-hans"},"text":"微信什么时候恢复注册？",
                    "entities":[{"type":"bold","offset":0,"length":2}]}""",
            """
                    "message":{"message_id":6,"date":1659672000,"chat":{"id":-1007,"type":"supergroup","is_forum":true},
                    "is_topic_message":true,"message_thread_id":3,"from":{"id":7},"text":"@guidang_bot 微信",
                    "entities":[{"type":"mention","offset":0,"length":12}],"quote":{"text":"微信"},
                    "reply_to_message":{"message_id":4,"from":{"id":9},"text":"微信在2021年8月恢复注册",
                    "entities":[{"type":"text_link","offset":0,"length":2,"url":"https://weixin.example"}]}}""",
            """
                    "edited_message":{"message_id":5,"date":1659672000,"chat":{"id":7,"type":"private"},
                    "from":{"id":7},"caption":"/timeline 微信","caption_entities":[{"type":"bot_command","offset":0,"length":9}]}""",
            """
                    "callback_query":{"id":"77","from":{"id":7},"chat_instance":"1","data":"s1:/search 微信",
                    "message":{"message_id":5,"chat":{"id":7,"type":"private"},"date":1659672000,"text":"x"}}""",
            """
                    "callback_query":{"id":"78","from":{"id":7},"inline_message_id":"AAA","data":"s0~abcdefgh"}""",
            """
                    "inline_query":{"id":"79","from":{"id":7,"language_code":"en"},"query":"微信","offset":"1"}""",
            """
                    "my_chat_member":{"chat":{"id":-1008,"type":"supergroup"},"from":{"id":7},"date":1659672000,
                    "old_chat_member":{"status":"left","user":{"id":424242}},
                    "new_chat_member":{"status":"member","user":{"id":424242}}}""",
            """
                    "chat_member":{"chat":{"id":-1008,"type":"supergroup"},"from":{"id":7},"date":1659672000,
                    "old_chat_member":{"status":"member","user":{"id":9}},
                    "new_chat_member":{"status":"administrator","user":{"id":9}}}""",
            """
                    "message":{"message_id":8,"date":1,"chat":{"id":-9,"type":"group"},"migrate_to_chat_id":-1009}""",
            """
                    "message":{"message_id":9,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"/start q_x"}""");
    private static final List<String> NAMES = List.of("message", "edited_message", "callback_query", "inline_query",
            "chat", "id", "text", "caption", "entities", "from", "reply_to_message", "migrate_to_chat_id",
            "sender_chat",
            "message_thread_id", "data", "message_id", "date", "quote", "url");
    private static final List<String> TEXTS = List.of("", " ", "\u0000", "\uD83D", "\uDE00\uD83D", "/", "/start e_",
            "/start g_x", "/entry ../../etc/passwd", "@guidang_bot", "/search@guidang_bot", "\u202E微信\u2067", "s0:",
            "zz~x",
            "😀".repeat(5_000), "微".repeat(70_000), "https://web.archive.org/web/1/".repeat(300),
            "/lookup " + "2021年".repeat(900));
    private static final List<String> NUMBERS = List.of("0", "-1", "2147483647", "2147483648", "-2147483648",
            "9223372036854775807", "9223372036854775808", "1e400", "-1e-400", "0.5", "1e9", "9".repeat(4_000));

    private final IntUnaryOperator chance;

    /** @param chance a number below its argument, which is at least 1 */
    HostileUpdate(IntUnaryOperator chance) {
        this.chance = chance;
    }

    /** One update under a number of its own. Mostly JSON. */
    String update(int id) {
        ObjectNode node = parsed("{" + pick(WHOLE) + "}");
        for (int i = chance.applyAsInt(4); i >= 0; i--) {
            damage(node);
        }
        String text = written(node);
        String whole = "{\"update_id\":" + id + (text.length() > 2 ? "," : "") + text.substring(1);
        if (chance.applyAsInt(24) > 0) {
            return whole;
        }
        int at = chance.applyAsInt(whole.length() + 1);
        return switch (chance.applyAsInt(3)) {
            case 0 -> whole.substring(0, at);
            case 1 -> whole.substring(0, at) + pick(List.of("{", "]", "\"", "\\", ",", "\u0007", "}}}"))
                    + whole.substring(at);
            default -> whole + whole;
        };
    }

    private void damage(ObjectNode update) {
        List<JsonNode> holders = new ArrayList<>();
        collect(update, holders);
        JsonNode holder = holders.get(chance.applyAsInt(holders.size()));
        if (holder instanceof ArrayNode array) {
            if (array.isEmpty() || chance.applyAsInt(3) == 0) {
                array.add(value());
            } else {
                array.set(chance.applyAsInt(array.size()), value());
            }
        } else if (holder instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty()) {
                object.set(pick(NAMES), value());
                return;
            }
            String name = names.get(chance.applyAsInt(names.size()));
            switch (chance.applyAsInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(pick(NAMES), object.get(name).deepCopy());
                case 2 -> object.set(pick(NAMES), value());
                default -> object.set(name, value());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private JsonNode value() {
        return switch (chance.applyAsInt(12)) {
            case 0 -> raw("null");
            case 1 -> raw("true");
            case 2 -> raw("[]");
            case 3 -> raw("{}");
            case 4, 5 -> raw(pick(NUMBERS));
            case 6, 7, 8 -> TextNode.valueOf(pick(TEXTS));
            case 9 -> parsed("{" + pick(WHOLE) + "}");
            case 10 -> {
                int depth = 1 + chance.applyAsInt(3_000);
                yield raw(chance.applyAsInt(2) == 0
                        ? "[".repeat(depth) + "]".repeat(depth)
                        : "{\"reply_to_message\":".repeat(depth) + "{\"message_id\":3,\"text\":\"微信\"}"
                                + "}".repeat(depth));
            }
            default -> chance.applyAsInt(12) == 0 ? raw("\"" + "x".repeat(4 << 20) + "\"") : TextNode.valueOf("微信");
        };
    }

    private static TextNode raw(String json) {
        return TextNode.valueOf(RAW + json + RAW);
    }

    /** With what is to stand as it is set in: too deep or too large for a tree of nodes. */
    private static String written(ObjectNode node) {
        var raws = new ArrayList<String>();
        replaced(node, raws);
        String text = node.toString();
        for (int i = 0; i < raws.size(); i++) {
            text = text.replace("\"" + RAW + i + RAW + "\"", raws.get(i));
        }
        return text;
    }

    private static void replaced(JsonNode node, List<String> raws) {
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                number(object.get(name), raws, other -> object.set(name, other));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                number(array.get(i), raws, other -> array.set(at, other));
            }
        }
    }

    private static void number(JsonNode child, List<String> raws, java.util.function.Consumer<TextNode> instead) {
        if (child.isTextual() && child.textValue().startsWith(RAW)) {
            instead.accept(TextNode.valueOf(RAW + raws.size() + RAW));
            raws.add(child.textValue().substring(RAW.length(), child.textValue().length() - RAW.length()));
        } else {
            replaced(child, raws);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) Call.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String pick(List<String> some) {
        return some.get(chance.applyAsInt(some.size()));
    }
}
