package guidang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a page that a script may edit knowing what the edit means. */
final class PageText {
    static final Pattern DATE = Pattern.compile("(20\\d\\d) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");
    static final Pattern NOTE = Pattern.compile("^\\[\\^([^\\]]+)]: ?(.*)$");
    static final Pattern HEADING = Pattern.compile("^(#{2,5}) (.+)$");
    private static final Pattern PLAIN = Pattern.compile("^[\\p{IsHan}\\p{L}\\d「《“].*");

    final List<String> lines;
    final int body;

    PageText(String text) {
        lines = new ArrayList<>(List.of(text.replace("\r\n", "\n").replace("\uFEFF", "").split("\n", -1)));
        int end = 0;
        if (!lines.isEmpty() && lines.getFirst().equals("---")) {
            end = 1;
            while (end < lines.size() && !lines.get(end).equals("---")) {
                end++;
            }
            end++;
        }
        body = Math.min(end, lines.size());
    }

    String text() {
        return String.join("\n", lines);
    }

    boolean isSimple() {
        String text = text();
        return body > 0 && !text.contains("```") && !text.contains("<!--") && !text.contains("<div")
                && !text.contains("<details") && !text.contains("{{") && !text.contains("    ") && !text.contains("<p");
    }

    private boolean blank(int line) {
        return line < body || line >= lines.size() || lines.get(line).isBlank();
    }

    /** Paragraphs of one line, between blank lines, that no list or definition stands above. */
    List<Integer> paragraphs(Predicate<String> which) {
        var found = new ArrayList<Integer>();
        for (int i = body; i < lines.size(); i++) {
            String line = lines.get(i);
            if (PLAIN.matcher(line).matches() && blank(i - 1) && blank(i + 1) && line.length() >= 20
                    && !line.matches("^\\d+[.)、].*") && which.test(line)) {
                found.add(i);
            }
        }
        return found;
    }

    List<Integer> matching(Pattern pattern) {
        var found = new ArrayList<Integer>();
        for (int i = body; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                found.add(i);
            }
        }
        return found;
    }

    /** Where the section ends whose heading stands in a line: at the next heading, or at the end. */
    int endOfSection(int heading) {
        int i = heading + 1;
        while (i < lines.size() && !lines.get(i).matches("^#{1,6} .*")) {
            i++;
        }
        return i;
    }

    /** The same with all that stands below deeper headings. */
    int endOfPart(int heading) {
        int level = level(heading);
        int i = heading + 1;
        while (i < lines.size() && !(lines.get(i).matches("^#{1,6} .*") && level(i) <= level)) {
            i++;
        }
        return i;
    }

    int level(int heading) {
        Matcher matcher = Pattern.compile("^(#{1,6}) ").matcher(lines.get(heading));
        return matcher.find() ? matcher.group(1).length() : 0;
    }

    int count(String part) {
        int count = 0;
        String text = text();
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
            count++;
        }
        return count;
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
