package guidang.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import guidang.answer.Passage.Statement;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;

/** Makes items of events. */
final class Items {
    /** The contract of {@link Item#text}. */
    static final int LONGEST_TEXT = 300;

    private Items() {}

    /** An event as it begins. */
    static Item of(Entry entry, Section section, Event event) {
        return of(entry, section, new Statement(event), 0);
    }

    /** An event, the part around one of its sentences. */
    static Item of(Entry entry, Section section, Statement statement, int sentence) {
        Event event = statement.event();
        String text = Excerpt.around(statement.text(), statement.spans(), sentence, LONGEST_TEXT);
        return new Item(event.id(), entry.path(), entry.title(), section.heading(), section.anchor(), event.when(),
                text,
                citations(section, event));
    }

    /** An event, its text from one of its sentences on. */
    static Item from(Entry entry, Section section, Statement statement, int sentence) {
        Event event = statement.event();
        int start = statement.spans().get(sentence).start();
        String text = Excerpt.clip(statement.text().substring(start).strip(), LONGEST_TEXT);
        return new Item(event.id(), entry.path(), entry.title(), section.heading(), section.anchor(), event.when(),
                text,
                citations(section, event));
    }

    /** An event's citations, then those that close its section, without repeats. */
    static List<Citation> citations(Section section, Event event) {
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
