package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.link.WebAddress;
import guidang.query.Query;

/**
 * The index of one archive, on disk. Holds every entry whole, so that answers need no file of the archive. Reading is
 * safe from any number of threads and always sees one commit; one process at a time writes.
 */
public final class ArchiveIndex implements AutoCloseable {
    private ArchiveIndex() {}

    /**
     * Opens the index in a folder, and makes it where there is none. One of an older format or a damaged one is put
     * aside and begun anew; {@link #startedAnew} then says why.
     *
     * @throws IndexUnavailable if another process writes to the folder, or the folder cannot be written
     */
    public static ArchiveIndex open(Path folder, Aliases aliases) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Why the index was begun anew when it was opened; empty if it was not, or if there was none before. */
    public Optional<String> startedAnew() {
        throw new UnsupportedOperationException();
    }

    /** The content hash of every entry held, for reading only what changed. */
    public Map<EntryPath, String> hashes() {
        throw new UnsupportedOperationException();
    }

    /** A batch of changes; nothing of it is seen before {@link Update#commit}, all of it after. */
    public Update update() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Collects changes. Closing without a commit drops them. Safe for several threads. */
    public interface Update extends AutoCloseable {
        /** Adds an entry, or puts it in the place of the one with its path. */
        void put(Entry entry) throws IOException;

        /** Removes entries; unknown paths are ignored. */
        void remove(Collection<EntryPath> paths) throws IOException;

        /** Makes the changes durable and visible, together with the archive's fingerprint. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The best sections for a query, best first; ties ordered by path and place. At most {@code limit}. */
    public Hits search(Query query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The entry at a path; empty if there is none or it is unpublished. */
    public Optional<Entry> entry(EntryPath path) {
        throw new UnsupportedOperationException();
    }

    /** The entry that holds an event. */
    public Optional<Entry> entryOf(EventId event) {
        throw new UnsupportedOperationException();
    }

    /** The entries that a name means: title, file name or alias, script and case folded. The exact title first. */
    public List<Entry> named(String name) {
        throw new UnsupportedOperationException();
    }

    /** Where an address is cited, original or archived, in any mirror or form; ordered by path and place. */
    public List<Place> citing(WebAddress address) {
        throw new UnsupportedOperationException();
    }

    /** Events stated for this day of any year, oldest first. */
    public List<Place> onDay(MonthDay day) {
        throw new UnsupportedOperationException();
    }

    /** Entries by date, newest first: {@code limit} of them after the first {@code skip}. Undated ones last. */
    public List<Entry> latest(int skip, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Entries that have a tag, script and case folded, ordered by title. */
    public List<Entry> tagged(String tag) {
        throw new UnsupportedOperationException();
    }

    /** Counts, period and tags of what is held. */
    public Facts facts() {
        throw new UnsupportedOperationException();
    }

    /** One of the events, picked by a number: the same number picks the same event while the index stays. */
    public Optional<Place> pick(long number) {
        throw new UnsupportedOperationException();
    }

    /** Titles and headings that begin with what was typed, script, case and width folded; titles first. */
    public List<String> completions(String typed, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Names in the archive that differ little from what was typed, nearest first; empty if nothing is near. */
    public List<String> didYouMean(Query query, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
