package guidang.when;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds of every text. */
final class DateReaderChecks {
    private DateReaderChecks() {}

    static void hold(String text, @Nullable LocalDate context) {
        List<DateReader.Found> found = DateReader.read(text, context);
        inOrder(text, found);
        if (context != null) {
            inOrder(text, DateReader.readToldOn(text, context));
        }
        if (!found.isEmpty()) {
            inOrder(text, DateReader.readAfter(text, found.getLast().when()));
            inOrder(text, DateReader.readBelow(text, found.getLast().when()));
        }
        DateReader.single(text).ifPresent(when -> assertTrue(text.contains(when.written())));
    }

    private static void inOrder(String text, List<DateReader.Found> found) {
        int end = 0;
        for (DateReader.Found each : found) {
            assertTrue(each.start() >= end && each.end() > each.start(), text);
            assertEquals(text.substring(each.start(), each.end()), each.when().written());
            assertEquals(When.Basis.STATED, each.when().basis());
            end = each.end();
        }
    }
}
