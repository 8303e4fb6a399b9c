package guidang.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import guidang.answer.Passage.Statement;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.When;

/** Makes items of events. */
final class Items {
    /** The contract of {@link Item#text}. */
    static final int LONGEST_TEXT = 300;

    private Items() {}

    /** An event as it begins; as it comes to its date, if that is stated so late that its beginning lacks it. */
    static Item of(Entry entry, Section section, Event event) {
        var statement = new Statement(event);
        Item beginning = of(entry, section, statement, 0);
        When when = event.when();
        if (when == null || when.basis() != When.Basis.STATED || beginning.text().contains(when.written())) {
            return beginning;
        }
        int at = statement.text().indexOf(when.written());
        int dated = at < 0
                ? 0
                : (int) statement.spans().stream().takeWhile(span -> span.end() < at + when.written().length()).count();
        return dated == 0 || dated >= statement.spans().size() ? beginning : of(entry, section, statement, dated);
    }

    /** An event, the part around one of its sentences. */
    static Item of(Entry entry, Section section, Statement statement, int sentence) {
        return item(entry, section, statement.event(),
                Excerpt.around(statement.text(), statement.spans(), sentence, LONGEST_TEXT));
    }

    /** An event, its text from one of its sentences on. */
    static Item from(Entry entry, Section section, Statement statement, int sentence) {
        int start = statement.spans().get(sentence).start();
        return item(entry, section, statement.event(),
                Excerpt.clip(statement.text().substring(start).strip(), LONGEST_TEXT));
    }

    /** An entry as a whole: its first event, under the date of the entry; empty if it has no text. */
    static Optional<Item> whole(Entry entry) {
        return first(entry).map(item -> new Item(item.id(), item.path(), item.title(), item.heading(), item.anchor(),
                entry.dated(), item.text(), item.citations(), item.borrowed()));
    }

    /** The first event of an entry; empty if it has no text. */
    static Optional<Item> first(Entry entry) {
        return entry.sections().stream().filter(section -> !section.events().isEmpty()).findFirst()
                .map(section -> of(entry, section, section.events().getFirst()));
    }

    /** The event with an id; empty if the entry has none such. */
    static Optional<Item> of(Entry entry, EventId id) {
        for (Section section : entry.sections()) {
            for (Event event : section.events()) {
                if (event.id().equals(id)) {
                    return Optional.of(of(entry, section, event));
                }
            }
        }
        return Optional.empty();
    }

    private static Item item(Entry entry, Section section, Event event, String text) {
        List<Citation> citations = citations(section, event);
        boolean borrowed = citations.isEmpty();
        return new Item(event.id(), entry.path(), entry.title(), section.heading(), section.anchor(), event.when(),
                text, borrowed ? nearest(section, event) : citations, borrowed);
    }

    /** The citations of the nearest event of the section that has some: the next one, else the one before. */
    private static List<Citation> nearest(Section section, Event event) {
        List<Event> events = section.events();
        int at = events.indexOf(event);
        for (Event after : events.subList(at + 1, events.size())) {
            if (!after.citations().isEmpty()) {
                return after.citations();
            }
        }
        for (Event before : events.subList(0, Math.max(0, at)).reversed()) {
            if (!before.citations().isEmpty()) {
                return before.citations();
            }
        }
        return List.of();
    }

    /** An event's citations, then those that close its section, without repeats. */
    private static List<Citation> citations(Section section, Event event) {
        if (section.closing().isEmpty()) {
            return event.citations();
        }
        var seen = new HashSet<String>();
        var all = new ArrayList<Citation>();
        for (List<Citation> some : List.of(event.citations(), section.closing())) {
            for (Citation citation : some) {
                if (seen.add(citation.proof().isEmpty() ? citation.text() : citation.proof())) {
                    all.add(citation);
                }
            }
        }
        return all;
    }
}
