package guidang.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import guidang.archive.When;
import guidang.message.PictureText;
import guidang.message.PictureText.Line;
import guidang.message.PictureText.Mark;
import guidang.picture.Canvas.Align;

/**
 * The left column: a year, or a month where all lies within a few, from left to right, and on it the date of each event
 * as precisely as it is known.
 */
final class Ruler {
    static final double WIDTH = 288;
    private static final int A_FEW_MONTHS = 92;
    private static final double RADIUS = 11;
    private static final double HEIGHT = 14;
    private static final double LEAST = 14;
    private static final double FADING = 72;
    private static final double TICK = 9;
    private static final int LABEL = 28;

    private final boolean ofMonths;
    private final double left;

    /** For dates that are not none, from {@code left} on. */
    Ruler(List<Line> lines, double left) {
        LocalDate from = lines.stream().map(line -> line.when().earliest()).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = lines.stream().map(line -> line.when().latest()).max(LocalDate::compareTo).orElseThrow();
        ofMonths = ChronoUnit.DAYS.between(from, to) <= A_FEW_MONTHS && lines.size() > 1;
        this.left = left;
    }

    /** What an event stands under. */
    String group(Line line) {
        return ofMonths ? line.month() : line.year();
    }

    /** The names of quarters, or of days a week apart, above the column. */
    void names(Canvas canvas, PictureText words, double line) {
        List<String> months = words.months();
        for (int i = 0; i < parts(); i++) {
            String name = ofMonths ? Integer.toString(1 + 7 * i) : months.get(3 * i);
            canvas.text(name, LABEL, left + i * part(), line, Palette.QUIET, Align.LEFT);
        }
    }

    private int parts() {
        return ofMonths ? 5 : 4;
    }

    private double part() {
        return ofMonths ? WIDTH * 7 / 31 : WIDTH / 4;
    }

    private void line(Canvas canvas, double y) {
        canvas.bar(left, y - 1, WIDTH, 2, 0, Palette.RULE);
        for (int i = 0; i < parts(); i++) {
            canvas.bar(left + i * part(), y - TICK, 2, 2 * TICK, 0, Palette.RULE);
        }
        canvas.bar(left + WIDTH - 2, y - TICK, 2, 2 * TICK, 0, Palette.RULE);
    }

    /** How an event is marked. */
    static Set<Mark> marks(When when) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean stated = when.basis() == When.Basis.STATED;
        marks.add(!stated ? Mark.SOURCE : switch (when.precision()) {
            case DAY -> Mark.DAY;
            case PART_OF_MONTH, MONTH, PART_OF_YEAR, RANGE -> Mark.SPAN;
            case YEAR, DECADE -> Mark.YEAR;
        });
        if (when.relation() != When.Relation.ON) {
            marks.add(Mark.OPEN);
        }
        return marks;
    }

    /** Draws the date of an event, its middle at {@code y}. */
    void mark(Canvas canvas, When when, double y) {
        line(canvas, y);
        LocalDate start = start(when);
        LocalDate end = when.precision() == When.Precision.DECADE
                ? start.plusYears(10)
                : ofMonths ? start.plusMonths(1) : start.plusYears(1);
        double from = left + share(start, end, when.earliest()) * WIDTH;
        double to = left + share(start, end, when.latest().plusDays(1)) * WIDTH;
        boolean stated = when.basis() == When.Basis.STATED;
        double middle = (from + to) / 2;
        switch (when.relation()) {
            case ON -> {
            }
            case BEFORE, AS_OF -> {
                double begin = Math.max(left, middle - FADING);
                canvas.fading(begin, y - HEIGHT / 2, middle - begin, HEIGHT, Palette.SPAN, false);
            }
            case AFTER ->
                canvas.fading(middle, y - HEIGHT / 2, Math.min(left + WIDTH, middle + FADING) - middle, HEIGHT,
                        Palette.SPAN, true);
        }
        if (when.precision() == When.Precision.DAY) {
            if (when.approximate()) {
                canvas.dot(middle, y, RADIUS * 1.8, Palette.FADED);
            }
            point(canvas, middle, y, stated);
        } else {
            double width = Math.max(LEAST, to - from);
            bar(canvas, Math.min(from, left + WIDTH - width), y, width, when, stated);
            if (when.latest().plusDays(1).isAfter(end)) {
                canvas.fading(left + WIDTH, y - HEIGHT / 2, 28, HEIGHT, Palette.SPAN, true);
            }
        }
    }

    /** The same, without a ruler, to explain it. */
    static void sample(Canvas canvas, Mark mark, double x, double y) {
        switch (mark) {
            case DAY -> point(canvas, x, y, true);
            case SOURCE -> point(canvas, x, y, false);
            case SPAN -> canvas.bar(x - 14, y - HEIGHT / 2, 28, HEIGHT, 6, Palette.SPAN);
            case YEAR -> canvas.bar(x - 14, y - HEIGHT / 2, 28, HEIGHT, 6, Palette.FADED);
            case OPEN -> canvas.fading(x - 14, y - HEIGHT / 2, 28, HEIGHT, Palette.SPAN, true);
        }
    }

    private static void point(Canvas canvas, double x, double y, boolean stated) {
        if (stated) {
            canvas.dot(x, y, RADIUS, Palette.MARK);
        } else {
            canvas.ring(x, y, RADIUS, Palette.MARK);
        }
    }

    private static void bar(Canvas canvas, double x, double y, double width, When when, boolean stated) {
        boolean vague = when.precision() == When.Precision.YEAR || when.precision() == When.Precision.DECADE;
        canvas.bar(x, y - HEIGHT / 2, width, HEIGHT, 6,
                vague || when.approximate() ? Palette.FADED : Palette.SPAN);
        if (!stated) {
            canvas.bar(x + 4, y - HEIGHT / 2 + 4, width - 8, HEIGHT - 8, 4, Palette.PAPER);
        }
    }

    private LocalDate start(When when) {
        LocalDate first = when.earliest();
        if (when.precision() == When.Precision.DECADE) {
            return LocalDate.of(first.getYear(), 1, 1);
        }
        return ofMonths ? first.withDayOfMonth(1) : first.withDayOfYear(1);
    }

    /** How far into a stretch of time a day begins: 0 to 1. */
    private static double share(LocalDate start, LocalDate end, LocalDate day) {
        double days = ChronoUnit.DAYS.between(start, end);
        return Math.clamp(ChronoUnit.DAYS.between(start, day) / days, 0, 1);
    }
}
