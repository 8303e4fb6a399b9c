package guidang.archive;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A heading and what stands under it, up to the next heading of any level.
 *
 * @param heading as written, without markup; empty before the first heading
 * @param parents the headings above it, outermost first, without its own
 * @param level 1 to 6; 0 before the first heading
 * @param anchor unique in its entry: what {@code #…} names; empty before the first heading
 * @param line 1-based line of the heading; of the first text where there is no heading
 * @param stub whether the text says that it is still to be written (待续)
 * @param events in the order of the page; every block of text belongs to exactly one
 * @param closing citations of the link list or callout that closes the section: they speak for all its events
 */
public record Section(String heading, List<String> parents, int level, String anchor, int line, boolean stub,
        List<Event> events, List<Citation> closing) {
    public Section {
        parents = List.copyOf(parents);
        events = List.copyOf(events);
        closing = List.copyOf(closing);
    }

    /** The plain text of the section, a block a line. */
    public String text() {
        return events.stream().flatMap(event -> event.blocks().stream()).collect(Collectors.joining("\n"));
    }
}
