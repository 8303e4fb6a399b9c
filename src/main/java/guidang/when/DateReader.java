package guidang.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.when.Point.Needs;
import guidang.when.Point.Ref;

/**
 * Finds the dates that a text states, in Chinese (both scripts) and English. Never throws; takes time in proportion to
 * the length of the text.
 */
public final class DateReader {
    private final FoldedText text;
    private final ChineseDates chinese;
    private final NumericDates numeric;
    private final EnglishDates english;
    private final Ranges ranges;
    private final LoneDays loneDays;
    private final List<Found> found = new ArrayList<>();
    private @Nullable Known known;
    private int floor;
    private int titles;

    private DateReader(FoldedText text, @Nullable Known known) {
        this.text = text;
        this.known = known;
        chinese = new ChineseDates(text);
        numeric = new NumericDates(text);
        english = new EnglishDates(text);
        ranges = new Ranges(text, chinese, numeric, english);
        loneDays = new LoneDays(text);
    }

    /**
     * Every date expression of a text, in order, not overlapping. Words that say how a statement stands to the date
     * (截至, 左右, 之前) belong to it; a time of day does not, unless it stands inside a range.
     *
     * @param text plain text of one block
     * @param context a date known before the text begins (the last one stated above it, or the entry's), from which an
     *        expression without a year (7月21日, 次日, 同年9月) takes what it lacks; null if there is none, then such
     *        expressions are not found
     */
    public static List<Found> read(String text, @Nullable LocalDate context) {
        return new DateReader(new FoldedText(text), context == null ? null : Known.of(context, false)).read();
    }

    /**
     * The same after a text that stated a date: from {@code before} is taken only what it states, so that 次日 after
     * 2021年8月 is not found.
     */
    public static List<Found> readAfter(String text, When before) {
        LocalDate date = before.latest();
        Known known = switch (before.precision()) {
            case DAY, RANGE -> Known.of(date, false);
            case MONTH, PART_OF_MONTH -> new Known(date.getYear(), date.getMonthValue(), 0, false);
            case YEAR, PART_OF_YEAR, DECADE -> new Known(before.earliest().getYear(), 0, 0, false);
        };
        return new DateReader(new FoldedText(text), known).read();
    }

    /**
     * The date of a text that is one date expression and nothing else, spaces, a weekday and a time of day aside; also
     * in forms that prose does not have: {@code 2021}, {@code 2021.7}, {@code 2021/07}.
     */
    public static Optional<When> single(String text) {
        return SingleDate.of(text);
    }

    private List<Found> read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.at(i);
            if (c == '《') {
                titles++;
            } else if (c == '》') {
                titles = 0;
            }
            Point point = at(i);
            i = point == null ? i + 1 : Math.max(take(point), i + 1);
        }
        return List.copyOf(found);
    }

    private @Nullable Point at(int i) {
        Point point = chinese.at(i);
        point = point == null ? numeric.at(i) : point;
        return point == null ? english.at(i) : point;
    }

    /** Takes the date, or leaves it if it means none; where to read on. */
    private int take(Point point) {
        if (point.needs() == Needs.LONE_DAY && !loneDays.stands(point, known, floor)) {
            return point.end();
        }
        Point to = ranges.end(point);
        Span span = to == null ? null : Span.between(point, to, known);
        int end = span == null || to == null ? point.end() : to.end();
        span = span == null ? Span.of(point, known) : span;
        if (span == null) {
            return point.end();
        }
        Qualifiers words = Qualifiers.around(text, floor, point.start(), end);
        found.add(new Found(words.start(), words.end(), new When(span.earliest(), span.latest(), span.precision(),
                words.relation(), words.approximate(), text.written(words.start(), words.end()), When.Basis.STATED)));
        floor = words.end();
        if (known == null || movesOn(point, end)) {
            known = span.known();
        }
        return words.end();
    }

    /** Whether later dates are told from this one: not from one in a title, or mentioned by the way. */
    private boolean movesOn(Point point, int end) {
        boolean deictic = point.year() instanceof Ref.Shifted && point.part() != null;
        boolean byTheWay = point.isYearAlone() && text.isIn(text.spaces(end), "的版度第卷款级");
        return titles == 0 && !deictic && !byTheWay;
    }

    /** A date and where it stands: from {@code start} up to, not including, {@code end}, in UTF-16 units. */
    public record Found(int start, int end, When when) {}
}
