package guidang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import guidang.index.BarePairs;

/** A search engine as somebody would use it who has the same texts and an afternoon. */
interface Peer extends AutoCloseable {
    int TOP = 10;

    /** Numbers of the ten best sections, best first. */
    int[] top(String text) throws IOException, SQLException;

    /** Path and heading of a section. */
    String[] place(int number) throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;

    /** Who is compared with us, in the order of the tables. */
    enum Kind {
        BARE("Lucene, pairs OR, our index"), PLAIN("Lucene, pairs OR, plain index"), TRIGRAM(
                "SQLite FTS5, trigram"), PAIRS("SQLite FTS5, pairs"), STANDARD("OpenSearch, standard"), CJK(
                        "OpenSearch, cjk"), SMARTCN("OpenSearch, smartcn");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** Opens what {@link #prepare} made. */
        Peer open(Path folder, SectionTexts texts) throws IOException, SQLException {
            return switch (this) {
                case BARE -> bare(BarePairs.open(folder.resolve("guidang")));
                case PLAIN -> PlainPairs.open(folder.resolve("lucene"), texts);
                case TRIGRAM -> FullText.trigrams(folder, texts);
                case PAIRS -> FullText.pairs(folder, texts);
                case STANDARD -> OpenSearch.open(folder.resolve("opensearch"), OpenSearch.Analysis.STANDARD, texts);
                case CJK -> OpenSearch.open(folder.resolve("opensearch"), OpenSearch.Analysis.CJK, texts);
                case SMARTCN -> OpenSearch.open(folder.resolve("opensearch"), OpenSearch.Analysis.SMARTCN, texts);
            };
        }
    }

    /** Builds the indexes of all in one folder, ours in {@code guidang} below it. */
    static void prepare(Path archive, Path folder, SectionTexts texts) throws IOException, SQLException {
        Indexing.whole(archive, folder.resolve("guidang"));
        PlainPairs.index(folder.resolve("lucene"), texts);
        FullText.index(folder, texts);
        OpenSearch.index(folder.resolve("opensearch"), texts);
    }

    private static Peer bare(BarePairs index) {
        return new Peer() {
            @Override
            public int[] top(String text) throws IOException {
                return index.top(text, TOP);
            }

            @Override
            public String[] place(int number) throws IOException {
                return index.place(number);
            }

            @Override
            public void close() throws IOException {
                index.close();
            }
        };
    }
}
