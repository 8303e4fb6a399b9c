package guidang.answer;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.archive.When;

/**
 * One piece of evidence: an event of the archive, as shown.
 *
 * @param id of the event
 * @param path of its entry
 * @param title of its entry
 * @param heading the nearest heading; empty before the first
 * @param anchor of its section
 * @param when null if undated
 * @param text the statement as shown: quoted from the event, at most 300 characters, cut at a sentence where it is cut
 * @param citations its own, then those that close its section; where there are none, those of the nearest event of the
 *        section that has some; without repeats
 * @param borrowed whether the citations are those of another event
 */
public record Item(EventId id, EntryPath path, String title, String heading, String anchor, @Nullable When when,
        String text, List<Citation> citations, boolean borrowed) {
    public Item {
        citations = List.copyOf(citations);
    }

    /** With citations of its own, or none. */
    public Item(EventId id, EntryPath path, String title, String heading, String anchor, @Nullable When when,
            String text, List<Citation> citations) {
        this(id, path, title, heading, anchor, when, text, citations, false);
    }

    /** The same under another date. */
    Item dated(@Nullable When other) {
        return new Item(id, path, title, heading, anchor, other, text, citations, borrowed);
    }
}
