package guidang.index;

import java.io.IOException;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Sections whose text, headings, title or cited titles hold a folded text exactly as it stands. */
final class Holds extends Query {
    private final String text;
    private final Query terms;

    /** Only for a text that {@link #isPossible}. */
    Holds(String text) {
        this.text = text;
        this.terms = terms(text);
    }

    /** Whether a text has anything that can be looked for. */
    static boolean isPossible(String text) {
        return new Terms(text).next();
    }

    private static Query terms(String text) {
        var query = new BooleanQuery.Builder();
        var found = new Terms(text);
        int before = -1;
        int clauses = 0;
        while (clauses < Asked.MOST_UNITS && found.next()) {
            if (!found.cjk()) {
                Terms.parts(text.substring(found.start(), found.end()))
                        .forEach(part -> add(query, Fields.UNITS, part));
                clauses += 4;
            } else if (before >= 0) {
                add(query, Fields.PAIRS, text.substring(before, found.end()));
                clauses++;
            } else {
                add(query, Fields.UNITS, text.substring(found.start(), found.end()));
                clauses++;
            }
            before = found.cjk() && found.end() < text.length() && Terms.isCjk(text.charAt(found.end()))
                    ? found.start()
                    : -1;
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, String field, String term) {
        query.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.FILTER);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight inner = searcher.createWeight(searcher.rewrite(terms), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier first = inner.scorerSupplier(leaf);
                BinaryDocValues texts = leaf.reader().getBinaryDocValues(Fields.TEXT);
                if (first == null || texts == null) {
                    return null;
                }
                float score = score();
                return new ScorerSupplier() {
                    @Override
                    public ConstantScoreScorer get(long lead) throws IOException {
                        return new ConstantScoreScorer(score, mode, exact(first.get(lead).iterator(), texts));
                    }

                    @Override
                    public long cost() {
                        return first.cost();
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private TwoPhaseIterator exact(DocIdSetIterator candidates, BinaryDocValues texts) {
        return new TwoPhaseIterator(candidates) {
            @Override
            public boolean matches() throws IOException {
                return texts.advanceExact(candidates.docID())
                        && SectionText.decode(texts.binaryValue()).holds(text);
            }

            @Override
            public float matchCost() {
                return 1000;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "holds(…)";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Holds holds && holds.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
