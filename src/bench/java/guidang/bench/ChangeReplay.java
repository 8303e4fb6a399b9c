package guidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.change.Change;
import guidang.change.Changes;
import guidang.reading.ArchiveReader;

/**
 * The history of an archive, made by a script: edits of every kind one after another in a copy of the folder, and after
 * every few of them a comparison. Prints how many changes were found that an edit made, and how many that none did.
 */
public final class ChangeReplay {
    private static final int AT_ONCE = 3;
    private static final int TRIES = 4_000;

    private final Path folder;
    private final Random random;
    private final Map<EntryPath, Entry> told = new TreeMap<>();
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<Double> comparing = new ArrayList<>();
    private final List<Double> reading = new ArrayList<>();
    private final boolean misses = Boolean.getBoolean("misses");

    private static final class Score {
        private int edits;
        private int right;
        private int missed;
        private int wrong;
    }

    private record Pending(String kind, Edits.Made made) {}

    private ChangeReplay(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        Path scratch = Folders.scratch();
        try {
            copy(Folders.archive(), scratch);
            new ChangeReplay(scratch, Long.getLong("seed", 1L)).run(Integer.getInteger("each", 10));
        } finally {
            Folders.wipe(scratch);
        }
    }

    private void run(int each) throws IOException {
        Map<EntryPath, Entry> start = read();
        told.putAll(start);
        System.out.printf(Locale.ROOT, "%d entries, %d statements%n", told.size(),
                told.values().stream().mapToLong(entry -> entry.events().count()).sum());
        var order = new ArrayList<String>();
        Map<String, Edits.Edit> edits = new Edits().all();
        for (int i = 0; i < each; i++) {
            var round = new ArrayList<>(edits.keySet());
            java.util.Collections.shuffle(round, random);
            order.addAll(round);
        }
        edits.keySet().forEach(kind -> scores.put(kind, new Score()));
        var pending = new ArrayList<Pending>();
        Set<String> busy = new HashSet<>();
        for (String kind : order) {
            Optional<Edits.Made> made = make(edits.getOrDefault(kind, (page, other, any) -> Optional.empty()), busy);
            if (made.isEmpty()) {
                continue;
            }
            write(made.get().files());
            busy.addAll(made.get().files().keySet());
            pending.add(new Pending(kind, made.get()));
            if (pending.size() == AT_ONCE) {
                compare(pending);
                pending.clear();
                busy.clear();
            }
        }
        compare(pending);
        print();
        long begun = System.nanoTime();
        int all = Changes.between(start.values(), told.values()).size();
        System.out.printf(Locale.ROOT, "the first state against the last, every entry handed in: %d changes, %.0f ms%n",
                all, (System.nanoTime() - begun) / 1e6);
    }

    private Optional<Edits.Made> make(Edits.Edit edit, Set<String> busy) throws IOException {
        List<EntryPath> paths = List.copyOf(told.keySet());
        for (int i = 0; i < TRIES; i++) {
            Optional<Edits.Page> page = page(PageText.one(paths, random));
            Optional<Edits.Page> other = page(PageText.one(paths, random));
            if (page.isEmpty() || other.isEmpty() || busy.contains(page.get().path())
                    || busy.contains(other.get().path())) {
                continue;
            }
            Optional<Edits.Made> made = edit.of(page.get(), other.get(), random);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private Optional<Edits.Page> page(EntryPath path) throws IOException {
        Entry entry = told.get(path);
        Path file = folder.resolve(path.value());
        return entry == null || Files.notExists(file) || entry.kind() != Entry.Kind.PAGE
                ? Optional.empty()
                : Optional.of(new Edits.Page(path.value(), Files.readString(file), entry));
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (file.getValue().isEmpty()) {
                Files.delete(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    private Map<EntryPath, Entry> read() throws IOException {
        Map<EntryPath, String> known = new HashMap<>();
        told.forEach((path, entry) -> known.put(path, entry.hash()));
        Map<EntryPath, Entry> now = new ConcurrentHashMap<>();
        ArchiveReader.Report report = new ArchiveReader(folder).readChanged(known,
                entry -> now.put(entry.path(), entry), (done, total) -> {});
        told.forEach((path, entry) -> {
            if (report.present().contains(path)) {
                now.putIfAbsent(path, entry);
            }
        });
        return now;
    }

    private void compare(List<Pending> edits) throws IOException {
        long begun = System.nanoTime();
        Map<EntryPath, Entry> now = read();
        long read = System.nanoTime();
        List<Entry> before = told.values().stream().filter(entry -> !entry.equals(now.get(entry.path()))).toList();
        List<Entry> after = now.values().stream().filter(entry -> !entry.equals(told.get(entry.path()))).toList();
        long ready = System.nanoTime();
        List<Change> found = new ArrayList<>(Changes.between(before, after));
        comparing.add((System.nanoTime() - ready) / 1e6);
        reading.add((read - begun) / 1e6);
        for (Pending edit : edits) {
            Score score = score(edit.kind());
            score.edits++;
            for (Edits.Expected expected : edit.made().expected()) {
                Optional<Change> right = found.stream().filter(change -> is(expected, change)).findFirst();
                right.ifPresentOrElse(change -> {
                    found.remove(change);
                    score.right++;
                }, () -> {
                    score.missed++;
                    say("missed", edit.kind(), expected.kind() + " " + expected.path() + " " + expected.holds());
                });
            }
        }
        for (Change wrong : found) {
            String path = wrong.entry().path().value();
            Pending of = edits.stream().filter(edit -> edit.made().files().containsKey(path)).findFirst()
                    .orElse(edits.getFirst());
            score(of.kind()).wrong++;
            say("wrong", of.kind(), wrong.kind() + " " + path + " " + words(wrong));
        }
        told.clear();
        told.putAll(now);
    }

    private Score score(String kind) {
        return scores.computeIfAbsent(kind, any -> new Score());
    }

    private static boolean is(Edits.Expected expected, Change change) {
        return change.kind() == expected.kind() && change.entry().path().value().equals(expected.path())
                && plain(words(change)).contains(plain(expected.holds()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String words(Change change) {
        var words = new LinkedHashSet<String>();
        if (change.before() != null) {
            words.addAll(change.before().blocks());
        }
        if (change.after() != null) {
            words.addAll(change.after().blocks());
        }
        change.citations().forEach(citation -> {
            words.add(citation.original());
            citation.snapshots().forEach(snapshot -> words.add(snapshot.url()));
        });
        return String.join("\n", words);
    }

    private void say(String what, String kind, String words) {
        if (misses) {
            System.out.println(what + " [" + kind + "] " + words.replace("\n", " ¶ "));
        }
    }

    private void print() {
        var all = new Score();
        System.out.printf("%-36s %6s %6s %6s %6s %9s %7s%n", "edit", "edits", "right", "missed", "wrong", "precision",
                "recall");
        scores.forEach((kind, score) -> {
            line(kind, score);
            all.edits += score.edits;
            all.right += score.right;
            all.missed += score.missed;
            all.wrong += score.wrong;
        });
        line("all", all);
        long clean = scores.values().stream().filter(score -> score.missed + score.wrong == 0).count();
        System.out.printf(Locale.ROOT, "%d kinds of edit, %d of them without a fault%n", scores.size(), clean);
        System.out.printf(Locale.ROOT,
                "a comparison: %.2f ms (median), %.1f ms (longest); finding what to read: %.0f ms%n",
                median(comparing), comparing.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                median(reading));
    }

    private static void line(String kind, Score score) {
        System.out.printf(Locale.ROOT, "%-36s %6d %6d %6d %6d %9s %7s%n", kind, score.edits, score.right, score.missed,
                score.wrong, share(score.right, score.wrong), share(score.right, score.missed));
    }

    private static String share(int right, int other) {
        return right + other == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) right / (right + other));
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElse(0.0);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
