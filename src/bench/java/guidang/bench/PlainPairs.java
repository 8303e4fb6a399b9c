package guidang.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Lucene with its own analysis for Chinese: StandardTokenizer, width, lower case, CJKBigram; BM25 as it comes. */
record PlainPairs(FSDirectory directory, DirectoryReader reader, IndexSearcher searcher, SectionTexts texts)
        implements
            Peer {
    private static final String FIELD = "pairs";
    private static final String NUMBER = "number";
    private static final Analyzer ANALYZER = LuceneAlone.chain(true);

    static void index(Path folder, SectionTexts texts) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
            for (int i = 0; i < texts.places().size(); i++) {
                var document = new Document();
                document.add(new TextField(FIELD, texts.places().get(i).text(), Field.Store.NO));
                document.add(new NumericDocValuesField(NUMBER, i));
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    static PlainPairs open(Path folder, SectionTexts texts) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory);
        var searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return new PlainPairs(directory, reader, searcher, texts);
    }

    @Override
    public int[] top(String text) throws IOException {
        var query = new BooleanQuery.Builder();
        for (String term : terms(text)) {
            query.add(new TermQuery(new Term(FIELD, term)), BooleanClause.Occur.SHOULD);
        }
        var docs = searcher.search(query.build(), TOP).scoreDocs;
        var numbers = new int[docs.length];
        for (int i = 0; i < docs.length; i++) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(docs[i].doc, reader.leaves()));
            NumericDocValues values = leaf.reader().getNumericDocValues(NUMBER);
            numbers[i] = values.advanceExact(docs[i].doc - leaf.docBase) ? (int) values.longValue() : -1;
        }
        return numbers;
    }

    private static Set<String> terms(String text) throws IOException {
        var terms = new LinkedHashSet<String>();
        try (TokenStream tokens = ANALYZER.tokenStream(FIELD, new StringReader(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }

    @Override
    public String[] place(int number) {
        SectionTexts.Place place = texts.places().get(number);
        return new String[]{place.path(), place.heading()};
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
