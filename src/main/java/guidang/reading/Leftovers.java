package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markup that CommonMark leaves as text: emphasis with full-width punctuation at the inner side of its marks and a word
 * at the outer side ({@code 不用**“某词”**等}), and reference links that nothing defines.
 */
final class Leftovers {
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*([^*]{1,500}+)\\*\\*");
    private static final String OPENING = "“‘「『《〈（【〔\"(";
    private static final String CLOSING = "”’」』》〉）】〕\")。，！？；：、";
    /** Two brackets in a row may be part of a title; only digits are sure to be a label. */
    private static final Pattern REFERENCE = Pattern
            .compile("(?<![A-Za-z0-9\\])])\\[([^\\[\\]]{1,200}+)\\]\\[(\\d{0,4}+)\\](?!\\[)");

    private static final int MOST = 1_000;

    private Leftovers() {}

    /**
     * The text without them.
     *
     * @param literal code, which is left alone
     * @param dangling told the label of each reference link that nothing defines
     */
    static Inline removed(Inline inline, List<Range> literal, Consumer<String> dangling) {
        String text = inline.text();
        var ranges = new ArrayList<Range>();
        if (text.contains("**")) {
            emphasis(text, ranges);
        }
        if (text.contains("][")) {
            references(inline, dangling, ranges);
        }
        ranges.removeIf(range -> literal.stream().anyMatch(range::overlaps));
        return ranges.isEmpty() ? inline : without(inline, ranges);
    }

    /** From {@code start} up to {@code end}. */
    record Range(int start, int end) {
        boolean overlaps(Range other) {
            return start < other.end && other.start < end;
        }
    }

    private static void emphasis(String text, List<Range> ranges) {
        Matcher marked = EMPHASIS.matcher(text);
        int from = 0;
        while (ranges.size() < MOST && marked.find(from)) {
            String words = marked.group(1);
            if (OPENING.indexOf(words.charAt(0)) >= 0 || CLOSING.indexOf(words.charAt(words.length() - 1)) >= 0) {
                ranges.add(new Range(marked.start(), marked.start() + 2));
                ranges.add(new Range(marked.end() - 2, marked.end()));
                from = marked.end();
            } else {
                from = marked.start() + 2;
            }
        }
    }

    private static void references(Inline inline, Consumer<String> dangling, List<Range> ranges) {
        Matcher reference = REFERENCE.matcher(inline.text());
        while (ranges.size() < MOST && reference.find()) {
            var whole = new Range(reference.start(), reference.end());
            if (inline.links().stream().noneMatch(link -> whole.overlaps(new Range(link.start(), link.end())))) {
                dangling.accept(reference.group(2).isEmpty() ? reference.group(1) : reference.group(2));
                ranges.add(new Range(reference.start(), reference.start() + 1));
                ranges.add(new Range(reference.end(1), reference.end()));
            }
        }
    }

    private static Inline without(Inline inline, List<Range> unordered) {
        List<Range> ranges = unordered.stream().sorted(java.util.Comparator.comparingInt(Range::start)).toList();
        var text = new StringBuilder();
        int from = 0;
        for (Range range : ranges) {
            text.append(inline.text(), Math.min(from, range.start()), range.start());
            from = range.end();
        }
        text.append(inline.text(), from, inline.text().length());
        return new Inline(text.toString(), inline.links().stream().map(link -> new Inline.Link(
                moved(link.start(), ranges), moved(link.end(), ranges), link.url(), link.title())).toList(),
                inline.notes().stream().map(note -> new Inline.Note(moved(note.at(), ranges), note.label()))
                        .toList());
    }

    private static int moved(int at, List<Range> ranges) {
        int shift = 0;
        for (Range range : ranges) {
            if (range.start() >= at) {
                break;
            }
            shift += Math.min(range.end(), at) - range.start();
        }
        return at - shift;
    }
}
