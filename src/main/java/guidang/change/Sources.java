package guidang.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.link.Archived;
import guidang.link.WebAddress;

/** What the statements of an entry gained and lost of sources and of copies of them. */
final class Sources {
    private static final double ALIKE = 0.6;
    private static final int FEWEST_LETTERS = 4;
    /** What names a list of sources (相关链接) is no longer. */
    private static final int LONGEST_LABEL = 16;

    private final Entry was;
    private final Entry is;
    private final Elsewhere elsewhere;
    private final Side before;
    private final Side after;
    private final IdentityHashMap<Citation, Source> known = new IdentityHashMap<>();
    private final List<Comparison.Placed> changes = new ArrayList<>();

    /** The events of one side, those that stand in one paragraph, and what they are on the other side. */
    private static final class Side {
        private final Map<Event, Section> events = new LinkedHashMap<>();
        private final IdentityHashMap<Event, Set<Event>> partners = new IdentityHashMap<>();
        private final Map<Integer, List<Event>> byLine = new LinkedHashMap<>();
        private final Set<Event> fresh = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

        Side(List<Piece> pieces, boolean isBefore) {
            for (Piece piece : pieces) {
                Set<Event> others = partners.computeIfAbsent(piece.event(),
                        any -> java.util.Collections.newSetFromMap(new IdentityHashMap<>()));
                if (piece.leads()) {
                    events.put(piece.event(), piece.section());
                    byLine.computeIfAbsent(piece.event().line(), any -> new ArrayList<>()).add(piece.event());
                    if (piece.isFree()) {
                        fresh.add(piece.event());
                    }
                }
                Bond bond = piece.bond();
                if (bond != null) {
                    (isBefore ? bond.after() : bond.before()).forEach(other -> others.add(other.event()));
                }
            }
        }

        Set<Event> partners(Event event) {
            return partners.getOrDefault(event, Set.of());
        }

        List<Event> paragraph(Event event) {
            return byLine.getOrDefault(event.line(), List.of(event));
        }
    }

    /** A citation with what it is compared by. */
    private record Source(Citation citation, Set<String> keys, String words, Map<String, Snapshot> snapshots) {
        static Source of(Citation citation) {
            Map<String, Snapshot> snapshots = new LinkedHashMap<>();
            for (Snapshot snapshot : citation.snapshots()) {
                snapshots.putIfAbsent(Archived.of(snapshot.url()).map(Archived::key).orElse(snapshot.url()), snapshot);
            }
            String words = citation.title().isEmpty() ? citation.text() : citation.title();
            return new Source(citation, WebAddress.keysOf(citation), Wording.letters(Wording.of(words)), snapshots);
        }

        /** Whether both are one source: by an address, or by their words where one of them has no address. */
        boolean isSame(Source other) {
            if (keys.stream().anyMatch(other.keys::contains)) {
                return true;
            }
            boolean named = words.length() >= FEWEST_LETTERS && words.equals(other.words);
            if (keys.isEmpty() && other.keys.isEmpty()) {
                return named || words.equals(other.words) || Wording.alike(
                        Wording.pairs(citation.text()), Wording.pairs(other.citation.text())) >= ALIKE;
            }
            boolean lacks = citation.original().isEmpty() || other.citation.original().isEmpty();
            return named && lacks;
        }
    }

    Sources(Entry was, Entry is, List<Piece> before, List<Piece> after, Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.was = was;
        this.is = is;
        this.before = new Side(before, true);
        this.after = new Side(after, false);
    }

    /** Whether an event is nothing but the name of a source that the entry cited before, below a section or beside text. */
    boolean knew(Event event) {
        return isNamed(event, was);
    }

    /** The same of a source that the entry still cites. */
    boolean knows(Event event) {
        return isNamed(event, is);
    }

    private boolean isNamed(Event event, Entry there) {
        List<Source> own = sources(event.citations());
        boolean labelled = event.text().length() <= LONGEST_LABEL && !event.more().isEmpty();
        List<String> blocks = labelled ? event.more() : List.of(event.text());
        boolean names = event.linkOnly() || blocks.stream().allMatch(block -> names(own, block));
        if (own.isEmpty() || !names) {
            return false;
        }
        List<Source> all = all(there);
        return own.stream().allMatch(source -> holds(all, source));
    }

    private static boolean names(List<Source> sources, String block) {
        String words = Wording.letters(Wording.of(block));
        return sources.stream().anyMatch(source -> words.equals(source.words())
                || words.equals(Wording.letters(Wording.of(source.citation().text()))));
    }

    /** In no order. */
    List<Comparison.Placed> changes() {
        var added = new ArrayList<Source>();
        var removed = new ArrayList<Source>();
        var snapshotsAdded = new HashSet<String>();
        var snapshotsRemoved = new HashSet<String>();
        after.events.forEach((event, section) -> {
            if (isCitedAsBefore(event, after)) {
                return;
            }
            List<Source> old = cited(after.partners(event));
            for (Source source : after.fresh.contains(event) ? List.<Source>of() : sources(event.citations())) {
                if (holds(old, source)) {
                    snapshots(Change.Kind.SNAPSHOT_ADDED, source, old, event, section, snapshotsAdded);
                } else if (!heldNearby(event, source, after) && !inClosing(was, source) && !inClosing(is, source)
                        && !holds(added, source)
                        && !(isListed(source) && (holds(all(was), source) || elsewhere.wasCited(source.keys())))) {
                    added.add(source);
                    tell(Change.Kind.CITATION_ADDED, source.citation(), event, section);
                }
            }
        });
        before.events.forEach((event, section) -> {
            if (isCitedAsBefore(event, before)) {
                return;
            }
            List<Source> now = cited(before.partners(event));
            for (Source source : before.fresh.contains(event) ? List.<Source>of() : sources(event.citations())) {
                if (holds(now, source)) {
                    snapshots(Change.Kind.SNAPSHOT_REMOVED, source, now, event, section, snapshotsRemoved);
                } else if (!heldNearby(event, source, before) && !inClosing(is, source) && !inClosing(was, source)
                        && !holds(removed, source)
                        && !(isListed(source) && (holds(all(is), source) || elsewhere.isCited(source.keys())))) {
                    removed.add(source);
                    tell(Change.Kind.CITATION_REMOVED, source.citation(), event, section);
                }
            }
        });
        if (!closing(was).equals(closing(is))) {
            closing(is, all(was), Change.Kind.CITATION_ADDED, added, snapshotsAdded);
            closing(was, all(is), Change.Kind.CITATION_REMOVED, removed, snapshotsRemoved);
        }
        return changes;
    }

    /** Whether an event is one event on the other side, with the same addresses in the same order: most are. */
    private static boolean isCitedAsBefore(Event event, Side side) {
        Set<Event> partners = side.partners(event);
        if (partners.size() != 1) {
            return false;
        }
        List<Citation> others = partners.iterator().next().citations();
        List<Citation> own = event.citations();
        boolean same = own.size() == others.size();
        for (int i = 0; same && i < own.size(); i++) {
            Citation a = own.get(i);
            Citation b = others.get(i);
            same = a.text().equals(b.text()) && a.original().equals(b.original())
                    && a.snapshots().equals(b.snapshots());
        }
        return same;
    }

    /** Sources that stand below a section: beside one of its statements they may be told only because it is alone there. */
    private void closing(Entry entry, List<Source> others, Change.Kind kind, List<Source> told, Set<String> copies) {
        boolean isAdded = kind == Change.Kind.CITATION_ADDED;
        for (Section section : entry.sections()) {
            for (Source source : sources(section.closing())) {
                if (holds(others, source)) {
                    snapshots(isAdded ? Change.Kind.SNAPSHOT_ADDED : Change.Kind.SNAPSHOT_REMOVED, source, others, null,
                            section, copies);
                } else if (!holds(told, source)
                        && !(isAdded ? elsewhere.wasCited(source.keys()) : elsewhere.isCited(source.keys()))) {
                    told.add(source);
                    tell(kind, source.citation(), null, section);
                }
            }
        }
    }

    /** What tells the sources below sections apart. */
    private static List<List<Object>> closing(Entry entry) {
        return entry.sections().stream().flatMap(section -> section.closing().stream())
                .map(citation -> List.<Object>of(citation.text(), citation.original(), citation.snapshots())).toList();
    }

    /** Whether statements of the same paragraph had the source, and have, or the reverse: it speaks for all of them. */
    private boolean heldNearby(Event event, Source source, Side side) {
        for (Event beside : side.paragraph(event)) {
            if (holds(cited(side.partners(beside)), source)) {
                return true;
            }
        }
        Side other = side == before ? after : before;
        for (Event partner : side.partners(event)) {
            if (holds(cited(other.paragraph(partner)), source)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it stands in a list: such a one speaks for whatever happens to stand above it. */
    private static boolean isListed(Source source) {
        return switch (source.citation().place()) {
            case LIST, CALLOUT -> true;
            case FOOTNOTE, PROSE -> false;
        };
    }

    private boolean inClosing(Entry entry, Source source) {
        return entry.sections().stream().anyMatch(section -> holds(sources(section.closing()), source));
    }

    private void snapshots(Change.Kind kind, Source source, List<Source> others, @Nullable Event event,
            Section section, Set<String> told) {
        Set<String> there = new HashSet<>();
        others.stream().filter(source::isSame).forEach(other -> there.addAll(other.snapshots().keySet()));
        var differing = new ArrayList<Snapshot>();
        source.snapshots().forEach((key, snapshot) -> {
            if (!there.contains(key) && told.add(key)) {
                differing.add(snapshot);
            }
        });
        if (!differing.isEmpty()) {
            Citation citation = source.citation();
            tell(kind, new Citation(citation.form(), citation.place(), citation.label(), citation.author(),
                    citation.title(), citation.publisher(), citation.published(), citation.accessed(),
                    citation.original(), differing, citation.text(), citation.line()), event, section);
        }
    }

    private void tell(Change.Kind kind, Citation citation, @Nullable Event event, Section section) {
        boolean isAdded = kind == Change.Kind.CITATION_ADDED || kind == Change.Kind.SNAPSHOT_ADDED;
        Event then = event == null || !isAdded ? event : first(after.partners(event));
        Event now = event == null || isAdded ? event : first(before.partners(event));
        Section where = now != null && !isAdded ? after.events.getOrDefault(now, section) : section;
        changes.add(new Comparison.Placed(event == null ? section.line() : event.line(),
                new Change(kind, is, where, then, now, List.of(citation), null)));
    }

    private static @Nullable Event first(Collection<Event> events) {
        return events.stream().min(java.util.Comparator.comparingInt(Event::line)).orElse(null);
    }

    private List<Source> cited(Collection<Event> events) {
        return events.stream().flatMap(event -> sources(event.citations()).stream()).toList();
    }

    private List<Source> all(Entry entry) {
        var all = new ArrayList<Source>();
        entry.sections().forEach(section -> {
            all.addAll(sources(section.closing()));
            all.addAll(cited(section.events()));
        });
        return all;
    }

    private List<Source> sources(List<Citation> citations) {
        return citations.stream().map(citation -> known.computeIfAbsent(citation, Source::of)).toList();
    }

    private static boolean holds(Collection<Source> sources, Source source) {
        return sources.stream().anyMatch(source::isSame);
    }
}
