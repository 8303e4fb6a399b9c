package guidang.message;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2021年8月5日 | 2021-08-05 | 2021-08-05 | DAY | ON | false | STATED | 2021年8月5日",
            "2021年7月底 | 2021-07-21 | 2021-07-31 | PART_OF_MONTH | ON | false | STATED | 2021年7月底",
            "二〇二一年七月 | 2021-07-01 | 2021-07-31 | MONTH | ON | false | STATED | 二〇二一年七月",
            "2020年8月30日 至 9月3日 | 2020-08-30 | 2020-09-03 | RANGE | ON | false | STATED | 2020年8月30日 至 9月3日",
            // the year stood elsewhere
            "7月21日 | 2021-07-21 | 2021-07-21 | DAY | ON | false | STATED | 7月21日（2021年）",
            "七月底 | 2021-07-21 | 2021-07-31 | PART_OF_MONTH | ON | false | STATED | 七月底（2021年）",
            // so did the day or the month
            "次日 | 2021-08-06 | 2021-08-06 | DAY | ON | false | STATED | 次日（2021-08-06）",
            "同年9月 | 2021-09-01 | 2021-09-30 | MONTH | ON | false | STATED | 同年9月（2021-09）",
            "次月底 | 2021-09-21 | 2021-09-30 | PART_OF_MONTH | ON | false | STATED | 次月底（2021-09）",
            "年底 | 2021-11-01 | 2021-12-31 | PART_OF_YEAR | ON | false | STATED | 年底（2021年）",
            "28日～31日 | 2021-07-28 | 2021-07-31 | RANGE | ON | false | STATED | 28日～31日（2021-07-28～2021-07-31）",
            // said beside the date
            "2021年8月5日 | 2021-08-05 | 2021-08-05 | DAY | ON | true | STATED | 约2021年8月5日",
            "2021年8月5日左右 | 2021-08-05 | 2021-08-05 | DAY | ON | true | STATED | 2021年8月5日左右",
            "2021年8月5日 | 2021-08-05 | 2021-08-05 | DAY | AS_OF | false | STATED | 截至2021年8月5日",
            "截止2021年8月5日 | 2021-08-05 | 2021-08-05 | DAY | AS_OF | false | STATED | 截止2021年8月5日",
            "2021年 | 2021-01-01 | 2021-12-31 | YEAR | BEFORE | false | STATED | 2021年之前",
            "2021年以后 | 2021-01-01 | 2021-12-31 | YEAR | AFTER | false | STATED | 2021年以后",
            // what it rests on
            "2021-10-09 | 2021-10-09 | 2021-10-09 | DAY | ON | false | SNAPSHOT | 存档于 2021-10-09",
            "2021-10-09 | 2021-10-09 | 2021-10-09 | DAY | ON | false | SOURCE | 来源日期 2021-10-09",
            "Tue, 27 Jul 2021 | 2021-07-27 | 2021-07-27 | DAY | ON | false | ENTRY | 报道日期 Tue, 27 Jul 2021"})
    void a_date_is_shown_as_written_and_no_more_precisely(String written, LocalDate from, LocalDate to,
            When.Precision precision, When.Relation relation, boolean approximate, When.Basis basis, String shown) {
        var when = new When(from, to, precision, relation, approximate, written, basis);
        assertEquals(shown, new DateText(Texts.of(Language.SIMPLIFIED)).of(when));
    }
}
