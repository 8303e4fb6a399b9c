package guidang.picture;

import java.time.LocalDate;
import java.util.List;

import guidang.message.PictureText;
import guidang.picture.Canvas.Align;

/** Columns that show how many events fall into each year, or whatever stretch suits; faded where that is not sure. */
final class Density {
    private static final double HEIGHT = 226;
    private static final double YEARS = 34;
    private static final double COLUMNS = 132;
    private static final double WIDEST = 72;
    private static final double FILLED = 0.74;
    private static final double ROOM_FOR_COUNT = 40;
    private static final double ROOM_FOR_LABEL = 84;
    private static final int LABEL = 28;

    private final Bins bins;
    private final PictureText words;

    Density(Bins bins, PictureText words) {
        this.bins = bins;
        this.words = words;
    }

    double height() {
        return HEIGHT + (isOfMonths() ? YEARS : 0);
    }

    private boolean isOfMonths() {
        return bins.months() < 12;
    }

    /** Draws it into a strip of its height. */
    void draw(Canvas canvas, double left, double top, double width) {
        double slot = width / bins.count();
        double column = Math.min(WIDEST, slot * FILLED);
        double base = top + 40 + COLUMNS;
        double unit = COLUMNS / bins.most();
        int every = (int) Math.ceil(ROOM_FOR_LABEL / slot);
        canvas.bar(left, base, width, 2, 0, Palette.RULE);
        for (int i = 0; i < bins.count(); i++) {
            double middle = left + slot * (i + 0.5);
            double sure = bins.sure().get(i) * unit;
            double perhaps = bins.perhaps().get(i) * unit;
            canvas.bar(middle - column / 2, base - sure - perhaps, column, perhaps, 0, Palette.FADED);
            canvas.bar(middle - column / 2, base - sure, column, sure, 0, Palette.SPAN);
            long count = Math.round(bins.sure().get(i) + bins.perhaps().get(i));
            if (slot >= ROOM_FOR_COUNT && count > 0) {
                canvas.text(Long.toString(count), LABEL, middle, base - sure - perhaps - 10, Palette.QUIET,
                        Align.CENTRE);
            }
            if (i % every == 0) {
                canvas.text(label(bins.start(i)), LABEL, middle, base + 36, Palette.QUIET, Align.CENTRE);
            }
            if (isOfMonths() && (i == 0 || bins.start(i).getMonthValue() == 1)) {
                canvas.text(year(bins.start(i)), LABEL, middle, base + 36 + YEARS, Palette.QUIET, Align.CENTRE);
            }
        }
    }

    private String label(LocalDate start) {
        List<String> months = words.months();
        return isOfMonths() ? months.get(start.getMonthValue() - 1) : year(start);
    }

    private static String year(LocalDate start) {
        return Integer.toString(start.getYear());
    }
}
