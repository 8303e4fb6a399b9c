package guidang.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Page;

/** Prints what the playground's page weighs and how soon it is painted, opened anew each time in a window of its own. */
final class PageFigures {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);

    private PageFigures() {}

    /** Run by {@code src/bench/run page}. */
    public static void main(String[] args) throws IOException {
        var painted = new ArrayList<Double>();
        var usable = new ArrayList<Double>();
        try (var playground = new OpenPlayground()) {
            for (int round = 0; round <= ROUNDS; round++) {
                Page page = playground.page(1360, 850, "zh-CN");
                if (round == 0) {
                    weigh(page);
                } else {
                    painted.add(number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                    // The examples are shown once the page knows what is going on.
                    usable.add(number(page, "window.performance.now()"));
                }
                page.context().close();
            }
        }
        print("first paint", painted);
        print("examples to press", usable);
    }

    @SuppressWarnings("unchecked")
    private static void weigh(Page page) {
        var files = (List<Map<String, Object>>) page.evaluate("() => [...performance.getEntriesByType('navigation'), "
                + "...performance.getEntriesByType('resource')].filter(e => !e.name.includes('/events'))"
                + ".map(e => ({name: new URL(e.name).pathname, bytes: e.encodedBodySize}))");
        long sum = 0;
        for (Map<String, Object> file : files) {
            long bytes = ((Number) file.get("bytes")).longValue();
            sum += bytes;
            System.out.printf(Locale.ROOT, "%8d  %s%n", bytes, file.get("name"));
        }
        System.out.printf(Locale.ROOT, "%8d  bytes in %d files, not compressed%n", sum, files.size());
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate("() => " + expression)).doubleValue();
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-20s median %4.0f ms, %4.0f to %4.0f, of %d%n", what,
                sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast(), sorted.size());
    }
}
