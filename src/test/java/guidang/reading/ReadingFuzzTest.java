package guidang.reading;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes at all: replays its seeds in a build, searches for new ones with {@code JAZZER_FUZZ=1}. */
class ReadingFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void any_front_matter_is_read(FuzzedDataProvider data) {
        Readings.hold("a.md", "---\n" + data.consumeRemainingAsString() + "\n---\n\n2020年1月2日，正文。\n");
    }

    @FuzzTest(maxDuration = "20s")
    void any_markdown_becomes_events(FuzzedDataProvider data) {
        Readings.hold("a.md", data.consumeRemainingAsBytes());
    }

    @FuzzTest(maxDuration = "20s")
    void any_html_becomes_events(FuzzedDataProvider data) {
        Readings.hold("a.html", data.consumeRemainingAsBytes());
    }
}
