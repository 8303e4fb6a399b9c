package guidang.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * SQLite's FTS5, asked for any of a text's terms, ordered by its bm25: with its own trigram tokenizer, or with pairs of
 * characters that the application makes and that it sees as words.
 */
record FullText(Connection connection, PreparedStatement statement, Function<String, List<String>> terms,
        SectionTexts texts) implements Peer {
    private static final String TRIGRAMS = "trigrams.db";
    private static final String PAIRS = "pairs.db";

    static void index(Path folder, SectionTexts texts) throws SQLException {
        index(folder.resolve(TRIGRAMS), "trigram", texts, text -> text);
        index(folder.resolve(PAIRS), "unicode61", texts, text -> String.join(" ", pairsOf(text)));
    }

    private static void index(Path file, String tokenizer, SectionTexts texts, Function<String, String> form)
            throws SQLException {
        try (Connection connection = connect(file); Statement made = connection.createStatement()) {
            made.execute("CREATE VIRTUAL TABLE s USING fts5(text, content='', tokenize='" + tokenizer + "')");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO s(rowid, text) VALUES(?, ?)")) {
                for (int i = 0; i < texts.places().size(); i++) {
                    insert.setInt(1, i);
                    insert.setString(2, form.apply(texts.places().get(i).text()));
                    insert.executeUpdate();
                }
            }
            made.execute("INSERT INTO s(s) VALUES('optimize')");
            connection.commit();
        }
    }

    static FullText trigrams(Path folder, SectionTexts texts) throws SQLException {
        return open(folder.resolve(TRIGRAMS), FullText::trigramsOf, texts);
    }

    static FullText pairs(Path folder, SectionTexts texts) throws SQLException {
        return open(folder.resolve(PAIRS), FullText::pairsOf, texts);
    }

    /** With more memory than it takes by itself, so that no disk is measured. */
    private static FullText open(Path file, Function<String, List<String>> terms, SectionTexts texts)
            throws SQLException {
        Connection connection = connect(file);
        try (Statement settings = connection.createStatement()) {
            settings.execute("PRAGMA cache_size=-131072");
            settings.execute("PRAGMA mmap_size=1073741824");
        }
        return new FullText(connection, connection.prepareStatement(
                "SELECT rowid FROM s WHERE s MATCH ? ORDER BY rank LIMIT " + TOP), terms, texts);
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    public int[] top(String text) throws SQLException {
        var wanted = new LinkedHashSet<>(terms.apply(text));
        if (wanted.isEmpty()) {
            return new int[0];
        }
        statement.setString(1, wanted.stream().map(term -> '"' + term + '"').collect(Collectors.joining(" OR ")));
        var numbers = new ArrayList<Integer>(TOP);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String[] place(int number) {
        SectionTexts.Place place = texts.places().get(number);
        return new String[]{place.path(), place.heading()};
    }

    /** Every three characters that stand side by side in a run of letters and digits; shorter runs have none. */
    private static List<String> trigramsOf(String text) {
        var trigrams = new ArrayList<String>();
        for (int[] run : runs(text)) {
            for (int i = 0; i + 3 <= run.length; i++) {
                trigrams.add(new String(run, i, 3));
            }
        }
        return trigrams;
    }

    /** Pairs of neighbouring ideographs, one that has no neighbour alone, and whole words of other letters. */
    private static List<String> pairsOf(String text) {
        var pairs = new ArrayList<String>();
        for (int[] run : runs(text)) {
            int from = 0;
            for (int i = 1; i <= run.length; i++) {
                if (i == run.length || Character.isIdeographic(run[i]) != Character.isIdeographic(run[from])) {
                    addPairs(pairs, run, from, i);
                    from = i;
                }
            }
        }
        return pairs;
    }

    private static void addPairs(List<String> pairs, int[] run, int from, int to) {
        if (!Character.isIdeographic(run[from]) || to - from == 1) {
            pairs.add(new String(run, from, to - from));
            return;
        }
        for (int i = from; i + 2 <= to; i++) {
            pairs.add(new String(run, i, 2));
        }
    }

    private static List<int[]> runs(String text) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().toArray();
        var runs = new ArrayList<int[]>();
        int from = 0;
        for (int i = 0; i <= points.length; i++) {
            if (i == points.length || !Character.isLetterOrDigit(points[i])) {
                if (i > from) {
                    runs.add(java.util.Arrays.copyOfRange(points, from, i));
                }
                from = i + 1;
            }
        }
        return runs;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
