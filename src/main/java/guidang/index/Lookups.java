package guidang.index;

import java.io.IOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.link.WebAddress;

/** Look-ups by key: names, addresses, days, tags. */
final class Lookups {
    private static final Comparator<Entry> BY_TITLE = Comparator.comparing((Entry entry) -> Folding.key(entry.title()))
            .thenComparing(Entry::path);

    private final View view;
    private final AliasTable aliases;

    Lookups(View view, AliasTable aliases) {
        this.view = view;
        this.aliases = aliases;
    }

    Optional<Entry> entryOf(EventId event) throws IOException {
        int section = view.first(new Term(Fields.EVENT, event.value()));
        return section < 0 ? Optional.empty() : Optional.of(view.entryAt(section + view.back(section)));
    }

    /** Nearest meaning first: the title as written, the title, the file's name, other names, one of several names. */
    List<Entry> named(String name) throws IOException {
        String key = Citations.cut(Folding.key(name));
        if (key.isBlank()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Entry>();
        List<Entry> direct = entries(new TermQuery(new Term(Fields.NAME, key)));
        add(found, direct, entry -> entry.title().equals(name.strip()));
        add(found, direct, entry -> Folding.key(entry.title()).equals(key));
        add(found, direct, entry -> true);
        for (String other : aliases.others(key)) {
            add(found, entries(new TermQuery(new Term(Fields.NAME, Citations.cut(other)))), entry -> true);
        }
        add(found, entries(new TermQuery(new Term(Fields.PART, key))), entry -> true);
        for (String other : aliases.others(key)) {
            add(found, entries(new TermQuery(new Term(Fields.PART, Citations.cut(other)))), entry -> true);
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Entry> found, List<Entry> entries, Predicate<Entry> which) {
        entries.stream().filter(which).sorted(Comparator.comparing(Entry::path))
                .forEach(entry -> found.putIfAbsent(entry.path().value(), entry));
    }

    private List<Entry> entries(Query query) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int document : view.all(query)) {
            entries.add(view.entryAt(document));
        }
        return entries;
    }

    List<Place> citing(WebAddress address, int entries) throws IOException {
        for (String key : Filters.keys(address)) {
            List<Place> places = places(new TermQuery(new Term(Fields.LINK, key)), entries, (section, event) -> {
                boolean own = event.citations().stream().anyMatch(one -> Citations.keys(one).contains(key));
                boolean closing = event.equals(section.events().getFirst())
                        && section.closing().stream().anyMatch(one -> Citations.keys(one).contains(key));
                return own || closing;
            });
            if (!places.isEmpty()) {
                return places;
            }
        }
        return List.of();
    }

    List<Place> onDay(MonthDay day) throws IOException {
        record Dated(LocalDate date, Place place) {}
        String key = Documents.dayOfYear(day.getMonthValue(), day.getDayOfMonth());
        var dated = new ArrayList<Dated>();
        for (Place place : places(new TermQuery(new Term(Fields.DAY_OF_YEAR, key)), Integer.MAX_VALUE,
                (section, event) -> {
                    When when = event.when();
                    return when != null && Documents.isStatedDay(when) && MonthDay.from(when.earliest()).equals(day);
                })) {
            Event event = entryOf(place.event()).stream().flatMap(Entry::events)
                    .filter(one -> one.id().equals(place.event())).findFirst().orElseThrow();
            dated.add(new Dated(Objects.requireNonNull(event.when()).earliest(), place));
        }
        return dated.stream().sorted(Comparator.comparing(Dated::date)).map(Dated::place).toList();
    }

    private interface Which {
        boolean of(Section section, Event event);
    }

    /** The events meant, in the sections that match, by path and place, of the first {@code entries} entries. */
    private List<Place> places(Query sections, int entries, Which which) throws IOException {
        record Found(Entry entry, int ordinal) {}
        var found = new ArrayList<Found>();
        for (int document : view.all(sections)) {
            int back = view.back(document);
            Entry entry = view.entryAt(document + back);
            found.add(new Found(entry, entry.sections().size() - back));
        }
        found.sort(Comparator.comparing((Found one) -> one.entry.path()).thenComparingInt(Found::ordinal));
        var places = new ArrayList<Place>();
        Set<EntryPath> seen = new HashSet<>();
        for (Found one : found) {
            if (seen.size() >= entries && !seen.contains(one.entry.path())) {
                break;
            }
            int before = places.size();
            Section section = one.entry.sections().get(one.ordinal);
            section.events().stream().filter(event -> which.of(section, event))
                    .forEach(event -> places.add(new Place(one.entry.path(), section.anchor(), event.id())));
            if (places.size() > before) {
                seen.add(one.entry.path());
            }
        }
        return places;
    }

    List<Entry> latest(int skip, int limit) throws IOException {
        if (limit <= 0 || skip < 0) {
            return List.of();
        }
        var newest = new SortField(Fields.DATED, SortField.Type.LONG, true, Long.MIN_VALUE);
        int all = (int) Math.min((long) skip + limit, Math.max(1, view.reader.maxDoc()));
        ScoreDoc[] found = view.searcher.search(new TermQuery(new Term(Fields.PUBLISHED, "1")),
                new TopFieldCollectorManager(new Sort(newest, new SortField(Fields.PATH, SortField.Type.STRING)), all,
                        null, 1)).scoreDocs;
        var entries = new ArrayList<Entry>();
        for (int i = skip; i < found.length; i++) {
            entries.add(view.entryAt(found[i].doc));
        }
        return entries;
    }

    List<Entry> dated(LocalDate from, LocalDate to) throws IOException {
        Query inPeriod = NumericDocValuesField.newSlowRangeQuery(Fields.DATED, from.toEpochDay(), to.toEpochDay());
        var both = new BooleanQuery.Builder().add(inPeriod, BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.PUBLISHED, "1")), BooleanClause.Occur.FILTER);
        return entries(both.build()).stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    List<Entry> tagged(String tag) throws IOException {
        Set<Entry> entries = new LinkedHashSet<>();
        for (int document : view.all(new TermQuery(new Term(Fields.TAG, Citations.cut(Folding.key(tag)))))) {
            if (view.isEntry(document)) {
                entries.add(view.entryAt(document));
            }
        }
        return entries.stream().sorted(BY_TITLE).toList();
    }

    Optional<Place> pick(long number) throws IOException {
        long events = view.facts().events();
        if (events == 0) {
            return Optional.empty();
        }
        long left = Math.floorMod(number, events);
        for (View.Count count : view.counts()) {
            if (left < count.events()) {
                Entry entry = view.entryAt(count.document());
                for (Section section : entry.sections()) {
                    if (left < section.events().size()) {
                        return Optional.of(
                                new Place(entry.path(), section.anchor(), section.events().get((int) left).id()));
                    }
                    left -= section.events().size();
                }
            }
            left -= count.events();
        }
        return Optional.empty();
    }
}
