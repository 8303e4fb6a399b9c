package guidang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Lucene as one would use it for Chinese without anything of ours: single characters, pairs, the text stored. */
final class LuceneAlone {
    private LuceneAlone() {}

    static int index(List<String> texts, Path folder) throws IOException {
        var analyzer = new PerFieldAnalyzerWrapper(chain(false), Map.of("pairs", chain(true)));
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            texts.parallelStream().forEach(text -> add(writer, text));
            writer.commit();
            return writer.getDocStats().numDocs;
        }
    }

    private static void add(IndexWriter writer, String text) {
        var document = new Document();
        document.add(new TextField("units", text, Field.Store.NO));
        document.add(new TextField("pairs", text, Field.Store.NO));
        document.add(new StoredField("text", text));
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Analyzer chain(boolean pairs) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new StandardTokenizer();
                TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
                return new TokenStreamComponents(tokenizer, pairs ? new CJKBigramFilter(folded) : folded);
            }
        };
    }
}
