package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

import guidang.archive.Entry;

/**
 * The least that a search of our own index can cost: one OR of the pairs of characters, and the words, that a text
 * holds, and the documents with the best scores. No second look, no entry decoded, nothing said.
 */
public final class BarePairs implements AutoCloseable {
    private final FSDirectory directory;
    private final View view;

    private BarePairs(FSDirectory directory, View view) {
        this.directory = directory;
        this.view = view;
    }

    /** Reads what {@link ArchiveIndex} wrote to a folder. */
    public static BarePairs open(Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        return new BarePairs(directory, new View(DirectoryReader.open(directory)));
    }

    /** Documents of sections, best first. */
    public int[] top(String text, int limit) throws IOException {
        var query = new BooleanQuery.Builder();
        for (Term term : terms(Folding.squeeze(text))) {
            query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        return Arrays.stream(view.searcher.search(query.build(), limit).scoreDocs).mapToInt(doc -> doc.doc).toArray();
    }

    private static Set<Term> terms(String text) {
        var terms = new LinkedHashSet<Term>();
        var found = new Terms(text);
        int before = -1;
        int beforeEnd = -1;
        while (found.next()) {
            if (!found.cjk()) {
                terms.add(new Term(Fields.UNITS, text.substring(found.start(), found.end())));
            } else if (beforeEnd == found.start()) {
                terms.add(new Term(Fields.PAIRS, text.substring(before, found.end())));
            }
            before = found.start();
            beforeEnd = found.cjk() ? found.end() : -1;
        }
        return terms;
    }

    /** The section in a document: {@code path}, {@code heading}. */
    public String[] place(int document) throws IOException {
        int back = view.back(document);
        Entry entry = view.entryAt(document + back);
        return new String[]{entry.path().value(), entry.sections().get(entry.sections().size() - back).heading()};
    }

    @Override
    public void close() throws IOException {
        view.release();
        directory.close();
    }
}
