package guidang.index;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.When;

/** One commit of the index, as it was; open until the last that reads it lets go. */
final class View {
    /** Bytes of entries kept decoded. */
    private static final long KEPT_BYTES = 4 << 20;
    private static final int A_MONTH = 31;

    final DirectoryReader reader;
    final IndexSearcher searcher;
    /** Number of sections, deleted ones counted until they are merged away. */
    final int sections;
    private final Map<Integer, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;
    private volatile List<Count> counts = List.of();
    private volatile @Nullable Facts facts;

    private record Kept(Entry entry, int bytes) {}

    View(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity());
        searcher.setQueryCache(null);
        this.sections = Math.max(1, reader.getDocCount(Fields.UNITS));
    }

    static BM25Similarity similarity() {
        return new BM25Similarity(Weights.K1, Weights.B);
    }

    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }

    /** What the last commit recorded beside the documents. */
    Map<String, String> userData() throws IOException {
        return reader.getIndexCommit().getUserData();
    }

    /** The entry in a document. */
    Entry entryAt(int document) throws IOException {
        synchronized (kept) {
            Kept known = kept.get(document);
            if (known != null) {
                return known.entry;
            }
        }
        BytesRef bytes = searcher.storedFields().document(document, Set.of(Fields.WHOLE))
                .getBinaryValue(Fields.WHOLE);
        Entry entry;
        try {
            entry = Documents.CODEC.decode(bytes.bytes, bytes.offset, bytes.length);
        } catch (IllegalArgumentException e) {
            throw new CorruptIndexException("entry " + document, "index", e);
        }
        synchronized (kept) {
            if (kept.put(document, new Kept(entry, bytes.length)) == null) {
                keptBytes += bytes.length;
            }
            var oldest = kept.values().iterator();
            while (keptBytes > KEPT_BYTES && kept.size() > 1) {
                keptBytes -= oldest.next().bytes;
                oldest.remove();
            }
        }
        return entry;
    }

    /** The document of a published entry. */
    Optional<Entry> entry(EntryPath path) throws IOException {
        int document = first(new Term(Fields.ENTRY, Citations.cut(path.value())));
        if (document < 0) {
            return Optional.empty();
        }
        Entry entry = entryAt(document);
        return entry.published() && entry.path().equals(path) ? Optional.of(entry) : Optional.empty();
    }

    /** The first living document that has a term; -1 if there is none. */
    int first(Term term) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    return leaf.docBase + postings.docID();
                }
            }
        }
        return -1;
    }

    /** All documents that match, in the index's order. */
    List<Integer> all(Query query) throws IOException {
        var documents = new ArrayList<Integer>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator iterator = scorer.iterator();
            while (iterator.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(iterator.docID())) {
                    documents.add(leaf.docBase + iterator.docID());
                }
            }
        }
        return documents;
    }

    /** How many documents after a section its entry stands. */
    int back(int section) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(section, reader.leaves()));
        NumericDocValues back = leaf.reader().getNumericDocValues(Fields.BACK);
        if (back == null || !back.advanceExact(section - leaf.docBase)) {
            throw new CorruptIndexException("section " + section, "index");
        }
        return Math.toIntExact(back.longValue());
    }

    /** Whether a document is an entry, not a section. */
    boolean isEntry(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues cards = leaf.reader().getBinaryDocValues(Fields.CARD);
        return cards != null && cards.advanceExact(document - leaf.docBase);
    }

    /** How many events the entry in a document has. */
    record Count(int document, int events) {}

    /** The number of events of every published entry, in the index's order. */
    List<Count> counts() throws IOException {
        facts();
        return counts;
    }

    /** The cards of all entries, unpublished ones too. */
    List<Card> cards() throws IOException {
        var cards = new ArrayList<Card>();
        eachCard((document, card) -> cards.add(card));
        return cards;
    }

    private interface CardSink {
        void take(int document, Card card);
    }

    private void eachCard(CardSink sink) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.CARD);
            Bits live = leaf.reader().getLiveDocs();
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(values.docID())) {
                    BytesRef bytes = values.binaryValue();
                    sink.take(leaf.docBase + values.docID(),
                            Card.CODEC.decode(bytes.bytes, bytes.offset, bytes.length));
                }
            }
        }
    }

    Map<EntryPath, String> hashes() throws IOException {
        var hashes = new HashMap<EntryPath, String>();
        cards().forEach(card -> hashes.put(new EntryPath(card.path()), card.hash()));
        return hashes;
    }

    Facts facts() throws IOException {
        Facts known = facts;
        if (known == null) {
            var events = new ArrayList<Count>();
            var cards = new ArrayList<Card>();
            eachCard((document, card) -> {
                cards.add(card);
                if (card.published()) {
                    events.add(new Count(document, card.events()));
                }
            });
            counts = List.copyOf(events);
            known = count(cards, Objects.requireNonNullElse(userData().get(IndexFolder.FINGERPRINT), ""));
            facts = known;
        }
        return known;
    }

    private static Facts count(List<Card> cards, String fingerprint) {
        int entries = 0;
        int sections = 0;
        int events = 0;
        int dated = 0;
        int citations = 0;
        int snapshots = 0;
        @Nullable
        When first = null;
        @Nullable
        When last = null;
        @Nullable
        When newest = null;
        var tags = new TreeMap<String, Integer>();
        var months = new TreeMap<YearMonth, Integer>();
        for (Card card : cards) {
            if (!card.published()) {
                continue;
            }
            entries++;
            sections += card.sections();
            events += card.events();
            dated += card.dated();
            citations += card.citations();
            snapshots += card.snapshots();
            first = earlier(first, card.first());
            last = later(last, card.last());
            newest = later(newest, card.entry());
            When own = card.entry();
            if (own != null && own.days() <= A_MONTH) {
                months.merge(YearMonth.from(own.earliest()), 1, Integer::sum);
            }
            card.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
        }
        return new Facts(entries, sections, events, dated, citations, snapshots, first, last, newest, tags,
                months, fingerprint);
    }

    private static @Nullable When earlier(@Nullable When a, @Nullable When b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.earliest().isBefore(a.earliest()) ? b : a;
    }

    private static @Nullable When later(@Nullable When a, @Nullable When b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.latest().isAfter(a.latest()) ? b : a;
    }
}
