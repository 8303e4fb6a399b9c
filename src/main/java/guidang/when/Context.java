package guidang.when;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is known before a date is read.
 *
 * @param last the date last spoken of; null if there is none
 * @param told when the text was told, as far as is known: what 今年 and 去年 are counted from; null if it is not known
 * @param bounded whether the day on which it was told bounds what it speaks of
 */
record Context(@Nullable Known last, @Nullable Known told, boolean bounded) {
    /** How far ahead of its own day a text is taken to speak, in days, where it names no year. */
    private static final int AHEAD = 31;
    /** How far back into the year before it is taken to speak, in days. */
    private static final int BACK = 182;

    static final Context NOTHING = new Context(null, null, false);

    /** After a date that is fully known, if it is of a year that dates have here. */
    static Context after(LocalDate date) {
        if (isStrange(date)) {
            return NOTHING;
        }
        Known known = Known.of(date, false);
        return new Context(known, known, false);
    }

    /** In a text told on a day: of which only the year goes without saying. */
    static Context toldOn(LocalDate day) {
        if (isStrange(day)) {
            return NOTHING;
        }
        return new Context(new Known(day.getYear(), 0, 0, false), Known.of(day, false), true);
    }

    static boolean isStrange(LocalDate date) {
        return date.getYear() < Point.FIRST_YEAR || date.getYear() > Point.LAST_YEAR;
    }

    /** From what the year of a point is counted. */
    @Nullable
    Known of(Point point) {
        return point.year() instanceof Point.Ref.Deictic ? told : last;
    }

    Context withLast(@Nullable Known other) {
        return new Context(other, told, bounded);
    }

    /**
     * The days of a point, or from it to another. In a text told on a day, a month without a year is not far ahead of
     * that day; it may be one of the months before it, in the year before.
     */
    @Nullable
    Span span(Point from, @Nullable Point to) {
        Span span = plain(from, to);
        if (!bounded || span == null || told == null || last == null || last.here() || told.day() == 0
                || !(from.year() instanceof Point.Ref.Unsaid) || (to != null && to.statesYear())
                || !span.earliest().isAfter(told.date().plusDays(AHEAD))) {
            return span;
        }
        Span before = withLast(new Known(last.year() - 1, 0, 0, false)).plain(from, to);
        return before == null || before.latest().isBefore(told.date().minusDays(BACK)) ? null : before;
    }

    private @Nullable Span plain(Point from, @Nullable Point to) {
        return to == null ? Span.of(from, this) : Span.between(from, to, this);
    }
}
