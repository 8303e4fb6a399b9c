package guidang.playground;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Telegram demands of a photo (Bot API, sendPhoto), and what a message holds of it. */
final class Photo {
    private static final int MOST_BYTES = 10 << 20;
    private static final int MOST_PIXELS = 10_000;
    private static final int MOST_RATIO = 20;
    private static final int MOST_CAPTION = 1_024;

    private Photo() {}

    /** Puts the photo and its caption into a message. */
    static void write(ObjectNode message, JsonNode call) {
        byte[] bytes = bytes(call.path("photo"));
        BufferedImage image = decoded(bytes);
        message.remove("text");
        message.remove("entities");
        message.putArray("photo").addObject().put("file_id", "p" + message.get("message_id"))
                .put("width", image.getWidth()).put("height", image.getHeight()).put("file_size", bytes.length);
        message.set("caption", call.path("caption"));
        message.set("caption_entities", call.path("caption_entities"));
        if (call.hasNonNull("reply_markup")) {
            message.set("reply_markup", call.get("reply_markup"));
        }
    }

    static void check(JsonNode call) {
        byte[] bytes = bytes(call.path("photo"));
        if (bytes.length == 0) {
            throw Refusal.bad("there is no photo in the request");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        BufferedImage image = decoded(bytes);
        int width = image.getWidth();
        int height = image.getHeight();
        if (width + height > MOST_PIXELS || Math.max(width, height) > MOST_RATIO * Math.min(width, height)) {
            throw Refusal.bad("PHOTO_INVALID_DIMENSIONS");
        }
        if (call.path("caption").asText("").length() > MOST_CAPTION) {
            throw Refusal.bad("message caption is too long");
        }
        Rules.text(call, "caption", "caption_entities");
    }

    private static byte[] bytes(JsonNode photo) {
        try {
            return photo.isBinary() ? photo.binaryValue() : new byte[0];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage decoded(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image != null) {
                return image;
            }
        } catch (IOException broken) {
            // Said below.
        }
        throw Refusal.bad("IMAGE_PROCESS_FAILED");
    }
}
