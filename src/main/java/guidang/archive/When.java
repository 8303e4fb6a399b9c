package guidang.archive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A date as precise as the archive states it, and no more.
 *
 * @param earliest first day that it may mean
 * @param latest last day that it may mean, not before {@code earliest}
 * @param precision how much of the date is stated
 * @param relation how the statement stands to the date
 * @param approximate whether the words say so: 左右, 前后, 约
 * @param written the words as they stand in the archive, never empty; what is shown to people
 * @param basis what the date rests on
 */
public record When(LocalDate earliest, LocalDate latest, Precision precision, Relation relation, boolean approximate,
        String written, Basis basis) {
    public When {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest is before earliest: " + written);
        }
        if (written.isBlank()) {
            throw new IllegalArgumentException("no words");
        }
    }

    /** The same date, resting on something else. */
    public When withBasis(Basis other) {
        return new When(earliest, latest, precision, relation, approximate, written, other);
    }

    /**
     * ISO form of the first day at the date's own precision: {@code 2021}, {@code 2021-07} or {@code 2021-07-27}. A
     * range and a part of a month or year give their first day.
     */
    public String iso() {
        String year = String.format(Locale.ROOT, "%04d", earliest.getYear());
        return switch (precision) {
            case DECADE, YEAR -> year;
            case MONTH -> String.format(Locale.ROOT, "%s-%02d", year, earliest.getMonthValue());
            case DAY, PART_OF_MONTH, PART_OF_YEAR, RANGE -> earliest.toString();
        };
    }

    /** How many days it may mean, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(earliest, latest) + 1;
    }

    /** How much is stated. */
    public enum Precision {
        DAY, PART_OF_MONTH, MONTH, PART_OF_YEAR, YEAR, DECADE, RANGE
    }

    /** How a statement stands to its date. */
    public enum Relation {
        /** It happened then. */
        ON,
        /** It was so up to then: 截至, 截止. */
        AS_OF,
        /** It happened before: 之前, 以前. */
        BEFORE,
        /** It happened after: 之后, 以后. */
        AFTER
    }

    /** What a date rests on, strongest first. */
    public enum Basis {
        /** The prose says so. */
        STATED,
        /** The entry's own date (posts). */
        ENTRY,
        /** The date of the cited source. */
        SOURCE,
        /** When the cited source was archived. */
        SNAPSHOT
    }
}
