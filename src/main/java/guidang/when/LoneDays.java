package guidang.when;

import org.jspecify.annotations.Nullable;

import guidang.when.Point.Ref;

/** Decides whether a number before 日 or 号 that stands without a month is a day of the month spoken of. */
final class LoneDays {
    private static final int FARTHEST = 100;
    private static final String JOINS = "、和及与或,/ ";
    private static final String OPENS_AFTER = ",。;:!?(（、\"「在于从自到至截和";
    private static final String NO_DAY_BEFORE = "内元本语文期常间游剧漫圆程均报后前以之线楼院店令码公机门厅馆字球卡房室床染志";

    private final FoldedText text;

    LoneDays(FoldedText text) {
        this.text = text;
    }

    /** @param floor where the date before it ends */
    boolean stands(Point day, @Nullable Known known, int floor) {
        if (known == null || known.month() == 0 || !(day.day() instanceof Ref.Given given)
                || text.isIn(text.spaces(day.end()), NO_DAY_BEFORE)) {
            return false;
        }
        if (goesOn(floor, day.start())) {
            return true;
        }
        int before = text.spacesBefore(day.start());
        if (given.value() < known.day() || day.start() - floor > FARTHEST) {
            return false;
        }
        return known.here()
                ? before == 0 || text.isIn(before - 1, OPENS_AFTER)
                : before == 0 && text.isIn(day.end(), ",-–~至到");
    }

    private boolean goesOn(int from, int to) {
        if (to <= from || to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!text.isIn(i, JOINS)) {
                return false;
            }
        }
        return true;
    }
}
