package guidang.when;

import org.jspecify.annotations.Nullable;

/**
 * A date as it is written, before what it lacks is taken from the dates around it.
 *
 * @param start where it begins
 * @param end where it ends
 * @param last the last of several numbers of the finest unit (12 of {@code 6月10、11、12日}); 0 if there is one
 * @param part of the month or year; null if the whole is meant
 * @param needs what must be known for it to be a date at all
 */
record Point(int start, int end, Ref year, Ref month, Ref day, int last, @Nullable Part part, Style style,
        Needs needs) {
    static final int FIRST_YEAR = 1000;
    static final int LAST_YEAR = 2100;
    static final Ref UNSAID = new Ref.Unsaid();

    /** A year, month or day. */
    sealed interface Ref {
        /** Not a word about it. */
        record Unsaid() implements Ref {}

        /** A number, not necessarily one that the calendar has. */
        record Given(int value) implements Ref {}

        /** So many after the one spoken of: 同年 0, 次年 1, 前一天 −1. */
        record Shifted(int by) implements Ref {}

        /** So many after the one in which the text is told: 今年 0, 去年 −1. */
        record Deictic(int by) implements Ref {}
    }

    /** How it is written; decides how a range may go on. */
    enum Style {
        CHINESE, DASHED, DOTTED, SLASHED, COMPACT, ENGLISH
    }

    /** What must be known. */
    enum Needs {
        /** Any date before it. */
        ANY,
        /** A date in the same text. */
        NEARBY,
        /** A month, and words around it that leave no doubt: a lone 23号. */
        LONE_DAY
    }

    static Ref given(int value) {
        return new Ref.Given(value);
    }

    static Ref shifted(int by) {
        return new Ref.Shifted(by);
    }

    static Point day(int start, int end, int year, int month, int day, Style style) {
        return new Point(start, end, given(year), given(month), given(day), 0, null, style, Needs.ANY);
    }

    static Point of(int start, int end, Ref year, Ref month, Ref day, Style style) {
        return new Point(start, end, year, month, day, 0, null, style, Needs.ANY);
    }

    Point withEnd(int other) {
        return new Point(start, other, year, month, day, last, part, style, needs);
    }

    Point withStart(int other) {
        return new Point(other, end, year, month, day, last, part, style, needs);
    }

    Point withPart(@Nullable Part other) {
        return new Point(start, end, year, month, day, last, other, style, needs);
    }

    Point withLast(int other) {
        return new Point(start, end, year, month, day, other, part, style, needs);
    }

    Point needing(Needs other) {
        return new Point(start, end, year, month, day, last, part, style, other);
    }

    Point withYear(Ref other) {
        return new Point(start, end, other, month, day, last, part, style, needs);
    }

    boolean statesYear() {
        return year instanceof Ref.Given;
    }

    boolean hasMonth() {
        return !(month instanceof Ref.Unsaid);
    }

    boolean hasDay() {
        return !(day instanceof Ref.Unsaid);
    }

    boolean isYearAlone() {
        return !hasMonth() && !hasDay() && part == null;
    }
}
