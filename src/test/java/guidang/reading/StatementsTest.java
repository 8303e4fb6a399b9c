package guidang.reading;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class StatementsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            '2018年5月6日，开站。2019年7月8日，收费。'                  | '2018年5月6日，开站。|2019年7月8日，收费。'
            '2018年5月6日，甲站开通了手机版，2019年7月8日 手机版开始收费。' | '2018年5月6日，甲站开通了手机版|2019年7月8日 手机版开始收费。'
            '2018年5月6日，甲站称，2019年7月8日 手机版开始收费。'         | '2018年5月6日，甲站称，2019年7月8日 手机版开始收费。'
            '2018年5月6日，甲站会在 2019年7月8日 停机。'                | '2018年5月6日，甲站会在 2019年7月8日 停机。'
            '甲站很大。2018年5月6日，开站。'                            | '甲站很大。2018年5月6日，开站。'
            '2018年5月6日，甲站发布了《2019年新规》。'                   | '2018年5月6日，甲站发布了《2019年新规》。'
            '2018年5月6日，公告说「收费。2019年7月8日，停机。」之后停了。' | '2018年5月6日，公告说「收费。2019年7月8日，停机。」之后停了。'
            '2018年5月6日，更名。它比2017年的名字短。'                   | '2018年5月6日，更名。它比2017年的名字短。'
            '2018年5月6日，更名。2018年5月6日，更新。'                   | '2018年5月6日，更名。2018年5月6日，更新。'
            """, delimiter = '|')
    void a_statement_begins_with_the_date_that_begins_a_sentence_or_clause(String text, String parts) {
        assertEquals(List.of(parts.split("\\|", -1)), Statements.of(inline(text), new Told.Unknown()).stream()
                .map(part -> part.inline().text()).toList());
    }

    @Test
    void a_date_in_a_quotation_or_title_dates_nothing() {
        assertNull(Statements.of(inline("公告说：「2019年7月8日停机」，见《2019年规则》。"), new Told.Unknown()).getFirst().when());
    }

    @Test
    void a_source_is_not_older_than_what_it_tells() {
        var december = Statements.of(inline("12月30日，搬家。"), new Told.On(LocalDate.of(2019, 1, 2))).getFirst().when();
        assertEquals("2018-12-30", december == null ? "" : december.iso());
    }

    @Test
    void a_footnote_mark_goes_with_the_sentence_before_it() {
        var inline = new Inline("2018年5月6日，开站。2019年7月8日，收费。", List.of(),
                List.of(new Inline.Note(13, "a"), new Inline.Note(25, "b")));
        assertEquals(List.of(List.of("a"), List.of("b")), Statements.of(inline, new Told.Unknown()).stream()
                .map(part -> part.inline().notes().stream().map(Inline.Note::label).toList()).toList());
    }

    private static Inline inline(String text) {
        return new Inline(text, List.of(), List.of());
    }
}
