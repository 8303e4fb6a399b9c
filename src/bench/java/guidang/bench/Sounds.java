package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.index.Sound;
import guidang.judged.Question;

/**
 * Who finds a section by how its words sound. Two or three of its rarest words are asked for as they are written, in
 * pinyin, and with one character of each exchanged for a common one that sounds alike; which, is drawn with a fixed
 * seed. The folder is given by {@code -Darchive=DIR}, how many sections by {@code -Dsections=N}; {@code -Dfile=FILE}
 * keeps the queries as judged questions.
 */
public final class Sounds {
    private static final long SEED = 20_220_726;
    private static final int FEWEST = 2;
    private static final int MOST = 3;

    private Sounds() {}

    public static void main(String[] args) throws IOException, SQLException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SectionTexts texts = SectionTexts.of(Folders.archive());
        List<Question> questions = questions(texts, Integer.getInteger("sections", 300));
        String file = System.getProperty("file", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), lines(questions));
        }
        Path prepared = Folders.scratch();
        try {
            Peer.prepare(Folders.archive(), prepared, texts);
            new Ranked(prepared, texts).print(out, "of words as written, in pinyin, with homophones", questions);
        } finally {
            Folders.wipe(prepared);
        }
    }

    /** Three of each section: {@code words}, {@code pinyin}, {@code homophones}. */
    static List<Question> questions(SectionTexts texts, int most) throws IOException {
        List<String> all = texts.places().stream().map(SectionTexts.Place::body).toList();
        var keywords = new Keywords(all);
        var homophones = new Homophones(all);
        var questions = new ArrayList<Question>();
        for (int section : drawn(keywords, all.size(), most)) {
            var random = new Random(SEED + section);
            List<String> words = keywords.of(section).subList(0, FEWEST + random.nextInt(MOST - FEWEST + 1));
            SectionTexts.Place place = texts.places().get(section);
            var gold = List.of(new Question.Gold(place.path(), place.heading()));
            add(questions, section, "words", String.join(" ", words), gold);
            add(questions, section, "pinyin", words.stream().map(Sounds::pinyin).collect(Collectors.joining(" ")),
                    gold);
            add(questions, section, "homophones", words.stream().map(word -> homophones.miswritten(word, random))
                    .collect(Collectors.joining(" ")), gold);
        }
        return questions;
    }

    private static List<Integer> drawn(Keywords keywords, int sections, int most) {
        var numbers = new ArrayList<>(IntStream.range(0, sections)
                .filter(section -> keywords.of(section).size() >= MOST).boxed().toList());
        Collections.shuffle(numbers, new Random(SEED));
        return numbers.stream().limit(most).sorted().toList();
    }

    static String pinyin(String word) {
        return word.chars().mapToObj(c -> Sound.of((char) c).getFirst()).collect(Collectors.joining());
    }

    private static void add(List<Question> questions, int section, String kind, String query,
            List<Question.Gold> gold) {
        questions.add(new Question(section + "-" + kind, kind, query, gold, List.of(), List.of(), List.of(),
                List.of()));
    }

    private static String lines(List<Question> questions) throws IOException {
        var mapper = new ObjectMapper();
        var lines = new StringBuilder();
        for (Question question : questions) {
            ObjectNode line = mapper.createObjectNode().put("id", question.id()).put("kind", question.kind())
                    .put("query", question.query());
            for (Question.Gold gold : question.gold()) {
                line.withArray("gold").addObject().put("path", gold.path()).put("heading", gold.heading());
            }
            lines.append(mapper.writeValueAsString(line)).append('\n');
        }
        return lines.toString();
    }
}
