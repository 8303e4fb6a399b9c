package guidang.index;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordCodecTest {
    record One(String text, int number) {}

    record Other(String text, long number) {}

    private static Entry entry() {
        var made = Made.page("公司/某某.md", "某某 😀").tags("标签", "").dated("2021-02-28");
        var copy = new Snapshot(Snapshot.Service.PERMA, "https://perma.cc/A",
                LocalDateTime.of(1969, 12, 31, 1, 2, 3, 4));
        var citation = new Citation(Citation.Form.ONLINE, Citation.Place.CALLOUT, "", "", "題", "", Made.month(1999, 2),
                null, "", List.of(copy), "\u0000\ud800", -1);
        var event = new Event(new EventId("a-_Z"), "话", List.of("", "再说"), Made.day("0001-01-01"), List.of(citation),
                Integer.MAX_VALUE, true);
        return made.section("", List.of(event), citation).section("空", List.of("上", "中"), true, List.of()).entry();
    }

    @Test
    void an_entry_comes_back_as_it_was() {
        Entry entry = entry();
        byte[] bytes = Documents.CODEC.encode(entry);
        assertEquals(entry.toString().replace('\ud800', '?'),
                Documents.CODEC.decode(bytes, 0, bytes.length).toString());
    }

    @Test
    void damaged_bytes_are_refused_or_read_as_something_else_but_end_soon() {
        byte[] bytes = Documents.CODEC.encode(entry());
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                Documents.CODEC.decode(damaged, 0, damaged.length);
            } catch (IllegalArgumentException e) {
                assertNotEquals("", e.toString());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Documents.CODEC.decode(new byte[0], 0, 0));
    }

    @Test
    void another_shape_has_another_fingerprint() {
        assertNotEquals(new RecordCodec<>(One.class).fingerprint(), new RecordCodec<>(Other.class).fingerprint());
        assertEquals(new RecordCodec<>(One.class).fingerprint(), new RecordCodec<>(One.class).fingerprint());
    }
}
