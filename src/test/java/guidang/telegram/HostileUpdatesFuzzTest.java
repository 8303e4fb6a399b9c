package guidang.telegram;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Damaged updates over real HTTP, polled and by webhook, into one bot each that goes on running: after each batch it must
 * answer what it is asked. Searches for new ones with {@code JAZZER_FUZZ=1}.
 */
@Tag("long")
class HostileUpdatesFuzzTest {
    private static final int MOST = 8;
    @TempDir
    private static Path folder;
    private static HostileTelegram polled;
    private static HostileTelegram brought;

    @BeforeAll
    static void start() throws Exception {
        polled = new HostileTelegram(Files.createDirectories(folder.resolve("polled")), true);
        brought = new HostileTelegram(Files.createDirectories(folder.resolve("brought")), false);
    }

    @AfterAll
    static void stop() throws Exception {
        polled.close();
        brought.close();
    }

    @FuzzTest(maxDuration = "20s")
    void any_batch_of_updates_leaves_the_bot_answering(FuzzedDataProvider data) throws Exception {
        HostileTelegram telegram = data.consumeBoolean() ? polled : brought;
        telegram.bring(new HostileUpdate(below -> data.consumeInt(0, below - 1)), 1 + data.consumeInt(0, MOST - 1));
    }
}
