package guidang.query;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all: replays its seeds in a build, searches for new ones with {@code JAZZER_FUZZ=1}. */
class QueryFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void any_text_is_read(FuzzedDataProvider data) {
        QueryChecks.hold(data.consumeRemainingAsString());
    }
}
