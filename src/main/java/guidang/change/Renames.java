package guidang.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Section;

/** Which of the entries that are gone stand elsewhere now. */
final class Renames {
    /** Two entries are one if they share so much of their words (Jaccard, 0 to 1). */
    private static final double ALIKE = 0.34;
    /** If they have one title or one file name, less is enough. */
    private static final double ALIKE_NAMED = 0.2;
    /** An entry is compared by no more than so many of its pairs of words. */
    private static final int SKETCH = 400;

    private Renames() {}

    /** What an entry is compared by: the smallest of the numbers that stand for its pairs of words. */
    private static final class Sketch {
        private final Entry entry;
        private final String wording;
        private final int[] pairs;

        private Sketch(Entry entry, String wording, int[] pairs) {
            this.entry = entry;
            this.wording = wording;
            this.pairs = pairs;
        }

        Entry entry() {
            return entry;
        }

        String wording() {
            return wording;
        }

        static Sketch of(Entry entry) {
            String wording = Wording.of(entry.sections().stream().map(Section::text).collect(Collectors.joining("\n")));
            int[] pairs = Arrays.stream(wording.split("(?<=\\.)", -1))
                    .flatMapToInt(sentence -> Arrays.stream(Wording.pairs(sentence))).map(Sketch::spread).distinct()
                    .sorted().limit(SKETCH).toArray();
            return new Sketch(entry, wording, pairs);
        }

        private static int spread(int hash) {
            int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
            return mixed ^ (mixed >>> 13);
        }

        double alike(Sketch other) {
            int[] both = java.util.stream.IntStream.concat(Arrays.stream(pairs), Arrays.stream(other.pairs)).distinct()
                    .sorted().limit(SKETCH).toArray();
            if (both.length == 0) {
                return 0;
            }
            return (double) Wording.shared(Wording.without(both, Wording.without(both, pairs)), other.pairs)
                    / both.length;
        }

        boolean named(Sketch other) {
            return entry.title().equals(other.entry.title()) || entry.path().name().equals(other.entry.path().name());
        }
    }

    private record Likeness(Sketch gone, Sketch come, double score) {}

    /**
     * The old path of each entry that stands elsewhere now, by its new one: those with the same bytes, then the same
     * words, then the most alike.
     */
    static Map<EntryPath, Entry> of(List<Entry> gone, List<Entry> come) {
        Map<EntryPath, Entry> renames = new TreeMap<>();
        if (gone.isEmpty() || come.isEmpty()) {
            return renames;
        }
        List<Sketch> was = gone.stream().map(Sketch::of).sorted(Comparator.comparing(one -> one.entry().path()))
                .toList();
        List<Sketch> is = come.stream().map(Sketch::of).sorted(Comparator.comparing(one -> one.entry().path()))
                .toList();
        Set<EntryPath> taken = new HashSet<>();
        equal(was, is, sketch -> sketch.entry().hash(), renames, taken);
        equal(was, is, sketch -> sketch.wording().isEmpty() ? "" : "=" + sketch.wording(), renames, taken);
        var likenesses = new ArrayList<Likeness>();
        for (Sketch before : was) {
            for (Sketch after : is) {
                if (taken.contains(before.entry().path()) || renames.containsKey(after.entry().path())) {
                    continue;
                }
                double alike = before.alike(after);
                boolean named = before.named(after);
                boolean empty = before.wording().isEmpty() && after.wording().isEmpty()
                        && before.entry().title().equals(after.entry().title());
                if (empty || alike >= (named ? ALIKE_NAMED : ALIKE)) {
                    likenesses.add(new Likeness(before, after, alike + (named ? 0.1 : 0)));
                }
            }
        }
        likenesses.sort(Comparator.comparingDouble(Likeness::score).reversed());
        for (Likeness likeness : likenesses) {
            join(likeness.gone(), likeness.come(), renames, taken);
        }
        return renames;
    }

    private interface Key {
        String of(Sketch sketch);
    }

    /** Joins those with one key, first those that also have one name. */
    private static void equal(List<Sketch> was, List<Sketch> is, Key key, Map<EntryPath, Entry> renames,
            Set<EntryPath> taken) {
        Map<String, List<Sketch>> byKey = new HashMap<>();
        was.forEach(sketch -> byKey.computeIfAbsent(key.of(sketch), any -> new ArrayList<>()).add(sketch));
        for (boolean named : new boolean[]{true, false}) {
            for (Sketch after : is) {
                String sought = key.of(after);
                for (Sketch before : sought.isEmpty() ? List.<Sketch>of() : byKey.getOrDefault(sought, List.of())) {
                    if (!named || before.named(after)) {
                        join(before, after, renames, taken);
                    }
                }
            }
        }
    }

    private static void join(Sketch before, Sketch after, Map<EntryPath, Entry> renames, Set<EntryPath> taken) {
        if (!renames.containsKey(after.entry().path()) && taken.add(before.entry().path())) {
            renames.put(after.entry().path(), before.entry());
        }
    }
}
