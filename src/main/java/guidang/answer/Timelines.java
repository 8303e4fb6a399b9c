package guidang.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.index.Hits;
import guidang.index.Hits.Hit;
import guidang.query.Query;
import guidang.query.Query.Period;

/** Collects the events of a topic and puts them in order. */
final class Timelines {
    private static final int MOST_SECTIONS = 100;
    private static final int MOST_OF_PERIOD = 10_000;
    private static final int A_MONTH = 31;
    /** A section found by its words alone holds at least this share of them, weighted by rarity. */
    private static final double ABOUT = 0.75;
    private static final int MOST_TERMS = 60;

    private final ArchiveIndex index;

    Timelines(ArchiveIndex index) {
        this.index = index;
    }

    /**
     * All events of the topic. Of the entries that the topic names all are taken, of other entries the sections that
     * have the name in their heading; if it names none, the sections that hold nearly all of its words.
     */
    List<Item> collect(Query query) {
        Query timeless = without(query, query.words());
        Hits hits = index.search(timeless, MOST_SECTIONS);
        Topic topic = Topic.of(query, index, hits);
        var places = new LinkedHashMap<String, Place>();
        if (topic.entries().isEmpty()) {
            double best = hits.hits().stream().mapToDouble(Hit::coverage).max().orElse(0);
            hits.hits().stream().filter(hit -> hit.coverage() >= Math.min(best, ABOUT) && hit.coverage() >= best * 0.9)
                    .forEach(hit -> add(places, hit.entry(), hit.section()));
        } else {
            for (Entry entry : topic.entries()) {
                narrowed(entry, topic.rest()).forEach(section -> add(places, entry, section));
            }
            if (topic.rest().isEmpty()) {
                index.search(without(query, List.of(topic.name())), MOST_SECTIONS).hits().stream()
                        .filter(hit -> names(hit.section().heading(), topic.name()))
                        .forEach(hit -> add(places, hit.entry(), hit.section()));
            }
        }
        return inOrder(places.values());
    }

    /**
     * What the archive dates to a period, of whatever topic, as far as the query's tags, folders and the like let it
     * through. When a copy was made tells nothing of when something happened: such dates count only where no other does.
     */
    List<Item> collect(Query query, Period period) {
        Query strict = new Query(query.typed(), List.of(), List.of(), query.without(), query.tags(), query.folders(),
                query.sites(), query.authors(), new Period(period.from(), period.to(), period.written(), true),
                List.of(), query.wanted(), List.of());
        var places = new LinkedHashMap<String, Place>();
        index.search(strict, MOST_OF_PERIOD).hits().forEach(hit -> add(places, hit.entry(), hit.section()));
        List<Item> dated = inOrder(places.values()).stream().filter(item -> isDatedTo(period, item.when())).toList();
        List<Item> happened = dated.stream()
                .filter(item -> item.when() != null && item.when().basis() != When.Basis.SNAPSHOT).toList();
        return happened.isEmpty() ? dated : happened;
    }

    /** Whether a date lies in a period, or is a range of days, no longer than it or a month, that reaches into it. */
    private static boolean isDatedTo(Period period, @Nullable When when) {
        LocalDate from = period.from() == null ? LocalDate.MIN : period.from();
        LocalDate to = period.to() == null ? LocalDate.MAX : period.to();
        if (when == null || when.latest().isBefore(from) || when.earliest().isAfter(to)) {
            return false;
        }
        boolean inside = !when.earliest().isBefore(from) && !when.latest().isAfter(to);
        return inside || (when.precision() == When.Precision.RANGE
                && when.days() <= Math.max(A_MONTH, ChronoUnit.DAYS.between(from, to) + 1));
    }

    private static List<Item> inOrder(Collection<Place> places) {
        var items = new ArrayList<Dated>();
        for (Place place : places) {
            for (Event event : place.section().events()) {
                items.add(new Dated(Items.of(place.entry(), place.section(), event), event.linkOnly(), items.size()));
            }
        }
        items.sort(ORDER);
        return told(items.stream().map(Dated::item).toList());
    }

    /**
     * Those of the period: their date and it have a day in common. Undated ones are not of any period. A period that is
     * only a hint leaves all where it would leave none.
     */
    static List<Item> within(@Nullable Period period, List<Item> items) {
        if (period == null) {
            return items;
        }
        List<Item> within = inside(period, items);
        return within.isEmpty() && !period.strict() ? items : within;
    }

    /** Those nearest to the period in time first, the undated last; as they are without a period. */
    static List<Item> nearest(@Nullable Period period, List<Item> items) {
        if (period == null) {
            return items;
        }
        return items.stream().sorted(Comparator.comparingLong(item -> distance(period, item.when()))).toList();
    }

    /** Days between. */
    private static long distance(Period period, @Nullable When when) {
        if (when == null) {
            return Long.MAX_VALUE;
        }
        if (period.from() != null && when.latest().isBefore(period.from())) {
            return ChronoUnit.DAYS.between(when.latest(), period.from());
        }
        return period.to() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(period.to(), when.earliest()));
    }

    private static List<Item> inside(Period period, List<Item> items) {
        LocalDate from = period.from() == null ? LocalDate.MIN : period.from();
        LocalDate to = period.to() == null ? LocalDate.MAX : period.to();
        return items.stream().filter(item -> {
            When when = item.when();
            return when != null && !when.latest().isBefore(from) && !when.earliest().isAfter(to);
        }).toList();
    }

    /**
     * By first day; of one first day the coarser date first (2021年, 2021年7月, 2021年7月1日), so that ISO dates never
     * decrease at their common precision; told in prose before bare links; undated last; then as collected.
     */
    private static final Comparator<Dated> ORDER = Comparator
            .comparing((Dated dated) -> dated.item().when() == null)
            .thenComparing(dated -> firstDay(dated.item().when()))
            .thenComparingLong(dated -> -span(dated.item().when())).thenComparing(Dated::link)
            .thenComparingInt(Dated::number);

    private record Dated(Item item, boolean link, int number) {}

    private record Place(Entry entry, Section section) {}

    private static LocalDate firstDay(@Nullable When when) {
        return when == null ? LocalDate.MAX : when.earliest();
    }

    private static long span(@Nullable When when) {
        return when == null ? 0 : when.days();
    }

    /** Leaves out what was told already: the same date and the same words. */
    private static List<Item> told(List<Item> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().filter(item -> {
            When when = item.when();
            FoldedTerms terms = FoldedTerms.of(item.text(), 2 * MOST_TERMS);
            return seen.add((when == null ? "" : when.iso()) + " " + terms.pairs() + terms.words());
        }).toList();
    }

    /** The sections that the further words of a topic select by a heading; all of them if they select none. */
    private static List<Section> narrowed(Entry entry, List<String> rest) {
        if (rest.isEmpty()) {
            return entry.sections();
        }
        String words = String.join(" ", rest);
        boolean selective = entry.sections().stream().anyMatch(section -> holds(section.heading(), words));
        if (!selective) {
            return entry.sections();
        }
        return entry.sections().stream()
                .filter(section -> holds(section.heading(), words)
                        || section.parents().stream().anyMatch(parent -> holds(parent, words))
                        || holds(section.text(), words))
                .toList();
    }

    /** Whether a text holds every pair of characters and every word of another. */
    private static boolean holds(String text, String words) {
        FoldedTerms wanted = FoldedTerms.of(words, MOST_TERMS);
        String folded = FoldedTerms.fold(text);
        return !(wanted.pairs().isEmpty() && wanted.words().isEmpty())
                && wanted.pairs().stream().allMatch(folded::contains)
                && wanted.words().stream().allMatch(word -> Asked.holdsWord(folded, word));
    }

    /** Whether a heading has a name in it, whole. */
    private static boolean names(String heading, String name) {
        return name.length() > 1 && Asked.holdsWord(FoldedTerms.fold(heading), FoldedTerms.fold(name));
    }

    private static void add(Map<String, Place> places, Entry entry, Section section) {
        places.putIfAbsent(entry.path() + "#" + section.line(), new Place(entry, section));
    }

    private static Query without(Query query, List<String> words) {
        return new Query(query.typed(), words, query.phrases(), query.without(), query.tags(), query.folders(),
                query.sites(), query.authors(), null, List.of(), query.wanted(), List.of());
    }
}
