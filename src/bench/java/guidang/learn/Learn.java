package guidang.learn;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import guidang.answer.RefusalLearner;
import guidang.answer.SentenceLearner;
import guidang.index.RankingLearner;

/**
 * {@code sentences|ranking|refusal (ARCHIVE QUESTIONS)… [--unanswerable FILE] [--test FILE]}: learns weights and writes
 * them into their file below {@code -Droot=DIR}. {@code --unanswerable} names further questions to the archive before
 * it, {@code --test} such as are only to be tested with.
 */
public final class Learn {
    private Learn() {}

    public static void main(String[] args) throws IOException {
        var sets = new ArrayList<JudgedSet>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            boolean test = args[i].equals("--test");
            boolean further = test || args[i].equals("--unanswerable");
            Path archive = further ? sets.getLast().archive() : Path.of(args[i]).toAbsolutePath();
            sets.add(JudgedSet.read(archive, Path.of(args[i + 1]).toAbsolutePath(), List.copyOf(sets), test));
        }
        Path resources = Path.of(System.getProperty("root", "."), "src/main/resources/guidang");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (args[0]) {
            case "sentences" -> SentenceLearner.learn(sets, resources.resolve("answer/sign-weights.properties"), out);
            case "ranking" -> RankingLearner.learn(sets, resources.resolve("index/ranking-weights.properties"), out);
            case "refusal" -> RefusalLearner.learn(sets, resources.resolve("answer/refusal-weights.properties"), out);
            default -> throw new IllegalArgumentException("sentences, ranking or refusal, not " + args[0]);
        }
    }
}
