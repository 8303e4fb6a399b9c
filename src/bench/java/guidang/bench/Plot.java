package guidang.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Lines over the same places, both axes logarithmic, as SVG. Each line is named at its end, with
 * its last value.
 *
 * @param x what the places are
 * @param unit of all values
 * @param at the places, ascending and greater than 0
 */
record Plot(String title, String x, String unit, List<Double> at, List<Plot.Line> lines) {
    private static final int WIDTH = 540;
    private static final int HEIGHT = 430;
    private static final int LEFT = 68;
    private static final int RIGHT = 212;
    private static final int TOP = 84;
    private static final int BOTTOM = 64;
    private static final int TEXT = 14;
    private static final int LABEL = 18;
    private static final String GRID = "#d8dce0";
    private static final String INK = "#24292f";
    private static final String PALE = "#57606a";

    /** One line; {@code values} greater than 0, one for each place. */
    record Line(String name, String colour, boolean dashed, List<Double> values) {}

    /** Several plots, side by side. */
    static String beside(String title, List<Plot> plots) {
        var svg = new StringBuilder();
        int width = WIDTH * plots.size();
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                + "width=\"%d\" height=\"%d\" font-family=\"Helvetica, Arial, sans-serif\">%n", width, HEIGHT,
                width, HEIGHT));
        // A ground of its own: the page that shows it may be dark.
        svg.append(String.format(Locale.ROOT, "<title>%s</title>%n<rect x=\"0.5\" y=\"0.5\" width=\"%d\" "
                + "height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"%s\"/>%n", title, width - 1, HEIGHT - 1, GRID));
        for (int i = 0; i < plots.size(); i++) {
            svg.append(String.format(Locale.ROOT, "<g transform=\"translate(%d 0)\">%n", i * WIDTH));
            plots.get(i).draw(svg);
            svg.append(String.format("</g>%n"));
        }
        return svg.append(String.format("</svg>%n")).toString();
    }

    private void draw(StringBuilder svg) {
        text(svg, LEFT, TOP - 44, "start", INK, 18, title);
        text(svg, LEFT, TOP - 18, "start", PALE, TEXT, unit + ", logarithmic");
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", PALE, TEXT, x);
        for (double tick : ticks()) {
            double place = down(tick);
            stroke(svg, LEFT, place, WIDTH - RIGHT, place);
            text(svg, LEFT - 8, place + 5, "end", PALE, TEXT, number(tick));
        }
        for (double place : at) {
            stroke(svg, across(place), TOP, across(place), HEIGHT - BOTTOM);
            text(svg, across(place), HEIGHT - BOTTOM + 22, "middle", PALE, TEXT, number(place) + "×");
        }
        lines.forEach(line -> draw(svg, line));
        names(svg);
    }

    private void draw(StringBuilder svg, Line line) {
        var points = new StringBuilder();
        for (int i = 0; i < at.size(); i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", across(at.get(i)), down(line.values.get(i))));
            svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                    across(at.get(i)), down(line.values.get(i)), line.colour));
        }
        svg.append(String.format("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                points.toString().strip(), line.colour, line.dashed ? " stroke-dasharray=\"5 4\"" : ""));
    }

    /** Beside the last point of each line, moved apart where they would cover each other. */
    private void names(StringBuilder svg) {
        List<Line> upwards = lines.stream().sorted(Comparator.comparingDouble((Line line) -> -last(line))).toList();
        var places = new ArrayList<Double>();
        double free = TOP;
        for (Line line : upwards) {
            free = Math.max(free, down(last(line)) + 5);
            places.add(free);
            free += LABEL;
        }
        double lowest = HEIGHT - BOTTOM + 5.0;
        for (int i = places.size() - 1; i >= 0; i--) {
            places.set(i, Math.min(places.get(i), lowest));
            lowest = places.get(i) - LABEL;
        }
        for (int i = 0; i < upwards.size(); i++) {
            text(svg, WIDTH - RIGHT + 10, places.get(i), "start", upwards.get(i).colour, TEXT,
                    upwards.get(i).name + ": " + number(last(upwards.get(i))) + " " + unit);
        }
    }

    private static double last(Line line) {
        return line.values.getLast();
    }

    /** 1, 2 and 5 of each power of ten, from the last below all values to the first above. */
    private List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        double low = values().min().orElse(1);
        double high = values().max().orElse(1);
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high * 10; power *= 10) {
            for (int step : new int[]{1, 2, 5}) {
                ticks.add(step * power);
            }
        }
        int from = 0;
        while (from + 1 < ticks.size() && ticks.get(from + 1) <= low) {
            from++;
        }
        int to = from + 1;
        while (to < ticks.size() - 1 && ticks.get(to) < high) {
            to++;
        }
        return ticks.subList(from, to + 1);
    }

    private DoubleStream values() {
        return lines.stream().flatMap(line -> line.values.stream()).mapToDouble(Double::doubleValue);
    }

    private double across(double place) {
        double low = Math.log(at.getFirst());
        double high = Math.log(at.getLast());
        double share = high > low ? (Math.log(place) - low) / (high - low) : 0.5;
        return LEFT + 12 + share * (WIDTH - RIGHT - LEFT - 24);
    }

    private double down(double value) {
        List<Double> ticks = ticks();
        double low = Math.log(ticks.getFirst());
        double high = Math.log(ticks.getLast());
        return HEIGHT - BOTTOM - (Math.log(value) - low) / (high - low) * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        int digits = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3;
        String number = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private static void stroke(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1, y1, x2, y2, GRID));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, int size,
            String text) {
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>%n", x, y, anchor,
                colour, size, text));
    }
}
