package guidang.answer;

import java.util.ArrayList;
import java.util.List;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.archive.When.Relation;
import guidang.when.DateReader;

/** Takes an event that tells several dated things one after the other into an item for each. */
final class Moments {
    private static final String CLAUSE_ENDS = "，,；;。！？!?：:、\n";
    private static final String LEADING = "而又并且到在于至了后随然接着最终再";
    /** A shorter rest says nothing that stands for itself. */
    private static final int SHORTEST = 4;
    private static final int MOST = 12;
    private static final int LONGEST_TEXT = 4_000;

    private Moments() {}

    /** The event as it begins, then each later clause of its first block that begins with a date of its own. */
    static List<Item> of(Entry entry, Section section, Event event) {
        var items = new ArrayList<Item>();
        items.add(Items.of(entry, section, event));
        When own = event.when();
        if (own == null || own.basis() != When.Basis.STATED || event.linkOnly()
                || event.text().length() > LONGEST_TEXT) {
            return items;
        }
        List<DateReader.Found> starts = DateReader.read(event.text(), own.earliest()).stream()
                .filter(found -> found.start() > 0 && found.when().relation() == Relation.ON
                        && apart(own, found.when()) && beginsClause(event.text(), found.start()))
                .limit(MOST).toList();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i).start();
            int to = i + 1 < starts.size() ? starts.get(i + 1).start() : endOfSentence(event.text(), from);
            String text = Excerpt.clip(event.text().substring(from, to).strip(), Items.LONGEST_TEXT);
            if (starts.get(i).end() - from + SHORTEST <= text.length()) {
                items.add(new Item(event.id(), entry.path(), entry.title(), section.heading(), section.anchor(),
                        starts.get(i).when(), text, Items.citations(section, event)));
            }
        }
        return items;
    }

    private static boolean apart(When one, When other) {
        return one.latest().isBefore(other.earliest()) || other.latest().isBefore(one.earliest());
    }

    /** Whether only a connecting word stands between the place and the end of the clause before it. */
    private static boolean beginsClause(String text, int at) {
        int from = at;
        while (from > 0 && at - from < 4
                && (LEADING.indexOf(text.charAt(from - 1)) >= 0 || Character.isWhitespace(text.charAt(from - 1)))) {
            from--;
        }
        return from > 0 && CLAUSE_ENDS.indexOf(text.charAt(from - 1)) >= 0;
    }

    private static int endOfSentence(String text, int from) {
        for (Sentences.Span span : Sentences.of(text)) {
            if (span.end() > from) {
                return span.end();
            }
        }
        return text.length();
    }
}
