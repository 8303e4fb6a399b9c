package guidang.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.NullMarked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pictures and documents that the bot has sent, for pages to show: the last ones, up to 32 MB in all. */
@NullMarked
final class SentFiles {
    private static final int MOST_BYTES = 32 << 20;

    private final Map<String, byte[]> kept = new LinkedHashMap<>();
    private int bytes;

    /** Keeps the file of a call, under the message that came of it. */
    synchronized void keep(JsonNode call, long chat, int message) {
        call.forEach(part -> {
            if (part.isBinary()) {
                byte[] content = content(part);
                kept.put(chat + "/" + message, content);
                bytes += content.length;
            }
        });
        for (Iterator<byte[]> oldest = kept.values().iterator(); bytes > MOST_BYTES && oldest.hasNext();) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }

    /** @param name chat and message, with {@code /} between them */
    synchronized Optional<byte[]> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** What a browser may take the bytes for: a picture, or a file to be saved. */
    static String kind(byte[] content) {
        boolean png = content.length > 4 && content[0] == (byte) 0x89 && content[1] == 'P' && content[2] == 'N';
        boolean jpeg = content.length > 4 && content[0] == (byte) 0xFF && content[1] == (byte) 0xD8;
        return png ? "image/png" : jpeg ? "image/jpeg" : "application/octet-stream";
    }

    /** Parameters of a call with files told by their size. */
    static JsonNode told(JsonNode call) {
        if (!call.isObject()) {
            return call;
        }
        ObjectNode told = call.deepCopy();
        call.properties().forEach(part -> {
            if (part.getValue().isBinary()) {
                told.put(part.getKey(), "(" + content(part.getValue()).length + " bytes)");
            }
        });
        return told;
    }

    private static byte[] content(JsonNode binary) {
        try {
            return binary.binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
