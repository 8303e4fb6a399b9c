package guidang.playground;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.NullMarked;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The last calls of the Bot API, for pages to show. The token is in none of them. */
@NullMarked
final class CallLog {
    private static final int KEPT = 150;
    private static final int MOST_TEXT = 40_000;

    private final Feed feed;
    private final Deque<ObjectNode> kept = new ArrayDeque<>();
    private long count;

    CallLog(Feed feed) {
        this.feed = feed;
    }

    synchronized void add(BotApiServer.Exchange call, long atMillis) {
        ObjectNode node = BotApiServer.JSON.createObjectNode().put("kind", "call").put("number", ++count)
                .put("at", atMillis)
                .put("method", call.method()).put("status", call.status()).put("done", call.done())
                .put("answer", call.answer().substring(0, Math.min(MOST_TEXT, call.answer().length())));
        node.set("body", SentFiles.told(call.parameters()));
        kept.add(node);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        feed.tell(node);
    }

    synchronized void into(ArrayNode calls) {
        kept.forEach(calls::add);
    }
}
