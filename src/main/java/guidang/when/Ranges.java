package guidang.when;

import org.jspecify.annotations.Nullable;

/** Reads what joins the two dates of a range, and the times of day and weekdays that may stand between. */
final class Ranges {
    private static final int MOST_DASHES = 6;
    private static final String WEEKDAYS = "一二三四五六日天末";
    private static final String[] PARTS_OF_DAY = {"上午", "下午", "中午", "晚上", "晚间", "凌晨", "早上", "清晨", "傍晚", "夜间", "深夜", "晚",
            "早",
            "夜", "@"};
    private static final String[] WORDS = {"一直到", "一直持续到", "持续到", "直到", "直至", "至", "到", "to ", "through ", "thru ",
            "until ", "till ", "→", "->"};

    private final FoldedText text;
    private final ChineseDates chinese;
    private final DateWords words;
    private final NumericDates numeric;
    private final EnglishDates english;

    Ranges(FoldedText text, ChineseDates chinese, DateWords words, NumericDates numeric, EnglishDates english) {
        this.text = text;
        this.chinese = chinese;
        this.words = words;
        this.numeric = numeric;
        this.english = english;
    }

    /** The second date of the range that a date begins; null if it begins none. */
    @Nullable
    Point end(Point from) {
        int next = text.spaces(behindTime(from.end()));
        int begin = behindJoint(next);
        if (begin < 0) {
            return null;
        }
        boolean hyphen = text.at(next) == '-' && begin == next + 1;
        Point to = numeric.unbounded(begin);
        to = to == null ? chinese.at(begin) : to;
        to = to == null ? words.at(begin) : to;
        to = to == null || !isRest(from, to) ? english.at(begin) : to;
        to = to == null ? numeric.rest(begin, from, hyphen) : to;
        to = to == null ? english.rest(begin, from) : to;
        return to != null && isRest(from, to) ? to : null;
    }

    /** Whether a date says enough to end a range that another begins: a day needs a day before it. */
    private static boolean isRest(Point from, Point to) {
        if (to.last() != 0 && to.isYearAlone()) {
            return false;
        }
        if (to.hasMonth() || to.isYearAlone() || (to.part() != null && !to.part().isOfMonth())) {
            return true;
        }
        return to.hasDay() ? from.hasDay() || to.day() instanceof Point.Ref.Shifted : from.hasMonth();
    }

    private int behindJoint(int i) {
        int end = i;
        while (end - i < MOST_DASHES && text.isIn(end, "-–~")) {
            end++;
        }
        if (end > i) {
            return text.spaces(end);
        }
        String word = text.anyOf(i, WORDS);
        return word.isEmpty() ? -1 : text.spaces(i + word.length());
    }

    /** Where the weekday and time of day that may follow a date end. */
    int behindTime(int i) {
        int end = behindWeekday(i);
        int begin = text.spaces(end);
        String part = text.anyOf(begin, PARTS_OF_DAY);
        if (!part.isEmpty()) {
            end = begin + part.length();
        } else if (text.at(begin) == 't') {
            begin++;
            end = begin;
        }
        Numeral hour = Numeral.at(text, text.spaces(end));
        if (hour == null || !hour.isShort() || hour.value() > 24) {
            return part.isEmpty() ? behindWeekday(i) : end;
        }
        int next = hour.end();
        if (text.at(next) == ':') {
            for (int k = 0; k < 2 && text.at(next) == ':' && text.isDigit(next + 1); k++) {
                next = text.isDigit(next + 2) ? next + 3 : next + 2;
            }
        } else if (text.isIn(text.spaces(next), "点时")) {
            next = behindMinutes(text.spaces(next) + 1);
        } else {
            return part.isEmpty() ? behindWeekday(i) : end;
        }
        return behindZone(next);
    }

    private int behindMinutes(int i) {
        Numeral minute = Numeral.at(text, i);
        if (minute != null && minute.isShort() && text.at(minute.end()) == '分') {
            return minute.end() + 1;
        }
        return text.isIn(i, "整半许") ? i + 1 : i;
    }

    private int behindZone(int i) {
        int begin = text.spaces(i);
        for (String zone : new String[]{"(utc+8)", "(utc+08:00)", "utc+8", "utc", "(gmt+8)"}) {
            if (text.is(begin, zone)) {
                return begin + zone.length();
            }
        }
        return i;
    }

    private int behindWeekday(int i) {
        int begin = text.spaces(i);
        boolean bracket = text.at(begin) == '(';
        begin = bracket ? text.spaces(begin + 1) : begin;
        String word = text.anyOf(begin, "星期", "礼拜", "周");
        int end = begin + word.length();
        if (word.isEmpty() || !text.isIn(end, WEEKDAYS)) {
            return i;
        }
        if (!bracket) {
            return end + 1;
        }
        int close = text.spaces(end + 1);
        return text.at(close) == ')' ? close + 1 : i;
    }
}
