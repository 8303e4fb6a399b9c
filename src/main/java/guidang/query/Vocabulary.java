package guidang.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.query.Query.Wanted;

/** The words that a question is made of, from {@code vocabulary.txt}, whose head tells its form. */
final class Vocabulary {
    static final Vocabulary STANDARD = load("vocabulary.txt");

    private final Map<Treatment, Table> tables = new HashMap<>();

    /** How a word is treated. */
    enum Treatment {
        QUESTION, QUESTION_END, KEEP, POLITE, ANYWHERE, START, END, BEFORE, AFTER, TIMELINE, TIMELINE_VERB, PERIOD, ADDRESS, MEASURE, ENGLISH_STOP, ENGLISH_START
    }

    /**
     * A word.
     *
     * @param text folded
     * @param wanted the answer it asks for; null if it is no question word
     * @param notAfter characters
     * @param notBefore what must not follow
     * @param onlyBefore one of which must follow; empty if anything may
     * @param measured whether a measure word follows that belongs to it
     */
    record Word(String text, Treatment treatment, @Nullable Wanted wanted, String notAfter, List<String> notBefore,
            List<String> onlyBefore, boolean measured) {
        private boolean mayStand(String folded, int start, int end) {
            if (start > 0 && notAfter.indexOf(folded.charAt(start - 1)) >= 0) {
                return false;
            }
            for (String next : notBefore) {
                if (folded.startsWith(next, end)) {
                    return false;
                }
            }
            return onlyBefore.isEmpty() || onlyBefore.stream().anyMatch(next -> folded.startsWith(next, end));
        }
    }

    /** A word and where it stands. */
    record Match(int start, int end, Word word) {}

    /** Words by their first and by their last character, longest first. */
    private static final class Table {
        private final Map<Character, List<Word>> byFirst = new HashMap<>();
        private final Map<Character, List<Word>> byLast = new HashMap<>();

        void add(Word word) {
            byFirst.computeIfAbsent(word.text().charAt(0), key -> new ArrayList<>()).add(word);
            byLast.computeIfAbsent(word.text().charAt(word.text().length() - 1), key -> new ArrayList<>()).add(word);
        }

        void sort() {
            Comparator<Word> longestFirst = Comparator.comparingInt(word -> -word.text().length());
            byFirst.values().forEach(words -> words.sort(longestFirst));
            byLast.values().forEach(words -> words.sort(longestFirst));
        }
    }

    private Vocabulary() {}

    /** Whether a character occurs in any word, or in what must not stand beside it. */
    boolean uses(char c) {
        return tables.values().stream().flatMap(table -> table.byFirst.values().stream()).flatMap(List::stream)
                .anyMatch(word -> word.text().indexOf(c) >= 0 || word.notAfter().indexOf(c) >= 0
                        || Stream.concat(word.notBefore().stream(), word.onlyBefore().stream())
                                .anyMatch(next -> next.indexOf(c) >= 0));
    }

    /** The longest word of a treatment that begins here; null if there is none. */
    @Nullable
    Match startingAt(String folded, int start, Treatment treatment) {
        if (start >= folded.length()) {
            return null;
        }
        Match longest = null;
        for (Word word : table(treatment).byFirst.getOrDefault(folded.charAt(start), List.of())) {
            if (!folded.startsWith(word.text(), start)) {
                continue;
            }
            int end = start + word.text().length();
            if (word.measured()) {
                end = endOfMeasure(folded, end);
            }
            if (end > 0 && word.mayStand(folded, start, end) && (longest == null || end > longest.end())) {
                longest = new Match(start, end, word);
            }
        }
        return longest;
    }

    /** The longest word of a treatment that ends here; null if there is none. */
    @Nullable
    Match endingAt(String folded, int end, Treatment treatment) {
        if (end <= 0) {
            return null;
        }
        for (Word word : table(treatment).byLast.getOrDefault(folded.charAt(end - 1), List.of())) {
            int start = end - word.text().length();
            if (start >= 0 && folded.startsWith(word.text(), start) && word.mayStand(folded, start, end)) {
                return new Match(start, end, word);
            }
        }
        return null;
    }

    private int endOfMeasure(String folded, int at) {
        int from = at;
        while (from < folded.length() && from - at < 2 && "一两二三四五六七八九十几".indexOf(folded.charAt(from)) >= 0) {
            from++;
        }
        Match measure = startingAt(folded, from, Treatment.MEASURE);
        return measure == null ? -1 : measure.end();
    }

    private Table table(Treatment treatment) {
        return Objects.requireNonNull(tables.get(treatment));
    }

    private static Vocabulary load(String resource) {
        var vocabulary = new Vocabulary();
        for (Treatment treatment : Treatment.values()) {
            vocabulary.tables.put(treatment, new Table());
        }
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    for (String written : line.strip().split(" +", -1)) {
                        Word word = word(written, section);
                        vocabulary.table(word.treatment()).add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        vocabulary.tables.values().forEach(Table::sort);
        return vocabulary;
    }

    private static Word word(String written, String section) {
        String rest = written;
        List<String> notBefore = List.of();
        int before = rest.indexOf('>');
        if (before > 0) {
            notBefore = List.of(rest.substring(before + 1).split(",", -1));
            rest = rest.substring(0, before);
        }
        List<String> onlyBefore = List.of();
        int only = rest.indexOf('&');
        if (only > 0) {
            onlyBefore = List.of(rest.substring(only + 1).split(",", -1));
            rest = rest.substring(0, only);
        }
        String notAfter = "";
        int after = rest.indexOf('<');
        if (after > 0) {
            notAfter = rest.substring(after + 1);
            rest = rest.substring(0, after);
        }
        boolean measured = rest.endsWith("#");
        String text = (measured ? rest.substring(0, rest.length() - 1) : rest).replace('_', ' ');
        String kind = section.endsWith("_END") ? section.substring(0, section.length() - 4) : section;
        for (Wanted wanted : Wanted.values()) {
            if (wanted.name().equals(kind)) {
                Treatment treatment = kind.equals(section) ? Treatment.QUESTION : Treatment.QUESTION_END;
                return new Word(text, treatment, wanted, notAfter, notBefore, onlyBefore, measured);
            }
        }
        Treatment treatment = Treatment.valueOf(section);
        Wanted wanted = treatment == Treatment.ENGLISH_START ? Wanted.WHETHER : null;
        return new Word(text, treatment, wanted, notAfter, notBefore, onlyBefore, measured);
    }
}
