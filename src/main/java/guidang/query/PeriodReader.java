package guidang.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The periods that a person types: a closed grammar of days, months and years, relative ones, and ranges. Works on
 * folded text.
 */
final class PeriodReader {
    /** A bare year from here on, up to the next one, is taken as a date; others are numbers. */
    static final int FIRST_BARE_YEAR = 1990;
    private static final int RECENT_DAYS = 90;

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
    private static final Pattern RECENT = Pattern.compile("最近|近期|近来|recently|lately");
    private static final Pattern JOINT = Pattern
            .compile(" ?(?:\\.\\.+|~|〜|–|—{1,2}|-{1,2}|至|到|(?<= )(?:to|until|till|through|and)(?= )) ?");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("(?:" + MONTH_AND_DAY + "|" + DAY + " ?[日号])");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?!\\d)(?![-/.]\\d)");
    private static final Pattern FROM_ON = Pattern.compile(" ?(?:至今|到现在|到今天|以来|以后|之后|开始|起(?!诉|义|草|火|飞|点|因|源|名)"
            + "|后(?!台|端|半|期|续|果|勤|门|来)|(?:\\.\\.+|~|〜)(?![^ ]))");
    private static final Pattern UP_TO = Pattern.compile(" ?(?:以前|之前|前(?!后|端|往|台|半|期|任|身|夫|妻|员|线|十))");
    private static final Pattern AROUND = Pattern.compile("前后|左右|间(?!谍|接|隙)|期间");
    private static final Pattern LEAD = Pattern.compile(
            "(?:(自从|自|从|since |after |from )|(before )|(截至|截止到?|until |till |by |\\.\\.+ ?|~ ?)|((?:in|during|on|of|between) |(?<![存现内潜所正自实外健好])在|于)) ?");

    /** Words before a bare number that make it a year: not on, of, 在. */
    private static final Pattern MAKES_A_YEAR = Pattern
            .compile("(?:since|after|from|before|until|till|by|in|during|between|自从|截至|截止到?|\\.\\.+|~) ?");

    private final LocalDate today;

    PeriodReader(LocalDate today) {
        this.today = today;
    }

    /**
     * A period in a text.
     *
     * @param from null if open
     * @param to null if open
     * @param kind how sure it is that a date is meant
     */
    record Found(int start, int end, @Nullable LocalDate from, @Nullable LocalDate to, Kind kind) {}

    /** How sure it is that a date is meant. */
    enum Kind {
        /** It can be nothing else. */
        SURE,
        /** A number that is a year if it stands alone. */
        BARE_YEAR,
        /** A word such as 最近: no more than a hint. */
        VAGUE
    }

    /** One date of a text: the days it may mean; {@code parts}: 1 a year, 2 a month, 3 a day, 0 anything else. */
    private record Point(int end, LocalDate from, LocalDate to, int parts, Kind kind) {}

    /** The longest period that begins here, wherever it ends; null if there is none. */
    @Nullable
    Found at(String folded, int start) {
        if (start >= folded.length()) {
            return null;
        }
        Matcher lead = matcher(LEAD, folded, start);
        if (lead.lookingAt()) {
            Found led = led(folded, start, lead);
            if (led != null) {
                return led;
            }
        }
        Found range = range(folded, start);
        if (range != null) {
            return range;
        }
        Matcher recent = matcher(RECENT, folded, start);
        return recent.lookingAt()
                ? new Found(start, recent.end(), today.minusDays(RECENT_DAYS), today, Kind.VAGUE)
                : null;
    }

    /** Whether the years are such that a bare number means one. */
    boolean isPlainYear(Found found) {
        return found.from() != null && found.to() != null && found.from().getYear() >= FIRST_BARE_YEAR
                && found.to().getYear() <= today.getYear() + 1;
    }

    private @Nullable Found led(String folded, int start, Matcher lead) {
        Found led = range(folded, lead.end());
        if (led == null || led.from() == null || led.to() == null) {
            return null;
        }
        boolean certain = led.kind() == Kind.SURE || (isPlainYear(led) && MAKES_A_YEAR.matcher(lead.group()).matches());
        Kind kind = certain ? Kind.SURE : led.kind();
        if (lead.start(1) >= 0) {
            boolean single = isPoint(folded, lead.end(), led.end());
            return new Found(start, led.end(), led.from(), single ? null : led.to(), kind);
        }
        if (lead.start(2) >= 0) {
            return new Found(start, led.end(), null, led.from().minusDays(1), kind);
        }
        return new Found(start, led.end(), lead.start(3) >= 0 ? null : led.from(), led.to(), kind);
    }

    private boolean isPoint(String folded, int start, int end) {
        Point point = point(folded, start);
        return point != null && point.end() == end;
    }

    private @Nullable Found range(String folded, int start) {
        Point first = point(folded, start);
        if (first == null) {
            return null;
        }
        Matcher joint = matcher(JOINT, folded, first.end());
        if (joint.lookingAt()) {
            Point second = second(folded, joint.end(), first, joint.group().strip());
            if (second != null) {
                boolean inOrder = !second.to().isBefore(first.from());
                Kind kind = first.kind() == Kind.BARE_YEAR && second.kind() == Kind.BARE_YEAR
                        && !joint.group().contains("..")
                                ? Kind.BARE_YEAR
                                : Kind.SURE;
                return new Found(start, second.end(), inOrder ? first.from() : second.from(),
                        inOrder ? second.to() : first.to(), kind);
            }
        }
        Matcher around = matcher(AROUND, folded, first.end());
        if (around.lookingAt() && first.kind() == Kind.SURE) {
            return new Found(start, around.end(), first.from(), first.to(), first.kind());
        }
        Matcher on = matcher(FROM_ON, folded, first.end());
        if (on.lookingAt()) {
            return new Found(start, on.end(), first.from(), null, Kind.SURE);
        }
        Matcher upTo = matcher(UP_TO, folded, first.end());
        if (upTo.lookingAt()) {
            return new Found(start, upTo.end(), null, first.from().minusDays(1), Kind.SURE);
        }
        return new Found(start, first.end(), first.from(), first.to(), first.kind());
    }

    private @Nullable Point second(String folded, int start, Point first, String joint) {
        Point full = point(folded, start);
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

    private @Nullable Point point(String folded, int start) {
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

    private static Matcher matcher(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
