package guidang.playground;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The stand-in is as strict about photos as Telegram says that it is. */
class PhotoTest {
    @Test
    void a_photo_keeps_the_limits_of_the_bot_api() throws IOException {
        assertDoesNotThrow(() -> Photo.check(call(png(1_080, 2_340), "x".repeat(1_024))));
        assertRefused("caption is too long", call(png(10, 10), "x".repeat(1_025)));
        assertRefused("DIMENSIONS", call(png(5_001, 5_000), "x"));
        assertRefused("DIMENSIONS", call(png(10, 201), "x"));
        assertRefused("IMAGE_PROCESS_FAILED", call(new byte[]{1, 2, 3}, "x"));
        assertRefused("no photo", call(new byte[0], "x"));
        assertRefused("Too Large", call(new byte[(10 << 20) + 1], "x"));
    }

    private static void assertRefused(String words, ObjectNode call) {
        var refusal = assertThrows(Refusal.class, () -> Photo.check(call));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static ObjectNode call(byte[] photo, String caption) {
        return BotApiServer.JSON.createObjectNode().put("photo", photo).put("caption", caption);
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    @Test
    void a_form_of_several_parts_is_read() {
        String body = String.join("\r\n", "--b", "Content-Disposition: form-data; name=\"caption\"", "", "图 {", "--b",
                "Content-Disposition: form-data; name=\"reply_markup\"", "", "{\"a\":[1]}", "--b",
                "Content-Disposition: form-data; name=\"photo\"; filename=\"photo.png\"", "", "\u0001\r\n\u0002",
                "--b--", "");
        ObjectNode call = Multipart.read("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8));
        assertEquals("图 {", call.get("caption").asText());
        assertEquals(1, call.path("reply_markup").path("a").path(0).asInt());
        assertArrayEquals(new byte[]{1, '\r', '\n', 2}, assertDoesNotThrow(() -> call.get("photo").binaryValue()));
        assertThrows(Refusal.class, () -> Multipart.read("multipart/form-data; boundary=b",
                body.replace("{\"a\"", "{a").getBytes(StandardCharsets.UTF_8)));
    }
}
