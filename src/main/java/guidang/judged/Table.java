package guidang.judged;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores by kind of question, and of all together.
 *
 * @param rows by kind in alphabetical order; last {@code all}
 */
public record Table(List<Row> rows) {
    private static final int KIND_WIDTH = 14;

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * The questions of one kind.
     *
     * @param questions how many there are
     * @param means of the scores, each over the questions that have it; only measures that any has
     * @param p50 milliseconds within which half of the replies came
     * @param p99 milliseconds within which 99 of 100 came
     */
    public record Row(String kind, int questions, Map<Measure, Double> means, double p50, double p99) {
        public Row {
            means = Map.copyOf(means);
        }

        static Row of(String kind, List<Verdict> verdicts) {
            var means = new EnumMap<Measure, Double>(Measure.class);
            for (Measure measure : Measure.values()) {
                List<Double> values = verdicts.stream().map(Verdict::scores)
                        .filter(scores -> scores.containsKey(measure)).map(scores -> scores.get(measure)).toList();
                if (!values.isEmpty()) {
                    means.put(measure, values.stream().reduce(0.0, Double::sum) / values.size());
                }
            }
            double[] millis = verdicts.stream().mapToDouble(Verdict::millis).sorted().toArray();
            return new Row(kind, millis.length, means, at(millis, millis.length / 2),
                    at(millis, (int) (millis.length * 0.99)));
        }

        private static double at(double[] sorted, int place) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, place)];
        }

        private String text() {
            var line = new StringBuilder(left(kind, KIND_WIDTH)).append(right(String.valueOf(questions), 6));
            for (Measure measure : Measure.values()) {
                Double mean = means.get(measure);
                line.append(right(mean == null ? "" : rounded(mean, 3), 10));
            }
            return line.append(right(rounded(p50, 2), 9)).append(right(rounded(p99, 2), 9)).toString();
        }
    }

    /** Of replies in any order; those of a kind keep theirs. */
    public static Table of(List<Verdict> verdicts) {
        var kinds = new TreeMap<String, List<Verdict>>();
        verdicts.forEach(verdict -> kinds.computeIfAbsent(verdict.question().kind(), kind -> new ArrayList<>())
                .add(verdict));
        var rows = new ArrayList<Row>();
        kinds.forEach((kind, of) -> rows.add(Row.of(kind, of)));
        rows.add(Row.of("all", verdicts));
        return new Table(rows);
    }

    /** As lines of columns, without an end to the last; a column that has no value is blank. */
    public String text() {
        var head = new StringBuilder(left("kind", KIND_WIDTH)).append(right("n", 6));
        for (Measure measure : Measure.values()) {
            head.append(right(measure.column(), 10));
        }
        head.append(right("p50ms", 9)).append(right("p99ms", 9));
        return Stream.concat(Stream.of(head.toString()), rows.stream().map(Row::text))
                .collect(Collectors.joining("\n"));
    }

    /** Halves go to the even neighbour, and a half is one only if the binary number is exactly that. */
    private static String rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
