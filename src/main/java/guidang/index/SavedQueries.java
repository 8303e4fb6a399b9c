package guidang.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.query.Query;
import guidang.query.QueryReader;

/**
 * Queries that are kept, and which of them concern a section or an event: those of whose words, phrases and filters
 * everything holds for it, with the headings above it, the title and tags of its entry and the titles of what it cites.
 * Text is compared as a search compares it: script, case and width folded, aliases and the thesaurus counted. What
 * concerns an event, a search for the query would find. Not counted: names of publishers, which stand beside nearly
 * everything, and what only sounds alike.
 *
 * <p>In memory; reads no index. Not safe for several threads.
 */
public final class SavedQueries {
    private final AliasTable aliases;
    private LocalDate today;
    private final Map<String, Kept> byText = new HashMap<>();
    /** By one of the terms without which nothing is found. */
    private final Map<Long, List<Kept>> byTerm = new HashMap<>();
    /** Those that demand no term. */
    private final Set<Kept> others = new LinkedHashSet<>();
    /** Those whose period moves with the day. */
    private final Set<String> relative = new LinkedHashSet<>();

    private static final class Kept {
        final String text;
        final SavedQuery query;
        final long[] terms;

        Kept(String text, SavedQuery query, long[] terms) {
            this.text = text;
            this.query = query;
            this.terms = terms;
        }
    }

    /** @param today the day from which 今年 and the like are counted */
    public SavedQueries(Aliases aliases, LocalDate today) {
        this.aliases = new AliasTable(aliases);
        this.today = today;
    }

    /** Counts 今年 and the like from another day. */
    public void turnTo(LocalDate day) {
        if (day.equals(today)) {
            return;
        }
        today = day;
        for (String text : List.copyOf(relative)) {
            remove(text);
            add(text);
        }
    }

    /** Keeps a query, in the language of {@code /search}; whether it was not kept yet. */
    public boolean add(String text) {
        if (byText.containsKey(text)) {
            return false;
        }
        Query read = QueryReader.search(text, today);
        var query = new SavedQuery(read, aliases);
        long[] terms = query.isEmpty() ? new long[0] : fewest(query.anchors());
        var kept = new Kept(text, query, terms);
        byText.put(text, kept);
        for (long term : terms) {
            byTerm.computeIfAbsent(term, key -> new ArrayList<>(1)).add(kept);
        }
        if (terms.length == 0 && !query.isEmpty()) {
            others.add(kept);
        }
        Query.Period period = read.period();
        if (period != null && !period.equals(QueryReader.search(text, today.plusDays(400)).period())) {
            relative.add(text);
        }
        return true;
    }

    /** Those terms under which the fewest queries are kept. */
    private long[] fewest(List<long[]> anchors) {
        long[] best = new long[0];
        int least = Integer.MAX_VALUE;
        for (long[] terms : anchors) {
            int load = terms.length - 1;
            for (long term : terms) {
                load += byTerm.getOrDefault(term, List.of()).size();
            }
            if (load < least) {
                least = load;
                best = terms;
            }
        }
        return best;
    }

    /** Forgets a query; whether it was kept. */
    public boolean remove(String text) {
        Kept kept = byText.remove(text);
        if (kept == null) {
            return false;
        }
        for (long term : kept.terms) {
            List<Kept> same = byTerm.getOrDefault(term, List.of());
            same.remove(kept);
            if (same.isEmpty()) {
                byTerm.remove(term);
            }
        }
        others.remove(kept);
        relative.remove(text);
        return true;
    }

    /** How many are kept. */
    public int size() {
        return byText.size();
    }

    /** Holds the queries against parts of entries; remembers what it read of them, so it is for one batch of changes. */
    public Look look() {
        return new Look();
    }

    /** One way through the changes of a batch. Its answers are the texts of queries, in no order. */
    public final class Look {
        private final IdentityHashMap<Section, SectionText> texts = new IdentityHashMap<>();
        private final IdentityHashMap<Section, Collection<String>> ofSections = new IdentityHashMap<>();

        private Look() {}

        /** Those that concern any section of an entry. None of an unpublished one. */
        public Collection<String> concerning(Entry entry) {
            var all = new LinkedHashSet<String>();
            entry.sections().forEach(section -> all.addAll(concerning(entry, section)));
            return all;
        }

        /** Those that concern a section. None of an unpublished entry. */
        public Collection<String> concerning(Entry entry, Section section) {
            if (!entry.published()) {
                return List.of();
            }
            Collection<String> known = ofSections.get(section);
            if (known == null) {
                known = found(new SavedContext(entry, section, List.of(), isFirst(entry, section),
                        () -> text(entry, section)));
                ofSections.put(section, known);
            }
            return known;
        }

        /**
         * Those that concern one event. What a query excludes must not stand anywhere in the section, or a search would
         * not find it. None of an unpublished entry.
         *
         * @param section that it stands in; need not be the one that the entry holds
         * @param more citations that it had before
         */
        public Collection<String> concerning(Entry entry, Section section, Event event, List<Citation> more) {
            if (!entry.published()) {
                return List.of();
            }
            Section alone = SavedContext.withEvents(section, List.of(event), section.closing());
            return found(new SavedContext(entry, alone, more, isFirst(entry, section), () -> text(entry, section)));
        }

        private SectionText text(Entry entry, Section section) {
            return texts.computeIfAbsent(section, missing -> SectionText.of(entry, section, isFirst(entry, section)));
        }

        private static boolean isFirst(Entry entry, Section section) {
            return !entry.sections().isEmpty() && entry.sections().getFirst().line() == section.line();
        }

        private List<String> found(SavedContext context) {
            var found = new LinkedHashMap<String, Kept>();
            for (int i = 0; i < context.keys.size(); i++) {
                byTerm.getOrDefault(context.keys.at(i), List.of()).forEach(kept -> check(kept, context, found));
            }
            others.forEach(kept -> check(kept, context, found));
            return List.copyOf(found.keySet());
        }

        private static void check(Kept kept, SavedContext context, Map<String, Kept> found) {
            if (!found.containsKey(kept.text) && kept.query.finds(context)) {
                found.put(kept.text, kept);
            }
        }
    }
}
