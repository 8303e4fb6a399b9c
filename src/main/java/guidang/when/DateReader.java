package guidang.when;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

/** Finds the dates that a text states. */
public final class DateReader {
    private DateReader() {}

    /**
     * Every date expression of a text, in order, not overlapping.
     *
     * @param text plain text of one block
     * @param context a date known before the text begins (the last one stated above it, or the entry's), from which an
     *        expression without a year (7月21日, 次日, 同年9月) takes what it lacks; null if there is none, then such
     *        expressions are not found
     */
    public static List<Found> read(String text, @Nullable LocalDate context) {
        return List.of();
    }

    /** A date and where it stands: from {@code start} up to, not including, {@code end}, in UTF-16 units. */
    public record Found(int start, int end, When when) {}
}
