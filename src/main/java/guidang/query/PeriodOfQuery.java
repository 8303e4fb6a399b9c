package guidang.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.query.Clauses.Dated;
import guidang.query.PeriodReader.Kind;
import guidang.query.Query.Ignored.Reason;
import guidang.query.Query.Period;

/**
 * Makes one period of all dates typed: from the first day of any to the last, narrowed by {@code before:} and
 * {@code after:}. Strict ones leave the hints out.
 */
final class PeriodOfQuery {
    private final List<String> written = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private boolean any;

    private PeriodOfQuery() {}

    /**
     * The period of a query.
     *
     * @param question whether it holds a question word: then only operators are strict
     * @param timeline whether a date at the end is strict, too
     * @param period whether all are, except 最近 and the like
     */
    static @Nullable Period of(Clauses clauses, MarkedText text, boolean question, boolean timeline, boolean period) {
        List<Dated> strict = clauses.dates.stream()
                .filter(date -> isStrict(date, text, question, timeline, period)).toList();
        var whole = new PeriodOfQuery();
        for (Dated date : strict.isEmpty() ? clauses.dates : strict) {
            if (date.operator() == null || date.operator() == Operator.DATE) {
                whole.widen(date);
            }
        }
        for (Dated date : strict) {
            if (date.operator() == Operator.BEFORE || date.operator() == Operator.AFTER) {
                whole.narrow(date, clauses);
            }
        }
        return whole.any
                ? new Period(whole.from, whole.to, String.join(" ", whole.written), !strict.isEmpty())
                : null;
    }

    private static boolean isStrict(Dated date, MarkedText text, boolean question, boolean timeline,
            boolean period) {
        if (date.operator() != null) {
            return true;
        }
        if (date.found().kind() == Kind.VAGUE || question) {
            return false;
        }
        return period || date.standsAlone() || (timeline && ProseDates.isLast(text, date.found()));
    }

    private void widen(Dated date) {
        LocalDate first = date.found().from();
        LocalDate last = date.found().to();
        if (!any) {
            from = first;
            to = last;
        } else {
            from = from == null || first == null ? null : earlier(from, first);
            to = to == null || last == null ? null : later(to, last);
        }
        any = true;
        written.add(date.written());
    }

    private void narrow(Dated date, Clauses clauses) {
        LocalDate first = date.found().from();
        LocalDate last = date.found().to();
        LocalDate newFrom = from;
        LocalDate newTo = to;
        if (date.operator() == Operator.BEFORE) {
            LocalDate limit = first != null ? first.minusDays(1) : last;
            newTo = limit == null || to == null ? limit : earlier(limit, to);
        } else {
            LocalDate limit = first != null ? first : last;
            newFrom = limit == null || from == null ? limit : later(limit, from);
        }
        String words = (date.operator() == Operator.BEFORE ? "before:" : "after:") + date.written();
        if (newFrom != null && newTo != null && newTo.isBefore(newFrom)) {
            clauses.ignore(words, Reason.MALFORMED_DATE);
            return;
        }
        from = newFrom;
        to = newTo;
        any = true;
        written.add(words);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
