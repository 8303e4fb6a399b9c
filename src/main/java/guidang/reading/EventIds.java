package guidang.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import guidang.archive.EntryPath;
import guidang.archive.EventId;

/**
 * Ids for the events of one entry: the first 72 bits of a hash over the path, the text and its place among equal texts,
 * so that they stay while other parts of the page change.
 */
final class EventIds {
    private final EntryPath path;
    private final Map<String, Integer> used = new HashMap<>();

    EventIds(EntryPath path) {
        this.path = path;
    }

    EventId next(String text) {
        int ordinal = used.merge(text, 1, Integer::sum);
        byte[] hash = sha256().digest((path + "\0" + text + "\0" + ordinal).getBytes(StandardCharsets.UTF_8));
        return new EventId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 9)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
