package guidang.when;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

/** Finds the dates that a text states. */
public final class DateReader {
    private static final Pattern DAY = Pattern
            .compile("(\\d{4}) {0,2}[年-] {0,2}(\\d{1,2}) {0,2}[月-] {0,2}(\\d{1,2}) {0,2}日?");

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

    /** The date that a text consists of: ISO, or year, month and day in Chinese; empty if it is none. */
    public static Optional<When> single(String text) {
        Matcher day = DAY.matcher(text.strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(3)));
            return Optional.of(new When(date, date, When.Precision.DAY, When.Relation.ON, false, text.strip(),
                    When.Basis.STATED));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A date and where it stands: from {@code start} up to, not including, {@code end}, in UTF-16 units. */
    public record Found(int start, int end, When when) {}
}
