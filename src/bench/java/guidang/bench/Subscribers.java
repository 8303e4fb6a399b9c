package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.change.Change;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.index.Hits;
import guidang.index.SavedQueries;
import guidang.query.QueryReader;
import guidang.reading.ArchiveReader;
import guidang.subscription.Matching;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/**
 * Who is told of a changed page: subscriptions made of the words of an archive, with a fixed seed, against all events of
 * one page after the other, beside a loop over bare Lucene queries on a {@link MemoryIndex} of each event; and how well
 * what is told agrees with what a search calls relevant. The folder is given by {@code -Darchive=DIR}.
 */
public final class Subscribers {
    private static final long SEED = 20_220_726;
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);
    private static final int PAGES = 40;
    private static final int JUDGED_QUERIES = 400;
    private static final int JUDGED_PAGES = 150;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Entry> entries;
    private final Words words;
    private final Aliases aliases;

    private Subscribers(List<Entry> entries, Aliases aliases) throws IOException {
        this.entries = entries;
        this.aliases = aliases;
        this.words = new Words(entries);
    }

    public static void main(String[] args) throws IOException {
        List<Entry> entries = new ArchiveReader(Folders.archive()).read().entries().stream()
                .filter(entry -> entry.published() && entry.events().findAny().isPresent()).toList();
        var bench = new Subscribers(entries, Folders.aliases());
        bench.speed(10_000, 5);
        bench.speed(100_000, 1);
        bench.quality();
    }

    /** What people subscribe to: titles, titles with a word, words, sometimes filtered. */
    private static final class Words {
        private final List<Entry> entries;
        private final List<List<String>> ofEntries = new ArrayList<>();

        Words(List<Entry> entries) throws IOException {
            this.entries = entries;
            var keywords = new Keywords(entries.stream().map(Words::text).toList());
            for (int i = 0; i < entries.size(); i++) {
                List<String> all = keywords.of(i);
                ofEntries.add(all.isEmpty() ? List.of(entries.get(i).title()) : all);
            }
        }

        private static String text(Entry entry) {
            var text = new StringBuilder();
            entry.sections().forEach(section -> text.append(section.heading()).append('\n').append(section.text()));
            return text.toString();
        }

        String query(Random random) {
            int at = random.nextInt(entries.size());
            Entry entry = entries.get(at);
            List<String> words = ofEntries.get(at);
            String word = words.get(random.nextInt(words.size()));
            String title = entry.title().replace('"', ' ').replace(':', ' ');
            return switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4 -> title;
                case 5, 6, 7, 8, 9 -> title + " " + word;
                case 10, 11, 12 -> word;
                case 13 -> "\"" + word + "\" " + title;
                case 14 -> title + " -" + word;
                case 15 -> entry.tags().isEmpty() ? word : word + " tag:" + entry.tags().getFirst();
                default -> word + " " + words.get(random.nextInt(words.size()));
            };
        }
    }

    private List<Subscription> subscriptions(int count) {
        var random = new Random(SEED);
        var all = new ArrayList<Subscription>();
        for (int i = 0; i < count; i++) {
            all.add(subscription(String.format(Locale.ROOT, "%016d", i), words.query(random)));
        }
        return all;
    }

    private static Subscription subscription(String id, String text) {
        return new Subscription(id, new Place(id.hashCode(), 0), new Subject.Search(text), Wanted.usual());
    }

    private List<List<Change>> pages(int count) {
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.stream().limit(count).map(Subscribers::changes).toList();
    }

    private static List<Change> changes(Entry entry) {
        var changes = new ArrayList<Change>();
        for (Section section : entry.sections()) {
            for (Event event : section.events()) {
                changes.add(new Change(Change.Kind.EVENT_ADDED, entry, section, null, event, List.of(), null));
            }
        }
        return changes;
    }

    private void speed(int count, int bareRounds) throws IOException {
        List<Subscription> all = subscriptions(count);
        List<List<Change>> pages = pages(PAGES);
        Matching matching = new Matching(all, aliases, TODAY);
        for (int warm = 0; warm < 5; warm++) {
            pages.forEach(changes -> matching.of(changes, TODAY));
        }
        long begun = System.nanoTime();
        new Matching(all, aliases, TODAY);
        double building = millis(begun);
        var one = subscription("added", "某个 谁也没有订阅过的词");
        double[] adding = times(() -> {
            matching.add(one);
            matching.remove(one.id());
            return 0;
        }, 1001);
        var ours = new double[PAGES];
        int matches = 0;
        for (int page = 0; page < PAGES; page++) {
            List<Change> changes = pages.get(page);
            ours[page] = median(times(() -> matching.of(changes, TODAY).size(), 5));
            matches += matching.of(changes, TODAY).size();
        }
        int barePages = count > 10_000 ? 5 : 10;
        var bare = new double[barePages];
        List<Query> queries = bareQueries(all);
        for (int page = 0; page < barePages; page++) {
            List<Change> changes = pages.get(page);
            bare[page] = median(times(() -> bare(queries, changes), bareRounds));
        }
        double[] compared = Arrays.copyOf(ours, barePages);
        int events = pages.stream().mapToInt(List::size).sum();
        out.printf(Locale.ROOT, "%,d subscriptions, %,d different; %d pages of %,d events; %,d matches%n", count,
                all.stream().map(Subscription::subject).distinct().count(), PAGES, events, matches);
        int longest = IntStream.range(0, PAGES).reduce(0, (a, b) -> ours[b] > ours[a] ? b : a);
        out.printf(Locale.ROOT, "  one changed page: median %.2f ms; longest %.2f ms, of %d events and %,d matches%n",
                median(ours), ours[longest], pages.get(longest).size(),
                matching.of(pages.get(longest), TODAY).size());
        out.printf(Locale.ROOT, "  of the first %d pages: ours %.2f ms, MemoryIndex loop %.1f ms: %.0f times as long%n",
                barePages, median(compared), median(bare), median(bare) / median(compared));
        out.printf(Locale.ROOT, "  building %.0f ms, adding and removing one %.4f ms%n", building, median(adding));
    }

    private static double[] times(Supplier<Integer> work, int rounds) {
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            if (work.get() < 0) {
                throw new IllegalStateException();
            }
            times[round] = millis(begun);
        }
        return times;
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Each word a run of pairs, all of them wanted: without aliases, filters and other scripts. */
    private static List<Query> bareQueries(List<Subscription> all) {
        var builder = new QueryBuilder(LuceneAlone.chain(true));
        var queries = new ArrayList<Query>();
        for (Subscription one : all) {
            if (one.subject() instanceof Subject.Search search) {
                var asked = QueryReader.search(search.text(), TODAY);
                var texts = new ArrayList<>(asked.words());
                texts.addAll(asked.phrases());
                var query = new BooleanQuery.Builder();
                for (String text : texts) {
                    Query words = builder.createBooleanQuery("text", text,
                            BooleanClause.Occur.MUST);
                    if (words != null) {
                        query.add(words, BooleanClause.Occur.MUST);
                    }
                }
                queries.add(query.build());
            }
        }
        return queries;
    }

    private static int bare(List<Query> queries, List<Change> changes) {
        Analyzer analyzer = LuceneAlone.chain(true);
        int found = 0;
        for (Change change : changes) {
            var memory = new MemoryIndex();
            memory.addField("text", text(change), analyzer);
            for (Query query : queries) {
                found += memory.search(query) > 0 ? 1 : 0;
            }
        }
        return found;
    }

    private static String text(Change change) {
        Section section = Objects.requireNonNull(change.section());
        Event event = Objects.requireNonNull(change.after());
        return change.entry().title() + "\n" + section.heading() + "\n" + String.join("\n", section.parents()) + "\n"
                + String.join("\n", change.entry().tags()) + "\n" + String.join("\n", event.blocks());
    }

    /** Matching, with what a search finds as the judge. */
    private void quality() throws IOException {
        Path folder = Folders.scratch();
        var random = new Random(SEED + 1);
        Set<String> texts = new HashSet<>();
        while (texts.size() < JUDGED_QUERIES) {
            texts.add(words.query(random));
        }
        var saved = new SavedQueries(aliases, TODAY);
        texts.forEach(saved::add);
        var relevant = new HashSet<String>();
        var whole = new HashSet<String>();
        try (ArchiveIndex index = ArchiveIndex.open(folder, aliases)) {
            try (ArchiveIndex.Update update = index.update()) {
                for (Entry entry : entries) {
                    update.put(entry);
                }
                update.commit();
            }
            for (String text : texts) {
                Hits hits = index.relevant(QueryReader.search(text, TODAY), 10_000);
                for (Hits.Hit hit : hits.hits()) {
                    relevant.add(text + place(hit.entry(), hit.section()));
                    if (hit.coverage() > 1 - 1e-9 && hits.tier() == Hits.Tier.EXACT) {
                        whole.add(text + place(hit.entry(), hit.section()));
                    }
                }
            }
        }
        Folders.wipe(folder);
        judge(saved, texts, relevant, whole);
    }

    private static String place(Entry entry, Section section) {
        return "\n" + entry.path() + "#" + section.line();
    }

    private void judge(SavedQueries saved, Set<String> texts, Set<String> relevant, Set<String> whole) {
        var sections = new Tally();
        var sectionsWhole = new Tally();
        var events = new Tally();
        int count = 0;
        List<Entry> pages = pages(JUDGED_PAGES).stream().map(changes -> changes.getFirst().entry()).toList();
        for (Entry entry : pages) {
            SavedQueries.Look look = saved.look();
            for (Section section : entry.sections()) {
                Set<String> of = new HashSet<>(look.concerning(entry, section));
                for (String text : texts) {
                    sections.add(of.contains(text), relevant.contains(text + place(entry, section)));
                    sectionsWhole.add(of.contains(text), whole.contains(text + place(entry, section)));
                }
                for (Event event : section.events()) {
                    count++;
                    Set<String> ofEvent = new HashSet<>(look.concerning(entry, section, event, List.of()));
                    for (String text : texts) {
                        events.add(ofEvent.contains(text), relevant.contains(text + place(entry, section)));
                    }
                }
            }
        }
        out.printf(Locale.ROOT, "%d saved queries, %,d events of %d pages; the judge is what a search calls relevant%n",
                texts.size(), count, pages.size());
        sections.print("sections, relevant", out);
        sectionsWhole.print("sections that hold all of it", out);
        events.print("events, by their section", out);
    }

    private static final class Tally {
        private int both;
        private int told;
        private int wanted;

        void add(boolean isTold, boolean isWanted) {
            told += isTold ? 1 : 0;
            wanted += isWanted ? 1 : 0;
            both += isTold && isWanted ? 1 : 0;
        }

        void print(String what, PrintStream out) {
            out.printf(Locale.ROOT, "  %-30s told %,6d  wanted %,6d  precision %.4f  recall %.4f%n", what, told,
                    wanted, both / (double) Math.max(1, told), both / (double) Math.max(1, wanted));
        }
    }
}
