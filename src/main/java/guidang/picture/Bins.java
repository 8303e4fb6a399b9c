package guidang.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import guidang.archive.When;

/**
 * How many events fall into each stretch of time.
 *
 * @param months that each stretch lasts
 * @param first the first month of the first one
 * @param sure events that surely fall into each
 * @param perhaps the share of those that may: an event that is dated less precisely is spread over all that it may be in
 */
record Bins(int months, LocalDate first, List<Integer> sure, List<Double> perhaps) {
    private static final int MOST = 30;
    private static final int MOST_MONTHS = 24;
    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000};

    Bins {
        sure = List.copyOf(sure);
        perhaps = List.copyOf(perhaps);
    }

    /** The shortest stretches that are few enough. {@code dates} is not empty. */
    static Bins of(List<When> dates) {
        LocalDate from = dates.stream().map(When::earliest).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = dates.stream().map(When::latest).max(LocalDate::compareTo).orElseThrow();
        if (months(from, to) < MOST_MONTHS) {
            return of(dates, from.withDayOfMonth(1), to, 1);
        }
        for (int years : YEARS) {
            LocalDate first = LocalDate.of(Math.floorDiv(from.getYear(), years) * years, 1, 1);
            if (months(first, to) / (12L * years) < MOST) {
                return of(dates, first, to, 12 * years);
            }
        }
        return new Bins(12, from, List.of(dates.size()), List.of(0.0));
    }

    private static long months(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
    }

    private static Bins of(List<When> dates, LocalDate first, LocalDate last, int months) {
        int count = (int) (months(first, last) / months) + 1;
        var sure = new int[count];
        var perhaps = new double[count];
        for (When when : dates) {
            int from = (int) (months(first, when.earliest()) / months);
            int to = (int) (months(first, when.latest()) / months);
            if (from == to) {
                sure[from]++;
            }
            for (int i = from; i <= to && from < to; i++) {
                perhaps[i] += 1.0 / (to - from + 1);
            }
        }
        List<Integer> counted = new ArrayList<>();
        List<Double> spread = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            counted.add(sure[i]);
            spread.add(perhaps[i]);
        }
        return new Bins(months, first, counted, spread);
    }

    int count() {
        return sure.size();
    }

    LocalDate start(int bin) {
        return first.plusMonths((long) bin * months);
    }

    /** The height of the tallest, in events. */
    double most() {
        double most = 0;
        for (int i = 0; i < count(); i++) {
            most = Math.max(most, sure.get(i) + perhaps.get(i));
        }
        return most;
    }
}
