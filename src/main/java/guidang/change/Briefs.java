package guidang.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;

/** {@link Change} → {@link Brief}. */
public final class Briefs {
    /** Longest statement and longest citation that are kept, in UTF-16 units, and most sources. */
    static final int LONGEST_STATEMENT = 1_000;
    static final int LONGEST_SOURCE = 300;
    static final int MOST_SOURCES = 5;

    private Briefs() {}

    /**
     * What is kept of a change. A statement that is longer than is kept is cut where it does not differ, so that what
     * changed stays in: a cut is marked by an ellipsis.
     */
    public static Brief of(Change change, Origin origin) {
        Section section = change.section();
        Event shown = change.after() != null ? change.after() : change.before();
        When when = shown != null ? shown.when() : change.entry().dated();
        boolean renamed = change.kind() == Change.Kind.ENTRY_RENAMED;
        Excerpt.Pair words = renamed
                ? new Excerpt.Pair(Excerpt.start(change.fromTitle(), LONGEST_STATEMENT),
                        Excerpt.start(change.entry().title(), LONGEST_STATEMENT))
                : Excerpt.of(text(change.before()), text(change.after()), LONGEST_STATEMENT);
        return new Brief(change.kind(), change.entry().path().value(),
                change.from() == null ? "" : change.from().value(), change.entry().title(),
                section == null ? "" : section.heading(), change.after() == null ? "" : change.after().id().value(),
                when, words.before(), words.after(), sources(change, shown), origin.author(), origin.commit(),
                origin.at());
    }

    private static String text(@Nullable Event event) {
        return event == null ? "" : String.join("\n", event.blocks());
    }

    private static List<Brief.Source> sources(Change change, @Nullable Event shown) {
        List<Citation> citations = change.citations();
        if (citations.isEmpty()) {
            citations = shown != null ? proofs(shown, change.section()) : proofs(change.entry());
        }
        var sources = new LinkedHashSet<Brief.Source>();
        for (Citation citation : citations) {
            if (sources.size() < MOST_SOURCES) {
                sources.add(new Brief.Source(Excerpt.start(citation.text(), LONGEST_SOURCE), citation.proof()));
            }
        }
        return new ArrayList<>(sources);
    }

    /** Its own; where it has none, the list that closes its section speaks for it. */
    private static List<Citation> proofs(Event event, @Nullable Section section) {
        return event.citations().isEmpty() && section != null ? section.closing() : event.citations();
    }

    private static List<Citation> proofs(Entry entry) {
        return entry.sections().stream().flatMap(section -> Stream.concat(
                section.events().stream().flatMap(event -> event.citations().stream()), section.closing().stream()))
                .limit(1_000).toList();
    }
}
