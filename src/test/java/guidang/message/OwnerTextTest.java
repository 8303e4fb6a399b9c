package guidang.message;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OwnerTextTest {
    @Test
    void an_archive_that_nobody_edits_is_no_fault_and_is_told_as_none() {
        assertEquals("⏳ 档案已有 31 天没有改动。",
                OwnerText.stands(OwnerText.Watch.UNCHANGED, Duration.ofDays(31), Language.SIMPLIFIED).text());
        assertEquals("⏳ Nothing in the archive has changed for 31 days.",
                OwnerText.stands(OwnerText.Watch.UNCHANGED, Duration.ofDays(31), Language.ENGLISH).text());
        assertEquals("✅ 檔案庫又有改動了，之前 31 天沒有改動。",
                OwnerText.goesOn(OwnerText.Watch.UNCHANGED, Duration.ofDays(31), Language.TRADITIONAL).text());
    }
}
