package guidang.link;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all: replays its seeds in a build, searches for new ones with {@code JAZZER_FUZZ=1}. */
class AddressFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void any_text_is_read(FuzzedDataProvider data) {
        AddressChecks.hold(data.consumeRemainingAsString());
    }
}
