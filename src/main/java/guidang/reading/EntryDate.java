package guidang.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.archive.When;

/** Dates of the front matter: the calendar day as written, whatever zone stands beside it. */
final class EntryDate {
    private static final Pattern ISO = Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=$|[^\\d]).{0,40}+$");
    private static final Pattern RFC_1123 = Pattern
            .compile("^(?:[A-Za-z]{3,9},?\\s++)?(\\d{1,2})\\s++([A-Za-z]{3})[A-Za-z]*+\\.?\\s++(\\d{4})\\b.{0,40}+$");
    private static final Pattern WELL_FORMED = Pattern.compile(
            "^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]\\s*+\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.\\d{1,9})?)?\\s*+(?:Z|[A-Z]{2,4}|[+-]\\d{2}:?\\d{2})?)?$");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");

    private EntryDate() {}

    /** The day that a value states; empty if it states none. */
    static Optional<When> read(String value) {
        Matcher iso = ISO.matcher(value.replace("\"", "").replace("'", "").strip());
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher rfc = RFC_1123.matcher(value.strip());
        if (rfc.matches()) {
            int month = MONTHS.indexOf(rfc.group(2).toLowerCase(Locale.ROOT)) + 1;
            return day(rfc.group(3), month, rfc.group(1));
        }
        return Optional.empty();
    }

    /** Whether nothing is wrong with the way a value is written. */
    static boolean isWellFormed(String value) {
        return WELL_FORMED.matcher(value.strip()).matches() || RFC_1123.matcher(value.strip()).matches();
    }

    private static Optional<When> day(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
            return Optional.of(of(date, When.Basis.ENTRY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A single day, written in ISO form. */
    static When of(LocalDate day, When.Basis basis) {
        return new When(day, day, When.Precision.DAY, When.Relation.ON, false, day.toString(), basis);
    }
}
