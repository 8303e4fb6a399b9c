package guidang.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import guidang.query.Clauses.Dated;
import guidang.query.Query.Ignored.Reason;
import guidang.query.Query.Period;
import guidang.query.Query.Wanted;
import guidang.query.QuestionCutter.Aim;

/**
 * Reads what a person typed. Never fails: what cannot be used is in {@link Query#ignored}. Time and space grow with the
 * length of the text, of which at most 500 code points are searched for, addresses not counted.
 *
 * <p><b>Operators</b>, each as often as wanted, up to 16 of a kind, full-width forms alike, white space and quotation
 * marks allowed behind the colon: {@code tag:}/{@code 标签:}, {@code in:}/{@code 目录:}, {@code site:}/{@code 来源:},
 * {@code by:}/{@code 作者:}, {@code date:}/{@code 日期:}/{@code 时间:}, {@code before:}, {@code after:}, {@code "phrase"}
 * (also “”, 「」, 『』), {@code -without}, {@code -"without this"}. {@code before:2021} ends on the last day of 2020,
 * {@code after:2021} begins on the first day of 2021. Several {@code date:} make one period from the first day to the
 * last. 《X》 is a title: its words are searched for, and nothing inside is taken for a question word.
 *
 * <p><b>Dates.</b> A date that stands alone between white space is a strict period; inside the sentence of a question
 * it is a hint. A number is a year only if it stands alone and is 1990 to next year (2047论坛, 1984 and MU5735 are
 * names); in a question it then stays a word as well, and so it does where nothing else is searched for. 最近 is a hint
 * of 90 days.
 */
public final class QueryReader {
    /** Runs of text. */
    static final int MOST_WORDS = 64;

    private QueryReader() {}

    private enum Mode {
        SEARCH, QUESTION, TIMELINE, PERIOD
    }

    /** Keywords and operators: what stands behind {@code /search}. */
    public static Query search(String typed, LocalDate today) {
        return read(typed, today, Mode.SEARCH);
    }

    /** A message in a private chat: a question, or keywords. Operators work here, too. */
    public static Query question(String typed, LocalDate today) {
        return read(typed, today, Mode.QUESTION);
    }

    /**
     * What stands behind {@code /timeline}, or a sentence that {@link #asksForTimeline asks for one}: a topic and
     * perhaps a period, which is strict where it stands alone or at the end.
     */
    public static Query timeline(String typed, LocalDate today) {
        return read(typed, today, Mode.TIMELINE);
    }

    /**
     * A message that names a period and nothing besides, as a strict one, with the operators typed: 去年发生了什么,
     * 2021年8月有什么事, what happened in 2021. Empty where anything else is asked, be it who or why. 最近 and the like stay
     * a hint.
     */
    public static Optional<Query> onlyPeriod(String typed, LocalDate today) {
        return whatHappened(typed, today).filter(query -> query.words().isEmpty());
    }

    /**
     * As {@link #onlyPeriod}; also a question of what happened in a period, with other words that may name a topic:
     * 去年微信发生了什么, what happened to WeChat in 2021. The period is then strict. Empty where something else is asked.
     */
    public static Optional<Query> whatHappened(String typed, LocalDate today) {
        Query query = read(typed, today, Mode.PERIOD);
        boolean alone = query.words().isEmpty();
        boolean what = switch (query.wanted()) {
            case WHAT, WHICH -> true;
            case ANYTHING, HOW, HOW_MANY, WHETHER -> alone;
            case WHEN, WHO, WHERE, WHY, HOW_LONG -> false;
        };
        boolean plain = query.phrases().isEmpty() && query.without().isEmpty() && query.addresses().isEmpty();
        return query.inPeriod().filter(period -> what && plain && (alone || period.strict())).map(period -> query);
    }

    /** Whether a message asks for a timeline: 微信的时间线, F搜 关停的经过，按时间列一下, timeline of Parler. */
    public static boolean asksForTimeline(String typed, LocalDate today) {
        var text = new MarkedText(TypedText.of(typed).text());
        clauses(text, new PeriodReader(today), Mode.TIMELINE, false);
        return QuestionCutter.cut(text, Set.of(Aim.TIMELINE)).asksForTimeline();
    }

    private static Query read(String typed, LocalDate today, Mode mode) {
        TypedText clean = TypedText.of(typed);
        var text = new MarkedText(clean.text());
        boolean asks = mode == Mode.QUESTION && isQuestion(clean.text());
        Clauses clauses = clauses(text, new PeriodReader(today), mode, asks);
        clean.ignored().forEach(one -> clauses.ignore(one.text(), one.reason()));
        List<String> uncut = text.words();
        Wanted wanted = QuestionCutter.cut(text, aims(mode, clean)).wanted();
        List<String> words = new ArrayList<>(text.words());
        if (words.isEmpty() && mode == Mode.SEARCH) {
            words.addAll(uncut);
            clauses.dates.stream().filter(Dated::isBareYear).forEach(date -> words.add(date.written()));
        }
        Period period = PeriodOfQuery.of(clauses, text, asks, mode == Mode.TIMELINE, mode == Mode.PERIOD);
        while (words.size() > MOST_WORDS) {
            clauses.ignore(words.removeLast(), Reason.TOO_MANY);
        }
        return new Query(typed, words, clauses.phrases, clauses.without, clauses.values(Operator.TAG),
                clauses.values(Operator.IN), clauses.values(Operator.SITE), clauses.values(Operator.BY), period,
                clean.addresses(), wanted, clauses.ignored);
    }

    private static Clauses clauses(MarkedText text, PeriodReader periods, Mode mode, boolean asks) {
        Clauses clauses = ClauseReader.read(text, periods, mode != Mode.SEARCH, asks);
        if (clauses.dates.isEmpty()) {
            ProseDates.take(text, periods, mode == Mode.PERIOD, clauses);
        }
        return clauses;
    }

    private static Set<Aim> aims(Mode mode, TypedText clean) {
        var aims = EnumSet.noneOf(Aim.class);
        if (mode == Mode.TIMELINE) {
            aims.add(Aim.TIMELINE);
        }
        if (mode == Mode.PERIOD) {
            aims.add(Aim.PERIOD);
        }
        if (!clean.addresses().isEmpty()) {
            aims.add(Aim.ADDRESS);
        }
        return aims;
    }

    private static boolean isQuestion(String text) {
        return text.endsWith("?") || QuestionCutter.cut(new MarkedText(text), Set.of()).wanted() != Wanted.ANYTHING;
    }
}
