package guidang.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.index.Hits.Hit;
import guidang.index.Place;
import guidang.link.WebAddress;
import guidang.query.Query;
import guidang.query.Query.Wanted;

/** Finds other entries that have to do with one: they tell the same event, cite the same page, or link to each other. */
final class Related {
    private static final int LOOKED_AT = 8;
    private static final int MOST_SECTIONS = 4;
    private static final int MOST_CITATIONS = 12;
    private static final int MOST_LINKED = 20;
    /** Of the words of a title and heading, what a section that tells the same event holds at least. */
    private static final double SAME_EVENT = 0.6;
    /** Of a heading's pairs of characters and words, what the title of a report on it holds at least. */
    private static final double SUMMED_UP = 0.8;
    private static final int LEAST_TERMS = 3;
    private static final int MOST_TERMS = 40;
    /** How far apart two entries may date one event: reports come some days later. */
    private static final int DAYS_APART = 7;
    /** A vaguer date tells nothing of whether two events are one. */
    private static final int VAGUE = 45;

    /** What shared things count; less than {@link #LEAST} in all is not shown. */
    private static final double ONE_EVENT = 3;
    private static final double ONE_PAGE = 2;
    private static final double ONE_LINK = 1;
    private static final double LEAST = 0.7;
    /** A page that more entries cite besides relates none of them. */
    private static final int RARE = 5;

    private final ArchiveIndex index;

    Related(ArchiveIndex index) {
        this.index = index;
    }

    /**
     * To an entry, what shares most with it first: links in both directions and pages that few others cite count, and
     * that both tell one event counts most. One item for each entry, at most {@code most}; none that shares little.
     */
    List<Item> to(Entry entry, int most) {
        var shared = new LinkedHashMap<EntryPath, Shared>();
        List<Section> told = entry.sections().stream().filter(section -> !section.events().isEmpty()).toList();
        var same = new LinkedHashMap<EntryPath, Item>();
        told.stream().limit(entry.kind() == Entry.Kind.POST ? 1 : MOST_SECTIONS)
                .forEach(section -> sameEvent(entry, section, Integer.MAX_VALUE, same));
        same.values().forEach(item -> share(shared, item, ONE_EVENT));
        told.stream().flatMap(Related::citations).limit(MOST_CITATIONS).forEach(one -> {
            var others = new LinkedHashMap<EntryPath, Place>();
            citing(one, RARE + 2).forEach(place -> others.putIfAbsent(place.path(), place));
            others.remove(entry.path());
            if (others.size() <= RARE) {
                others.values().forEach(
                        place -> item(place).ifPresent(item -> share(shared, item, ONE_PAGE / others.size())));
            }
        });
        entry.links().stream().limit(MOST_LINKED).map(Entry.InternalLink::target).distinct()
                .forEach(target -> linked(target).flatMap(Items::first)
                        .ifPresent(item -> share(shared, item, ONE_LINK)));
        index.search(asking(entry.title()), LOOKED_AT).hits().stream().map(Hit::entry).distinct()
                .filter(other -> other.links().stream().anyMatch(link -> link.target().equals(entry.path().value())))
                .forEach(other -> Items.first(other).ifPresent(item -> share(shared, item, ONE_LINK)));
        shared.remove(entry.path());
        return shared.values().stream().filter(each -> each.worth >= LEAST)
                .sorted(Comparator.comparingDouble(Shared::worth).reversed()).map(Shared::item).limit(most).toList();
    }

    /** Another entry and how much it shares, told by what they share first. */
    private record Shared(Item item, double worth) {}

    private static void share(Map<EntryPath, Shared> shared, Item item, double worth) {
        shared.merge(item.path(), new Shared(item, worth),
                (old, more) -> new Shared(old.item, old.worth + more.worth));
    }

    /** To one section: the same event, then a common source. One item for each entry, at most {@code most}. */
    List<Item> to(Entry entry, Section section, int most) {
        var found = new LinkedHashMap<EntryPath, Item>();
        sameEvent(entry, section, most, found);
        citations(section).limit(MOST_CITATIONS).forEach(one -> citing(entry, one, most, found));
        found.remove(entry.path());
        return found.values().stream().limit(most).toList();
    }

    private void sameEvent(Entry entry, Section section, int most, Map<EntryPath, Item> found) {
        List<When> dates = dates(entry, section);
        if (dates.isEmpty() || found.size() >= most) {
            return;
        }
        String told = entry.kind() == Entry.Kind.POST ? entry.title() : entry.title() + " " + section.heading();
        for (Hit hit : index.search(asking(told), LOOKED_AT).hits()) {
            Entry other = hit.entry();
            boolean same = (hit.coverage() >= SAME_EVENT && named(entry, section, other, hit.section()))
                    || summedUp(entry, other, hit.section());
            if (same && !other.path().equals(entry.path())
                    && dates(other, hit.section()).stream().anyMatch(date -> dates.stream().anyMatch(near(date)))) {
                hit.section().events().stream().findFirst()
                        .ifPresent(event -> found.putIfAbsent(other.path(), Items.of(other, hit.section(), event)));
            }
        }
    }

    /**
     * Whether one of two sections names what the other's entry is about: that two tell alike things of that day makes
     * them no one event. A report's title is no name.
     */
    private static boolean named(Entry entry, Section section, Entry other, Section its) {
        return (entry.kind() == Entry.Kind.POST && other.kind() == Entry.Kind.POST)
                || (entry.kind() == Entry.Kind.PAGE && names(other, its, entry.title()))
                || (other.kind() == Entry.Kind.PAGE && names(entry, section, other.title()));
    }

    private static boolean names(Entry entry, Section section, String title) {
        String told = FoldedTerms.fold(entry.title() + "\n" + section.heading() + "\n" + section.text());
        return Asked.holdsWord(told, FoldedTerms.fold(title));
    }

    /** Whether a report speaks of another entry, and of nearly all that the heading of its section says. */
    private static boolean summedUp(Entry report, Entry other, Section section) {
        FoldedTerms heading = FoldedTerms.of(section.heading(), MOST_TERMS);
        int terms = heading.pairs().size() + heading.words().size();
        if (report.kind() != Entry.Kind.POST || terms < LEAST_TERMS) {
            return false;
        }
        String title = FoldedTerms.fold(report.title());
        long held = Stream.concat(heading.pairs().stream(), heading.words().stream()).filter(title::contains).count();
        return held >= SUMMED_UP * terms && title.contains(FoldedTerms.fold(other.title()));
    }

    private static Predicate<When> near(When one) {
        return other -> {
            LocalDate from = other.earliest().minusDays(DAYS_APART);
            LocalDate to = other.latest().plusDays(DAYS_APART);
            return !one.latest().isBefore(from) && !one.earliest().isAfter(to);
        };
    }

    /** The dates of a section that are not vague; of a post also its own. */
    private static List<When> dates(Entry entry, Section section) {
        var dates = new ArrayList<When>();
        section.events().stream().map(Event::when).filter(Related::isClose).forEach(dates::add);
        if (entry.kind() == Entry.Kind.POST && isClose(entry.dated())) {
            dates.add(entry.dated());
        }
        return dates;
    }

    private static boolean isClose(@Nullable When when) {
        return when != null && when.days() <= VAGUE;
    }

    /** Looks no further than needed: of the entries that cite the page, this one and those found already do not count. */
    private void citing(Entry entry, Citation citation, int most, Map<EntryPath, Item> found) {
        if (found.size() >= most) {
            return;
        }
        citing(citation, most + 1).stream()
                .filter(place -> !place.path().equals(entry.path()) && !found.containsKey(place.path()))
                .forEach(place -> item(place).ifPresent(item -> found.putIfAbsent(place.path(), item)));
    }

    private List<Place> citing(Citation citation, int entries) {
        Optional<WebAddress> address = WebAddress.of(citation.original().isEmpty()
                ? citation.proof()
                : citation.original());
        return address.map(one -> index.citing(one, entries)).orElse(List.of());
    }

    private Optional<Item> item(Place place) {
        return index.entry(place.path()).flatMap(entry -> Items.of(entry, place.event()));
    }

    private static Stream<Citation> citations(Section section) {
        return Stream.concat(section.events().stream().flatMap(event -> event.citations().stream()),
                section.closing().stream()).filter(citation -> !citation.proof().isEmpty());
    }

    private Optional<Entry> linked(String target) {
        try {
            return index.entry(new EntryPath(target));
        } catch (IllegalArgumentException notAPath) {
            return Optional.empty();
        }
    }

    private static Query asking(String words) {
        return new Query(words, List.of(words), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), Wanted.ANYTHING, List.of());
    }
}
