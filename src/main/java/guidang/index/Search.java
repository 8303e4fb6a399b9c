package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.query.Query;

/** One search: candidates by their terms, a second look at the best, and other ways where the words are unknown. */
final class Search {
    /** More are never returned. */
    static final int MOST_HITS = 10_000;
    /** Up to here the number of matches is counted exactly. */
    private static final int COUNTED = 2_000;

    private final View view;
    private final AliasTable aliases;
    private final Query query;
    private final int limit;
    private final boolean relevantOnly;
    private final Map<Integer, String> paths = new HashMap<>();

    /** @param relevantOnly whether sections that hold much less of the query than the best one are left out */
    Search(View view, AliasTable aliases, Query query, int limit, boolean relevantOnly) {
        this.view = view;
        this.aliases = aliases;
        this.query = query;
        this.limit = Math.clamp(limit, 0, MOST_HITS);
        this.relevantOnly = relevantOnly;
    }

    Hits run() throws IOException {
        Hits hits = run(true);
        Query.Period period = query.period();
        if (hits.hits().isEmpty() && limit > 0 && period != null && period.strict()) {
            Hits anyTime = run(false);
            if (!anyTime.hits().isEmpty()) {
                return new Hits(anyTime.hits(), anyTime.total(), anyTime.exact(), anyTime.tier(), true,
                        anyTime.heard());
            }
        }
        return hits;
    }

    private Hits run(boolean inPeriod) throws IOException {
        var words = new ArrayList<>(query.words());
        words.addAll(query.phrases());
        Asked asked = Asked.exactly(view, words, aliases);
        if (asked.isEmpty()) {
            return listed(inPeriod);
        }
        Hits exact = found(asked, inPeriod, tier(asked));
        double covered = coverage(exact);
        if (covered >= Weights.WELL_COVERED || !asked.hasPairs()) {
            return exact;
        }
        Asked heard = asked.bySound(aliases);
        Hits sound = found(heard, inPeriod, Hits.Tier.SOUND);
        double heardWell = Math.max(Weights.WELL_HEARD, covered + Weights.CLEARLY_BETTER);
        return coverage(sound) >= heardWell ? sound : exact;
    }

    private static Hits.Tier tier(Asked asked) {
        if (asked.nearly) {
            return Hits.Tier.NEAR;
        }
        return asked.bySound ? Hits.Tier.SOUND : Hits.Tier.EXACT;
    }

    private static double coverage(Hits hits) {
        return hits.hits().isEmpty() ? -1 : hits.hits().getFirst().coverage();
    }

    /** Everything that the filters let through, by path and place. */
    private Hits listed(boolean inPeriod) throws IOException {
        var builder = new BooleanQuery.Builder();
        if (!Filters.add(view, query, inPeriod, builder) || limit == 0) {
            return new Hits(List.of(), 0, true, Hits.Tier.EXACT, false, "");
        }
        builder.add(new FieldExistsQuery(Fields.BACK), BooleanClause.Occur.FILTER);
        var order = new Sort(new SortField(Fields.PATH, SortField.Type.STRING),
                new SortField(Fields.BACK, SortField.Type.LONG, true));
        TopDocs top = view.searcher.search(builder.build(),
                new TopFieldCollectorManager(order, Math.min(limit, view.reader.maxDoc()), null, Integer.MAX_VALUE));
        var hits = new ArrayList<Hits.Hit>();
        for (ScoreDoc doc : top.scoreDocs) {
            hits.add(hit(doc.doc, view.back(doc.doc), 0, 1, List.of(), 0));
        }
        return new Hits(hits, top.totalHits.value(), true, Hits.Tier.EXACT, false, "");
    }

    private Hits found(Asked asked, boolean inPeriod, Hits.Tier tier) throws IOException {
        if (asked.isUnknown() || limit == 0) {
            return new Hits(List.of(), 0, true, tier, false, "");
        }
        var builder = new BooleanQuery.Builder();
        asked.addTo(builder);
        builder.setMinimumNumberShouldMatch(1);
        Filters.add(view, query, inPeriod, builder);
        Query.Period period = query.period();
        if (period != null && !period.strict()) {
            builder.add(new BoostQuery(new ConstantScoreQuery(Filters.days(period)), Weights.IN_PERIOD),
                    BooleanClause.Occur.SHOULD);
        }
        int least = relevantOnly ? Weights.RELEVANT_AMONG : Weights.CANDIDATES;
        int wanted = Math.min(Math.max(limit, least), Math.max(1, view.reader.maxDoc()));
        TopDocs top = view.searcher.search(builder.build(), new TopScoreDocCollectorManager(wanted, COUNTED));
        List<Candidate> candidates = look(asked, top.scoreDocs, period);
        var ranking = new Ranking(asked);
        boolean counted = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
        long total = top.totalHits.value();
        if (relevantOnly) {
            candidates = relevant(candidates, ranking);
            counted = counted && total <= top.scoreDocs.length;
            total = candidates.size();
        }
        var hits = new ArrayList<Hits.Hit>();
        for (Candidate candidate : candidates.subList(0, Math.min(limit, candidates.size()))) {
            hits.add(hit(candidate.document, candidate.back, candidate.look.score(),
                    ranking.coverage(candidate.look.held()), ranking.missing(candidate.look.held()),
                    ranking.rarestMissing(candidate.look.held())));
        }
        String heard = tier == Hits.Tier.EXACT || candidates.isEmpty()
                ? ""
                : new Hearing(asked).heard(text(candidates.getFirst().document));
        return new Hits(hits, total, counted, tier, false, heard);
    }

    private static List<Candidate> relevant(List<Candidate> candidates, Ranking ranking) {
        double best = candidates.stream().mapToDouble(each -> ranking.coverage(each.look.held())).max().orElse(0);
        return candidates.stream()
                .filter(each -> ranking.coverage(each.look.held()) >= best * Weights.RELEVANT_SHARE).toList();
    }

    private record Candidate(int document, int back, Ranking.Look look, Supplier<String> path) {}

    /** The first candidates ordered by a second look, the rest behind them as they came. */
    private List<Candidate> look(Asked asked, ScoreDoc[] found, Query.@Nullable Period period) throws IOException {
        var ranking = new Ranking(asked);
        double best = found.length == 0 ? 1 : Math.max(found[0].score, Float.MIN_VALUE);
        ScoreDoc[] byDocument = found.clone();
        Arrays.sort(byDocument, Comparator.comparingInt(doc -> doc.doc));
        Set<Integer> looked = new HashSet<>();
        Arrays.stream(found).limit(Weights.CANDIDATES).forEach(doc -> looked.add(doc.doc));
        Set<Integer> timely = period == null || period.strict() ? Set.of() : inPeriod(period, byDocument);
        var candidates = new ArrayList<Candidate>();
        @Nullable
        LeafReaderContext leaf = null;
        @Nullable
        BinaryDocValues texts = null;
        @Nullable
        NumericDocValues backs = null;
        for (ScoreDoc doc : byDocument) {
            LeafReaderContext its = view.reader.leaves().get(ReaderUtil.subIndex(doc.doc, view.reader.leaves()));
            if (leaf != its) {
                leaf = its;
                texts = its.reader().getBinaryDocValues(Fields.TEXT);
                backs = its.reader().getNumericDocValues(Fields.BACK);
            }
            int place = doc.doc - its.docBase;
            if (texts == null || backs == null || !texts.advanceExact(place) || !backs.advanceExact(place)) {
                continue;
            }
            double first = doc.score / best;
            Ranking.Look look = ranking.look(SectionText.decode(texts.binaryValue()), first,
                    timely.contains(doc.doc));
            if (!looked.contains(doc.doc)) {
                look = new Ranking.Look(first - Weights.BEHIND, look.held());
            }
            candidates.add(new Candidate(doc.doc, (int) backs.longValue(), look, path(doc.doc)));
        }
        candidates.sort(Comparator.<Candidate>comparingDouble(candidate -> -candidate.look.score())
                .thenComparing(candidate -> candidate.path.get())
                .thenComparingInt(candidate -> -candidate.back));
        return candidates;
    }

    private SectionText text(int document) throws IOException {
        LeafReaderContext leaf = view.reader.leaves().get(ReaderUtil.subIndex(document, view.reader.leaves()));
        BinaryDocValues texts = leaf.reader().getBinaryDocValues(Fields.TEXT);
        if (texts == null || !texts.advanceExact(document - leaf.docBase)) {
            throw new IOException("a candidate without text");
        }
        return SectionText.decode(texts.binaryValue());
    }

    private Set<Integer> inPeriod(Query.Period period, ScoreDoc[] byDocument) throws IOException {
        var documents = new HashSet<Integer>();
        Arrays.stream(byDocument).forEach(doc -> documents.add(doc.doc));
        documents.retainAll(new HashSet<>(view.all(Filters.days(period))));
        return documents;
    }

    /** Asked for only where two candidates are equal. */
    private Supplier<String> path(int document) {
        return () -> paths.computeIfAbsent(document, missing -> {
            try {
                LeafReaderContext leaf = view.reader.leaves()
                        .get(ReaderUtil.subIndex(document, view.reader.leaves()));
                SortedDocValues paths = leaf.reader().getSortedDocValues(Fields.PATH);
                return paths != null && paths.advanceExact(document - leaf.docBase)
                        ? paths.lookupOrd(paths.ordValue()).utf8ToString()
                        : "";
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private Hits.Hit hit(int document, int back, double score, double coverage, List<String> missing,
            double rarestMissing) throws IOException {
        Entry entry = view.entryAt(document + back);
        return new Hits.Hit(entry, entry.sections().get(entry.sections().size() - back), score, coverage, missing,
                rarestMissing);
    }
}
