package guidang.when;

import org.jspecify.annotations.Nullable;

/**
 * The words for a part of a year or month that stand behind it, or alone.
 *
 * @param end where the words end
 */
record PartWords(Part part, int end) {
    private record Word(String text, Part part, String notBefore) {}

    private static final String NO_BEGINNING = "中级次步一二两三四五六学稿审恋音赛版衷心期";
    private static final String NO_BOTTOM = "特层线部价座盘片蕴气";
    private static final String NO_END = "日班尾路梢";

    private static final Word[] OF_MONTH = {new Word("中下旬", Part.MONTH_MIDDLE_LATE, ""),
            new Word("中上旬", Part.MONTH_EARLY_MIDDLE, ""), new Word("上中旬", Part.MONTH_EARLY_MIDDLE, ""),
            new Word("上旬", Part.MONTH_EARLY, ""), new Word("中旬", Part.MONTH_MIDDLE, ""),
            new Word("下旬", Part.MONTH_LATE, ""), new Word("上半月", Part.MONTH_FIRST_HALF, ""),
            new Word("下半月", Part.MONTH_SECOND_HALF, ""), new Word("月初", Part.MONTH_EARLY, NO_BEGINNING),
            new Word("月底", Part.MONTH_LATE, NO_BOTTOM), new Word("月末", Part.MONTH_LATE, NO_END)};
    private static final Word[] SHORT_OF_MONTH = {new Word("初", Part.MONTH_EARLY, NO_BEGINNING),
            new Word("底", Part.MONTH_LATE, NO_BOTTOM), new Word("末", Part.MONTH_LATE, NO_END)};

    private static final Word[] OF_YEAR = {new Word("年初", Part.YEAR_START, NO_BEGINNING),
            new Word("年底", Part.YEAR_END, NO_BOTTOM), new Word("年末", Part.YEAR_END, NO_END)};
    private static final Word[] SHORT_OF_YEAR = {new Word("初期", Part.YEAR_START, ""),
            new Word("初", Part.YEAR_START, NO_BEGINNING), new Word("底", Part.YEAR_END, NO_BOTTOM),
            new Word("末", Part.YEAR_END, NO_END), new Word("上半年", Part.FIRST_HALF, ""),
            new Word("前半年", Part.FIRST_HALF, ""), new Word("下半年", Part.SECOND_HALF, ""),
            new Word("后半年", Part.SECOND_HALF, ""), new Word("前三季度", Part.THREE_QUARTERS, ""),
            new Word("上旬", Part.FIRST_THIRD, ""), new Word("中旬", Part.SECOND_THIRD, ""),
            new Word("下旬", Part.LAST_THIRD, ""), new Word("q1", Part.FIRST_QUARTER, "0123456789"),
            new Word("q2", Part.SECOND_QUARTER, "0123456789"), new Word("q3", Part.THIRD_QUARTER, "0123456789"),
            new Word("q4", Part.FOURTH_QUARTER, "0123456789")};
    private static final Word[] SEASONS = {new Word("春", Part.SPRING, "节晚运联招游秋卷秀茧药城光风"),
            new Word("夏", Part.SUMMER, "奥令威洛目尔普历门朝利"), new Word("秋", Part.AUTUMN, "招叶游瓷千裤收"),
            new Word("冬", Part.WINTER, "奥残令眠至训泳瓜笋")};

    /** What may follow 中 if it means the middle. */
    private static final String AFTER_MIDDLE = "左前期时的就才曾已又被因由以之起开至到";

    private static final Word[] OF_DECADE = {new Word("初期", Part.DECADE_EARLY, ""),
            new Word("早期", Part.DECADE_EARLY, ""), new Word("初", Part.DECADE_EARLY, NO_BEGINNING),
            new Word("中后期", Part.DECADE_LATE, ""), new Word("中期", Part.DECADE_MIDDLE, ""),
            new Word("后期", Part.DECADE_LATE, ""), new Word("末期", Part.DECADE_LATE, ""),
            new Word("末", Part.DECADE_LATE, NO_END), new Word("", Part.DECADE, "")};

    /** Behind a month: 底, 月底, 中旬. */
    static @Nullable PartWords ofMonth(FoldedText text, int i) {
        PartWords found = find(text, i, OF_MONTH);
        found = found == null ? find(text, i, SHORT_OF_MONTH) : found;
        return found == null ? middle(text, i, "月", Part.MONTH_MIDDLE) : found;
    }

    /** Of the month spoken of: 月底, 中旬. */
    static @Nullable PartWords ofSomeMonth(FoldedText text, int i) {
        return find(text, i, OF_MONTH);
    }

    /** Behind a year: 底, 年底, 上半年, 第二季度, 春季. */
    static @Nullable PartWords ofYear(FoldedText text, int i) {
        PartWords found = find(text, i, OF_YEAR);
        found = found == null ? find(text, i, SHORT_OF_YEAR) : found;
        found = found == null ? middle(text, i, "年", Part.YEAR_MIDDLE) : found;
        found = found == null ? season(text, i) : found;
        return found == null ? quarter(text, i) : found;
    }

    /** Of the year spoken of: 年初, 年底, 年末. */
    static @Nullable PartWords ofSomeYear(FoldedText text, int i) {
        return find(text, i, OF_YEAR);
    }

    /** Behind 年代; at least the whole decade. */
    static PartWords ofDecade(FoldedText text, int i) {
        PartWords found = find(text, i, OF_DECADE);
        return found == null ? new PartWords(Part.DECADE, i) : found;
    }

    private static @Nullable PartWords find(FoldedText text, int i, Word[] words) {
        for (Word word : words) {
            int end = i + word.text.length();
            if (text.is(i, word.text) && !text.isIn(end, word.notBefore)) {
                return new PartWords(word.part, end);
            }
        }
        return null;
    }

    private static @Nullable PartWords middle(FoldedText text, int i, String unit, Part part) {
        int middle = text.is(i, unit) ? i + unit.length() : i;
        if (text.at(middle) != '中') {
            return null;
        }
        int end = text.at(middle + 1) == '期' ? middle + 2 : middle + 1;
        return end > middle + 1 || text.isBreak(end) || text.isIn(end, AFTER_MIDDLE) ? new PartWords(part, end) : null;
    }

    private static @Nullable PartWords season(FoldedText text, int i) {
        PartWords found = find(text, i, SEASONS);
        if (found == null) {
            return null;
        }
        boolean suffix = text.isIn(found.end, "季天");
        int end = suffix ? found.end + 1 : found.end;
        return suffix && text.isIn(end, "奥残") ? null : new PartWords(found.part, end);
    }

    private static @Nullable PartWords quarter(FoldedText text, int i) {
        int begin = text.at(i) == '第' ? text.spaces(i + 1) : i;
        Numeral number = Numeral.at(text, begin);
        if (number == null || number.value() < 1 || number.value() > 4 || number.digits() != 1) {
            return null;
        }
        int end = text.spaces(number.end());
        return text.is(end, "季度")
                ? new PartWords(Part.quarter(number.value()), end + 2)
                : text.at(end) == '季' && begin > i ? new PartWords(Part.quarter(number.value()), end + 1) : null;
    }
}
