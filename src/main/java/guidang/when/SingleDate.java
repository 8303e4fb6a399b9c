package guidang.when;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.when.Point.Style;

/** Reads a text that is one date and nothing else. */
final class SingleDate {
    private static final int LONGEST = 80;

    private SingleDate() {}

    static Optional<When> of(String written) {
        String trimmed = written.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        FoldedText text = new FoldedText(trimmed);
        Point bare = bare(text);
        Span span = bare == null ? null : Span.of(bare, Context.NOTHING);
        if (span != null) {
            return Optional.of(new When(span.earliest(), span.latest(), span.precision(), When.Relation.ON, false,
                    trimmed, When.Basis.STATED));
        }
        List<DateReader.Found> found = DateReader.read(trimmed, null);
        return found.size() == 1 && behindWeekday(text) == found.getFirst().start()
                && isTime(text, found.getFirst().end()) ? Optional.of(found.getFirst().when()) : Optional.empty();
    }

    /** Where the text goes on behind {@code Sun, }. */
    private static int behindWeekday(FoldedText text) {
        if (text.anyOf(0, "mon", "tue", "wed", "thu", "fri", "sat", "sun").isEmpty()) {
            return 0;
        }
        int end = 0;
        while (text.isLetter(end)) {
            end++;
        }
        return text.spaces(text.isIn(end, ",.") ? end + 1 : end);
    }

    /** A year, or a year and month, without units. */
    private static @Nullable Point bare(FoldedText text) {
        Numeral year = Numeral.at(text, 0);
        if (year == null || !year.isYear()) {
            return null;
        }
        if (year.end() == text.length()) {
            return Point.of(0, year.end(), Point.given(year.value()), Point.UNSAID, Point.UNSAID, Style.DASHED);
        }
        Numeral month = text.isIn(year.end(), "-./") ? Numeral.at(text, year.end() + 1) : null;
        return month == null || !month.isShort() || month.value() < 1 || month.value() > 12
                || month.end() != text.length()
                        ? null
                        : Point.of(0, month.end(), Point.given(year.value()),
                                Point.given(month.value()), Point.UNSAID, Style.DASHED);
    }

    /** Whether nothing but a weekday, time of day and zone stands from {@code i} on. */
    private static boolean isTime(FoldedText text, int i) {
        for (int k = i; k < text.length(); k++) {
            char c = text.at(k);
            boolean plain = FoldedText.isDigit(c) || " :.+-()".indexOf(c) >= 0 || text.isIn(k, "tzutcgmtamps")
                    || text.isIn(k, "星期周一二三四五六日上下中午晚早凌晨时点分秒");
            if (!plain || (k == i && FoldedText.isDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
