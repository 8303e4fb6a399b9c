package guidang.when;

import org.jspecify.annotations.Nullable;

import guidang.when.Point.Needs;
import guidang.when.Point.Ref;
import guidang.when.Point.Style;

/** Reads the Chinese words that stand for a year, month or day, and the reigns whose years are counted. */
final class DateWords {
    /**
     * @param alone whether it is a date without anything behind it
     * @param notAfter characters before it with which it makes another word
     * @param notBefore characters behind it with which it makes another word
     */
    private record Word(String text, Unit unit, int shift, boolean alone, Needs needs, String notAfter,
            String notBefore) {}

    private enum Unit {
        YEAR, TOLD_YEAR, MONTH, TOLD_MONTH, DAY
    }

    private record Reign(String name, int before) {}

    private static final String COUNTS = "首此本该每多几两一二三四五六七八九十0123456789";
    private static final Word[] WORDS = {word("同年", Unit.YEAR, 0, true, "相", "龄级代纪"),
            word("次年", Unit.YEAR, 1, true, COUNTS, "会度"), word("翌年", Unit.YEAR, 1, true, "", ""),
            word("当年", Unit.YEAR, 0, false, "相适每", "轻"), word("该年", Unit.YEAR, 0, false, "应", ""),
            word("这年", Unit.YEAR, 0, false, "", ""), word("那年", Unit.YEAR, 0, false, "", ""),
            word("今年", Unit.TOLD_YEAR, 0, false, "", ""), word("本年", Unit.TOLD_YEAR, 0, false, "", ""),
            word("去年", Unit.TOLD_YEAR, -1, false, "过", ""), word("前年", Unit.TOLD_YEAR, -2, false, "", ""),
            word("明年", Unit.TOLD_YEAR, 1, false, "", ""), word("同月", Unit.MONTH, 0, true, "相", "份"),
            word("当月", Unit.MONTH, 0, true, "相", "亮球光"), word("次月", Unit.MONTH, 1, true, COUNTS, ""),
            word("翌月", Unit.MONTH, 1, true, "", ""), word("本月", Unit.TOLD_MONTH, 0, false, "", ""),
            word("上月", Unit.TOLD_MONTH, -1, false, "", ""), word("上个月", Unit.TOLD_MONTH, -1, false, "", ""),
            word("同日", Unit.DAY, 0, true, "大相节", "本而元系语报"), word("当日", Unit.DAY, 0, true, "相每", "本元圆系语"),
            word("次日", Unit.DAY, 1, true, COUNTS, "本元系语"), word("翌日", Unit.DAY, 1, true, "", ""),
            new Word("隔日", Unit.DAY, 1, true, Needs.NEARBY, "", ""),
            new Word("隔天", Unit.DAY, 1, true, Needs.NEARBY, "", ""),
            new Word("同一天", Unit.DAY, 0, true, Needs.NEARBY, "", ""),
            new Word("当天", Unit.DAY, 0, true, Needs.NEARBY, "相每", "气空堂使真然亮黑才津"),
            new Word("当晚", Unit.DAY, 0, true, Needs.NEARBY, "", "安餐报期"),
            new Word("第二天", Unit.DAY, 1, true, Needs.NEARBY, "", ""),
            new Word("前一天", Unit.DAY, -1, true, Needs.NEARBY, "", ""),
            new Word("前一日", Unit.DAY, -1, true, Needs.NEARBY, "", "")};
    private static final String FIRSTS = "同次翌当该今本去前明上隔第这那";

    private static final Reign[] REIGNS = {new Reign("民国", 1911), new Reign("昭和", 1925), new Reign("平成", 1988),
            new Reign("令和", 2018)};

    /** What may stand before 年底 and 月底 if they mean those of the year and month spoken of. */
    private static final String BEFORE_SOME = "在到于至从自近约了将和、";

    private final FoldedText text;
    private final ChineseDates dates;

    DateWords(FoldedText text, ChineseDates dates) {
        this.text = text;
        this.dates = dates;
    }

    private static Word word(String text, Unit unit, int shift, boolean alone, String notAfter, String notBefore) {
        return new Word(text, unit, shift, alone, Needs.ANY, notAfter, notBefore);
    }

    /** The date that begins with a word at {@code i}; null if there is none. */
    @Nullable
    Point at(int i) {
        char c = text.at(i);
        if (c == '民' || c == '昭' || c == '平' || c == '令') {
            return reign(i);
        }
        if ((c == '年' || c == '月' || c == '上' || c == '中' || c == '下')
                && ((!text.isHan(i - 1) && !text.isDigit(i - 1)) || text.isIn(i - 1, BEFORE_SOME))) {
            Point part = part(i);
            if (part != null) {
                return part;
            }
        }
        if (FIRSTS.indexOf(c) < 0) {
            return null;
        }
        for (Word word : WORDS) {
            int end = i + word.text.length();
            if (text.is(i, word.text) && !text.isIn(i - 1, word.notAfter) && !text.isIn(end, word.notBefore)) {
                return from(word, i, end);
            }
        }
        return null;
    }

    private @Nullable Point from(Word word, int start, int end) {
        Ref shift = switch (word.unit) {
            case YEAR, MONTH, DAY -> Point.shifted(word.shift);
            case TOLD_YEAR, TOLD_MONTH -> new Ref.Deictic(word.shift);
        };
        Point point = switch (word.unit) {
            case YEAR, TOLD_YEAR -> dates.fromYear(start, shift, end);
            case MONTH, TOLD_MONTH ->
                dates.inMonth(Point.of(start, end, Point.UNSAID, shift, Point.UNSAID, Style.CHINESE));
            case DAY -> Point.of(start, end, Point.UNSAID, Point.UNSAID, shift, Style.CHINESE);
        };
        boolean more = point.end() > end;
        return more || (word.alone && !Numeral.isNumeral(text.at(text.spaces(end)))) ? point.needing(word.needs) : null;
    }

    private @Nullable Point part(int i) {
        PartWords month = PartWords.ofSomeMonth(text, i);
        if (month != null) {
            return Point.of(i, month.end(), Point.UNSAID, Point.shifted(0), Point.UNSAID, Style.CHINESE)
                    .withPart(month.part()).needing(Needs.NEARBY);
        }
        PartWords year = PartWords.ofSomeYear(text, i);
        return year == null
                ? null
                : Point.of(i, year.end(), Point.shifted(0), Point.UNSAID, Point.UNSAID, Style.CHINESE)
                        .withPart(year.part()).needing(Needs.NEARBY);
    }

    private @Nullable Point reign(int i) {
        for (Reign reign : REIGNS) {
            if (text.is(i, reign.name)) {
                Numeral number = Numeral.at(text, text.spaces(i + reign.name.length()));
                if (number == null || number.value() < 1 || number.value() > 150) {
                    return null;
                }
                int unit = text.spaces(number.end());
                return text.at(unit) == '年'
                        ? dates.fromYear(i, Point.given(reign.before + number.value()), unit + 1)
                        : null;
            }
        }
        return null;
    }
}
