package guidang.reading;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the admonitions and tabs of MkDocs ({@code ??? type "title"}, {@code !!! type}, {@code === "title"}, with what
 * they hold indented) as callouts, line by line.
 */
final class Admonitions {
    private static final int MAX_DEPTH = 8;
    private static final Pattern ADMONITION = Pattern.compile(
            "^(?:\\?\\?\\?\\+?|!!!)\\s++([A-Za-z][\\w-]*+)((?:\\s++(?:inline|end))*+)\\s*+(?:\"([^\"]*+)\"?+)?\\s*+$");
    private static final Pattern TAB = Pattern.compile("^===[!+]?\\s++\"([^\"]*+)\"\\s*+$");

    private int depth;

    /**
     * A line as CommonMark has it.
     *
     * @param following the next line that is not blank
     * @param inCode whether it stands in a fenced code block, where nothing opens
     */
    String next(String line, String following, boolean inCode) {
        if (line.isBlank()) {
            depth = Math.min(depth, indent(following) / 4);
            return depth == 0 ? line : ">".repeat(depth);
        }
        int indent = indent(line);
        depth = Math.min(depth, indent / 4);
        String rest = depth == 0 ? line : withoutIndent(line, depth * 4);
        String quote = "> ".repeat(depth);
        if (inCode || depth == MAX_DEPTH) {
            return quote + rest;
        }
        Matcher admonition = ADMONITION.matcher(rest);
        Matcher tab = TAB.matcher(rest);
        if (admonition.matches()) {
            depth++;
            return quote + callout(admonition.group(1).toLowerCase(Locale.ROOT), admonition.group(3));
        }
        if (tab.matches()) {
            depth++;
            return quote + callout(Callouts.TAB, tab.group(1));
        }
        return quote + rest;
    }

    private static String callout(String kind, @org.jspecify.annotations.Nullable String title) {
        return "> [!" + kind + "]" + (title == null ? "" : " " + title);
    }

    private static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ' ') {
                columns++;
            } else if (line.charAt(i) == '\t') {
                columns += 4 - columns % 4;
            } else {
                break;
            }
        }
        return columns;
    }

    private static String withoutIndent(String line, int columns) {
        int done = 0;
        int i = 0;
        while (done < columns) {
            done += line.charAt(i) == '\t' ? 4 - done % 4 : 1;
            i++;
        }
        return " ".repeat(done - columns) + line.substring(i);
    }
}
