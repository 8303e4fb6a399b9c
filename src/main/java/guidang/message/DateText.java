package guidang.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

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
