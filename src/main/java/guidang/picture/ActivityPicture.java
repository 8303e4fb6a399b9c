package guidang.picture;

import java.awt.Color;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import guidang.answer.Answer;
import guidang.message.PictureText;
import guidang.message.PictureText.Heading;
import guidang.picture.Canvas.Align;

/** What the archive holds by month: a row for each year, a field for each month, the darker the more entries. */
final class ActivityPicture {
    private static final int MOST_YEARS = 24;
    private static final double TITLE = 50;
    private static final double TEXT = 28;
    private static final double LINE = 44;
    private static final double YEARS = 96;
    private static final double TOTALS = 84;
    private static final double ROW = 62;
    private static final double FIELD = (TimelinePicture.INNER - YEARS - TOTALS) / 12;
    /** From this share of the most on, a field is so dark that its number is written in the paper's colour. */
    private static final double DARK = 0.72;

    private final Lettering lettering;
    private final PictureText words;
    private final Heading heading;
    private final SortedMap<YearMonth, Integer> months;

    ActivityPicture(Lettering lettering, PictureText words, Answer.About answer) {
        this.lettering = lettering;
        this.words = words;
        heading = words.heading(answer);
        months = new TreeMap<>(answer.facts().months());
    }

    Picture draw() {
        int last = months.lastKey().getYear();
        int first = Math.max(months.firstKey().getYear(), last - MOST_YEARS + 1);
        int earlier = months.headMap(YearMonth.of(first, 1)).values().stream().mapToInt(Integer::intValue).sum();
        String remark = earlier == 0 ? "" : words.earlier(earlier, Year.of(first).toString());
        List<String> about = lettering.lines(lettering.settable(heading.about()), TEXT, TimelinePicture.INNER, 3);
        double top = TimelinePicture.MARGIN + 66 + about.size() * LINE + 30;
        double bottom = top + LINE + (last - first + 1) * ROW;
        int height = (int) Math.ceil(bottom + (earlier == 0 ? 0 : LINE) + TimelinePicture.MARGIN);
        try (var canvas = new Canvas(TimelinePicture.WIDTH, height, lettering)) {
            double y = TimelinePicture.MARGIN;
            canvas.bold(lettering.settable(heading.title()), TITLE, TimelinePicture.MARGIN, y + TITLE * 0.9,
                    Palette.INK, Align.LEFT);
            y += 66;
            for (String line : about) {
                canvas.text(line, TEXT, TimelinePicture.MARGIN, y + TEXT, Palette.QUIET, Align.LEFT);
                y += LINE;
            }
            List<String> names = words.months();
            for (int month = 0; month < 12; month++) {
                canvas.text(names.get(month), TEXT, x(month) + FIELD / 2, top + TEXT, Palette.QUIET, Align.CENTRE);
            }
            for (int year = first; year <= last; year++) {
                row(canvas, year, top + LINE + (year - first) * ROW);
            }
            canvas.text(lettering.settable(remark), TEXT, TimelinePicture.MARGIN, bottom + TEXT + 6, Palette.QUIET,
                    Align.LEFT);
            return new Picture(canvas.png(), TimelinePicture.WIDTH, height, words.caption(heading, remark));
        }
    }

    private static double x(int month) {
        return TimelinePicture.MARGIN + YEARS + month * FIELD;
    }

    private void row(Canvas canvas, int year, double top) {
        int most = months.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int total = 0;
        double line = top + ROW / 2 + TEXT * 0.36;
        for (int month = 1; month <= 12; month++) {
            int entries = months.getOrDefault(YearMonth.of(year, month), 0);
            total += entries;
            double share = Math.sqrt((double) entries / most);
            canvas.bar(x(month - 1) + 3, top + 3, FIELD - 6, ROW - 6, 8,
                    entries == 0 ? Palette.RULE : between(Palette.FADED, Palette.MARK, share));
            if (entries > 0) {
                canvas.text(number(entries), TEXT, x(month - 1) + FIELD / 2, line,
                        share > DARK ? Palette.PAPER : Palette.INK, Align.CENTRE);
            }
        }
        canvas.text(Integer.toString(year), TEXT, TimelinePicture.MARGIN, line, Palette.INK, Align.LEFT);
        canvas.text(number(total), TEXT, TimelinePicture.WIDTH - TimelinePicture.MARGIN, line, Palette.QUIET,
                Align.RIGHT);
    }

    /** In at most three figures. */
    private static String number(int entries) {
        if (entries < 1_000) {
            return Integer.toString(entries);
        }
        return entries < 1_000_000 ? entries / 1_000 + "k" : entries / 1_000_000 + "M";
    }

    private static Color between(Color one, Color other, double share) {
        return new Color(mixed(one.getRed(), other.getRed(), share), mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }
}
