package guidang.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a feed as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
final class JsonFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Feed feed;

    JsonFeed(Feed feed) {
        this.feed = feed;
    }

    byte[] write() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "https://jsonfeed.org/version/1.1");
        root.put("title", feed.title());
        root.put("language", feed.language().locale().toLanguageTag());
        if (feed.base() != null) {
            root.put("feed_url", feed.address(Feed.JSON));
        }
        ArrayNode items = root.putArray("items");
        for (Item item : feed.items()) {
            ObjectNode one = items.addObject();
            one.put("id", item.id());
            one.put("title", item.title());
            one.put("content_text", item.text());
            one.put("date_published", item.updated().toString());
            if (!item.proofs().isEmpty()) {
                one.put("external_url", item.proofs().getFirst());
            }
            if (!item.author().isEmpty()) {
                one.putArray("authors").addObject().put("name", item.author());
            }
            one.putArray("tags").add(item.label());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
