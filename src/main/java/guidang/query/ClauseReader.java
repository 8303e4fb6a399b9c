package guidang.query;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.query.Clauses.Dated;
import guidang.query.PeriodReader.Found;
import guidang.query.PeriodReader.Kind;
import guidang.query.Query.Ignored.Reason;

/** Takes operators, quotations, exclusions and dates that stand alone out of a text, from left to right. */
final class ClauseReader {
    /** What ends an operator's value besides white space. */
    private static final String VALUE_ENDS = ",、。;?!。?!\"";
    private static final String MINUS = "-−–";
    /** Opening quotation marks, and at the same place what closes them. */
    private static final String OPENING = "\"“”「『《〈";
    private static final String[] CLOSING = {"\"”“", "”“\"", "“”\"", "」", "』", "》", "〉"};
    private static final String TITLE_MARKS = "《〈";

    private final MarkedText text;
    private final PeriodReader periods;
    private final boolean quotesInProse;
    private final boolean question;
    private final Clauses clauses = new Clauses();

    private ClauseReader(MarkedText text, PeriodReader periods, boolean quotesInProse, boolean question) {
        this.text = text;
        this.periods = periods;
        this.quotesInProse = quotesInProse;
        this.question = question;
    }

    /**
     * Reads the clauses.
     *
     * @param quotesInProse whether a quotation inside a sentence is part of it, and only one that stands alone a phrase
     * @param question whether it holds a question word: a year that stands alone then stays a word as well
     */
    static Clauses read(MarkedText text, PeriodReader periods, boolean quotesInProse, boolean question) {
        var reader = new ClauseReader(text, periods, quotesInProse, question);
        reader.read();
        return reader.clauses;
    }

    private void read() {
        for (int i = 0; i < text.length();) {
            if (text.isTaken(i) || text.isKept(i)) {
                i++;
                continue;
            }
            int end = i;
            if (beginsClause(i)) {
                end = excluded(i);
                end = end == i ? operator(i) : end;
                end = end == i ? date(i) : end;
            }
            end = end == i ? quoted(i) : end;
            i = end == i ? i + 1 : end;
        }
    }

    private boolean beginsClause(int at) {
        return at == 0 || text.isTaken(at - 1) || text.text().charAt(at - 1) == ' '
                || ",。;?!、".indexOf(text.text().charAt(at - 1)) >= 0;
    }

    private int excluded(int start) {
        int at = start;
        while (at < text.length() && MINUS.indexOf(text.text().charAt(at)) >= 0) {
            at++;
        }
        boolean option = text.text().startsWith("--", start);
        if (at == start || option || at == text.length() || text.text().charAt(at) == ' ' || text.isTaken(at)) {
            return start;
        }
        int mark = OPENING.indexOf(text.text().charAt(at));
        if (mark >= 0) {
            int close = closing(at, mark);
            if (close > 0) {
                clauses.add(clauses.without, text.text().substring(at + 1, close));
                text.take(start, close + 1);
                return close + 1;
            }
            at++;
        }
        int colon = colonOfOperator(at);
        int end = endOfValue(colon < 0 ? at : colon + 1);
        if (colon >= 0) {
            clauses.ignore(text.text().substring(start, end), Reason.CANNOT_EXCLUDE);
        } else {
            clauses.add(clauses.without, text.text().substring(at, end));
        }
        text.take(start, Math.max(end, at));
        return Math.max(end, at);
    }

    private int operator(int start) {
        int colon = colonOfOperator(start);
        if (colon < 0) {
            return start;
        }
        Operator operator = Operator.named(text.folded().substring(start, colon)).orElseThrow();
        int at = colon + 1;
        while (at < text.length() && text.text().charAt(at) == ' ') {
            at++;
        }
        int end;
        String value;
        int mark = at < text.length() ? OPENING.indexOf(text.text().charAt(at)) : -1;
        int close = mark < 0 ? -1 : closing(at, mark);
        if (close > 0) {
            end = close + 1;
            value = text.text().substring(at + 1, close);
        } else {
            Found found = isDate(operator) ? wholeDate(at) : null;
            end = found == null ? endOfValue(mark < 0 ? at : at + 1) : found.end();
            value = text.text().substring(Math.min(mark < 0 ? at : at + 1, end), end);
            if (mark >= 0) {
                clauses.ignore(text.text().substring(at, at + 1), Reason.UNCLOSED_QUOTE);
            }
        }
        use(operator, value.strip(), text.text().substring(start, end));
        text.take(start, end);
        return end;
    }

    private void use(Operator operator, String value, String written) {
        String used = switch (operator) {
            case IN -> folder(value);
            case SITE -> host(value);
            case TAG -> value.startsWith("#") ? value.substring(1) : value;
            case BY, DATE, BEFORE, AFTER -> value;
        };
        if (used.isBlank()) {
            clauses.ignore(written, Reason.EMPTY_OPERATOR);
        } else if (!isDate(operator)) {
            clauses.add(clauses.values(operator), used);
        } else {
            String folded = Folding.fold(used);
            Found found = periods.at(folded, 0);
            if (found == null || found.end() < folded.length()) {
                clauses.ignore(written, Reason.MALFORMED_DATE);
            } else {
                clauses.add(new Dated(found, used, operator, true));
            }
        }
    }

    private static boolean isDate(Operator operator) {
        return operator == Operator.DATE || operator == Operator.BEFORE || operator == Operator.AFTER;
    }

    private static String folder(String value) {
        int start = 0;
        int end = value.length();
        while (start < end
                && (value.charAt(start) == '/' || value.startsWith("./", start))) {
            start++;
        }
        while (end > start && value.charAt(end - 1) == '/') {
            end--;
        }
        return value.substring(start, end);
    }

    private static String host(String value) {
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        rest = Folding.fold(rest).startsWith("www.") ? rest.substring(4) : rest;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** Where the colon of an operator stands that begins here; -1 if none does. */
    private int colonOfOperator(int start) {
        int at = start;
        while (at < text.length() && at - start < Operator.LONGEST && Character.isLetter(text.text().charAt(at))) {
            at++;
        }
        if (at == start || at >= text.length() || text.text().charAt(at) != ':') {
            return -1;
        }
        Optional<Operator> operator = Operator.named(text.folded().substring(start, at));
        return operator.isPresent() ? at : -1;
    }

    /** A colon inside a value does not end it: in:a:b. White space before it was skipped by the caller or ends it. */
    private int endOfValue(int start) {
        int end = start;
        while (end < text.length() && text.text().charAt(end) == ' ') {
            end++;
        }
        while (end < text.length() && !text.isTaken(end) && text.text().charAt(end) != ' '
                && VALUE_ENDS.indexOf(text.text().charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int date(int start) {
        Found found = wholeDate(start);
        if (found == null || (found.kind() == Kind.BARE_YEAR && !periods.isPlainYear(found))) {
            return start;
        }
        boolean stays = question && found.kind() == Kind.BARE_YEAR;
        clauses.add(new Dated(found, text.text().substring(start, found.end()), null, !stays));
        if (!stays) {
            text.take(start, found.end());
        }
        return found.end();
    }

    /** A date that ends where a word does, with white space or punctuation behind it. */
    private @Nullable Found wholeDate(int start) {
        Found found = periods.at(text.folded(), start);
        if (found == null || !isGap(found.end())) {
            return null;
        }
        return found;
    }

    private boolean isGap(int at) {
        return at >= text.length() || text.isTaken(at) || " ,。;?!、".indexOf(text.text().charAt(at)) >= 0;
    }

    private int quoted(int start) {
        int mark = OPENING.indexOf(text.text().charAt(start));
        if (mark < 0 || (text.text().charAt(start) == '”' && !beginsClause(start))) {
            return start;
        }
        boolean title = TITLE_MARKS.indexOf(text.text().charAt(start)) >= 0;
        int close = closing(start, mark);
        if (close < 0) {
            if (!title && !(start > 0 && Character.isDigit(text.text().charAt(start - 1)))) {
                clauses.ignore(text.text().substring(start, start + 1), Reason.UNCLOSED_QUOTE);
            }
            return start;
        }
        String quoted = text.text().substring(start + 1, close);
        boolean alone = beginsClause(start) && (close + 1 >= text.length() || text.text().charAt(close + 1) == ' ');
        if (title || (quotesInProse && !alone)) {
            if (!quoted.isBlank()) {
                text.keep(start + 1, close);
            }
            text.take(start, start + 1);
            text.take(close, close + 1);
        } else {
            clauses.add(clauses.phrases, quoted);
            text.take(start, close + 1);
        }
        return close + 1;
    }

    private int closing(int open, int mark) {
        for (int i = open + 1; i < text.length(); i++) {
            if (CLOSING[mark].indexOf(text.text().charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
