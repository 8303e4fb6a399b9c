package guidang.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import guidang.archive.EntryPath;
import guidang.archive.Problem;

/**
 * The keys at the top of a file.
 *
 * @param values by key, in the order written
 * @param end how many lines of the file it takes, its closing mark included; 0 if there is none
 */
record FrontMatter(Map<String, Value> values, int end) {
    /** Deepest nesting, most lines and most characters that are read. */
    static final int MAX_DEPTH = 50;
    static final int MAX_LINES = 1_000;
    static final int MAX_LENGTH = 256 * 1024;

    private static final YAMLFactory YAML = YAMLFactory.builder().loaderOptions(options()).build();
    private static final Pattern KEY = Pattern
            .compile("^(?:\"([^\"]++)\"|'([^']++)'|([^\\s:#'\"\\-][^:]*+)):(?:\\s++(.*+))?$");
    private static final FrontMatter NONE = new FrontMatter(Map.of(), 0);

    /** What stands under a key: one text, several, or none. */
    record Value(List<String> texts, int line) {
        String first() {
            return texts.isEmpty() ? "" : texts.getFirst();
        }
    }

    Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String text(String key) {
        Value value = values.get(key);
        return value == null ? "" : value.first().strip();
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_LENGTH);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(10);
        return options;
    }

    /** Reads the keys at the top of a file; a broken line does not stop the others. */
    static FrontMatter read(List<String> lines, EntryPath path, List<Problem> problems) {
        int start = 0;
        while (start < lines.size() && lines.get(start).isBlank()) {
            start++;
        }
        if (start == lines.size() || !lines.get(start).stripTrailing().equals("---")) {
            problems.add(new Problem(path, 0, Problem.Code.NO_FRONT_MATTER, List.of()));
            return NONE;
        }
        int close = start + 1;
        int limit = Math.min(lines.size(), start + MAX_LINES);
        while (close < limit && !isMark(lines.get(close))) {
            close++;
        }
        int end = close + 1;
        if (close == limit) {
            close = firstBodyLine(lines.subList(0, limit), start + 1);
            end = close;
            problems.add(new Problem(path, start + 1, Problem.Code.FRONT_MATTER_OPEN, List.of()));
        }
        return new FrontMatter(values(lines.subList(start + 1, close), start + 2, path, problems), end);
    }

    private static boolean isMark(String line) {
        String mark = line.stripTrailing();
        return mark.equals("---") || mark.equals("...");
    }

    /** Where the text begins if the front matter is not closed: at the first line that no key or list can be. */
    private static int firstBodyLine(List<String> lines, int from) {
        int i = from;
        while (i < lines.size()) {
            String line = lines.get(i);
            boolean data = KEY.matcher(line).matches() || line.startsWith("- ") || line.startsWith(" ");
            if (!data) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static Map<String, Value> values(List<String> lines, int firstLine, EntryPath path,
            List<Problem> problems) {
        String text = String.join("\n", lines);
        if (text.isBlank()) {
            return Map.of();
        }
        if (text.length() <= MAX_LENGTH) {
            var values = new LinkedHashMap<String, Value>();
            try {
                if (!parse(text, firstLine, values)) {
                    problems.add(new Problem(path, firstLine, Problem.Code.FRONT_MATTER_NOT_A_MAP, List.of()));
                }
                return values;
            } catch (IOException | RuntimeException e) {
                // Broken somewhere: the lines are read one by one instead.
            }
        }
        return lineByLine(lines, firstLine, path, problems);
    }

    private static Map<String, Value> lineByLine(List<String> lines, int firstLine, EntryPath path,
            List<Problem> problems) {
        var values = new LinkedHashMap<String, Value>();
        int i = 0;
        while (i < lines.size()) {
            int next = i + 1;
            while (next < lines.size() && continues(lines.get(next))) {
                next++;
            }
            String head = lines.get(i);
            if (!head.isBlank() && !head.stripLeading().startsWith("#")) {
                chunk(lines.subList(i, next), firstLine + i, values, path, problems);
            }
            i = next;
        }
        return values;
    }

    private static boolean continues(String line) {
        return line.isBlank() || line.startsWith(" ") || line.startsWith("\t") || line.startsWith("- ");
    }

    private static void chunk(List<String> lines, int line, Map<String, Value> values, EntryPath path,
            List<Problem> problems) {
        String text = String.join("\n", lines);
        try {
            if (text.length() <= MAX_LENGTH && parse(text, line, values)) {
                return;
            }
        } catch (IOException | RuntimeException e) {
            // Read below as plain text.
        }
        String shown = lines.getFirst().strip();
        problems.add(new Problem(path, line, Problem.Code.FRONT_MATTER_BROKEN,
                List.of(shown.length() > 200 ? shown.substring(0, 200) : shown)));
        Matcher matcher = KEY.matcher(lines.getFirst());
        if (matcher.matches()) {
            var texts = new ArrayList<String>();
            add(texts, matcher.group(4));
            for (String item : lines.subList(1, lines.size())) {
                add(texts, item.strip().startsWith("- ") ? item.strip().substring(2) : item);
            }
            String key = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            values.putIfAbsent(key.strip(), new Value(List.copyOf(texts), line));
        }
    }

    private static void add(List<String> texts, @org.jspecify.annotations.Nullable String raw) {
        String text = raw == null ? "" : raw.strip().replaceAll("^\\[|\\]$", "");
        if (!text.isEmpty()) {
            int from = text.startsWith("\"") || text.startsWith("'") ? 1 : 0;
            int to = text.length() - (text.length() > from && (text.endsWith("\"") || text.endsWith("'")) ? 1 : 0);
            texts.add(text.substring(from, to));
        }
    }

    /** Puts the keys of a YAML map into {@code values}; false if it is no map. */
    private static boolean parse(String text, int firstLine, Map<String, Value> values) throws IOException {
        var found = new LinkedHashMap<String, Value>();
        try (JsonParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return true;
            }
            if (first != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName().strip();
                int line = firstLine + parser.currentLocation().getLineNr() - 1;
                found.putIfAbsent(key, new Value(texts(parser), line));
            }
        }
        found.forEach(values::putIfAbsent);
        return true;
    }

    /** The scalars under a key, however nested. */
    private static List<String> texts(JsonParser parser) throws IOException {
        var texts = new ArrayList<String>();
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                break;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                texts.add(parser.getText());
            }
        } while (depth > 0);
        return List.copyOf(texts);
    }
}
