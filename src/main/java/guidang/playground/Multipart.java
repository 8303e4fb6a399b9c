package guidang.playground;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Parameters sent as {@code multipart/form-data} (RFC 7578), strictly: what is no file is text, and objects and lists in
 * it are JSON (Bot API, "Making requests"). A file becomes its bytes.
 */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*\\bname=\"([^\"]*)\"");

    private Multipart() {}

    static boolean is(String type) {
        return type != null && type.startsWith("multipart/form-data");
    }

    static ObjectNode read(String type, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw Refusal.bad("no boundary");
        }
        ObjectNode call = BotApiServer.JSON.createObjectNode();
        // One byte is one character here, so that places in the text are places in the bytes.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        int at = text.indexOf(mark);
        while (at >= 0 && !text.startsWith("--", at + mark.length())) {
            int head = at + mark.length() + 2;
            int content = text.indexOf("\r\n\r\n", head) + 4;
            int end = text.indexOf("\r\n" + mark, content);
            if (content < 4 || end < 0) {
                throw Refusal.bad("a part is broken off");
            }
            part(call, text.substring(head, content), text.substring(content, end));
            at = end + 2;
        }
        return call;
    }

    private static void part(ObjectNode call, String head, String content) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw Refusal.bad("a part has no name");
        }
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        if (head.contains("filename=")) {
            call.put(name.group(1), bytes);
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isJson = text.startsWith("{") || text.startsWith("[");
        try {
            if (isJson && !name.group(1).equals("caption") && !name.group(1).equals("text")) {
                call.set(name.group(1), BotApiServer.JSON.readTree(text));
            } else {
                call.put(name.group(1), text);
            }
        } catch (JsonProcessingException e) {
            throw Refusal.bad("can't parse " + name.group(1) + " as JSON");
        }
    }
}
