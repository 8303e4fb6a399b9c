package guidang.query;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.query.Query.Ignored.Reason;
import guidang.query.Query.Period;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PeriodsTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 26);

    @ParameterizedTest
    @CsvFileSource(resources = "periods.txt", delimiter = '|', quoteCharacter = '^', nullValues = "''")
    void a_period_behind_a_word_is_read(String typed, @Nullable LocalDate from, @Nullable LocalDate to,
            boolean strict) {
        Query query = QueryReader.search("桥洞 " + typed, TODAY);
        Period period = query.inPeriod().orElseThrow();
        assertEquals(from, period.from());
        assertEquals(to, period.to());
        assertEquals(strict, period.strict());
        assertEquals(List.of("桥洞"), query.words());
        assertEquals(List.of(), query.ignored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1984", "2047", "2047论坛", "2022FIFA", "2021-13", "2021-02-30", "7.8.1", "2021.3", "12:30",
            "2021年度",
            "50张", "1990-", "MU5735", "20210705", "13月"})
    void what_may_be_a_name_is_a_word(String typed) {
        Query query = QueryReader.search("桥洞 " + typed, TODAY);
        assertEquals(null, query.period());
        assertEquals(typed.replace(":", " ").replaceAll("-$", ""),
                String.join(" ", query.words().subList(1, query.words().size())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date:2021-13", "date:2021-02-30", "日期：昨儿", "before:x", "after:2021年13月"})
    void a_malformed_date_behind_an_operator_is_ignored_and_said(String typed) {
        Query query = QueryReader.search("桥洞 " + typed, TODAY);
        assertEquals(null, query.period());
        assertEquals(List.of("桥洞"), query.words());
        assertEquals(Reason.MALFORMED_DATE, query.ignored().getFirst().reason());
    }
}
