package guidang.subscription;

import java.util.EnumSet;
import java.util.Set;

import guidang.change.Change;

/**
 * What a place wants to be told about.
 *
 * @param id 16 characters of the alphabet of file names, that cannot be guessed
 * @param kinds of change that are wanted, at least one
 */
public record Subscription(String id, Place place, Subject subject, Set<Wanted> kinds) {
    public Subscription {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no kinds");
        }
        kinds = Set.copyOf(kinds);
    }

    /** Kinds of change as people choose them. The names are kept in the store: none may change. */
    public enum Wanted {
        /** Entries and events that are new, renamed or published. */
        ADDED,
        /** Events whose words or date changed. */
        CORRECTED,
        /** Entries and events that are gone. */
        REMOVED,
        /** Citations and snapshots, gained or lost. */
        SOURCES;

        public static Wanted of(Change.Kind kind) {
            return switch (kind) {
                case ENTRY_ADDED, ENTRY_RENAMED, ENTRY_PUBLISHED, EVENT_ADDED -> ADDED;
                case EVENT_CORRECTED -> CORRECTED;
                case ENTRY_REMOVED, EVENT_REMOVED -> REMOVED;
                case CITATION_ADDED, CITATION_REMOVED, SNAPSHOT_ADDED, SNAPSHOT_REMOVED -> SOURCES;
            };
        }

        /** What is wanted where nobody chose. */
        public static Set<Wanted> usual() {
            return EnumSet.of(ADDED, CORRECTED, REMOVED);
        }
    }

    /** What it is about. */
    public sealed interface Subject {
        /** Whatever a search for the text finds; in the language of {@code /search}, not blank. */
        record Search(String text) implements Subject {}

        /** One entry; follows a rename. */
        record Page(String path) implements Subject {}

        /** A section of an entry, with what stands below its heading. */
        record Section(String path, String heading) implements Subject {}

        record Tag(String tag) implements Subject {}

        /** Without slashes at the ends. */
        record Folder(String folder) implements Subject {}

        record Everything() implements Subject {}
    }
}
