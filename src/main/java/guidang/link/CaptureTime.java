package guidang.link;

import java.time.DateTimeException;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/** The moment of a copy, as archiving services write it into addresses. */
final class CaptureTime {
    private static final int[] SMALLEST = {1, 1, 0, 0, 0};

    private CaptureTime() {}

    /**
     * Reads {@code YYYYMMDDhhmmss}, of which the end may be missing: the first moment that it may mean.
     *
     * @return null if that is no moment, or not even a year is told
     */
    static @Nullable LocalDateTime read(String digits) {
        if (digits.length() < 4) {
            return null;
        }
        int year = Integer.parseInt(digits, 0, 4, 10);
        int[] fields = SMALLEST.clone();
        for (int i = 0; i < fields.length && 6 + 2 * i <= digits.length(); i++) {
            fields[i] = Integer.parseInt(digits, 4 + 2 * i, 6 + 2 * i, 10);
        }
        try {
            return LocalDateTime.of(year, fields[0], fields[1], fields[2], fields[3], fields[4]);
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }
}
