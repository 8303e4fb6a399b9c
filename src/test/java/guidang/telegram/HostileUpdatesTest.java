package guidang.telegram;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The same as {@link HostileUpdatesFuzzTest}, by a seed. */
@Timeout(120)
class HostileUpdatesTest {
    private static final int BATCHES = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatever_comes_over_http_the_bot_answers_what_it_is_asked_next(boolean polling) throws Exception {
        var random = new Random(20221121);
        var updates = new HostileUpdate(random::nextInt);
        try (var telegram = new HostileTelegram(folder, polling)) {
            for (int i = 0; i < BATCHES; i++) {
                telegram.bring(updates, 1 + random.nextInt(8));
            }
            assertEquals(java.util.List.of(), telegram.logged("StackOverflowError"));
        }
    }
}
