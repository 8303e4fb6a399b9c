package guidang.reading;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.when.DateReader;

/** Takes a paragraph apart into its dated statements. */
final class Statements {
    /** A date begins a statement if no more than so many characters of its sentence stand before it. */
    private static final int LEAD = 8;
    /** What a statement holds at least beside its date. */
    private static final int SUBSTANCE = 6;
    /** More dates of one paragraph do not make more statements. */
    private static final int MOST_DATES = 500;
    private static final String REPORTING = "称說说示告布指出知悉定道为為是到于於在至和与與及或";

    private Statements() {}

    /**
     * A part of a paragraph.
     *
     * @param when the date it states; null if it states none
     * @param leads whether what follows it is told from that: not from a year inside a sentence (甲站是2002年成立的)
     */
    record Part(Inline inline, @Nullable When when, boolean leads) {}

    /**
     * The parts in order; together they hold all of the paragraph.
     *
     * @param told gives expressions without a year what they lack
     */
    static List<Part> of(Inline inline, Told told) {
        String text = inline.text();
        Sentences sentences = Sentences.of(text);
        List<DateReader.Found> dates = told.read(text).stream()
                .filter(found -> !sentences.isQuoted(found.start())).limit(MOST_DATES).toList();
        if (dates.isEmpty()) {
            return List.of(new Part(inline, null, false));
        }
        var parts = new ArrayList<Part>();
        int start = 0;
        DateReader.Found main = dates.getFirst();
        for (DateReader.Found date : dates.subList(1, dates.size())) {
            int boundary = boundary(text, date, sentences, main);
            if (boundary > start && !sameDays(date.when(), main.when())) {
                parts.add(new Part(Inlines.withoutEnd(Inlines.cut(inline, start, boundary), "，,；;、"), main.when(),
                        leads(main, sentences)));
                start = boundary;
                main = date;
            }
        }
        parts.add(new Part(Inlines.cut(inline, start, text.length()), main.when(), leads(main, sentences)));
        return parts;
    }

    private static boolean leads(DateReader.Found date, Sentences sentences) {
        boolean opens = date.start() - sentences.startBefore(date.start()) <= LEAD;
        return date.leads() && (opens || date.when().precision() != When.Precision.YEAR);
    }

    /** The date that a text states if it states nothing else, or null. */
    static @Nullable When loneDate(Inline inline, Told told) {
        String text = inline.text();
        List<DateReader.Found> dates = text.length() > 60 ? List.of() : told.read(text);
        if (dates.size() != 1) {
            return null;
        }
        DateReader.Found date = dates.getFirst();
        long beside = (text.substring(0, date.start()) + text.substring(date.end())).chars()
                .filter(Character::isLetterOrDigit).count();
        return beside == 0 ? date.when() : null;
    }

    private static boolean sameDays(When a, When b) {
        return a.earliest().equals(b.earliest()) && a.latest().equals(b.latest());
    }

    /** Where the statement of a date begins, or -1 if the date stands inside another statement. */
    private static int boundary(String text, DateReader.Found date, Sentences sentences, DateReader.Found main) {
        if (qualifies(text, date.end())) {
            return -1;
        }
        int sentence = sentences.startBefore(date.start());
        if (sentence > main.start() && date.start() - sentence <= LEAD && oneClause(text, sentence, date.start())) {
            return sentence;
        }
        int comma = date.start() - 1;
        while (comma > 0 && text.charAt(comma) == ' ') {
            comma--;
        }
        boolean afterComma = comma > 0 && "，,；;".indexOf(text.charAt(comma)) >= 0;
        return afterComma && comma - main.end() >= SUBSTANCE && substance(text, date.end()) >= SUBSTANCE
                && REPORTING.indexOf(text.charAt(comma - 1)) < 0 && date.when().precision() != When.Precision.YEAR
                        ? date.start()
                        : -1;
    }

    /** Whether a date only tells which of several things is meant: {@code 2020年的规则}. */
    static boolean qualifies(String text, int end) {
        int next = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return next < text.length() && text.charAt(next) == '的';
    }

    /** Whether nothing that ends a clause stands between. */
    private static boolean oneClause(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("，,：:".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** How many characters follow up to the end of the sentence, leading punctuation left out. */
    private static int substance(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        int start = i;
        while (i < text.length() && "。！？!?；".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i - start;
    }
}
