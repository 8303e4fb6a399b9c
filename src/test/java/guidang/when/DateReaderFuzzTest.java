package guidang.when;

import java.time.LocalDate;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all: replays its seeds in a build, searches for new ones with {@code JAZZER_FUZZ=1}. */
class DateReaderFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void any_text_is_read(FuzzedDataProvider data) {
        LocalDate context = data.consumeBoolean() ? LocalDate.ofEpochDay(data.consumeInt(-400_000, 60_000)) : null;
        DateReaderChecks.hold(data.consumeRemainingAsString(), context);
    }
}
