package guidang.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes weights into a file of {@code name = number} lines; comments, order and other lines stay as they are. */
public final class WeightFile {
    private WeightFile() {}

    /** Puts new numbers, to three digits that count, in the place of those of the same names. */
    public static void write(Path file, Map<String, Double> weights) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().map(line -> {
            int equals = line.indexOf('=');
            String name = equals < 0 || line.startsWith("#") ? "" : line.substring(0, equals).strip();
            Double weight = weights.get(name);
            return weight == null ? line : name + " = " + number(weight);
        }).toList();
        Files.write(file, lines);
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, Math.abs(weight) < 1 ? "%.3f" : "%.2f", weight);
    }
}
