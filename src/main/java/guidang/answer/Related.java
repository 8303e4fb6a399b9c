package guidang.answer;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private final ArchiveIndex index;

    Related(ArchiveIndex index) {
        this.index = index;
    }

    /** To an entry; the same event first, then a common source, then links. One item for each entry, at most {@code most}. */
    List<Item> to(Entry entry, int most) {
        var found = new LinkedHashMap<EntryPath, Item>();
        List<Section> told = entry.sections().stream().filter(section -> !section.events().isEmpty()).toList();
        told.stream().limit(entry.kind() == Entry.Kind.POST ? 1 : MOST_SECTIONS)
                .forEach(section -> sameEvent(entry, section, most, found));
        told.stream().flatMap(Related::citations).limit(MOST_CITATIONS)
                .forEach(one -> citing(entry, one, most, found));
        entry.links().stream().limit(MOST_LINKED).forEach(link -> linked(link.target())
                .flatMap(Items::first).ifPresent(item -> found.putIfAbsent(item.path(), item)));
        index.search(asking(entry.title()), LOOKED_AT).hits().stream().map(Hit::entry)
                .filter(other -> other.links().stream().anyMatch(link -> link.target().equals(entry.path().value())))
                .forEach(other -> Items.first(other).ifPresent(item -> found.putIfAbsent(item.path(), item)));
        found.remove(entry.path());
        return found.values().stream().limit(most).toList();
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
            boolean same = hit.coverage() >= SAME_EVENT || summedUp(entry, other, hit.section());
            if (same && !other.path().equals(entry.path())
                    && dates(other, hit.section()).stream().anyMatch(date -> dates.stream().anyMatch(near(date)))) {
                hit.section().events().stream().findFirst()
                        .ifPresent(event -> found.putIfAbsent(other.path(), Items.of(other, hit.section(), event)));
            }
        }
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
        Optional<WebAddress> address = WebAddress.of(citation.original().isEmpty()
                ? citation.proof()
                : citation.original());
        address.map(one -> index.citing(one, most + 1)).stream().flatMap(List::stream)
                .filter(place -> !place.path().equals(entry.path()) && !found.containsKey(place.path()))
                .forEach(place -> item(place).ifPresent(item -> found.putIfAbsent(place.path(), item)));
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
