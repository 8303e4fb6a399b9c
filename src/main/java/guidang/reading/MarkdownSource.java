package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.archive.EntryPath;
import guidang.archive.Problem;

/**
 * Makes plain CommonMark of what wikis write: hides comments and placeholders, mends footnote definitions, turns
 * {@code ???} and {@code !!!} admonitions into callouts. Lines keep their numbers.
 */
final class MarkdownSource {
    private static final Pattern FENCE = Pattern.compile("^[ >]{0,100}+(`{3,}+|~{3,}+)([^`]*+)$");
    private static final Pattern SPACED_ADDRESS = Pattern
            .compile("\\]\\((https?+://[^\\s()<>\"]++(?: [^\\s()<>\"]++)++)\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("^[ >]*+(?:\\{\\{[^{}]*+\\}\\}|\\[TAGS\\])\\s*+$");
    private static final Pattern NOTE_TWICE_OPENED = Pattern.compile("^(\\s{0,3}+)\\[(\\[\\^[^\\]\\s]++\\]:)");
    private static final int MAX_TABLE_COLUMNS = 200;

    private final List<String> lines;
    private final EntryPath path;
    private final List<Problem> problems;
    private boolean noCommentCloses;

    private MarkdownSource(List<String> lines, EntryPath path, List<Problem> problems) {
        this.lines = new ArrayList<>(lines);
        this.path = path;
        this.problems = problems;
    }

    /** The page as CommonMark. */
    static String prepare(List<String> lines, EntryPath path, List<Problem> problems) {
        var source = new MarkdownSource(lines, path, problems);
        source.hideComments();
        source.mendLines();
        return String.join("\n", source.lines) + "\n";
    }

    private void hideComments() {
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            String after = fenceAfter(lines.get(i), fence);
            boolean text = fence.isEmpty() && after.isEmpty();
            fence = after;
            if (text) {
                i = hideCommentsFrom(i);
            }
        }
    }

    /** Hides the comments that begin in a line; the line to go on after. */
    private int hideCommentsFrom(int first) {
        int i = first;
        String line = lines.get(i);
        int done = 0;
        int ticks = 0;
        var shown = new StringBuilder();
        for (int start = line.indexOf("<!--"); start >= 0; start = line.indexOf("<!--", start)) {
            for (int j = done; j < start; j++) {
                ticks += line.charAt(j) == '`' ? 1 : 0;
            }
            shown.append(line, done, start);
            done = start;
            if (ticks % 2 == 1) {
                start += 4;
                continue;
            }
            int last = lineOfClose(i, start);
            if (last < 0) {
                problems.add(new Problem(path, i + 1, Problem.Code.COMMENT_OPEN, List.of()));
                lines.set(i, shown.toString());
                while (i + 1 < lines.size() && !lines.get(i + 1).isBlank()) {
                    lines.set(++i, "");
                }
                return i;
            }
            if (last > i) {
                lines.set(i, shown.toString());
                for (i++; i < last; i++) {
                    lines.set(i, "");
                }
                shown.setLength(0);
                line = lines.get(i);
                start = line.indexOf("-->") + 3;
            } else {
                start = line.indexOf("-->", start + 4) + 3;
            }
            done = start;
        }
        if (done > 0) {
            shown.append(line, done, line.length());
            lines.set(i, i > first ? shown.toString().strip() : shown.toString());
        }
        return i;
    }

    /** The line where a comment closes, or -1 if it never does, or if another opens first at the start of a block. */
    private int lineOfClose(int first, int start) {
        if (noCommentCloses) {
            return -1;
        }
        for (int i = first; i < lines.size(); i++) {
            int from = i == first ? start + 4 : 0;
            if (i > first && lines.get(i).startsWith("<!--") && lines.get(i - 1).isBlank()) {
                return -1;
            }
            if (lines.get(i).indexOf("-->", from) >= 0) {
                return i;
            }
        }
        noCommentCloses = true;
        return -1;
    }

    private void mendLines() {
        var admonitions = new Admonitions();
        var guard = new ParagraphGuard();
        int following = 0;
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            if (following <= i) {
                following = i + 1;
                while (following < lines.size() && lines.get(following).isBlank()) {
                    following++;
                }
            }
            String line = admonitions.next(lines.get(i), following < lines.size() ? lines.get(following) : "",
                    !fence.isEmpty());
            String closed = fence;
            fence = fenceAfter(line, fence);
            boolean code = !fence.isEmpty() || !closed.isEmpty();
            lines.set(i, code ? line : guard.next(mended(line, i + 1)));
        }
    }

    /** The mark of the code block that is open after a line; empty if none is. */
    private static String fenceAfter(String line, String open) {
        Matcher matcher = FENCE.matcher(line);
        if (!matcher.matches()) {
            return open;
        }
        if (open.isEmpty()) {
            return matcher.group(1);
        }
        return matcher.group(1).startsWith(open) && matcher.group(2).isBlank() ? "" : open;
    }

    private String mended(String line, int number) {
        if (PLACEHOLDER.matcher(line).matches() || tooManyColumns(line)) {
            return "";
        }
        Matcher twice = NOTE_TWICE_OPENED.matcher(line);
        String mended = twice.find() ? twice.replaceFirst("$1$2") : line;
        if (!mended.contains("](http")) {
            return mended;
        }
        return SPACED_ADDRESS.matcher(mended).replaceAll(address -> {
            String whole = address.group(1).replace(" ", "%20");
            problems.add(new Problem(path, number, Problem.Code.URL_MALFORMED, List.of(address.group(1), whole)));
            return Matcher.quoteReplacement("](" + whole + ")");
        });
    }

    /** A row of dashes with very many bars would make a table whose every row is filled up to that width. */
    private static boolean tooManyColumns(String line) {
        int bars = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("|:- \t>".indexOf(c) < 0) {
                return false;
            }
            bars += c == '|' ? 1 : 0;
        }
        return bars > MAX_TABLE_COLUMNS;
    }
}
