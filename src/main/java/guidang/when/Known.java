package guidang.when;

import java.time.LocalDate;

/**
 * The date last spoken of.
 *
 * @param month 0 if only a year is known
 * @param day 0 if only a month is known
 * @param here whether the same text stated it
 */
record Known(int year, int month, int day, boolean here) {
    static Known of(LocalDate date, boolean here) {
        return new Known(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), here);
    }

    LocalDate date() {
        return LocalDate.of(year, month, day);
    }
}
