package guidang.when;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import guidang.when.Point.Needs;
import guidang.when.Point.Style;

/** Reads dates of digits and marks alone: {@code 2021-07-27}, {@code 2021.7.27}, {@code 20210727}, {@code 2013-2016}. */
final class NumericDates {
    /** Years are surer to be years within these bounds, where no unit says so. */
    private static final int FIRST_YEAR = 1900;

    /** Before and behind these stands a part of an address, a version or an id. */
    private static final String JOINED_BEFORE = "-._/\\=#%+@$^~";
    private static final String JOINED_BEHIND = "_/\\=%@";

    /** What an eight-digit number counts or names, if it does not stand for a day. */
    private static final String[] NO_DAY_AFTER = {"号", "群", "qq", "id", "第", "编号", "房间", "uid", "av", "¥"};

    private final FoldedText text;

    NumericDates(FoldedText text) {
        this.text = text;
    }

    /** The date that begins at {@code i}; null if there is none. */
    @Nullable
    Point at(int i) {
        if (!text.isDigit(i) || text.isDigit(i - 1) || text.isLetter(i - 1)
                || (text.isIn(i - 1, JOINED_BEFORE) && !opensAfterRange(i))) {
            return null;
        }
        return unbounded(i);
    }

    /** A tilde before the first date is no more than a mark. */
    private boolean opensAfterRange(int i) {
        return text.at(i - 1) == '~' && !text.isDigit(i - 2) && !text.isLetter(i - 2);
    }

    /** The same where something else than a word boundary stands before it. */
    @Nullable
    Point unbounded(int i) {
        Numeral number = Numeral.at(text, i);
        if (number == null || number.chinese()) {
            return null;
        }
        if (number.digits() == 8) {
            return compact(i, number);
        }
        if (number.digits() != 4 || number.value() < Point.FIRST_YEAR || number.value() > Point.LAST_YEAR) {
            return null;
        }
        char mark = text.at(number.end());
        Point whole = switch (mark) {
            case '-', '.', '/' -> whole(i, number.value(), number.end(), mark);
            default -> null;
        };
        return whole == null && number.value() >= FIRST_YEAR ? years(i, number) : whole;
    }

    private @Nullable Point whole(int i, int year, int end, char mark) {
        Numeral month = Numeral.at(text, end + 1);
        if (month == null || month.chinese() || month.digits() > 2 || month.value() < 1 || month.value() > 12) {
            return null;
        }
        Numeral day = text.at(month.end()) == mark ? Numeral.at(text, month.end() + 1) : null;
        if (day == null) {
            return mark == '-' && month.digits() == 2 && year >= FIRST_YEAR && stops(month.end(), mark)
                    ? Point.of(i, month.end(), Point.given(year), Point.given(month.value()), Point.UNSAID,
                            Style.DASHED)
                    : null;
        }
        return !day.chinese() && day.digits() <= 2 && stops(day.end(), mark)
                && YearMonth.of(year, month.value()).isValidDay(day.value())
                        ? Point.day(i, day.end(), year, month.value(), day.value(), style(mark))
                        : null;
    }

    /** What a range that began with a whole date of the same marks may end with: {@code 08-01}, {@code 28}. */
    @Nullable
    Point rest(int i, Point from, boolean afterHyphen) {
        Numeral first = Numeral.at(text, i);
        char mark = switch (from.style()) {
            case DASHED -> '-';
            case DOTTED -> '.';
            case SLASHED -> '/';
            case CHINESE, COMPACT, ENGLISH -> FoldedText.NONE;
        };
        if (mark == FoldedText.NONE || !from.hasDay() || first == null || first.chinese() || first.digits() > 2
                || (mark == '-' && afterHyphen)) {
            return null;
        }
        if (text.at(first.end()) != mark) {
            return stops(first.end(), mark)
                    ? Point.of(i, first.end(), Point.UNSAID, Point.UNSAID, Point.given(first.value()), from.style())
                    : null;
        }
        Numeral day = Numeral.at(text, first.end() + 1);
        return day != null && !day.chinese() && day.digits() <= 2 && stops(day.end(), mark)
                ? Point.of(i, day.end(), Point.UNSAID, Point.given(first.value()), Point.given(day.value()),
                        from.style())
                : null;
    }

    private static Style style(char mark) {
        return mark == '-' ? Style.DASHED : mark == '.' ? Style.DOTTED : Style.SLASHED;
    }

    /** Whether the number does not go on: a time may follow, another field may not. */
    private boolean stops(int end, char mark) {
        if (text.at(end) == 't') {
            return text.isDigit(end + 1);
        }
        if (text.isDigit(end) || text.isLetter(end) || text.isIn(end, JOINED_BEHIND)) {
            return false;
        }
        if (!text.isIn(end, ".-") || (!text.isDigit(end + 1) && !text.isLetter(end + 1))) {
            return true;
        }
        boolean rangeFollows = mark == '-' ? text.isDigit(end + 4) && text.at(end + 5) == '-' : !text.isLetter(end + 1);
        return text.at(end) == '-' && rangeFollows;
    }

    private @Nullable Point compact(int i, Numeral number) {
        int year = number.value() / 10_000;
        int month = number.value() / 100 % 100;
        int day = number.value() % 100;
        int end = number.end();
        if (year < 1990 || year > Point.LAST_YEAR || month < 1 || month > 12
                || !YearMonth.of(year, month).isValidDay(day) || text.isLetter(end)
                || text.isIn(end, JOINED_BEHIND) || text.isIn(end, ".-+#~") || text.isHan(end)) {
            return null;
        }
        int before = text.spacesBefore(i);
        for (String word : NO_DAY_AFTER) {
            if (text.isBefore(before, word)) {
                return null;
            }
        }
        return Point.day(i, end, year, month, day, Style.COMPACT);
    }

    /** {@code 2013-2016}, {@code 2019至2021年}. */
    private @Nullable Point years(int i, Numeral first) {
        int next = text.spaces(first.end());
        boolean word = text.is(next, "to ");
        if (!word && !text.isIn(next, "-–~至到")) {
            return null;
        }
        int joint = word ? 2 : 1;
        int begin = text.spaces(next + joint);
        if (begin > next + joint != next > first.end()) {
            return null;
        }
        Numeral last = Numeral.at(text, begin);
        if (last == null || last.chinese() || !last.isYear() || last.value() <= first.value()
                || last.value() - first.value() > 200) {
            return null;
        }
        int unit = text.spaces(last.end());
        boolean named = text.at(unit) == '年';
        int end = named ? unit + 1 : last.end();
        boolean closed = named
                ? Series.at(text, text.spaces(end), "月") == null && text.at(end) != '代'
                : !text.isLetter(end) && !text.isIn(end, JOINED_BEHIND) && !text.isIn(unit, "元个人块万亿")
                        && !(text.isIn(end, "-.,:~") && text.isDigit(end + 1));
        return closed
                ? new Point(i, end, Point.given(first.value()), Point.UNSAID, Point.UNSAID, last.value(), null,
                        Style.CHINESE, Needs.ANY)
                : null;
    }
}
