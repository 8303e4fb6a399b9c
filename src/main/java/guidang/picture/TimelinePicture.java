package guidang.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.message.PictureText;
import guidang.message.PictureText.Heading;
import guidang.message.PictureText.Line;
import guidang.message.PictureText.Mark;
import guidang.picture.Canvas.Align;

/**
 * A timeline: how many events fall into each year, and below it the events by year, the date of each drawn on a ruler
 * and its words beside it. Sizes are in pixels of a sheet as wide as a phone shows it.
 */
final class TimelinePicture {
    static final int WIDTH = 1_080;
    static final int HIGHEST = 2_400;
    static final double MARGIN = 56;
    static final double INNER = WIDTH - 2 * MARGIN;
    private static final double TEXT_LEFT = MARGIN + Ruler.WIDTH + 44;
    private static final double TEXT_WIDTH = WIDTH - MARGIN - TEXT_LEFT;
    private static final double TITLE = 50;
    private static final double TITLE_LINE = 66;
    private static final double ABOUT = 30;
    private static final double ABOUT_LINE = 44;
    private static final double YEAR = 36;
    private static final double YEAR_LINE = 62;
    private static final double DATE = 28;
    private static final double DATE_LINE = 38;
    private static final double TEXT = 34;
    private static final double TEXT_LINE = 47;
    private static final double MARK_LINE = 46;
    private static final double GAP = 28;
    private static final double SCALE_LINE = 44;
    private static final double LEGEND = 28;
    private static final double LEGEND_LINE = 46;
    private static final int MOST_ROWS = 24;
    /** Lines of a statement where not all events fit. */
    private static final int FEW = 2;
    private static final int LEAST_FOR_DENSITY = 3;

    private final Lettering lettering;
    private final PictureText words;
    private final Heading heading;
    private final List<Line> lines;
    private final Ruler ruler;
    private final @Nullable Density density;
    private final List<String> title;
    private final List<String> about;
    private final double room;

    private record Row(Line line, List<String> date, List<String> text) {
        double height() {
            return Math.max(MARK_LINE + date.size() * DATE_LINE, text.size() * TEXT_LINE) + GAP;
        }
    }

    /** For a timeline of which at least one event is dated. */
    TimelinePicture(Lettering lettering, PictureText words, Answer.Timeline answer) {
        this.lettering = lettering;
        this.words = words;
        heading = words.heading(answer);
        lines = words.lines(answer);
        ruler = new Ruler(lines, MARGIN);
        Bins bins = Bins.of(lines.stream().map(Line::when).toList());
        density = lines.size() < LEAST_FOR_DENSITY || bins.count() < 2 ? null : new Density(bins, words);
        title = lettering.lines(lettering.settable(heading.title()), TITLE, INNER, 2);
        about = lettering.lines(lettering.settable(heading.about()), ABOUT, INNER, 2);
        room = HIGHEST - top() - SCALE_LINE - legend(EnumSet.allOf(Mark.class)).size() * LEGEND_LINE - ABOUT_LINE
                - MARGIN;
    }

    Picture draw() {
        Map<String, List<Row>> groups = rows();
        List<Row> rows = groups.values().stream().flatMap(List::stream).toList();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        rows.forEach(row -> marks.addAll(Ruler.marks(row.line().when())));
        List<List<Mark>> legend = legend(marks);
        int leftOut = lines.size() - rows.size();
        String remark = leftOut == 0 ? "" : words.shown(rows.size(), leftOut);
        double end = top() + SCALE_LINE + height(groups);
        double height = end + legend.size() * LEGEND_LINE + (leftOut == 0 ? 0 : ABOUT_LINE) + MARGIN;
        try (var canvas = new Canvas(WIDTH, (int) Math.ceil(height), lettering)) {
            head(canvas);
            ruler.names(canvas, words, top() + LEGEND);
            double y = top() + SCALE_LINE;
            for (var group : groups.entrySet()) {
                y = group(canvas, group.getKey(), group.getValue(), y);
            }
            y = legend(canvas, legend, end);
            canvas.text(lettering.settable(remark), ABOUT, MARGIN, y + ABOUT, Palette.QUIET, Align.LEFT);
            return new Picture(canvas.png(), WIDTH, (int) Math.ceil(height), words.caption(heading, remark));
        }
    }

    /** Where the ruler begins. */
    private double top() {
        return MARGIN + title.size() * TITLE_LINE + about.size() * ABOUT_LINE + 20
                + (density == null ? 0 : density.height());
    }

    private void head(Canvas canvas) {
        double y = MARGIN;
        for (String line : title) {
            canvas.bold(line, TITLE, MARGIN, y + TITLE * 0.9, Palette.INK, Align.LEFT);
            y += TITLE_LINE;
        }
        for (String line : about) {
            canvas.text(line, ABOUT, MARGIN, y + ABOUT, Palette.QUIET, Align.LEFT);
            y += ABOUT_LINE;
        }
        if (density != null) {
            density.draw(canvas, MARGIN, y + 8, INNER);
        }
    }

    /** As many of the events as there is room for, with as many of their words. */
    private Map<String, List<Row>> rows() {
        if (lines.size() <= MOST_ROWS) {
            for (int most = 5; most >= FEW; most--) {
                Map<String, List<Row>> all = grouped(lines, most);
                if (height(all) <= room) {
                    return all;
                }
            }
        }
        for (int count = Math.min(lines.size(), MOST_ROWS); count > 1; count--) {
            Map<String, List<Row>> some = grouped(Selection.of(lines, count), FEW);
            if (height(some) <= room) {
                return some;
            }
        }
        return grouped(Selection.of(lines, 1), FEW);
    }

    private Map<String, List<Row>> grouped(List<Line> some, int most) {
        var groups = new LinkedHashMap<String, List<Row>>();
        for (Line line : some) {
            groups.computeIfAbsent(ruler.group(line), group -> new ArrayList<>()).add(row(line, most));
        }
        return groups;
    }

    private Row row(Line line, int most) {
        return new Row(line, lettering.lines(lettering.settable(line.date()), DATE, Ruler.WIDTH + 24, 2),
                lettering.lines(lettering.settable(line.text()), TEXT, TEXT_WIDTH, most));
    }

    private static double height(Map<String, List<Row>> groups) {
        return groups.size() * YEAR_LINE
                + groups.values().stream().flatMap(List::stream).mapToDouble(Row::height).sum();
    }

    private double group(Canvas canvas, String name, List<Row> rows, double top) {
        String settable = lettering.settable(name);
        canvas.bold(settable, YEAR, MARGIN, top + 42, Palette.INK, Align.LEFT);
        long more = lines.stream().filter(line -> ruler.group(line).equals(name)).count() - rows.size();
        if (more > 0) {
            canvas.text(lettering.settable(words.more((int) more)), DATE, TEXT_LEFT, top + 42, Palette.QUIET,
                    Align.LEFT);
        }
        double y = top + YEAR_LINE;
        for (Row row : rows) {
            ruler.mark(canvas, row.line().when(), y + 22);
            double line = y + MARK_LINE + DATE * 0.9;
            for (String text : row.date()) {
                canvas.text(text, DATE, MARGIN, line, Palette.MARK, Align.LEFT);
                line += DATE_LINE;
            }
            line = y + TEXT;
            for (String text : row.text()) {
                canvas.text(text, TEXT, TEXT_LEFT - hanging(text), line, Palette.INK, Align.LEFT);
                line += TEXT_LINE;
            }
            y += row.height();
        }
        return y;
    }

    /** How far an opening mark hangs out to the left: half of it is white. */
    private static double hanging(String text) {
        return !text.isEmpty() && "《〈「『【〔（“‘".indexOf(text.charAt(0)) >= 0 ? TEXT * 0.45 : 0;
    }

    /** The marks to be explained, by lines that are not too wide. */
    private List<List<Mark>> legend(Set<Mark> marks) {
        List<List<Mark>> legend = new ArrayList<>();
        double used = 0;
        for (Mark mark : marks) {
            double width = explained(mark);
            if (legend.isEmpty() || used + width > INNER) {
                legend.add(new ArrayList<>());
                used = 0;
            }
            legend.getLast().add(mark);
            used += width;
        }
        return legend;
    }

    private double explained(Mark mark) {
        return 44 + lettering.width(lettering.settable(words.of(mark)), LEGEND) + 36;
    }

    private double legend(Canvas canvas, List<List<Mark>> legend, double top) {
        double y = top;
        for (List<Mark> line : legend) {
            double x = MARGIN;
            for (Mark mark : line) {
                Ruler.sample(canvas, mark, x + 16, y + 22);
                canvas.text(lettering.settable(words.of(mark)), LEGEND, x + 44, y + 32, Palette.QUIET, Align.LEFT);
                x += explained(mark);
            }
            y += LEGEND_LINE;
        }
        return y;
    }
}
