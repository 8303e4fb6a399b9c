package guidang.when;

import org.jspecify.annotations.Nullable;

import guidang.when.Point.Needs;
import guidang.when.Point.Ref;
import guidang.when.Point.Style;

/** Reads dates that begin with a number and have the units 年月日, with the parts of a year or month. */
final class ChineseDates {
    private static final int NO_YEAR = 0;

    /** Characters that are written for 年 by mistake, most by the same or the neighbouring sound. */
    private static final String MISTAKEN_FOR_YEAR = "连念粘黏撵碾蔫捻月-./ ";

    /** What follows a number of months or a month in a word rather than a month of the calendar. */
    private static final String NO_MONTH_BEFORE = "嫂饼薪球租供收均费光亮老龄内期息嘉色牙票卡";

    /** What stands before a month or day that is counted, or comes round every year. */
    private static final String[] NO_DATE_AFTER = {"第", "每年", "每年的", "历年", "农历", "阴历", "旧历", "每逢", "每到", "个"};

    private static final int FAR_BIRTHDAY = 8;
    /** What follows 生日 if the day is said of it, rather than of what is done on it. */
    private static final String IS_BIRTHDAY = "是为:(在定设改修变";

    private final FoldedText text;

    ChineseDates(FoldedText text) {
        this.text = text;
    }

    /** The date that begins at {@code i}; null if there is none. */
    @Nullable
    Point at(int i) {
        if (!Numeral.isNumeral(text.at(i)) || Numeral.isNumeral(text.at(i - 1))
                || (text.isIn(i - 1, ".") && Numeral.isNumeral(text.at(i - 2)))) {
            return null;
        }
        Numeral number = Numeral.at(text, i);
        return number == null ? null : fromNumber(i, number);
    }

    private @Nullable Point fromNumber(int i, Numeral number) {
        int unit = text.spaces(number.end());
        if (text.is(unit, "世纪")) {
            return decadeOf(i, (number.value() - 1) * 100, text.spaces(unit + 2));
        }
        if (text.at(unit) == '年') {
            return fromYear(i, number, unit + 1);
        }
        Point mistaken = number.isYear() ? mistaken(i, number) : null;
        if (mistaken != null || !number.isShort() || text.isBefore(i, "年") || counted(i)) {
            return mistaken;
        }
        Series months = Series.at(text, i, "月");
        if (months != null) {
            return withoutYear(i, months, number.chinese());
        }
        Series days = Series.at(text, i, "日号");
        return days == null
                ? null
                : Point.of(i, days.end(), Point.UNSAID, Point.UNSAID, Point.given(days.first()),
                        Style.CHINESE).withLast(days.last()).needing(Needs.LONE_DAY);
    }

    private boolean counted(int i) {
        int end = text.spacesBefore(i);
        if (birthday(end)) {
            return true;
        }
        for (String word : NO_DATE_AFTER) {
            if (text.isBefore(end, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a birthday is named just before {@code end}: {@code 生日是7月7日} is of no year. */
    private boolean birthday(int end) {
        for (int i = end - 2; i >= Math.max(0, end - FAR_BIRTHDAY) && !text.isIn(i, ",。;!?"); i--) {
            if (text.is(i, "生日") || text.is(i, "诞辰")) {
                int next = text.spaces(i + 2);
                return next >= end || text.isIn(next, IS_BIRTHDAY);
            }
        }
        return false;
    }

    private @Nullable Point withoutYear(int i, Series months, boolean chinese) {
        if (months.first() > 12 || months.last() > 12 || text.isIn(months.end(), NO_MONTH_BEFORE)
                || text.is(months.end(), "以内") || text.is(months.end(), "之内")
                || text.isBefore(text.spacesBefore(i), "年")) {
            return null;
        }
        Point point = fromMonth(i, Point.UNSAID, months);
        if (point.hasDay() || point.part() != null) {
            return point;
        }
        Numeral odd = Numeral.at(text, point.end());
        if (text.at(point.end()) == '后' || (odd != null && (!odd.isShort() || odd.value() > 31))) {
            return null;
        }
        return chinese && text.at(point.end() - 1) != '份' && !text.isIn(point.end(), ",、")
                ? null
                : point;
    }

    private @Nullable Point fromYear(int i, Numeral number, int end) {
        if (text.at(end) == '代') {
            return decade(i, number, end + 1);
        }
        int year = year(i, number, end);
        if (year == NO_YEAR || text.isBefore(i, "元前") || text.is(text.spaces(end), "历史")) {
            return null;
        }
        if (year % 100 == 0 && ((text.at(end) == '前' && text.at(end + 1) != '后') || text.is(end, "的历史")
                || text.isIn(end, "来间") || text.isIn(i - 1, "近") || text.is(i - 2, "超过"))) {
            return null;
        }
        return fromYear(i, Point.given(year), end);
    }

    /** What follows 年, or a word for a year. */
    Point fromYear(int start, Ref year, int end) {
        int next = text.spaces(end);
        int linked = text.isIn(next, "的の") ? text.spaces(next + 1) : next;
        Series months = Series.at(text, linked, "月");
        if (months != null && (linked == next || months.first() <= 12)) {
            return fromMonth(start, year, months);
        }
        Point alone = Point.of(start, end, year, Point.UNSAID, Point.UNSAID, Style.CHINESE);
        PartWords part = PartWords.ofYear(text, next);
        if (part == null && text.at(next) == ',') {
            part = PartWords.ofSomeYear(text, text.spaces(next + 1));
        }
        return part == null ? alone : alone.withEnd(part.end()).withPart(part.part());
    }

    /** What follows 月. */
    Point fromMonth(int start, Ref year, Series months) {
        Ref month = Point.given(months.first());
        int end = text.at(months.end()) == '份' ? months.end() + 1 : months.end();
        Point alone = Point.of(start, end, year, month, Point.UNSAID, Style.CHINESE).withLast(months.last());
        return months.last() == 0 ? inMonth(alone) : alone;
    }

    /** The same with the day or part of the month that follows. */
    Point inMonth(Point month) {
        int next = text.spaces(month.end());
        Series days = Series.at(text, next, "日号");
        if (days != null && !text.is(days.end(), "线")) {
            int end = text.is(days.end(), "日左右") ? days.end() + 1 : days.end();
            return Point.of(month.start(), end, month.year(), month.month(), Point.given(days.first()), Style.CHINESE)
                    .withLast(days.last());
        }
        PartWords part = PartWords.ofMonth(text, next);
        if (part != null) {
            return month.withEnd(part.end()).withPart(part.part());
        }
        Numeral bare = Numeral.at(text, next);
        return bare != null && bare.isShort() && bare.value() >= 1 && bare.value() <= 31 && standsForDay(bare.end())
                ? Point.of(month.start(), bare.end(), month.year(), month.month(), Point.given(bare.value()),
                        Style.CHINESE)
                : month;
    }

    /** Whether a number that lost its 日 can be nothing else. */
    private boolean standsForDay(int end) {
        int next = text.spaces(end);
        if (text.at(next) == FoldedText.NONE || text.isIn(next, ",。;)）】」』|至到~–、")) {
            return !text.is(next, ",") || !text.isDigit(next + 1);
        }
        return text.is(next, "左右") || text.is(next, "前后")
                || (text.at(next) == '-' && Numeral.isNumeral(text.at(next + 1)))
                || (text.isIn(next, ".!?") && text.isBreak(next + 1));
    }

    /** A four-digit year, or one of two digits where nothing else can be meant. */
    private int year(int i, Numeral number, int end) {
        if (number.isYear()) {
            return number.value();
        }
        if (number.digits() != 2 || text.isIn(i, "十廿卅") || text.isIn(i + 1, "十廿卅")) {
            return NO_YEAR;
        }
        int value = number.value();
        int year = value <= 30 ? 2000 + value : value >= 50 ? 1900 + value : NO_YEAR;
        int next = text.spaces(end);
        Series months = Series.at(text, next, "月");
        boolean withMonth = months != null && months.first() >= 1 && months.first() <= 12;
        boolean withDay = months != null && withMonth && Series.at(text, text.spaces(months.end()), "日号") != null;
        boolean surely = (value < 10 && !number.chinese()) || value >= 80;
        boolean opens = !text.isHan(i - 1) || text.isIn(i - 1, "在于自从至到截");
        boolean version = text.at(end) == '版' && !number.chinese();
        boolean certain = withDay || version || (withMonth && (surely || opens))
                || (surely && opens && !text.isHan(next));
        return certain ? year : NO_YEAR;
    }

    private @Nullable Point decade(int i, Numeral number, int end) {
        int value = number.value();
        if (value % 10 != 0 || (!number.isYear() && (value < 30 || value > 90))) {
            return null;
        }
        int start = text.isBefore(i, "上世纪") ? i - 3 : text.isBefore(i, "上个世纪") ? i - 4 : i;
        return decade(start, number.isYear() ? value : 1900 + value, end);
    }

    private @Nullable Point decadeOf(int start, int century, int i) {
        Numeral number = Numeral.at(text, i);
        if (number == null || century < Point.FIRST_YEAR || century > 2000 || number.value() % 10 != 0
                || number.value() > 90) {
            return null;
        }
        int unit = text.spaces(number.end());
        return text.is(unit, "年代") ? decade(start, century + number.value(), unit + 2) : null;
    }

    private Point decade(int start, int year, int end) {
        PartWords part = PartWords.ofDecade(text, end);
        return Point.of(start, part.end(), Point.given(year), Point.UNSAID, Point.UNSAID, Style.CHINESE)
                .withPart(part.part());
    }

    /** {@code 2021连7月12日}, {@code 2021.7月12日}: only whole dates. */
    private @Nullable Point mistaken(int i, Numeral year) {
        int end = year.end();
        if (!text.isIn(end, MISTAKEN_FOR_YEAR)) {
            return null;
        }
        Series months = Series.at(text, text.spaces(end + 1), "月");
        if (months == null || months.last() != 0) {
            return null;
        }
        Point point = fromMonth(i, Point.given(year.value()), months);
        return point.hasDay() && months.first() <= 12 ? point : null;
    }
}
