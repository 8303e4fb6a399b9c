package guidang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import guidang.archive.Entry;
import guidang.index.ArchiveIndex;
import guidang.judged.Question;
import guidang.judged.QuestionFile;

/**
 * What is said to the bot: the lines of a file, or what a file of judged questions sends ({@code .jsonl}). Those that
 * begin with {@code /search} or {@code /timeline} are of that kind, all others questions; where a file has none of a
 * kind, they are made from the titles of the archive.
 */
final class Lines {
    static final List<String> KINDS = List.of("search", "question", "timeline");
    private static final int MOST_TITLES = 1_000;

    private Lines() {}

    static List<String> of(String kind, String file, ArchiveIndex index) throws IOException {
        List<String> given = all(file).stream().filter(line -> kindOf(line).equals(kind)).toList();
        List<String> lines = given.isEmpty()
                ? index.latest(0, MOST_TITLES).stream().map(Entry::title).map(title -> made(kind, title)).toList()
                : given;
        if (lines.isEmpty()) {
            throw new IllegalStateException("no lines of the kind " + kind);
        }
        return lines;
    }

    private static List<String> all(String file) throws IOException {
        if (file.isEmpty()) {
            return List.of();
        }
        return file.endsWith(".jsonl")
                ? questions(file).stream().map(Question::message).toList()
                : Files.readAllLines(Path.of(file));
    }

    static List<Question> questions(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return QuestionFile.read(in).questions();
        }
    }

    /** What stands behind the command, for an engine that knows none. */
    static String text(String line) {
        return line.startsWith("/") && line.indexOf(' ') > 0 ? line.substring(line.indexOf(' ') + 1) : line;
    }

    private static String made(String kind, String title) {
        return switch (kind) {
            case "search" -> "/search " + title;
            case "timeline" -> "/timeline " + title;
            default -> title + "什么时候被封？";
        };
    }

    private static String kindOf(String line) {
        if (line.startsWith("/search ")) {
            return "search";
        }
        return line.startsWith("/timeline ") ? "timeline" : "question";
    }
}
