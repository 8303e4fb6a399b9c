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
    private final DateWords words;
    private final NumericDates numeric;
    private final EnglishDates english;
    private final Ranges ranges;
    private final LoneDays loneDays;
    private final List<Found> found = new ArrayList<>();
    private Context context;
    private int floor;
    private int titles;

    private DateReader(FoldedText text, Context context) {
        this.text = text;
        this.context = context;
        chinese = new ChineseDates(text);
        words = new DateWords(text, chinese);
        numeric = new NumericDates(text);
        english = new EnglishDates(text);
        ranges = new Ranges(text, chinese, words, numeric, english);
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
        return new DateReader(new FoldedText(text), context == null ? Context.NOTHING : Context.after(context))
                .read();
    }

    /**
     * The same after a text that stated a date: from {@code before} is taken only what it states, so that 次日 after
     * 2021年8月 is not found. 今年 and 去年 are counted from it if it is a day.
     */
    public static List<Found> readAfter(String text, When before) {
        LocalDate date = before.latest();
        if (Context.isStrange(before.earliest()) || Context.isStrange(date)) {
            return read(text, null);
        }
        @Nullable
        Known known = switch (before.precision()) {
            case DAY, RANGE -> Known.of(date, false);
            case MONTH, PART_OF_MONTH -> new Known(date.getYear(), date.getMonthValue(), 0, false);
            case YEAR, PART_OF_YEAR -> new Known(before.earliest().getYear(), 0, 0, false);
            case DECADE -> null;
        };
        boolean full = before.precision() == When.Precision.DAY;
        return new DateReader(new FoldedText(text), new Context(known, full ? known : null, false)).read();
    }

    /**
     * The same where the date was stated further off, in another section: only its year is taken, and 今年 and 去年 are
     * counted from it if it is a day.
     */
    public static List<Found> readBelow(String text, When farAbove) {
        LocalDate date = farAbove.latest();
        if (Context.isStrange(date) || farAbove.precision() == When.Precision.DECADE) {
            return read(text, null);
        }
        Known year = new Known(date.getYear(), 0, 0, false);
        @Nullable
        Known told = farAbove.precision() == When.Precision.DAY ? Known.of(date, false) : null;
        return new DateReader(new FoldedText(text), new Context(year, told, false)).read();
    }

    /**
     * The same for a text told on a day (an entry's own): 今年 and 去年 are counted from it; a month without a year is
     * at most a month ahead of it, or in the half year before it, or earlier in its year; 次日 and 同月 are found only
     * after a date that the text itself states.
     */
    public static List<Found> readToldOn(String text, LocalDate day) {
        return new DateReader(new FoldedText(text), Context.toldOn(day)).read();
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
        point = point == null ? words.at(i) : point;
        point = point == null ? numeric.at(i) : point;
        return point == null ? english.at(i) : point;
    }

    /** Takes the date, or leaves it if it means none; where to read on. */
    private int take(Point point) {
        if ((point.needs() == Needs.LONE_DAY && !loneDays.stands(point, context.last(), floor))
                || (point.day() instanceof Ref.Shifted && text.isIn(point.start() - 1, "至到"))) {
            return point.end();
        }
        Point to = ranges.end(point);
        Span span = to == null ? null : context.span(point, to);
        int end = span == null || to == null ? point.end() : to.end();
        span = span == null ? context.span(point, null) : span;
        if (span == null) {
            return point.end();
        }
        Qualifiers whole = Qualifiers.around(text, floor, point.start(), end);
        boolean leads = (context.last() == null && span.precision() != When.Precision.DECADE)
                || movesOn(point, end, whole.relation());
        found.add(new Found(whole.start(), whole.end(), new When(span.earliest(), span.latest(), span.precision(),
                whole.relation(), whole.approximate(), text.written(whole.start(), whole.end()), When.Basis.STATED),
                leads));
        floor = whole.end();
        if (leads) {
            boolean full = titles == 0 && point.statesYear() && span.precision() == When.Precision.DAY;
            context = new Context(span.known(), full ? span.known() : context.told(), context.bounded());
        }
        return whole.end();
    }

    /** Whether later dates are told from this one: not from one in a title, or mentioned by the way. */
    private boolean movesOn(Point point, int end, When.Relation relation) {
        boolean otherYear = point.year() instanceof Ref.Deictic told && told.by() != 0;
        int next = text.spaces(end);
        boolean byTheWay = point.isYearAlone() && (relation == When.Relation.BEFORE || relation == When.Relation.AFTER
                || text.isIn(next, "的版度第卷款级") || text.is(next, "以来"));
        boolean decade = point.part() != null && point.part().isOfDecade();
        return titles == 0 && !otherYear && !byTheWay && !decade;
    }

    /**
     * A date and where it stands: from {@code start} up to, not including, {@code end}, in UTF-16 units.
     *
     * @param leads whether later dates are told from it; not if it is mentioned by the way (2002年以来)
     */
    public record Found(int start, int end, When when, boolean leads) {}
}
