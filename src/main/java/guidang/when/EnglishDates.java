package guidang.when;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.when.Point.Ref;
import guidang.when.Point.Style;

/** Reads English dates: {@code July 27, 2021}, {@code 27th of July}, {@code mid-2021}, {@code since 2019}. */
final class EnglishDates {
    private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");
    private static final int SHORT = 3;
    private static final int LONGEST_WORD = 12;

    private record PartName(String text, @Nullable Part ofMonth, @Nullable Part ofYear) {}

    private static final List<PartName> PARTS = List.of(
            new PartName("early", Part.MONTH_EARLY, Part.FIRST_THIRD),
            new PartName("mid", Part.MONTH_MIDDLE, Part.SECOND_THIRD),
            new PartName("late", Part.MONTH_LATE, Part.LAST_THIRD),
            new PartName("the beginning of", Part.MONTH_EARLY, Part.YEAR_START),
            new PartName("beginning of", Part.MONTH_EARLY, Part.YEAR_START),
            new PartName("the middle of", Part.MONTH_MIDDLE, Part.YEAR_MIDDLE),
            new PartName("middle of", Part.MONTH_MIDDLE, Part.YEAR_MIDDLE),
            new PartName("the end of", Part.MONTH_LATE, Part.YEAR_END),
            new PartName("end of", Part.MONTH_LATE, Part.YEAR_END),
            new PartName("the first half of", Part.MONTH_FIRST_HALF, Part.FIRST_HALF),
            new PartName("first half of", Part.MONTH_FIRST_HALF, Part.FIRST_HALF),
            new PartName("the second half of", Part.MONTH_SECOND_HALF, Part.SECOND_HALF),
            new PartName("second half of", Part.MONTH_SECOND_HALF, Part.SECOND_HALF),
            new PartName("spring", null, Part.SPRING), new PartName("summer", null, Part.SUMMER),
            new PartName("autumn", null, Part.AUTUMN), new PartName("fall", null, Part.AUTUMN),
            new PartName("winter", null, Part.WINTER), new PartName("q1", null, Part.FIRST_QUARTER),
            new PartName("q2", null, Part.SECOND_QUARTER), new PartName("q3", null, Part.THIRD_QUARTER),
            new PartName("q4", null, Part.FOURTH_QUARTER));

    /** Words after which a bare number of four digits is a year, and a bare name a month. */
    private static final String[] BEFORE_YEAR = {"in", "since", "until", "till", "during", "from", "before", "after",
            "as of", "circa", "around", "about", "by", "year", "prior to", "up to", "c.", "ca."};

    private final FoldedText text;

    EnglishDates(FoldedText text) {
        this.text = text;
    }

    /** The date that begins at {@code i}; null if there is none. */
    @Nullable
    Point at(int i) {
        if (text.isLetter(i - 1) || text.isDigit(i - 1)) {
            return null;
        }
        if (text.isDigit(i)) {
            Numeral number = Numeral.at(text, i);
            boolean goesOn = text.isIn(i - 1, ".,:-/") && text.isDigit(i - 2);
            return number == null || goesOn ? null : fromNumber(i, number);
        }
        if (!text.isLetter(i)) {
            return null;
        }
        Point part = fromPart(i);
        return part == null ? fromMonth(i) : part;
    }

    private @Nullable Point fromNumber(int i, Numeral number) {
        if (number.isYear()) {
            return fromYear(i, number);
        }
        if (number.digits() > 2 || number.value() < 1 || number.value() > 31) {
            return null;
        }
        int end = ordinal(number.end());
        int last = 0;
        int next = text.spaces(end);
        if (text.isIn(next, "-–~")) {
            Numeral second = Numeral.at(text, text.spaces(next + 1));
            if (second != null && !second.chinese() && second.digits() <= 2 && second.value() > number.value()) {
                last = second.value();
                end = ordinal(second.end());
                next = text.spaces(end);
            }
        }
        int name = text.is(next, "of ") ? next + 3 : next;
        if (name == end) {
            return null;
        }
        int month = month(name);
        if (month == 0) {
            return null;
        }
        int monthEnd = monthEnd(name);
        int year = year(monthEnd);
        if (year == 0) {
            return text.isCapital(name)
                    ? Point.of(i, monthEnd, Point.UNSAID, Point.given(month), Point.given(number.value()),
                            Style.ENGLISH).withLast(last)
                    : null;
        }
        return Point.day(i, yearEnd(monthEnd), year, month, number.value(), Style.ENGLISH).withLast(last);
    }

    private @Nullable Point fromYear(int i, Numeral number) {
        int end = number.end();
        Ref year = Point.given(number.value());
        if (text.at(end) == 's' && number.value() % 10 == 0 && !text.isLetter(end + 1)) {
            return Point.of(i, end + 1, year, Point.UNSAID, Point.UNSAID, Style.ENGLISH).withPart(Part.DECADE);
        }
        if (number.value() < 1900) {
            return null;
        }
        int next = text.spaces(end);
        if (text.at(next) == 'q' && text.isDigit(next + 1) && text.isBreak(next + 2)) {
            int quarter = text.at(next + 1) - '0';
            return quarter < 1 || quarter > 4
                    ? null
                    : Point
                            .of(i, next + 2, year, Point.UNSAID, Point.UNSAID, Style.ENGLISH)
                            .withPart(Part.quarter(quarter));
        }
        boolean closed = text.isBreak(end) && !text.isIn(end, "-_/\\%")
                && !(text.isIn(end, ".,:") && text.isDigit(end + 1));
        return closed && introduced(i) ? Point.of(i, end, year, Point.UNSAID, Point.UNSAID, Style.ENGLISH) : null;
    }

    private boolean introduced(int i) {
        if (text.at(i - 1) != ' ') {
            return false;
        }
        int end = text.spacesBefore(i);
        for (String word : BEFORE_YEAR) {
            if (text.isBefore(end, word) && !text.isLetter(end - word.length() - 1)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Point fromPart(int i) {
        for (PartName name : PARTS) {
            int end = i + name.text.length();
            if (!text.is(i, name.text) || text.isLetter(end) || text.isDigit(end)) {
                continue;
            }
            int next = text.at(end) == '-' ? end + 1 : text.spaces(end);
            next = text.is(next, "of ") && name.ofMonth == null ? next + 3 : next;
            next = text.at(next) == ',' && name.ofMonth == null ? text.spaces(next + 1) : next;
            Numeral year = Numeral.at(text, next);
            if (year != null && !year.chinese() && year.isYear() && year.value() >= 1900 && name.ofYear != null) {
                boolean decade = text.at(year.end()) == 's' && year.value() % 10 == 0;
                if (!decade && text.isBreak(year.end())) {
                    return Point.of(i, year.end(), Point.given(year.value()), Point.UNSAID, Point.UNSAID,
                            Style.ENGLISH).withPart(name.ofYear);
                }
            }
            Point month = name.ofMonth == null ? null : monthAlone(next);
            if (month != null) {
                return month.withStart(i).withPart(name.ofMonth);
            }
        }
        return null;
    }

    private @Nullable Point fromMonth(int i) {
        int month = month(i);
        if (month == 0) {
            return null;
        }
        int end = monthEnd(i);
        int next = text.spaces(end);
        Numeral day = text.isDigit(next) && next > end ? Numeral.at(text, next) : null;
        if (day != null && day.digits() <= 2 && day.value() >= 1 && day.value() <= 31) {
            return withDay(i, month, day);
        }
        Point alone = monthAlone(i);
        boolean named = text.isCapital(i) && isFullName(i, month) && introduced(i);
        return alone != null && (alone.statesYear() || named) ? alone : null;
    }

    private @Nullable Point withDay(int i, int month, Numeral day) {
        int end = ordinal(day.end());
        if (text.isLetter(end) || (text.isIn(end, ".:") && text.isDigit(end + 1))) {
            return null;
        }
        int year = year(end);
        if (year != 0) {
            return Point.day(i, yearEnd(end), year, month, day.value(), Style.ENGLISH);
        }
        return !text.isCapital(i) || (text.at(end) == ',' && text.isDigit(end + 1))
                ? null
                : Point.of(i, end, Point.UNSAID, Point.given(month), Point.given(day.value()), Style.ENGLISH);
    }

    private @Nullable Point monthAlone(int i) {
        int month = month(i);
        if (month == 0) {
            return null;
        }
        int end = monthEnd(i);
        int linked = text.is(end, " of ") ? end + 3 : end;
        int year = year(linked);
        return Point.of(i, year == 0 ? nameEnd(i) : yearEnd(linked), year == 0 ? Point.UNSAID : Point.given(year),
                Point.given(month), Point.UNSAID, Style.ENGLISH);
    }

    /** What a range that began with a month and day may end with: {@code 29}, {@code 29, 2021}. */
    @Nullable
    Point rest(int i, Point from) {
        Numeral day = Numeral.at(text, i);
        if (from.style() != Style.ENGLISH || !from.hasDay() || day == null || day.chinese() || day.digits() > 2
                || day.value() < 1 || day.value() > 31) {
            return null;
        }
        int end = ordinal(day.end());
        if (text.isLetter(end) || (text.isIn(end, ".,:") && text.isDigit(end + 1))) {
            return null;
        }
        int year = year(end);
        return year == 0
                ? Point.of(i, end, Point.UNSAID, Point.UNSAID, Point.given(day.value()), Style.ENGLISH)
                : Point.of(i, yearEnd(end), Point.given(year), from.month(), Point.given(day.value()), Style.ENGLISH);
    }

    /** 1 to 12, or 0. */
    private int month(int i) {
        int end = nameEnd(i);
        int length = end - i;
        if (length < SHORT || text.isDigit(end)) {
            return 0;
        }
        for (int month = 1; month <= MONTHS.size(); month++) {
            String name = MONTHS.get(month - 1);
            boolean sept = month == 9 && length == 4;
            if (length <= name.length() && (length == SHORT || length == name.length() || sept)
                    && text.is(i, name.substring(0, length))) {
                return month;
            }
        }
        return 0;
    }

    private boolean isFullName(int i, int month) {
        return nameEnd(i) - i == MONTHS.get(month - 1).length();
    }

    private int nameEnd(int i) {
        int end = i;
        while (end - i < LONGEST_WORD && text.isLetter(end)) {
            end++;
        }
        return end;
    }

    /** Behind the dot of an abbreviation. */
    private int monthEnd(int i) {
        int end = nameEnd(i);
        return text.at(end) == '.' && end - i <= 4 ? end + 1 : end;
    }

    private int ordinal(int i) {
        return text.anyOf(i, "st", "nd", "rd", "th").isEmpty() || text.isLetter(i + 2) ? i : i + 2;
    }

    /** The year that stands behind a month or day, with a comma or not; 0 if there is none. */
    private int year(int i) {
        int begin = yearBegin(i);
        Numeral year = begin == i ? null : Numeral.at(text, begin);
        if (year == null || year.chinese() || !year.isYear() || year.value() < 1500 || text.isLetter(year.end())) {
            return 0;
        }
        return text.isIn(year.end(), ".,") && text.isDigit(year.end() + 1) ? 0 : year.value();
    }

    private int yearBegin(int i) {
        int begin = text.spaces(i);
        return text.at(begin) == ',' ? text.spaces(begin + 1) : begin;
    }

    private int yearEnd(int i) {
        return yearBegin(i) + 4;
    }
}
