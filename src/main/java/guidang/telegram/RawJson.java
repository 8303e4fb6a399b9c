package guidang.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes JSON apart one level deep without reading it: a part that a parser would refuse (too deep, too long, a number of
 * a million digits) spoils only itself, not what stands beside it. Takes time in proportion to the text.
 */
final class RawJson {
    private final String text;
    private int at;

    private RawJson(String text) {
        this.text = text;
    }

    /** The fields of an object as written, in order; of a name that stands twice the last. Empty if it is no object. */
    static Map<String, String> fields(String object) {
        var fields = new LinkedHashMap<String, String>();
        var json = new RawJson(object);
        if (!json.take('{')) {
            return fields;
        }
        while (json.peek() == '"') {
            String name = json.value();
            if (!json.take(':')) {
                return fields;
            }
            String value = json.value();
            if (value.isEmpty()) {
                return fields;
            }
            fields.put(name.substring(1, Math.max(1, name.length() - 1)), value);
            json.take(',');
        }
        return fields;
    }

    /** The items of an array as written, up to where it breaks. Empty if it is no array. */
    static List<String> items(String array) {
        var items = new ArrayList<String>();
        var json = new RawJson(array);
        if (!json.take('[')) {
            return items;
        }
        while (json.peek() != ']') {
            String value = json.value();
            if (value.isEmpty()) {
                return items;
            }
            items.add(value);
            json.take(',');
        }
        return items;
    }

    /** Up to the comma, colon or bracket that ends it; empty if there is none, or the text ends before it does. */
    private String value() {
        peek();
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    break;
                }
                depth--;
                at++;
            } else if (depth == 0 && (c == ',' || c == ':')) {
                break;
            } else {
                at++;
            }
        }
        return depth > 0 ? "" : text.substring(start, at).strip();
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** The next character that is no space; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }
}
