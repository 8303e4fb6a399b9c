package guidang.when;

import java.time.LocalDate;
import java.time.YearMonth;

/** A named part of a month, a year or a decade, and the days that it may mean. */
enum Part {
    /** 上旬, 月初. */
    MONTH_EARLY(1, 10),
    /** 中旬, 月中. */
    MONTH_MIDDLE(11, 20),
    /** 下旬, 月底, 月末. */
    MONTH_LATE(21, 31),
    /** 上中旬. */
    MONTH_EARLY_MIDDLE(1, 20),
    /** 中下旬. */
    MONTH_MIDDLE_LATE(11, 31),
    /** 上半月. */
    MONTH_FIRST_HALF(1, 15),
    /** 下半月. */
    MONTH_SECOND_HALF(16, 31),
    /** 年初. */
    YEAR_START(1, 3),
    /** 年中. */
    YEAR_MIDDLE(6, 7),
    /** 年底, 年末. */
    YEAR_END(11, 12),
    /** 上半年. */
    FIRST_HALF(1, 6),
    /** 下半年. */
    SECOND_HALF(7, 12),
    /** 第一季度. */
    FIRST_QUARTER(1, 3),
    /** 第二季度. */
    SECOND_QUARTER(4, 6),
    /** 第三季度. */
    THIRD_QUARTER(7, 9),
    /** 第四季度. */
    FOURTH_QUARTER(10, 12),
    /** 前三季度. */
    THREE_QUARTERS(1, 9),
    /** 上旬 of a year, early in it. */
    FIRST_THIRD(1, 4),
    /** 中旬 of a year, the middle of it. */
    SECOND_THIRD(5, 8),
    /** 下旬 of a year, late in it. */
    LAST_THIRD(9, 12),
    /** 春. */
    SPRING(3, 5),
    /** 夏. */
    SUMMER(6, 8),
    /** 秋. */
    AUTUMN(9, 11),
    /** 冬, into the next year. */
    WINTER(12, 14),
    /** 90年代. */
    DECADE(0, 9),
    /** 90年代初. */
    DECADE_EARLY(0, 3),
    /** 90年代中期. */
    DECADE_MIDDLE(3, 6),
    /** 90年代末. */
    DECADE_LATE(6, 9);

    private final int first;
    private final int last;

    Part(int first, int last) {
        this.first = first;
        this.last = last;
    }

    boolean isOfMonth() {
        return compareTo(MONTH_SECOND_HALF) <= 0;
    }

    boolean isOfDecade() {
        return compareTo(DECADE) >= 0;
    }

    static Part quarter(int number) {
        return switch (number) {
            case 1 -> FIRST_QUARTER;
            case 2 -> SECOND_QUARTER;
            case 3 -> THIRD_QUARTER;
            default -> FOURTH_QUARTER;
        };
    }

    /** Its first day in a month (of which the day is ignored), or a year (month ignored), or the decade from a year. */
    LocalDate first(LocalDate whole) {
        if (isOfMonth()) {
            return whole.withDayOfMonth(first);
        }
        return isOfDecade() ? LocalDate.of(whole.getYear() + first, 1, 1) : LocalDate.of(whole.getYear(), first, 1);
    }

    /** Its last day, likewise. */
    LocalDate last(LocalDate whole) {
        if (isOfMonth()) {
            return whole.withDayOfMonth(Math.min(last, whole.lengthOfMonth()));
        }
        return isOfDecade()
                ? LocalDate.of(whole.getYear() + last, 12, 31)
                : YearMonth.of(whole.getYear(), 1).plusMonths(last - 1L).atEndOfMonth();
    }
}
