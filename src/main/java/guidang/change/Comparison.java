package guidang.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;

/** One entry as it was and as it is, its pieces joined → what is different in it. */
final class Comparison {
    private static final Pattern DATE_WORDS = Pattern
            .compile("(?:1[89]|20)\\d\\d|[0-9一二三四五六七八九〇○零十]+(?=[年月日号])");

    private final Entry was;
    private final Entry is;
    private final List<Piece> before;
    private final List<Piece> after;
    private final Elsewhere elsewhere;
    private final IdentityHashMap<Event, List<Piece>> piecesBefore = new IdentityHashMap<>();
    private final IdentityHashMap<Event, List<Piece>> piecesAfter = new IdentityHashMap<>();

    Comparison(Entry was, Entry is, List<Piece> before, List<Piece> after, Elsewhere elsewhere) {
        this.was = was;
        this.is = is;
        this.before = before;
        this.after = after;
        this.elsewhere = elsewhere;
        before.forEach(piece -> piecesBefore.computeIfAbsent(piece.event(), any -> new ArrayList<>()).add(piece));
        after.forEach(piece -> piecesAfter.computeIfAbsent(piece.event(), any -> new ArrayList<>()).add(piece));
    }

    /** A change and the line that it stands in. */
    record Placed(int line, Change change) {}

    /** In the order of the page. */
    List<Change> changes() {
        var changes = new ArrayList<Placed>();
        var sources = new Sources(was, is, before, after, elsewhere);
        for (Piece lead : after) {
            if (lead.leads()) {
                correction(lead).ifPresent(change -> changes.add(new Placed(lead.event().line(), change)));
            }
        }
        for (Piece lead : after) {
            if (lead.leads() && lead.isFree() && !sources.knew(lead.event())) {
                Event shown = only(lead.event(), piecesAfter, Piece::isFree);
                changes.add(new Placed(lead.event().line(),
                        new Change(Change.Kind.EVENT_ADDED, is, lead.section(), null, shown, List.of(), null)));
            }
        }
        for (Piece lead : before) {
            if (lead.leads() && lead.isFree() && !sources.knows(lead.event())) {
                Event shown = only(lead.event(), piecesBefore, Piece::isFree);
                changes.add(new Placed(lead.event().line(),
                        new Change(Change.Kind.EVENT_REMOVED, is, lead.section(), shown, null, List.of(), null)));
            }
        }
        changes.addAll(sources.changes());
        changes.sort(Comparator.comparingInt(Placed::line).thenComparing(placed -> placed.change().kind()));
        return changes.stream().map(Placed::change).toList();
    }

    /** What became of the event that a piece begins, if any of it was there before and says something else now. */
    private java.util.Optional<Change> correction(Piece lead) {
        Event event = lead.event();
        Set<Piece> wrote = new LinkedHashSet<>();
        Set<Piece> writes = new LinkedHashSet<>();
        boolean differs = false;
        for (Piece piece : pieces(event, piecesAfter)) {
            Bond own = piece.bond();
            if (own == null) {
                differs |= !lead.isFree();
                writes.add(piece);
            } else if (isToldHere(own, piece)) {
                differs |= !own.isSame();
                wrote.addAll(own.before());
                writes.addAll(own.after());
            }
        }
        Bond bond = lead.bond();
        if (bond == null) {
            // New, in front of text that followed another statement: of that text alone can anything be corrected.
            wrote.removeIf(piece -> piece.bond() == null || piece.bond().isSame());
            writes.removeIf(piece -> piece.bond() == null || piece.bond().isSame());
            return differs
                    ? java.util.Optional.of(corrected(lead, wrote.iterator().next().event(), wrote, writes))
                    : java.util.Optional.empty();
        }
        Piece old = bond.before().stream().filter(Piece::leads).findFirst().orElse(bond.before().getFirst());
        // Text that followed the old statement and is gone.
        for (Piece piece : pieces(old.event(), piecesBefore)) {
            if (piece.isFree() && isHeldBy(old, lead)) {
                differs = true;
                wrote.add(piece);
            }
        }
        return differs || dateDiffers(old, lead)
                ? java.util.Optional.of(corrected(lead, old.event(), wrote, writes))
                : java.util.Optional.empty();
    }

    private Change corrected(Piece lead, Event old, Set<Piece> wrote, Set<Piece> writes) {
        return new Change(Change.Kind.EVENT_CORRECTED, is, lead.section(), joined(old, wrote, before),
                joined(lead.event(), writes, after), List.of(), null);
    }

    /** Whether the first event that a bond leads to is the one of this piece, so that it is told once. */
    private static boolean isToldHere(Bond bond, Piece piece) {
        return bond.after().getFirst().event().id().equals(piece.event().id());
    }

    /** Whether the event of {@code lead} is what the event of {@code old} has become. */
    private boolean isHeldBy(Piece old, Piece lead) {
        Piece first = pieces(old.event(), piecesBefore).getFirst();
        Bond bond = first.bond();
        return bond != null && bond.after().getFirst().event().id().equals(lead.event().id());
    }

    private static List<Piece> pieces(Event event, IdentityHashMap<Event, List<Piece>> of) {
        return of.getOrDefault(event, List.of());
    }

    /** The event with no other blocks than those that changed with it. */
    private static Event joined(Event event, Set<Piece> pieces, List<Piece> order) {
        if (pieces.isEmpty()) {
            return event;
        }
        // What came from another entry is in no order here.
        List<String> blocks = pieces.stream().sorted(Comparator.comparingInt(order::indexOf)).map(Piece::text)
                .toList();
        return with(event, blocks);
    }

    private static Event only(Event event, IdentityHashMap<Event, List<Piece>> of,
            java.util.function.Predicate<Piece> which) {
        return with(event, pieces(event, of).stream().filter(which).map(Piece::text).toList());
    }

    private static Event with(Event event, List<String> blocks) {
        return new Event(event.id(), blocks.getFirst(), blocks.subList(1, blocks.size()), event.when(),
                event.citations(), event.line(), event.linkOnly());
    }

    /**
     * Whether the same words mean another day because the heading above them or the post's date is another. What a day
     * without a year takes from the text before it is not looked at: that text is corrected itself, or was moved.
     */
    private boolean dateDiffers(Piece old, Piece piece) {
        When a = old.event().when();
        When b = piece.event().when();
        if (a == null ? b == null : b != null && a.earliest().equals(b.earliest()) && a.latest().equals(b.latest())) {
            return false;
        }
        if (has(a, When.Basis.ENTRY) || has(b, When.Basis.ENTRY)) {
            return !Objects.equals(day(was.dated()), day(is.dated()));
        }
        boolean stated = has(a, When.Basis.STATED) || has(b, When.Basis.STATED);
        return stated && !dateWords(old.section()).equals(dateWords(piece.section()));
    }

    private static boolean has(@Nullable When when, When.Basis basis) {
        return when != null && when.basis() == basis;
    }

    private static java.time.@Nullable LocalDate day(@Nullable When when) {
        return when == null ? null : when.earliest();
    }

    private static Set<String> dateWords(Section section) {
        return java.util.stream.Stream.concat(section.parents().stream(), java.util.stream.Stream.of(section.heading()))
                .flatMap(heading -> DATE_WORDS.matcher(Wording.of(heading)).results().map(found -> found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
