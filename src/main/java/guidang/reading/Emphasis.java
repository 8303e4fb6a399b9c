package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Emphasis that CommonMark leaves as text, because full-width punctuation stands at the inner side of its marks and a
 * word at the outer side: {@code 不用**“某词”**等}.
 */
final class Emphasis {
    private static final Pattern MARKED = Pattern.compile("\\*\\*([^*]{1,500}+)\\*\\*");
    private static final String OPENING = "“‘「『《〈（【〔\"(";
    private static final String CLOSING = "”’」』》〉）】〕\")。，！？；：、";

    private Emphasis() {}

    static Inline withoutMarks(Inline inline) {
        if (!inline.text().contains("**")) {
            return inline;
        }
        var removed = new ArrayList<Integer>();
        Matcher marked = MARKED.matcher(inline.text());
        int from = 0;
        while (marked.find(from)) {
            String words = marked.group(1);
            if (OPENING.indexOf(words.charAt(0)) >= 0 || CLOSING.indexOf(words.charAt(words.length() - 1)) >= 0) {
                removed.add(marked.start());
                removed.add(marked.end() - 2);
                from = marked.end();
            } else {
                from = marked.start() + 2;
            }
        }
        return without(inline, removed);
    }

    /** The text without the two characters at each position; what stands in it moves along. */
    private static Inline without(Inline inline, List<Integer> positions) {
        var text = new StringBuilder();
        int from = 0;
        for (int position : positions) {
            text.append(inline.text(), from, position);
            from = position + 2;
        }
        text.append(inline.text(), from, inline.text().length());
        return new Inline(text.toString(), inline.links().stream().map(link -> new Inline.Link(
                moved(link.start(), positions), moved(link.end(), positions), link.url(), link.title())).toList(),
                inline.notes().stream().map(note -> new Inline.Note(moved(note.at(), positions), note.label()))
                        .toList());
    }

    private static int moved(int at, List<Integer> positions) {
        int shift = 0;
        for (int position : positions) {
            if (position >= at) {
                break;
            }
            shift += Math.min(2, at - position);
        }
        return at - shift;
    }
}
