package guidang.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.Section;

/**
 * One thing that is different from one reading of the archive to the next.
 *
 * @param entry as it is now; as it was if it is gone, or shown no more
 * @param section of the event or citation, as it is now (as it was if it is gone); null where the whole entry changed
 * @param before the event as it was; null if it is new, the whole entry changed, or a source of a whole section
 * @param after the event as it is; null if it is gone, the whole entry changed, or a source of a whole section
 * @param citations added or removed ones; empty for other kinds
 * @param from where a renamed entry stood: its own path where only its title changed; null for other kinds
 * @param fromTitle what a renamed entry was called; empty for other kinds
 */
public record Change(Kind kind, Entry entry, @Nullable Section section, @Nullable Event before, @Nullable Event after,
        List<Citation> citations, @Nullable EntryPath from, String fromTitle) {
    public Change {
        citations = List.copyOf(citations);
    }

    /** Of any kind but a renamed entry. */
    public Change(Kind kind, Entry entry, @Nullable Section section, @Nullable Event before, @Nullable Event after,
            List<Citation> citations, @Nullable EntryPath from) {
        this(kind, entry, section, before, after, citations, from, "");
    }

    /** What happened. The names are kept in the store: none may change. */
    public enum Kind {
        ENTRY_ADDED,
        /** Or not shown any more. */
        ENTRY_REMOVED,
        /** Moved, or given another title. */
        ENTRY_RENAMED,
        /** A page that was read but not shown is shown now. */
        ENTRY_PUBLISHED, EVENT_ADDED,
        /** Its words or its date. */
        EVENT_CORRECTED, EVENT_REMOVED, CITATION_ADDED, CITATION_REMOVED, SNAPSHOT_ADDED, SNAPSHOT_REMOVED
    }
}
