package guidang.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

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
    private final IndexFolder folder;
    private final AliasTable aliases;
    private final Semaphore updating = new Semaphore(1);
    private volatile @Nullable View view;

    private ArchiveIndex(IndexFolder folder, Aliases aliases) throws IOException {
        this.folder = folder;
        this.aliases = new AliasTable(aliases);
        this.view = new View(folder.reader());
    }

    /**
     * Opens the index in a folder, and makes it where there is none. One of an older format or a damaged one is put
     * aside and begun anew; {@link #startedAnew} then says why. Until it is closed, no other process can write to the
     * folder.
     *
     * <p>Where the folder cannot be written, because another process has it open or it is read-only, but holds an index
     * that can be read, that one is opened as it was at its last commit; {@link #readOnly} then says why.
     *
     * @throws IndexUnavailable if there is no index to read and none can be made
     */
    public static ArchiveIndex open(Path folder, Aliases aliases) throws IOException {
        IndexFolder opened = IndexFolder.open(folder);
        try {
            return new ArchiveIndex(opened, aliases);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Why the index was begun anew when it was opened; empty if it was not, or if there was none before. */
    public Optional<String> startedAnew() {
        return folder.startedAnew();
    }

    /** Why {@link #update} is not possible; empty if it is. */
    public Optional<IndexUnavailable.Reason> readOnly() {
        return folder.readOnly();
    }

    /** Whether another process has changed the index since; if so, what it wrote is seen from now on. */
    public synchronized boolean refresh() throws IOException {
        View old = current();
        DirectoryReader newer = DirectoryReader.openIfChanged(old.reader);
        if (newer == null) {
            return false;
        }
        view = new View(newer);
        old.release();
        return true;
    }

    /** The content hash of every entry held, for reading only what changed. */
    public Map<EntryPath, String> hashes() {
        return read(View::hashes);
    }

    /**
     * A batch of changes; nothing of it is seen before {@link Update#commit}, all of it after. Waits for the one before
     * it to end.
     *
     * @throws IndexUnavailable if the folder cannot be written
     */
    public Update update() throws IOException {
        updating.acquireUninterruptibly();
        try {
            return new Batch(folder, hashes(), () -> {
                try {
                    refresh();
                } finally {
                    updating.release();
                }
            });
        } catch (IOException e) {
            updating.release();
            throw folder.explained(e);
        } catch (RuntimeException e) {
            updating.release();
            throw e;
        }
    }

    /** Collects changes. Closing without a commit drops them. Safe for several threads. */
    public interface Update extends AutoCloseable {
        /** Adds an entry, or puts it in the place of the one with its path. */
        void put(Entry entry) throws IOException;

        /** Removes entries; unknown paths are ignored. */
        void remove(Collection<EntryPath> paths) throws IOException;

        /**
         * Makes the changes durable and visible, together with the archive's fingerprint, and ends the update.
         *
         * @throws IndexUnavailable if the disk is full; the commit before this one stays
         */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * The best sections for a query, best first; ties ordered by path and place. At most {@code limit}. A query that
     * has filters but no words gives all that they let through, by path and place.
     */
    public Hits search(Query query, int limit) {
        return read(seen -> new Search(seen, aliases, query, limit, false).run());
    }

    /**
     * The same for a list that is paged through: sections that hold much less of the query than the best one are left
     * out and not counted. The total is that among the best 200.
     */
    public Hits relevant(Query query, int limit) {
        return read(seen -> new Search(seen, aliases, query, limit, true).run());
    }

    /** The entry at a path; empty if there is none or it is unpublished. */
    public Optional<Entry> entry(EntryPath path) {
        return read(seen -> seen.entry(path));
    }

    /** The entry that holds an event. */
    public Optional<Entry> entryOf(EventId event) {
        return read(seen -> new Lookups(seen, aliases).entryOf(event));
    }

    /**
     * The entries that a name means, script and case folded: those with this title, then with this file name, then
     * those that an alias names so, then those whose title names several things of which it is one.
     */
    public List<Entry> named(String name) {
        return read(seen -> new Lookups(seen, aliases).named(name));
    }

    /**
     * Where an address is cited, original or archived, in any mirror or form; ordered by path and place. A citation
     * that closes a section stands at the section's first event. If a copy is cited nowhere, where the page is that it
     * is a copy of.
     */
    public List<Place> citing(WebAddress address) {
        return citing(address, Integer.MAX_VALUE);
    }

    /** The same, of the first {@code entries} entries alone. */
    public List<Place> citing(WebAddress address, int entries) {
        return read(seen -> new Lookups(seen, aliases).citing(address, entries));
    }

    /** Events stated for this day of any year, oldest first. */
    public List<Place> onDay(MonthDay day) {
        return read(seen -> new Lookups(seen, aliases).onDay(day));
    }

    /** Entries by date, newest first: {@code limit} of them after the first {@code skip}. Undated ones last. */
    public List<Entry> latest(int skip, int limit) {
        return read(seen -> new Lookups(seen, aliases).latest(skip, limit));
    }

    /** Entries whose own date, or that of their making if they have none, begins in a period, ends included; by path. */
    public List<Entry> dated(LocalDate from, LocalDate to) {
        return read(seen -> new Lookups(seen, aliases).dated(from, to));
    }

    /** Entries that have a tag, script and case folded, ordered by title. */
    public List<Entry> tagged(String tag) {
        return read(seen -> new Lookups(seen, aliases).tagged(tag));
    }

    /** Counts, period and tags of what is held. */
    public Facts facts() {
        return read(View::facts);
    }

    /** One of the events, picked by a number: the same number picks the same event while the index stays. */
    public Optional<Place> pick(long number) {
        return read(seen -> new Lookups(seen, aliases).pick(number));
    }

    /**
     * Titles and headings that begin with what was typed, script, case and width folded, or with its pinyin or the
     * first letters of that; titles first.
     */
    public List<String> completions(String typed, int limit) {
        return read(seen -> new Suggestions(seen).completions(typed, limit));
    }

    /** Names in the archive that differ little from what was typed, nearest first; empty if nothing is near. */
    public List<String> didYouMean(Query query, int limit) {
        return read(seen -> new Suggestions(seen).didYouMean(query, limit));
    }

    /**
     * The names of entries that occur in a text, as it writes them, in its order: at each place the longest. Names of one
     * character or of digits alone are not looked for.
     */
    public List<String> namesIn(String text) {
        return read(seen -> new Mentions(seen, aliases).names(text));
    }

    /** Runs of a text that the archive holds in few places, rarest first; no run of less than three characters. */
    public List<String> rarestIn(String text) {
        return read(seen -> new Mentions(seen, aliases).rarest(text));
    }

    private interface Reading<T> {
        T of(View view) throws IOException;
    }

    /** Reads one commit; it stays open meanwhile, whatever is committed. */
    @SuppressWarnings("try")
    private <T> T read(Reading<T> reading) {
        while (true) {
            View seen = current();
            if (!seen.acquire()) {
                continue;
            }
            try (Closeable releasing = seen::release) {
                return reading.of(seen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private View current() {
        View seen = view;
        if (seen == null) {
            throw new IllegalStateException("the index is closed");
        }
        return seen;
    }

    @Override
    public synchronized void close() throws IOException {
        View last = view;
        if (last != null) {
            view = null;
            try {
                last.release();
            } finally {
                folder.close();
            }
        }
    }
}
