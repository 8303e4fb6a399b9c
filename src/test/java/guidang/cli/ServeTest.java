package guidang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.playground.BotApiServer;
import guidang.playground.World;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bot as a process: started, asked, told to stop. */
@Timeout(120)
class ServeTest {
    @TempDir
    private Path folder;

    @Test
    void a_bot_answers_stops_well_within_two_seconds_and_keeps_its_token_to_itself() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path log = folder.resolve("log");
        Files.writeString(archive.resolve("a.md"),
                "---\ntitle: 甲公司\n---\n\n## 经过\n\n2021年3月1日，甲公司发布新的规定。\n");
        try (var server = new BotApiServer()) {
            World.Person ann = server.world().person(7, "安", "zh-hans");
            World.Chat chat = server.world().privately(ann);
            server.world().say(ann, chat, "甲公司什么时候发布规定？");
            Process process = ServedProcess.start(archive, data, server.address(), log);
            try {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while (server.world().messages(chat).size() < 2 && System.nanoTime() < end) {
                    Thread.sleep(20);
                }
                String reply = server.world().messages(chat).getLast().path("text").asText();
                assertTrue(reply.contains("2021年3月1日"), reply);
                Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
                if (Files.exists(commandLine)) {
                    assertFalse(Files.readString(commandLine).contains("stand-in_token"));
                }
                long asked = System.nanoTime();
                process.destroy();
                assertTrue(process.waitFor(2, TimeUnit.SECONDS), "still running after two seconds");
                System.out.printf("serve: stopped in %d ms%n", (System.nanoTime() - asked) / 1_000_000);
                assertEquals(0, process.exitValue());
            } finally {
                process.destroyForcibly();
            }
        }
        String logged = Files.readString(log);
        assertFalse(logged.contains("stand-in_token"), logged);
        assertFalse(logged.contains("规定"), logged);
        assertTrue(logged.contains("running as @"), logged);
    }
}
