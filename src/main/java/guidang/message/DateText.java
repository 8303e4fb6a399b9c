package guidang.message;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.query.Query;

/** How a date is shown: as written, and never more precisely than the archive tells. */
final class DateText {
    private static final int MAX = 40;
    private static final Pattern YEAR = Pattern
            .compile("(?<!\\d)\\d{4}(?!\\d)|\\d{8}|\\d\\d年|[〇○零一二三四五六七八九十]{2,6}年");
    private static final Pattern MONTH = Pattern.compile("月|(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec");
    private static final Pattern ABOUT = Pattern
            .compile("左右|前后|前後|[约約]|大概|大[约約]|许|許|[~～∼]|(?i)about|around|circa|approx|c\\.");
    private static final Pattern UP_TO = Pattern.compile("截|止|目前|至今|(?i)as of|until|up to|by ");
    private static final Pattern BEFORE = Pattern.compile("前|(?i)before|prior|by ");
    private static final Pattern AFTER = Pattern.compile("[后後]|起|以[来來]|(?i)after|since|from");

    private final Texts texts;

    DateText(Texts texts) {
        this.texts = texts;
    }

    /** With what it rests on, unless the prose states it: {@code 来源日期 2021-10-09}. */
    String of(@Nullable When when) {
        return when == null ? texts.of("date.none") : texts.of(when.basis(), written(when));
    }

    /**
     * The words of the archive. Where these leave the year or the day to what stands around them (7月21日, 次日), the
     * meaning follows in brackets; 约 and 截至 are put before them if they stood apart from them.
     */
    String written(When when) {
        String words = PlainText.cut(when.written(), MAX);
        String folded = Normalizer.normalize(words, Normalizer.Form.NFKC);
        String shown = words;
        if (!YEAR.matcher(folded).find()) {
            shown = MONTH.matcher(folded).find() && !folded.contains("同") && !folded.contains("次")
                    ? texts.of("date.withYear", words, year(when))
                    : texts.of("date.meaning", words, meaning(when));
        }
        if (when.approximate() && !ABOUT.matcher(folded).find()) {
            shown = texts.of("date.about", shown);
        }
        boolean told = switch (when.relation()) {
            case ON -> true;
            case AS_OF -> UP_TO.matcher(folded).find();
            case BEFORE -> BEFORE.matcher(folded).find();
            case AFTER -> AFTER.matcher(folded).find();
        };
        return told ? shown : texts.of(when.relation(), shown);
    }

    /** What stands over a group of dates in a timeline: the year, or the decade where no more is known. */
    String group(@Nullable When when) {
        if (when == null) {
            return texts.of("date.none");
        }
        return texts.of(when.precision() == When.Precision.DECADE ? "date.decade" : "date.year", year(when));
    }

    /** As {@link #group}; of the months of one year also the month, where it is known. */
    String month(@Nullable When when) {
        if (when == null) {
            return group(when);
        }
        return switch (when.precision()) {
            case YEAR, DECADE, PART_OF_YEAR -> group(when);
            case DAY, MONTH, PART_OF_MONTH, RANGE -> day("date.month", when.earliest());
        };
    }

    /** A period by its days, months or years, whatever words it was typed in; as typed where it is open. */
    String period(Query.Period period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from == null || to == null) {
            return PlainText.cut(period.written(), MAX);
        }
        boolean years = from.getDayOfYear() == 1 && to.plusDays(1).getDayOfYear() == 1;
        boolean months = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        String pattern = years ? "date.wholeYear" : months ? "date.month" : "date.fullDay";
        String first = day(pattern, from);
        String last = day(pattern, to);
        return first.equals(last) ? first : texts.of("date.range", first, last);
    }

    private String day(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(texts.of(pattern), texts.locale()).format(day);
    }

    private String meaning(When when) {
        return switch (when.precision()) {
            case DAY, MONTH, YEAR -> when.iso();
            case PART_OF_MONTH -> when.iso().substring(0, 7);
            case PART_OF_YEAR -> texts.of("date.year", year(when));
            case DECADE -> texts.of("date.decade", year(when));
            case RANGE -> texts.of("date.range", when.earliest().toString(), when.latest().toString());
        };
    }

    private static String year(When when) {
        return String.format(Locale.ROOT, "%d", when.earliest().getYear());
    }
}
