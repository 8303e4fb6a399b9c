package guidang.query;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The periods that a person types: a closed grammar of days, months and years, relative ones, and ranges. Works on
 * folded text.
 */
final class PeriodReader {
    /** A bare year from here on, up to the next one, is taken as a date; others are numbers. */
    static final int FIRST_BARE_YEAR = 1990;
    private static final int RECENT_DAYS = 90;

    private static final Pattern RECENT = Pattern.compile("最近|近期|近来|recently|lately");
    private static final Pattern JOINT = Pattern
            .compile(" ?(?:\\.\\.+|~|〜|–|—{1,2}|-{1,2}|至|到|(?<= )(?:to|until|till|through|and)(?= )) ?");
    private static final Pattern FROM_ON = Pattern.compile(" ?(?:至今|到现在|到今天|以来|以后|之后|开始|起(?!诉|义|草|火|飞|点|因|源|名)"
            + "|后(?!台|端|半|期|续|果|勤|门|来)|(?:\\.\\.+|~|〜)(?![^ ]))");
    private static final Pattern UP_TO = Pattern.compile(" ?(?:以前|之前|前(?!后|端|往|台|半|期|任|身|夫|妻|员|线|十))");
    private static final Pattern AROUND = Pattern.compile("前后|左右|间(?!谍|接|隙)|期间");
    private static final Pattern LEAD = Pattern.compile(
            "(?:(自从|自|从|since |after |from )|(before )|(截至|截止到?|until |till |by |\\.\\.+ ?|~ ?)|((?:in|during|on|of|between) |(?<![存现内潜所正自实外健好])在|于)) ?");

    /** Words before a bare number that make it a year: not on, of, 在. */
    private static final Pattern MAKES_A_YEAR = Pattern
            .compile("(?:since|after|from|before|until|till|by|in|during|between|自从|截至|截止到?|\\.\\.+|~) ?");

    private final LocalDate today;
    private final DateOfPeriod dates;

    PeriodReader(LocalDate today) {
        this.today = today;
        this.dates = new DateOfPeriod(today);
    }

    /**
     * A period in a text.
     *
     * @param from null if open
     * @param to null if open
     * @param kind how sure it is that a date is meant
     */
    record Found(int start, int end, @Nullable LocalDate from, @Nullable LocalDate to, Kind kind) {}

    /** How sure it is that a date is meant. */
    enum Kind {
        /** It can be nothing else. */
        SURE,
        /** A number that is a year if it stands alone. */
        BARE_YEAR,
        /** A word such as 最近: no more than a hint. */
        VAGUE
    }

    /** The longest period that begins here, wherever it ends; null if there is none. */
    @Nullable
    Found at(String folded, int start) {
        if (start >= folded.length()) {
            return null;
        }
        Matcher lead = matcher(LEAD, folded, start);
        if (lead.lookingAt()) {
            Found led = led(folded, start, lead);
            if (led != null) {
                return led;
            }
        }
        Found range = range(folded, start);
        if (range != null) {
            return range;
        }
        Matcher recent = matcher(RECENT, folded, start);
        return recent.lookingAt()
                ? new Found(start, recent.end(), today.minusDays(RECENT_DAYS), today, Kind.VAGUE)
                : null;
    }

    /** Whether the years are such that a bare number means one. */
    boolean isPlainYear(Found found) {
        boolean notTooEarly = found.from() == null || found.from().getYear() >= FIRST_BARE_YEAR;
        return notTooEarly && (found.to() == null || found.to().getYear() <= today.getYear() + 1);
    }

    private @Nullable Found led(String folded, int start, Matcher lead) {
        Found led = range(folded, lead.end());
        if (led == null || led.from() == null || led.to() == null) {
            return null;
        }
        boolean certain = led.kind() == Kind.SURE || (isPlainYear(led) && MAKES_A_YEAR.matcher(lead.group()).matches());
        if (!certain) {
            return null;
        }
        if (lead.start(1) >= 0) {
            boolean single = isPoint(folded, lead.end(), led.end());
            return new Found(start, led.end(), led.from(), single ? null : led.to(), Kind.SURE);
        }
        if (lead.start(2) >= 0) {
            return new Found(start, led.end(), null, led.from().minusDays(1), Kind.SURE);
        }
        return new Found(start, led.end(), lead.start(3) >= 0 ? null : led.from(), led.to(), Kind.SURE);
    }

    private boolean isPoint(String folded, int start, int end) {
        DateOfPeriod.Point point = dates.at(folded, start);
        return point != null && point.end() == end;
    }

    private @Nullable Found range(String folded, int start) {
        DateOfPeriod.Point first = dates.at(folded, start);
        if (first == null) {
            return null;
        }
        Matcher joint = matcher(JOINT, folded, first.end());
        if (joint.lookingAt()) {
            DateOfPeriod.Point second = dates.after(first, folded, joint.end(), joint.group().strip());
            if (second != null) {
                boolean inOrder = !second.to().isBefore(first.from());
                Kind kind = first.kind() == Kind.BARE_YEAR && second.kind() == Kind.BARE_YEAR
                        && !joint.group().contains("..")
                                ? Kind.BARE_YEAR
                                : Kind.SURE;
                return new Found(start, second.end(), inOrder ? first.from() : second.from(),
                        inOrder ? second.to() : first.to(), kind);
            }
        }
        Matcher around = matcher(AROUND, folded, first.end());
        if (around.lookingAt() && first.kind() == Kind.SURE) {
            return new Found(start, around.end(), first.from(), first.to(), first.kind());
        }
        Matcher on = matcher(FROM_ON, folded, first.end());
        if (on.lookingAt()) {
            return new Found(start, on.end(), first.from(), null, first.kind());
        }
        Matcher upTo = matcher(UP_TO, folded, first.end());
        if (upTo.lookingAt()) {
            return new Found(start, upTo.end(), null, first.from().minusDays(1), first.kind());
        }
        return new Found(start, first.end(), first.from(), first.to(), first.kind());
    }

    static Matcher matcher(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
