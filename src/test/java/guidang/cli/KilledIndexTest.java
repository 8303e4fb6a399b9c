package guidang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kills the process at random moments while it builds the index, and asks the next one. */
@Tag("long")
@Timeout(1200)
class KilledIndexTest {
    private static final int ENTRIES = 3_000;
    private static final int KILLS = 30;

    @TempDir
    private Path folder;

    @Test
    void an_index_killed_while_it_is_built_answers_whole_at_the_next_start() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        var random = new Random(20221120);
        write(archive, 0);
        int killed = 0;
        for (int round = 1; round <= KILLS; round++) {
            write(archive, round);
            Process process = guidang(archive, "index");
            boolean ended = process.waitFor(200 + random.nextInt(4_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;
            if (round % 5 == 0) {
                assertAnswersWhole(archive, round);
            }
        }
        assertTrue(killed > KILLS / 4, "killed only " + killed);
    }

    private void assertAnswersWhole(Path archive, int round) throws Exception {
        Process process = guidang(archive, "chat", "--json");
        try (var in = process.getOutputStream()) {
            in.write("/about\n/search 第十七号 第%d轮\n".formatted(round).getBytes(StandardCharsets.UTF_8));
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertEquals(0, process.waitFor());
        var json = new ObjectMapper();
        assertTrue(json.readTree(lines.get(0)).get("text").asText().contains("3,000"), lines.get(0));
        JsonNode hit = json.readTree(lines.get(1)).get("hits").get(0);
        assertTrue(hit.get("text").asText().contains("第%d轮".formatted(round)), lines.get(1));
    }

    /** Every round changes every tenth entry. */
    private static void write(Path archive, int round) throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            if (round == 0 || i % 10 == round % 10 || i == 17) {
                Files.writeString(archive.resolve(i + ".md"), """
                        ---
                        title: 条目%d
                        ---

                        ## 经过

                        2021年3月%d日，第%s号条目在第%d轮改写。
                        """.formatted(i, i % 28 + 1, i == 17 ? "十七" : Integer.toString(i), round));
            }
        }
    }

    private Process guidang(Path archive, String... command) throws IOException {
        var line = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "guidang.Main"));
        line.addAll(List.of(command));
        line.addAll(List.of("--archive", archive.toString(), "--data", folder.resolve("data").toString(), "--lang",
                "zh-Hans"));
        return new ProcessBuilder(line).redirectError(folder.resolve("errors.txt").toFile()).start();
    }
}
