package guidang.picture;

import java.util.ArrayList;
import java.util.List;

import guidang.archive.When;
import guidang.message.PictureText.Line;

/** Which events a picture shows where it has no room for all. */
final class Selection {
    private Selection() {}

    /**
     * {@code most} of the lines, in their order: as many equal runs of neighbours, and of each run the one that is dated
     * best. So times in which much happened keep their share, and the first and the last are near the ends.
     */
    static List<Line> of(List<Line> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<Line> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) lines.size() * i / most);
            int to = (int) ((long) lines.size() * (i + 1) / most);
            Line best = lines.get(from);
            for (Line line : lines.subList(from, to)) {
                best = worth(line) > worth(best) ? line : best;
            }
            chosen.add(best);
        }
        return chosen;
    }

    private static int worth(Line line) {
        int precise = switch (line.when().precision()) {
            case DAY -> 2;
            case PART_OF_MONTH, MONTH, RANGE -> 1;
            case PART_OF_YEAR, YEAR, DECADE -> 0;
        };
        return precise + (line.when().basis() == When.Basis.STATED ? 3 : 0) + (line.proved() ? 1 : 0);
    }
}
