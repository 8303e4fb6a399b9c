package guidang.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call that is refused, with the words that Telegram uses. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int code;
    final transient ObjectNode parameters = BotApiServer.JSON.createObjectNode();

    Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static Refusal bad(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what);
    }

    static Refusal tooMany(int seconds) {
        var refusal = new Refusal(429, "Too Many Requests: retry after " + seconds);
        refusal.parameters.put("retry_after", seconds);
        return refusal;
    }

    static Refusal moved(long to) {
        var refusal = bad("group chat was upgraded to a supergroup chat");
        refusal.parameters.put("migrate_to_chat_id", to);
        return refusal;
    }
}
