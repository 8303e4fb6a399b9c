package guidang.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps paragraphs to a size at which parsing them takes time in proportion to their length: commonmark-java copies a
 * paragraph for each of its lines, and goes over all open brackets at each link.
 */
final class ParagraphGuard {
    static final int MAX_LINES = 2_000;
    static final int MAX_BRACKETS = 5_000;

    /** A line that ends a paragraph: blank, a heading or a list item, in a quotation or not. */
    private static final Pattern END = Pattern
            .compile("^([ \\t>]*+)(?:$|#{1,6}[ \\t]|[-+*][ \\t]|\\d{1,9}[.)][ \\t])?");

    private int lines;
    private int brackets;

    /** The line, made harmless if the paragraph grows too large. */
    String next(String line) {
        Matcher end = END.matcher(line);
        if (!end.find()) {
            return line;
        }
        if (end.end() > end.end(1) || end.end(1) == line.length()) {
            lines = 0;
            brackets = 0;
        }
        String harmless = withoutBrackets(line);
        lines++;
        if (lines < MAX_LINES) {
            return harmless;
        }
        lines = 0;
        brackets = 0;
        // A comment begins a block of HTML, which ends the paragraph.
        return end.group(1) + "<!-- -->" + harmless.substring(end.end(1));
    }

    private String withoutBrackets(String line) {
        int before = brackets;
        for (int i = line.indexOf('['); i >= 0; i = line.indexOf('[', i + 1)) {
            brackets++;
        }
        return brackets > MAX_BRACKETS && brackets > before ? line.replace("[", "\\[") : line;
    }
}
