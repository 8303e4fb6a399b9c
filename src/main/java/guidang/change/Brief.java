package guidang.change;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

/**
 * What is kept of a change until everybody is told, and for the feed.
 *
 * @param path of the entry, as it is now
 * @param from where a renamed entry stood (its own path where only its title changed); else empty
 * @param title of the entry
 * @param heading of the section; empty where the whole entry changed or no heading stands before the event
 * @param event id, as it is now; empty where the whole entry changed or the event is gone
 * @param when the event's date; null if it has none
 * @param before the statement as it was, its blocks a line each; empty if there was none; of a renamed entry its
 *        title. At most 1,000 characters
 * @param after the same as it is now
 * @param sources that were added or removed; for an event or entry those that prove it. At most 5
 * @param author of the edit, if a git checkout tells; else empty
 * @param commit its id, if a git checkout tells; else empty
 * @param at when the edit was made, if a git checkout tells; else when it was noticed
 */
public record Brief(Change.Kind kind, String path, String from, String title, String heading, String event,
        @Nullable When when, String before, String after, List<Source> sources, String author, String commit,
        Instant at) {
    public Brief {
        sources = List.copyOf(sources);
    }

    /**
     * What proves it.
     *
     * @param text of the citation, as a person reads it, at most 300 characters
     * @param url the first snapshot, else the original; may be empty
     */
    public record Source(String text, String url) {}
}
