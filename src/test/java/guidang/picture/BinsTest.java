package guidang.picture;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.archive.When;
import guidang.archive.When.Precision;
import guidang.message.Language;
import guidang.message.PictureText;
import guidang.message.PictureText.Line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How events are counted by time, and which are chosen. */
class BinsTest {
    @Test
    void within_two_years_months_are_counted() {
        Bins bins = Bins.of(List.of(Scenes.day("2021-02-28"), Scenes.day("2021-02-01"), Scenes.day("2021-04-30")));
        assertEquals(1, bins.months());
        assertEquals(List.of(2, 0, 1), bins.sure());
        assertEquals(LocalDate.of(2021, 4, 1), bins.start(2));
    }

    @Test
    void an_event_of_a_year_is_spread_over_its_months() {
        When year = Scenes.when("2021年", "2021-01-01", "2021-12-31", Precision.YEAR);
        Bins bins = Bins.of(List.of(year, Scenes.day("2021-05-05")));
        assertEquals(12, bins.count());
        assertEquals(1, bins.sure().get(4));
        bins.perhaps().forEach(share -> assertEquals(1 / 12.0, share, 1e-9));
    }

    @Test
    void long_times_are_counted_by_years_and_by_tens_of_them() {
        assertEquals(12, Bins.of(List.of(Scenes.day("2001-05-05"), Scenes.day("2021-05-05"))).months());
        Bins bins = Bins.of(List.of(Scenes.day("1871-05-05"), Scenes.day("2021-05-05")));
        assertEquals(120, bins.months());
        assertEquals(1870, bins.start(0).getYear());
        assertEquals(2, bins.sure().stream().mapToInt(Integer::intValue).sum());
        assertTrue(Bins.of(List.of(Scenes.day("0001-05-05"), Scenes.day("9999-05-05"))).count() <= 30);
    }

    @Test
    void a_choice_is_spread_and_prefers_what_is_dated_best() {
        List<Line> lines = PictureText.in(Language.SIMPLIFIED).lines(Scenes.many(60));
        List<Line> chosen = Selection.of(lines, 12);
        assertEquals(12, chosen.size());
        assertEquals(chosen, lines.stream().filter(chosen::contains).toList());
        chosen.forEach(line -> assertEquals(Precision.DAY, line.when().precision()));
        for (int i = 0; i < 12; i++) {
            assertTrue(lines.subList(5 * i, 5 * i + 5).contains(chosen.get(i)));
        }
        assertEquals(lines, Selection.of(lines, 60));
    }
}
