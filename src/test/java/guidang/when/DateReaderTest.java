package guidang.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.archive.When;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DateReaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int HOSTILE = 100_000;

    @TestFactory
    Stream<DynamicTest> every_row_of_the_tables_is_read_as_it_says() {
        return Stream.of("full", "partial", "ranges", "relations", "english", "none").flatMap(DateReaderTest::rows);
    }

    private static Stream<DynamicTest> rows(String table) {
        try (var in = Objects.requireNonNull(DateReaderTest.class.getResourceAsStream("/when/" + table + ".txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            return lines.stream().map(line -> {
                String[] fields = line.split(" \\| ", 3);
                LocalDate context = fields[1].equals("-") ? null : LocalDate.parse(fields[1]);
                return DynamicTest.dynamicTest(table + ": " + fields[0],
                        () -> assertEquals(fields[2], shown(DateReader.read(fields[0], context))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(List<DateReader.Found> found) {
        return found.isEmpty()
                ? "none"
                : found.stream().map(each -> shown(each.when())).collect(Collectors.joining("; "));
    }

    private static String shown(When when) {
        boolean plain = !when.approximate() && when.relation() == When.Relation.ON;
        String days = when.days() == 1 ? when.earliest().toString() : when.earliest() + ".." + when.latest();
        String precision = plain && when.precision() == When.Precision.DAY ? "" : " " + when.precision();
        return when.written() + " = " + days + precision + (plain ? "" : " " + when.relation())
                + (when.approximate() ? " ~" : "");
    }

    @Test
    void offsets_are_those_of_the_written_words() {
        String text = "𠀀在２０２１年８月５日左右，又於８月７號恢復";
        List<DateReader.Found> found = DateReader.read(text, null);
        assertEquals(2, found.size());
        for (DateReader.Found each : found) {
            assertEquals(each.when().written(), text.substring(each.start(), each.end()));
            assertEquals(When.Basis.STATED, each.when().basis());
        }
    }

    @Test
    void after_a_month_the_next_day_is_not_known() {
        When month = DateReader.single("2021年8月").orElseThrow();
        assertEquals("none", shown(DateReader.readAfter("次日恢复", month)));
        assertEquals("8月7日 = 2021-08-07", shown(DateReader.readAfter("8月7日恢复", month)));
        When day = DateReader.single("2021年8月5日").orElseThrow();
        assertEquals("次日 = 2021-08-06", shown(DateReader.readAfter("次日恢复", day)));
    }

    @Test
    void from_a_date_far_above_only_the_year_is_taken() {
        When day = DateReader.single("2009-11-14").orElseThrow();
        assertEquals("3月5日 = 2009-03-05", shown(DateReader.readBelow("3月5日，网站关闭", day)));
        assertEquals("去年12月 = 2008-12-01..2008-12-31 MONTH", shown(DateReader.readBelow("去年12月，网站关闭", day)));
        assertEquals("none", shown(DateReader.readBelow("次日恢复，同月关闭", day)));
    }

    @Test
    void a_decade_tells_no_later_date_its_year() {
        assertEquals("上世纪八十年代 = 1980-01-01..1989-12-31 DECADE", shown(DateReader.read("不是上世纪八十年代了，4月24日", null)));
        When decade = DateReader.single("1980年代").orElseThrow();
        assertEquals("none", shown(DateReader.readAfter("4月24日", decade)));
    }

    @ParameterizedTest
    @CsvSource({"今年3月5日, 今年3月5日 = 2022-03-05", "去年12月28日, 去年12月28日 = 2021-12-28", "1月3日, 1月3日 = 2022-01-03",
            "2月1日, 2月1日 = 2022-02-01", "12月28日, 12月28日 = 2021-12-28", "6月3日, none", "次日, none", "同月5日, none",
            "12月28日至1月3日, 12月28日至1月3日 = 2021-12-28..2022-01-03 RANGE"})
    void a_text_told_on_a_day_speaks_of_days_before_it(String text, String expected) {
        assertEquals(expected, shown(DateReader.readToldOn(text, LocalDate.of(2022, 1, 5))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2022-02-24 | 2022-02-24", "2021年8月5日 | 2021-08-05",
            "Feb 24, 2022 | 2022-02-24",
            "2021 | 2021", "2021-07 | 2021-07", "2021.7 | 2021-07", "2021/07 | 2021-07", "2021年7月底 | 2021-07-21",
            "Sun, 12 Dec 2021 01:52:56 +0000 | 2021-12-12", "Sun, 12 Dec 2021 00:00:00 GMT | 2021-12-12",
            "2021-09-16T23:38:03.000Z | 2021-09-16", "2021-09-16 23:38:03 | 2021-09-16", "2021-9-6 | 2021-09-06",
            "20210916 | 2021-09-16", "2021年8月5日 星期四 下午 | 2021-08-05", "January 2019 | 2019-01",
            "2021年7月至2022年3月 | 2021-07-01", "2013-2016 | 2013-01-01"})
    void a_text_that_is_one_date_is_read(String text, String iso) {
        assertEquals(iso, DateReader.single(text).orElseThrow().iso());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Invalid Date", "微信", "2021-13-45", "2021年8月5日恢复", "7月21日",
            "2021-07-27 2021-07-28",
            "12", "99999", "2021-07-27abc"})
    void a_text_that_is_not_one_date_is_none(String text) {
        assertTrue(DateReader.single(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "年", "2021年", "月", "8月", "一", "2021-", "2021年8月5日至", "截至", "《", "去", "同年", " ", "1、",
            "2021年1、", "early ", "in ", "July ", "July 27 to ", "\uD800", "前", "2021 - ", "周", "十", "20世纪", "上世纪",
            "2021年8月5日左右"})
    void repetition_takes_time_in_proportion(String piece) {
        LocalDate context = LocalDate.of(2021, 8, 5);
        assertTimeoutPreemptively(LIMIT, () -> DateReaderChecks.hold(piece.repeat(HOSTILE), context));
    }

    @Test
    void random_heaps_of_pieces_are_read_without_harm() {
        String[] pieces = {"2021", "年", "月", "日", "号", "8", "12", "31", "-", "至", "～", ".", "/", " ", "，", "二〇", "十",
                "同年",
                "次日", "底", "中", "旬", "左右", "前", "后", "截至", "约", "July", "27", "of", ",", "early", "世纪", "代", "第", "季度",
                "《", "》",
                "T", ":", "时", "周", "九九九九", "99999999", "2100", "1000", "Dec", "\uDC00", "去年", "明年"};
        Random random = new Random(20210805);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int k = random.nextInt(14); k >= 0; k--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                LocalDate context = random.nextBoolean() ? LocalDate.of(2021, 12, 31) : null;
                DateReaderChecks.hold(text.toString(), context);
            }
        });
    }

    @Test
    void years_at_the_edge_do_no_harm() {
        for (LocalDate edge : new LocalDate[]{LocalDate.MIN, LocalDate.MAX, LocalDate.of(1000, 1, 1),
                LocalDate.of(2100, 12, 31)}) {
            DateReaderChecks.hold("去年12月，明年，次日，前一天，同年，次年，8月5日至1月3日，次月，年底", edge);
        }
    }
}
