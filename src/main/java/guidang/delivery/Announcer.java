package guidang.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.change.Briefs;
import guidang.change.Change;
import guidang.change.Changes;
import guidang.change.Origin;
import guidang.index.Aliases;
import guidang.reading.ArchiveReader;
import guidang.store.Findings;
import guidang.store.Findings.Finding;
import guidang.store.Findings.Found;
import guidang.store.Store;
import guidang.store.ToldFiles;
import guidang.subscription.Matching;
import guidang.subscription.Place;
import guidang.subscription.Subscription;

/**
 * Finds what is different from what was last told, and queues a notice for everybody whom it concerns: all in one
 * transaction with the files as they are now, so that whatever a crash undoes is found again. Nobody is told of what is
 * there the first time.
 */
public final class Announcer {
    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());
    /** Files that are compared at once: more are taken in parts, and their notices wait for the last part. */
    static final int PART = 500;
    /** An archive of fewer files may well be replaced whole. */
    private static final int FEW = 10;
    /** So often in a row most files must be missing before it is believed. */
    public static final int LOOKS = 3;
    private static final int MOST_MATCHES = 2_000_000;

    private final Path folder;
    private final Store store;
    private final ToldFiles told;
    private final Aliases aliases;
    private final Clock clock;
    private int missing;

    /** Tells where edits come from: a git checkout, if there is one. */
    public interface Origins {
        /** The commit that is checked out; empty where there is none. */
        String head();

        /** Who edited files last since a commit; what is not known is left out. */
        Map<EntryPath, Origin> of(Collection<EntryPath> paths, String since);
    }

    private volatile Origins origins = new Origins() {
        @Override
        public String head() {
            return "";
        }

        @Override
        public Map<EntryPath, Origin> of(Collection<EntryPath> paths, String since) {
            return Map.of();
        }
    };

    public Announcer(Path folder, Store store, Aliases aliases, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.told = store.toldFiles();
        this.aliases = aliases;
        this.clock = clock;
    }

    /** From now on edits are known to come from there. */
    public void origins(Origins theirs) {
        origins = theirs;
    }

    /**
     * What came of a look.
     *
     * @param notices that were queued
     * @param settled whether the archive is now told as it is; if not, it is worth another look in a while
     */
    public record Announced(int changes, int notices, boolean settled) {}

    /**
     * Compares, and queues what is to be told. The folder should be at rest.
     *
     * @throws IOException if the archive cannot be read; nothing is lost then
     */
    public synchronized Announced announce() throws IOException {
        Map<String, String> before = told.hashes();
        // Asked for before the files are read: what is committed meanwhile is found once more, not missed.
        String head = origins.head();
        if (told.begun().isPresent()) {
            return compare(before, head);
        }
        var keeping = new Keeping();
        ArchiveReader.Report report = new ArchiveReader(folder).readFiles(known(before),
                (entry, content) -> keeping.add(new ToldFiles.File(entry.path().value(), entry.hash(), content)),
                (done, of) -> {});
        keeping.flush();
        store.findings().begin(head);
        told.begin(clock.instant());
        LOG.log(System.Logger.Level.INFO, "{0,number,#} entries are there from the start; what changes is told",
                report.present().size());
        return new Announced(0, 0, true);
    }

    /** Keeps files of the beginning, some at a time. */
    private final class Keeping {
        private static final int AT_ONCE = 100;
        private final List<ToldFiles.File> files = new ArrayList<>();

        synchronized void add(ToldFiles.File file) {
            files.add(file);
            if (files.size() >= AT_ONCE) {
                flush();
            }
        }

        synchronized void flush() {
            told.keep(files);
            files.clear();
        }
    }

    private static Map<EntryPath, String> known(Map<String, String> hashes) {
        var known = new HashMap<EntryPath, String>();
        hashes.forEach((path, hash) -> known.put(new EntryPath(path), hash));
        return known;
    }

    /** Files that differ from those told: their hashes, and of the first ones the content. */
    private static final class Different {
        private final Map<String, String> hashes = new HashMap<>();
        private final Map<String, Now> read = new HashMap<>();

        synchronized void add(Entry entry, byte[] content) {
            String path = entry.path().value();
            hashes.put(path, entry.hash());
            if (read.size() < PART) {
                read.put(path, new Now(Optional.of(entry), new ToldFiles.File(path, entry.hash(), content)));
            }
        }
    }

    /** A file as it is now; no entry if it has become a template. */
    private record Now(Optional<Entry> entry, ToldFiles.File file) {}

    private Announced compare(Map<String, String> before, String head) throws IOException {
        var different = new Different();
        ArchiveReader.Report report = new ArchiveReader(folder).readFiles(known(before), different::add,
                (done, of) -> {});
        Set<String> present = report.present().stream().map(EntryPath::value).collect(Collectors.toSet());
        Set<String> gone = before.keySet().stream().filter(path -> !present.contains(path))
                .filter(path -> !report.isUnknown(new EntryPath(path))).collect(Collectors.toCollection(TreeSet::new));
        if (isAnother(before, different.hashes, present)) {
            LOG.log(System.Logger.Level.WARNING, "this is another archive than before: nobody is told what differs");
            told.startAnew();
            return announce();
        }
        boolean most = gone.size() * 2 > before.size() && before.size() >= FEW
                && !isMoved(gone, before, different.hashes);
        missing = most ? missing + 1 : 0;
        if (present.isEmpty() ? !before.isEmpty() : most && missing < LOOKS) {
            LOG.log(System.Logger.Level.WARNING,
                    "{0,number,#} of {1,number,#} entries are missing; nobody is told unless it stays so", gone.size(),
                    before.size());
            return new Announced(0, 0, false);
        }
        missing = 0;
        return queue(parts(different.hashes.keySet(), gone), before.keySet(), present, different.read, gone, head);
    }

    private static boolean isAnother(Map<String, String> before, Map<String, String> different, Set<String> present) {
        if (before.size() < FEW || present.isEmpty() || present.stream().anyMatch(before::containsKey)) {
            return false;
        }
        var hashes = new HashSet<>(before.values());
        return different.values().stream().noneMatch(hashes::contains);
    }

    /** Whether most of what is gone stands elsewhere as it was. */
    private static boolean isMoved(Set<String> gone, Map<String, String> before, Map<String, String> different) {
        var hashes = new HashSet<>(different.values());
        return gone.stream().filter(path -> hashes.contains(before.get(path))).count() * 2 > gone.size();
    }

    /** Files of the same name stand in one part, for one that was moved is found by comparing both. */
    private static List<List<String>> parts(Collection<String> different, Collection<String> gone) {
        var all = new HashSet<>(different);
        all.addAll(gone);
        List<String> sorted = all.stream().sorted(Comparator
                .comparing((String path) -> path.substring(path.lastIndexOf('/') + 1)).thenComparing(path -> path))
                .toList();
        return IntStream.range(0, (sorted.size() + PART - 1) / PART)
                .mapToObj(i -> sorted.subList(i * PART, Math.min(sorted.size(), (i + 1) * PART))).toList();
    }

    private Announced queue(List<List<String>> parts, Set<String> before, Set<String> present, Map<String, Now> read,
            Set<String> gone, String head) throws IOException {
        if (parts.isEmpty()) {
            store.findings().release();
            return new Announced(0, 0, true);
        }
        List<Subscription> subscriptions = store.subscriptions().reachable();
        LocalDate today = LocalDate.now(clock);
        var matching = new Matching(subscriptions, aliases, today);
        int changes = 0;
        int notices = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            var was = new ArrayList<Entry>();
            var is = new ArrayList<Entry>();
            var files = new ArrayList<ToldFiles.File>();
            for (String path : parts.get(i)) {
                told.content(path).flatMap(old -> ArchiveReader.read(new EntryPath(path), old, before))
                        .ifPresent(was::add);
                if (!gone.contains(path)) {
                    Now now = read.containsKey(path) ? read.get(path) : readNow(path, present);
                    now.entry().ifPresent(is::add);
                    files.add(now.file());
                }
            }
            List<String> left = parts.get(i).stream().filter(gone::contains).toList();
            List<Change> found = Changes.between(was, is);
            changes += found.size();
            notices += store.findings().commit(finding(found, files, left, matching, today,
                    last ? head : "", last));
        }
        LOG.log(System.Logger.Level.INFO, "{0,number,#} changes found, {1,number,#} notices queued", changes, notices);
        return new Announced(changes, notices, true);
    }

    private Now readNow(String path, Set<String> present) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(folder.resolve(path));
        } catch (NoSuchFileException e) {
            throw new IOException("changed while it was read", e);
        }
        return new Now(ArchiveReader.read(new EntryPath(path), content, present),
                new ToldFiles.File(path, ArchiveReader.hash(content), content));
    }

    private Finding finding(List<Change> changes, List<ToldFiles.File> files, List<String> gone, Matching matching,
            LocalDate today, String head, boolean last) {
        Instant now = clock.instant();
        Set<EntryPath> paths = changes.stream().map(change -> change.entry().path()).collect(Collectors.toSet());
        Map<EntryPath, Origin> edits = paths.isEmpty() ? Map.of() : origins.of(paths, store.findings().commit());
        List<Found> found = changes.stream().map(change -> new Found(
                Briefs.of(change, edits.getOrDefault(change.entry().path(), Origin.noticed(now))), before(change)))
                .toList();
        int slice = Math.clamp(MOST_MATCHES / (matching.size() + 1), 20, 2_000);
        Iterable<Findings.Telling> notices = () -> new Tellings(changes, matching, today, slice);
        return new Finding(now, found, files, gone, follows(matching, changes), notices, head, last);
    }

    /** Called before anything is matched: a change of a renamed entry names where it stands now. */
    private static List<Subscription> follows(Matching matching, List<Change> changes) {
        boolean renamed = changes.stream().anyMatch(change -> change.kind() == Change.Kind.ENTRY_RENAMED);
        return renamed ? matching.follow(changes) : List.of();
    }

    private static String before(Change change) {
        boolean other = change.kind() == Change.Kind.EVENT_CORRECTED || change.kind() == Change.Kind.EVENT_REMOVED;
        return other && change.before() != null ? change.before().id().value() : "";
    }

    /** Who is to be told what: some changes at a time, for there may be many of both. */
    private static final class Tellings implements Iterator<Findings.Telling> {
        private final List<Change> changes;
        private final Matching matching;
        private final LocalDate today;
        private final int slice;
        private Iterator<Findings.Telling> some = List.<Findings.Telling>of().iterator();
        private int next;

        Tellings(List<Change> changes, Matching matching, LocalDate today, int slice) {
            this.changes = changes;
            this.matching = matching;
            this.today = today;
            this.slice = slice;
        }

        @Override
        public boolean hasNext() {
            while (!some.hasNext() && next < changes.size()) {
                int end = Math.min(changes.size(), next + slice);
                some = of(changes.subList(next, end), next);
                next = end;
            }
            return some.hasNext();
        }

        private Iterator<Findings.Telling> of(List<Change> part, int first) {
            var numbers = new IdentityHashMap<Change, Integer>();
            for (int i = 0; i < part.size(); i++) {
                numbers.put(part.get(i), first + i);
            }
            record Once(Place place, int number) {}
            Map<Once, Findings.Telling> tellings = new LinkedHashMap<>();
            for (Matching.Match match : matching.of(part, today)) {
                Integer number = numbers.get(match.change());
                if (number != null) {
                    Place place = match.subscription().place();
                    tellings.putIfAbsent(new Once(place, number),
                            new Findings.Telling(place, number, match.subscription().id()));
                }
            }
            return tellings.values().iterator();
        }

        @Override
        public Findings.Telling next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return some.next();
        }
    }
}
