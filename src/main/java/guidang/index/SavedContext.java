package guidang.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.query.Query;

/**
 * What a saved query is held against: a section, or one event of it, with the headings above, title, tags and titles of
 * what is cited, as the index would hold it.
 */
final class SavedContext {
    /** Marks of keys of names. */
    static final char TAG = '\u0001';
    static final char FOLDER = '\u0002';
    static final char LINK = '\u0003';

    final TermKeys keys;
    final SectionText text;
    private final Entry entry;
    private final Section shown;
    private final List<Citation> citations;
    private final Supplier<SectionText> whole;
    private @Nullable Set<String> sites;
    private @Nullable Set<String> authors;

    /**
     * What is seen of a section.
     *
     * @param shown the section, or one with the event alone
     * @param more citations that it had before
     * @param whole the text of the whole section, which must not hold what is excluded
     */
    SavedContext(Entry entry, Section shown, List<Citation> more, boolean first, Supplier<SectionText> whole) {
        this.entry = entry;
        this.shown = shown;
        this.whole = whole;
        citations = Stream.concat(Citations.of(shown), more.stream()).toList();
        text = SectionText.of(entry, with(shown, more), first);
        keys = new TermKeys(text.end(SectionText.CITED));
        for (int part = 0; part < SectionText.SITES; part++) {
            keys.addAll(text.between(text.start(part), text.end(part)));
        }
        Documents.tagKeys(entry).forEach(tag -> keys.add(TermKeys.name(TAG, tag)));
        Documents.folders(entry.path().folder()).forEach(folder -> keys.add(TermKeys.name(FOLDER, folder)));
        citations.forEach(citation -> Citations.keys(citation).forEach(key -> keys.add(TermKeys.name(LINK, key))));
    }

    private static Section with(Section section, List<Citation> more) {
        if (more.isEmpty()) {
            return section;
        }
        var closing = new ArrayList<>(section.closing());
        more.stream().filter(citation -> Citations.of(section).noneMatch(citation::equals)).forEach(closing::add);
        return withEvents(section, section.events(), closing);
    }

    static Section withEvents(Section section, List<Event> events, List<Citation> closing) {
        return new Section(section.heading(), section.parents(), section.level(), section.anchor(), section.line(),
                section.stub(), events, closing);
    }

    boolean hasNot(String excluded) {
        return !whole.get().holds(excluded);
    }

    boolean hasTags(Set<String> tags) {
        return Documents.tagKeys(entry).containsAll(tags);
    }

    boolean isIn(Set<String> folders) {
        return Documents.folders(entry.path().folder()).stream().anyMatch(folders::contains);
    }

    boolean cites(Set<String> links) {
        return citations.stream().anyMatch(citation -> Citations.keys(citation).stream().anyMatch(links::contains));
    }

    boolean isOf(List<String> wanted) {
        if (sites == null) {
            sites = citations.stream().flatMap(citation -> Citations.sites(citation).stream())
                    .collect(Collectors.toSet());
        }
        return named(wanted, sites);
    }

    boolean isBy(List<String> wanted) {
        if (authors == null) {
            authors = new HashSet<>();
            authors.add(Folding.key(entry.author()));
            for (Citation citation : citations) {
                authors.add(Folding.key(citation.author()));
            }
        }
        return named(wanted, authors);
    }

    /** A name, or part of one; of a host only whole labels, all of which are among the names. */
    private static boolean named(List<String> wanted, Set<String> names) {
        for (String key : wanted) {
            if (names.contains(key)
                    || (key.indexOf('.') < 0 && !key.isEmpty()
                            && names.stream().anyMatch(name -> name.contains(key)))) {
                return true;
            }
        }
        return false;
    }

    boolean isIn(Query.Period period) {
        LocalDate from = period.from() == null ? LocalDate.MIN : period.from();
        LocalDate to = period.to() == null ? LocalDate.MAX : period.to();
        LocalDate first = from.isAfter(to) ? to : from;
        LocalDate last = from.isAfter(to) ? from : to;
        return shown.events().stream().map(Event::when).anyMatch(when -> isIn(when, first, last));
    }

    private static boolean isIn(@Nullable When when, LocalDate first, LocalDate last) {
        return when != null && !when.latest().isBefore(first) && !when.earliest().isAfter(last);
    }
}
