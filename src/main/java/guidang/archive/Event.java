package guidang.archive;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A dated statement with its citations: the unit of search, answer, timeline and subscription.
 *
 * @param id stable while its own text and its entry's path stay
 * @param text the paragraph, list item or link title that begins it: plain text, one line, not blank
 * @param more the blocks that follow and belong to it, plain text
 * @param when its date; null if nothing dates it
 * @param citations of the footnotes and links inside it
 * @param line 1-based line where it begins
 * @param linkOnly whether it is a link that stands for itself, in a section that holds only links
 */
public record Event(EventId id, String text, List<String> more, @Nullable When when, List<Citation> citations, int line,
        boolean linkOnly) {
    public Event {
        more = List.copyOf(more);
        citations = List.copyOf(citations);
    }

    /** The first block and those that follow. */
    public List<String> blocks() {
        if (more.isEmpty()) {
            return List.of(text);
        }
        var all = new java.util.ArrayList<String>();
        all.add(text);
        all.addAll(more);
        return List.copyOf(all);
    }
}
