package guidang.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import guidang.archive.Archive;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Problem;
import guidang.archive.Snapshot;
import guidang.archive.When;

/**
 * How many of what an archive holds; unpublished entries counted as well. Each group counts one thing by one property;
 * every possible value is listed, also with 0.
 */
record Counts(Map<String, Integer> totals, Map<String, Map<String, Integer>> groups) {
    static Counts of(Archive archive) {
        List<Entry> entries = archive.entries();
        List<Event> events = entries.stream().flatMap(Entry::events).toList();
        List<When> dates = events.stream().map(Event::when).flatMap(Stream::ofNullable).toList();
        List<Citation> citations = citations(entries);
        List<Snapshot> snapshots = citations.stream().flatMap(citation -> citation.snapshots().stream()).toList();

        var totals = new LinkedHashMap<String, Integer>();
        totals.put("entries", entries.size());
        totals.put("unpublished", (int) entries.stream().filter(entry -> !entry.published()).count());
        totals.put("sections", entries.stream().mapToInt(entry -> entry.sections().size()).sum());
        totals.put("events", events.size());
        totals.put("undated", events.size() - dates.size());
        totals.put("citations", citations.size());
        totals.put("snapshots", snapshots.size());
        totals.put("problems", archive.problems().size());
        totals.put("skipped", archive.skipped().size());

        var groups = new LinkedHashMap<String, Map<String, Integer>>();
        groups.put("entries by kind", by(entries, Entry::kind, Entry.Kind.values()));
        groups.put("events by basis", by(dates, When::basis, When.Basis.values()));
        groups.put("dates by precision", by(dates, When::precision, When.Precision.values()));
        groups.put("dates by relation", by(dates, When::relation, When.Relation.values()));
        groups.put("citations by form", by(citations, Citation::form, Citation.Form.values()));
        groups.put("citations by place", by(citations, Citation::place, Citation.Place.values()));
        groups.put("snapshots by service", by(snapshots, Snapshot::service, Snapshot.Service.values()));
        groups.put("problems by kind", by(archive.problems(), Problem::code,
                Problem.Code.values()));
        return new Counts(totals, groups);
    }

    private static List<Citation> citations(List<Entry> entries) {
        var citations = new ArrayList<Citation>();
        for (Entry entry : entries) {
            entry.sections().forEach(section -> {
                section.events().forEach(event -> citations.addAll(event.citations()));
                citations.addAll(section.closing());
            });
        }
        return citations;
    }

    private static <T, E extends Enum<E>> Map<String, Integer> by(List<T> things, Function<T, E> property, E[] values) {
        var counts = new LinkedHashMap<String, Integer>();
        for (E value : values) {
            counts.put(name(value), 0);
        }
        things.forEach(thing -> counts.merge(name(property.apply(thing)), 1, Integer::sum));
        return counts;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
