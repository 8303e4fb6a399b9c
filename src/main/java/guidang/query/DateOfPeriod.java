package guidang.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.query.PeriodReader.Kind;

import static guidang.query.PeriodReader.matcher;

/** One date of a period: a day, a month, a year or a part of one, absolute or relative. Works on folded text. */
final class DateOfPeriod {
    private static final String MONTH = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    private static final String DAY = "(3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";
    private static final String MONTH_AND_DAY = " ?" + MONTH + " ?月(?!饼|亮|球|票|薪|光)份?(?: ?" + DAY
            + " ?[日号](?!线|楼|院)|(上旬|中旬|下旬|[初底末]|中(?!\\p{IsHan})))?";
    /** 2021年, 2021年7月底, 二零二一年, 21年7月, 去年7月. */
    private static final Pattern CHINESE = Pattern
            .compile("(?:([12]\\d{3}|[一二][零一二三四五六七八九]{3}|\\d\\d(?= ?年 ?\\d{1,2} ?月)) ?年"
                    + "(?!度|鉴|报|终|代|级|会|货|龄|轻|华|薪|糕|画|味)|(大前年|今年|本年|去年|前年))(?:" + MONTH_AND_DAY
                    + "|(上半年|下半年|年?[初底末]|中(?!\\p{IsHan})))?");
    /** 2021-07, 2021/7/5, 2021.7.5, 2021.07. */
    private static final Pattern NUMBERS = Pattern
            .compile(
                    "([12]\\d{3})(?:([-/.])(1[0-2]|0?[1-9])\\2(3[01]|[12]\\d|0?[1-9])|([-/])(1[0-2]|0?[1-9])|\\.(1[0-2]|0[1-9]))(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("([12]\\d{3})(?!\\d)");
    private static final String MONTH_NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
            + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String ENGLISH_DAY = "(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
    private static final Pattern ENGLISH = Pattern.compile("(?:(?:the )?" + ENGLISH_DAY + " (?:of )?" + MONTH_NAME
            + ",? ([12]\\d{3})|"
            + MONTH_NAME + " " + ENGLISH_DAY + ",? ([12]\\d{3})|" + MONTH_NAME + ",? (?:of )?([12]\\d{3}))(?!\\d)");
    private static final Pattern RELATIVE = Pattern
            .compile("(今天|昨天|前天|上上个?月|这个?月|本月(?!饼|球)|上个?月|本周(?!边|围|刊|岁|年)|这个?(?:周|星期|礼拜)|上个?(?:周|星期|礼拜)"
                    + "|(?:today|yesterday|this week|last week|this month|last month|this year|last year)(?![a-z]))");
    private static final Pattern LAST = Pattern.compile(
            "(?:最近|近|过去|(?:in |over |during )?(?:the )?(?:last|past) )(?:这)? ?(\\d{1,3}|[一二两三四五六七八九十半]) ?(天|日|个?星期|周|个?月|年|days?|weeks?|months?|years?)(?![a-z])");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("(?:" + MONTH_AND_DAY + "|" + DAY + " ?[日号])");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?!\\d)(?![-/.]\\d)");

    private final LocalDate today;

    DateOfPeriod(LocalDate today) {
        this.today = today;
    }

    /** One date of a text: the days it may mean; {@code parts}: 1 a year, 2 a month, 3 a day, 0 anything else. */
    record Point(int end, LocalDate from, LocalDate to, int parts, Kind kind) {}

    /** The second date of a range, which may lack what the first one states; null if there is none. */
    @Nullable
    Point after(Point first, String folded, int start, String joint) {
        Point full = at(folded, start);
        if (full != null) {
            return full;
        }
        if (first.parts() == 0) {
            return null;
        }
        int year = first.from().getYear();
        Matcher rest = matcher(WITHOUT_YEAR, folded, start);
        if (rest.lookingAt()) {
            String month = rest.group(1);
            if (month != null) {
                return monthAndDay(rest.end(), year, month, rest.group(2), rest.group(3));
            }
            return first.parts() == 3
                    ? day(rest.end(), year, first.from().getMonthValue(), number(rest.group(4)))
                    : null;
        }
        Matcher number = matcher(NUMBER, folded, start);
        if ((joint.startsWith(".") || joint.equals("~")) && number.lookingAt()) {
            int value = number(number.group(1));
            if (first.parts() == 2) {
                return month(number.end(), year, value);
            }
            return first.parts() == 3 ? day(number.end(), year, first.from().getMonthValue(), value) : null;
        }
        return null;
    }

    /** The longest date that begins here; null if there is none. */
    @Nullable
    Point at(String folded, int start) {
        if (start >= folded.length()) {
            return null;
        }
        Matcher chinese = matcher(CHINESE, folded, start);
        if (chinese.lookingAt()) {
            int year = chinese.group(1) == null ? relativeYear(chinese.group(2)) : year(chinese.group(1));
            if (chinese.group(3) != null) {
                return monthAndDay(chinese.end(), year, chinese.group(3), chinese.group(4), chinese.group(5));
            }
            return chinese.group(6) == null
                    ? years(chinese.end(), year, year, Kind.SURE)
                    : part(chinese.end(), year, chinese.group(6));
        }
        Matcher numbers = matcher(NUMBERS, folded, start);
        if (numbers.lookingAt()) {
            int year = number(numbers.group(1));
            if (numbers.group(3) != null) {
                return day(numbers.end(), year, number(numbers.group(3)), number(numbers.group(4)));
            }
            return month(numbers.end(), year, number(numbers.group(6) == null ? numbers.group(7) : numbers.group(6)));
        }
        Matcher english = matcher(ENGLISH, folded, start);
        if (english.lookingAt()) {
            if (english.group(3) != null) {
                return day(english.end(), number(english.group(3)), monthNamed(english.group(2)),
                        number(english.group(1)));
            }
            if (english.group(6) != null) {
                return day(english.end(), number(english.group(6)), monthNamed(english.group(4)),
                        number(english.group(5)));
            }
            return month(english.end(), number(english.group(8)), monthNamed(english.group(7)));
        }
        Point relative = relative(folded, start);
        if (relative != null) {
            return relative;
        }
        Matcher year = matcher(YEAR, folded, start);
        return year.lookingAt()
                ? years(year.end(), number(year.group(1)), number(year.group(1)), Kind.BARE_YEAR)
                : null;
    }

    private @Nullable Point relative(String folded, int start) {
        Matcher relative = matcher(RELATIVE, folded, start);
        if (relative.lookingAt()) {
            return relative(relative.end(), relative.group(1));
        }
        Matcher last = matcher(LAST, folded, start);
        if (!last.lookingAt()) {
            return null;
        }
        boolean half = last.group(1).equals("半");
        int count = half ? 1 : number(last.group(1));
        String unit = last.group(2);
        LocalDate from;
        if (unit.startsWith("天") || unit.startsWith("日") || unit.startsWith("day")) {
            from = today.minusDays(count);
        } else if (unit.contains("周") || unit.contains("星期") || unit.startsWith("week")) {
            from = today.minusWeeks(count);
        } else if (unit.contains("月") || unit.startsWith("month")) {
            from = half ? today.minusDays(15) : today.minusMonths(count);
        } else {
            from = half ? today.minusMonths(6) : today.minusYears(count);
        }
        return new Point(last.end(), from, today, 0, Kind.SURE);
    }

    private Point relative(int end, String words) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        if (words.equals("今天") || words.equals("today")) {
            return new Point(end, today, today, 0, Kind.SURE);
        }
        if (words.equals("昨天") || words.equals("yesterday")) {
            return new Point(end, today.minusDays(1), today.minusDays(1), 0, Kind.SURE);
        }
        if (words.equals("前天")) {
            return new Point(end, today.minusDays(2), today.minusDays(2), 0, Kind.SURE);
        }
        if (words.endsWith("year")) {
            int year = today.getYear() - (words.startsWith("last") ? 1 : 0);
            return new Point(end, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 0, Kind.SURE);
        }
        if (words.endsWith("月") || words.endsWith("month")) {
            int back = words.startsWith("上上") ? 2 : words.startsWith("上") || words.startsWith("last") ? 1 : 0;
            LocalDate month = first.minusMonths(back);
            return new Point(end, month, month.with(TemporalAdjusters.lastDayOfMonth()), 0, Kind.SURE);
        }
        LocalDate week = words.startsWith("上") || words.startsWith("last") ? monday.minusWeeks(1) : monday;
        return new Point(end, week, week.plusDays(6), 0, Kind.SURE);
    }

    private @Nullable Point monthAndDay(int end, int year, String month, @Nullable String day, @Nullable String part) {
        if (day != null) {
            return day(end, year, number(month), number(day));
        }
        Point whole = month(end, year, number(month));
        if (whole == null || part == null) {
            return whole;
        }
        LocalDate first = whole.from();
        return switch (part) {
            case "上旬", "初" -> new Point(end, first, first.withDayOfMonth(10), 2, Kind.SURE);
            case "中旬", "中" -> new Point(end, first.withDayOfMonth(11), first.withDayOfMonth(20), 2, Kind.SURE);
            default -> new Point(end, first.withDayOfMonth(21), whole.to(), 2, Kind.SURE);
        };
    }

    private static Point part(int end, int year, String part) {
        int from = 1;
        int to = 12;
        if (part.equals("上半年")) {
            to = 6;
        } else if (part.equals("下半年")) {
            from = 7;
        } else if (part.endsWith("初")) {
            to = 3;
        } else if (part.endsWith("中")) {
            from = 5;
            to = 8;
        } else {
            from = 10;
        }
        return new Point(end, LocalDate.of(year, from, 1),
                LocalDate.of(year, to, 1).with(TemporalAdjusters.lastDayOfMonth()), 0, Kind.SURE);
    }

    private static Point years(int end, int first, int last, Kind kind) {
        return new Point(end, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), 1, kind);
    }

    private static @Nullable Point month(int end, int year, int month) {
        if (month < 1 || month > 12) {
            return null;
        }
        LocalDate first = LocalDate.of(year, month, 1);
        return new Point(end, first, first.with(TemporalAdjusters.lastDayOfMonth()), 2, Kind.SURE);
    }

    private static @Nullable Point day(int end, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return new Point(end, date, date, 3, Kind.SURE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int relativeYear(String word) {
        return switch (word) {
            case "大前年" -> today.getYear() - 3;
            case "前年" -> today.getYear() - 2;
            case "去年" -> today.getYear() - 1;
            default -> today.getYear();
        };
    }

    private int year(String digits) {
        int year = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            year = year * 10 + (c < 128 ? c - '0' : "零一二三四五六七八九".indexOf(c));
        }
        if (digits.length() == 2) {
            int century = today.getYear() / 100 * 100;
            return year <= today.getYear() % 100 + 1 ? century + year : century - 100 + year;
        }
        return year;
    }

    /** 1 to 999 in digits, 1 to 39 in Chinese numerals. */
    private static int number(String digits) {
        if (digits.charAt(0) < 128) {
            return Integer.parseInt(digits);
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '十') {
                value = Math.max(1, value) * 10;
            } else {
                value += c == '两' ? 2 : "零一二三四五六七八九".indexOf(c);
            }
        }
        return value;
    }

    private static int monthNamed(String name) {
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }
}
