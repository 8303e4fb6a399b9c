package guidang.learn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import guidang.cli.AliasesOfFile;
import guidang.index.ArchiveIndex;
import guidang.judged.Question;
import guidang.judged.QuestionFile;
import guidang.reading.ArchiveReader;

/**
 * Questions and the index of the archive that they are about. Sets of one archive share its index.
 *
 * @param folder of the index
 * @param onlyTested whether nothing is to be learned from them
 */
public record JudgedSet(String name, Path archive, ArchiveIndex index, Path folder, List<Question> questions,
        boolean onlyTested) {
    private static final List<String> OTHERWISE = List.of("timeline", "url", "keyword");
    private static final int FOLDS = 3;

    static JudgedSet read(Path archive, Path file, List<JudgedSet> before, boolean onlyTested) throws IOException {
        List<Question> questions;
        try (InputStream in = Files.newInputStream(file)) {
            questions = QuestionFile.read(in).questions().stream()
                    .filter(question -> !OTHERWISE.contains(question.kind())).toList();
        }
        String name = file.getParent() == null
                ? file.toString()
                : file.getParent().getFileName() + "/"
                        + file.getFileName();
        for (JudgedSet one : before) {
            if (one.archive.equals(archive)) {
                return new JudgedSet(name, archive, one.index, one.folder, questions, onlyTested);
            }
        }
        Path folder = Files.createTempDirectory("guidang-learn");
        ArchiveIndex index = ArchiveIndex.open(folder, AliasesOfFile.read(Path.of(System.getProperty("aliases"))));
        try (ArchiveIndex.Update update = index.update()) {
            new ArchiveReader(archive).readChanged(Map.of(), update::put, (done, total) -> {});
            update.commit();
        }
        return new JudgedSet(name, archive, index, folder, questions, onlyTested);
    }

    /** The page that a question is about; its own id where no page is. */
    public static String page(Question question) {
        return question.gold().isEmpty() ? question.id() : question.gold().getFirst().path();
    }

    /** Which of three parts a page belongs to; all that is asked of it goes along. */
    public static int fold(String page) {
        return part(page, FOLDS);
    }

    /** Which of so many parts a page belongs to. */
    public static int part(String page, int parts) {
        return Math.floorMod(page.hashCode() * 31 ^ (page.hashCode() >>> 7), parts);
    }

    /** How many {@link #fold}s there are. */
    public static int folds() {
        return FOLDS;
    }
}
