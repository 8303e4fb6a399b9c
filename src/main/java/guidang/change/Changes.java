package guidang.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.EntryPath;

/**
 * What is different from one reading of the archive to the next; see docs/decisions/0015.
 *
 * <ul>
 * <li>No change: spaces, wide and narrow forms, kinds of quotation marks and dashes, formatting, numbers and places of
 * footnotes, other spellings of an address (scheme, mirror and modifiers of an archived copy), the words of a heading or
 * citation, description and tags, and statements that stand elsewhere in the same words, in the same entry or another.
 * <li>An entry that is new, gone, moved or renamed is one change, and its statements are none, unless they were
 * corrected, added or removed on the way. One whose title alone changed is renamed from its own path.
 * <li>A statement is corrected if its words differ but are alike, if text was added to or taken from it, or if its day
 * is another because the heading above it or the post's date is.
 * <li>A source that several statements of an entry gain or lose is one change, as is a copy of a source.
 * <li>What is not published is not there.
 * </ul>
 */
public final class Changes {
    private Changes() {}

    /** An entry as it was and as it is; one of them may be missing. */
    private record Pair(@Nullable Entry before, @Nullable Entry after) {
        EntryPath path() {
            return after != null ? after.path() : java.util.Objects.requireNonNull(before).path();
        }
    }

    /**
     * Compares entries. Those that are equal on both sides need not be handed in; one that is on one side only is new,
     * or gone.
     *
     * @return ordered by path, then by place in the page
     */
    public static List<Change> between(Collection<Entry> before, Collection<Entry> after) {
        List<Pair> pairs = pairs(before, after);
        var changes = new ArrayList<Change>();
        var comparisons = new ArrayList<Comparison>();
        var pairing = new Pairing();
        var elsewhere = new Elsewhere(before, after);
        for (Pair pair : pairs) {
            Entry was = pair.before();
            Entry is = pair.after();
            Entry shownBefore = was != null && was.published() ? was : null;
            Entry shownAfter = is != null && is.published() ? is : null;
            whole(was, shownBefore, shownAfter).ifPresent(changes::add);
            List<Piece> piecesBefore = shownBefore == null ? List.of() : Piece.of(shownBefore);
            List<Piece> piecesAfter = shownAfter == null ? List.of() : Piece.of(shownAfter);
            pairing.add(piecesBefore, piecesAfter);
            if (shownBefore != null && shownAfter != null) {
                comparisons.add(new Comparison(shownBefore, shownAfter, piecesBefore, piecesAfter, elsewhere));
            }
        }
        pairing.join();
        for (Comparison comparison : comparisons) {
            changes.addAll(comparison.changes());
        }
        // Stable: what stands in one entry is in order already, after what became of the entry as a whole.
        changes.sort(Comparator.comparing(change -> change.entry().path()));
        return List.copyOf(changes);
    }

    private static List<Pair> pairs(Collection<Entry> before, Collection<Entry> after) {
        Map<EntryPath, Entry> was = byPath(before);
        Map<EntryPath, Entry> is = byPath(after);
        Set<EntryPath> onlyBefore = new HashSet<>(was.keySet());
        onlyBefore.removeAll(is.keySet());
        Set<EntryPath> onlyAfter = new HashSet<>(is.keySet());
        onlyAfter.removeAll(was.keySet());
        Map<EntryPath, Entry> renamed = Renames.of(only(was, onlyBefore), only(is, onlyAfter));
        Set<EntryPath> moved = new HashSet<>();
        renamed.values().forEach(entry -> moved.add(entry.path()));
        var pairs = new ArrayList<Pair>();
        is.forEach((path, entry) -> {
            if (!entry.equals(was.get(path))) {
                pairs.add(new Pair(renamed.getOrDefault(path, was.get(path)), entry));
            }
        });
        was.forEach((path, entry) -> {
            if (!is.containsKey(path) && !moved.contains(path)) {
                pairs.add(new Pair(entry, null));
            }
        });
        pairs.sort(Comparator.comparing(Pair::path));
        return pairs;
    }

    private static Map<EntryPath, Entry> byPath(Collection<Entry> entries) {
        Map<EntryPath, Entry> byPath = new TreeMap<>();
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        return byPath;
    }

    private static List<Entry> only(Map<EntryPath, Entry> entries, Set<EntryPath> paths) {
        return entries.values().stream().filter(entry -> paths.contains(entry.path())).toList();
    }

    private static java.util.Optional<Change> whole(@Nullable Entry was, @Nullable Entry before,
            @Nullable Entry after) {
        if (after == null) {
            return java.util.Optional.ofNullable(before).map(entry -> whole(Change.Kind.ENTRY_REMOVED, entry));
        }
        if (before == null) {
            return java.util.Optional
                    .of(whole(was == null ? Change.Kind.ENTRY_ADDED : Change.Kind.ENTRY_PUBLISHED, after));
        }
        boolean moved = !before.path().equals(after.path());
        boolean titled = !Wording.of(before.title()).equals(Wording.of(after.title()));
        return moved || titled
                ? java.util.Optional.of(new Change(Change.Kind.ENTRY_RENAMED, after, null, null, null, List.of(),
                        before.path(), before.title()))
                : java.util.Optional.empty();
    }

    private static Change whole(Change.Kind kind, Entry entry) {
        return new Change(kind, entry, null, null, null, List.of(), null);
    }
}
