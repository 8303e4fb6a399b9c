package guidang.when;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import guidang.archive.When.Precision;
import guidang.when.Point.Needs;
import guidang.when.Point.Ref;

/**
 * The days that a date may mean.
 *
 * @param known what may be taken from it by dates that follow
 */
record Span(LocalDate earliest, LocalDate latest, Precision precision, Known known) {
    /** Longest that a range without a second year may run into the next one. */
    private static final int LONGEST_ACROSS_YEARS = 200;

    /**
     * The days of a point; null if the calendar has none such, or what it lacks is not known. A date whose year is
     * stated and whose day (month) is not in the calendar means its month (year).
     */
    static @Nullable Span of(Point point, Context context) {
        Known known = context.of(point);
        if ((known == null && !point.statesYear())
                || (point.needs() == Needs.NEARBY && (known == null || !known.here()))) {
            return null;
        }
        if (point.day() instanceof Ref.Shifted day) {
            return known == null || known.day() == 0 ? null : day(known.date().plusDays(day.by()));
        }
        int year = switch (point.year()) {
            case Ref.Given given -> given.value();
            case Ref.Shifted shifted -> known == null ? 0 : known.year() + shifted.by();
            case Ref.Deictic deictic -> known == null ? 0 : known.year() + deictic.by();
            case Ref.Unsaid unsaid -> known == null ? 0 : known.year();
        };
        if (year < Point.FIRST_YEAR || year > Point.LAST_YEAR) {
            return null;
        }
        return switch (point.month()) {
            case Ref.Given given -> ofMonth(point, year, given.value());
            case Ref.Shifted shifted -> shiftedMonth(point, known, shifted.by());
            case Ref.Deictic deictic -> shiftedMonth(point, context.told(), deictic.by());
            case Ref.Unsaid unsaid -> point.hasDay() ? shiftedMonth(point, known, 0) : ofYear(point, year);
        };
    }

    private static @Nullable Span shiftedMonth(Point point, @Nullable Known known, int by) {
        if (known == null || known.month() == 0) {
            return null;
        }
        YearMonth month = YearMonth.of(known.year(), known.month()).plusMonths(by);
        return ofMonth(point, month.getYear(), month.getMonthValue());
    }

    private static @Nullable Span ofMonth(Point point, int year, int month) {
        int last = point.last();
        if (month < 1 || month > 12 || (!point.hasDay() && last > 12)) {
            return point.statesYear() ? year(year) : null;
        }
        YearMonth whole = YearMonth.of(year, month);
        if (point.day() instanceof Ref.Given given) {
            if (!whole.isValidDay(given.value()) || (last != 0 && !whole.isValidDay(last))) {
                return point.statesYear() ? month(whole) : null;
            }
            LocalDate day = whole.atDay(given.value());
            return last == 0
                    ? day(day)
                    : new Span(day, whole.atDay(last), Precision.RANGE,
                            Known.of(whole.atDay(last), true));
        }
        if (last != 0) {
            YearMonth end = YearMonth.of(year, last);
            return new Span(whole.atDay(1), end.atEndOfMonth(), Precision.RANGE, new Known(year, last, 0, true));
        }
        Part part = point.part();
        return part == null
                ? month(whole)
                : new Span(part.first(whole.atDay(1)), part.last(whole.atDay(1)),
                        Precision.PART_OF_MONTH, new Known(year, month, 0, true));
    }

    private static Span ofYear(Point point, int year) {
        Part part = point.part();
        if (point.last() != 0) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(point.last(), 12, 31), Precision.RANGE,
                    new Known(point.last(), 0, 0, true));
        }
        if (part == null) {
            return year(year);
        }
        LocalDate whole = LocalDate.of(year, 1, 1);
        return new Span(part.first(whole), part.last(whole),
                part.isOfDecade() ? Precision.DECADE : Precision.PART_OF_YEAR, new Known(year, 0, 0, true));
    }

    private static @Nullable Span day(LocalDate day) {
        return day.getYear() < Point.FIRST_YEAR || day.getYear() > Point.LAST_YEAR
                ? null
                : new Span(day, day, Precision.DAY, Known.of(day, true));
    }

    private static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth(), Precision.MONTH,
                new Known(month.getYear(), month.getMonthValue(), 0, true));
    }

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR,
                new Known(year, 0, 0, true));
    }

    /** From one point to another, each taking from the other what it lacks; null if that makes no range. */
    static @Nullable Span between(Point from, Point to, Context context) {
        if (!from.statesYear() && to.year() instanceof Ref.Given given) {
            Span start = of(from.withYear(to.year()), context);
            Span end = of(to, context);
            if (start != null && end != null && start.earliest.isAfter(end.latest)) {
                start = of(from.withYear(Point.given(given.value() - 1)), context);
            }
            return join(start, end);
        }
        Span start = of(from, context);
        if (start == null) {
            return null;
        }
        Point rest = to.needing(Needs.ANY);
        Span end = of(rest, context.withLast(start.known));
        if (end != null && end.latest.isBefore(start.earliest) && to.year() instanceof Ref.Unsaid) {
            end = later(start, rest, context);
        }
        return join(start, end);
    }

    /** The end of a range that runs into the next month or year without saying so. */
    private static @Nullable Span later(Span start, Point to, Context context) {
        Known known = start.known;
        Span end;
        if (to.hasMonth()) {
            end = of(to, context.withLast(new Known(known.year() + 1, known.month(), known.day(), true)));
        } else if (to.hasDay()) {
            end = of(to, context.withLast(Known.of(start.earliest.withDayOfMonth(1).plusMonths(1), true)));
        } else {
            return null;
        }
        return end == null || start.earliest.plusDays(LONGEST_ACROSS_YEARS).isBefore(end.latest) ? null : end;
    }

    private static @Nullable Span join(@Nullable Span start, @Nullable Span end) {
        return start == null || end == null || end.latest.isBefore(start.earliest)
                ? null
                : new Span(start.earliest, end.latest, Precision.RANGE, end.known);
    }
}
