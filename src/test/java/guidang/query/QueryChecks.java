package guidang.query;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for whatever is typed. */
final class QueryChecks {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);

    private QueryChecks() {}

    static void hold(String typed) {
        QueryReader.asksForTimeline(typed, TODAY);
        QueryReader.onlyPeriod(typed, TODAY);
        String folded = TypedText.of(typed).text();
        assertTrue(folded.codePointCount(0, folded.length()) <= TypedText.MOST);
        for (Query query : List.of(QueryReader.search(typed, TODAY), QueryReader.question(typed, TODAY),
                QueryReader.timeline(typed, TODAY))) {
            assertEquals(typed, query.typed());
            List<List<String>> lists = List.of(query.phrases(), query.without(), query.tags(), query.folders(),
                    query.sites(), query.authors());
            lists.forEach(list -> assertTrue(list.size() <= Clauses.MOST));
            assertTrue(query.words().size() <= QueryReader.MOST_WORDS);
            assertTrue(query.ignored().size() <= 2 * Clauses.MOST);
            var texts = new ArrayList<>(query.words());
            lists.forEach(texts::addAll);
            for (String text : texts) {
                assertFalse(text.isBlank());
                assertEquals(text.strip(), text);
                assertTrue(folded.contains(text), () -> "not typed: " + text);
                assertTrue(text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c)), () -> "not clean: " + text);
                assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC));
            }
            query.inPeriod().ifPresent(QueryChecks::holds);
        }
    }

    private static void holds(Query.Period period) {
        assertFalse(period.written().isBlank());
        assertTrue(period.from() != null || period.to() != null);
        if (period.from() != null && period.to() != null) {
            assertFalse(period.to().isBefore(period.from()));
        }
    }
}
