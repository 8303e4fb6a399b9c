package guidang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** A piece of a YAML file that knows its line, so that what is wrong with it can be pointed at. */
sealed interface YamlNode {
    int DEEPEST = 20;

    /** 1-based. */
    int line();

    /** Keys in the order of the file; of a key written twice, the first. */
    record Mapping(int line, Map<String, YamlNode> values, Map<String, Integer> keyLines) implements YamlNode {
        public Mapping {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
            keyLines = Map.copyOf(keyLines);
        }
    }

    record Items(int line, List<YamlNode> values) implements YamlNode {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A text, number or truth value, as written; empty for null. */
    record Scalar(int line, String value) implements YamlNode {}

    /**
     * Reads a file's text. What is wrong is added to {@code mistakes}, and what stands before it is still returned.
     *
     * @return null if nothing can be read or nothing but comments is there
     */
    static @Nullable YamlNode read(String where, String text, List<Mistake> mistakes) {
        try (JsonParser parser = YAMLFactory.builder().build().createParser(text)) {
            JsonToken first = parser.nextToken();
            return first == null ? null : new Reader(where, mistakes, parser).value(first, 0);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            mistakes.add(Mistake.of(where, at == null ? 0 : Math.max(at.getLineNr(), 1), "config.syntax", reason));
            return null;
        } catch (IOException e) {
            mistakes.add(Mistake.of(where, 0, "config.unreadable", String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Builds the tree. */
    record Reader(String where, List<Mistake> mistakes, JsonParser parser) {
        private YamlNode value(JsonToken token, int depth) throws IOException {
            int line = line();
            if (depth > DEEPEST) {
                mistakes.add(Mistake.of(where, line, "config.deep"));
                parser.skipChildren();
                return new Scalar(line, "");
            }
            return switch (token) {
                case START_OBJECT -> mapping(line, depth);
                case START_ARRAY -> items(line, depth);
                case VALUE_NULL -> new Scalar(line, "");
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, VALUE_STRING,
                        VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Scalar(line, parser.getText());
            };
        }

        private Mapping mapping(int line, int depth) throws IOException {
            var values = new LinkedHashMap<String, YamlNode>();
            var lines = new LinkedHashMap<String, Integer>();
            try {
                for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
                    String key = parser.currentName();
                    int keyLine = line();
                    YamlNode value = value(parser.nextToken(), depth + 1);
                    Integer before = lines.putIfAbsent(key, keyLine);
                    if (before == null) {
                        values.put(key, value);
                    } else {
                        mistakes.add(Mistake.of(where, keyLine, "config.duplicate", key, before.toString()));
                    }
                }
            } catch (JsonProcessingException e) {
                var at = e.getLocation();
                String reason = e.getOriginalMessage().lines().findFirst().orElse("");
                mistakes.add(Mistake.of(where, at == null ? line : at.getLineNr(), "config.syntax", reason));
            }
            return new Mapping(line, values, lines);
        }

        private Items items(int line, int depth) throws IOException {
            var values = new ArrayList<YamlNode>();
            for (JsonToken token = parser.nextToken(); token != null
                    && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                values.add(value(token, depth + 1));
            }
            return new Items(line, values);
        }

        private int line() {
            return parser.currentTokenLocation().getLineNr();
        }
    }
}
