package guidang.reachability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one link.
 *
 * @param url as it was asked
 * @param at when it was last checked
 * @param finding of that check
 * @param goneFrom when it was first found gone, and never found there since; null if it was not found gone
 * @param goneLast when it was last found gone; null if it was not
 */
public record CheckedLink(String url, Instant at, Finding finding, @Nullable Instant goneFrom,
        @Nullable Instant goneLast) {
    /** Less time between two days is one night, and may be one fault. */
    private static final Duration APART = Duration.ofHours(12);

    /** How a link stands, by all its checks. */
    public enum Standing {
        REACHABLE,
        /** Found gone on two different days (UTC), at least twelve hours apart, and never there between. */
        DEAD,
        /** Found gone, but not yet on two days. */
        UNREACHABLE_ONCE, UNKNOWN
    }

    /** The link after one more check. An unknown outcome says nothing for or against its being gone. */
    static CheckedLink after(@Nullable CheckedLink before, String url, Instant at, Finding finding) {
        Instant from = before == null ? null : before.goneFrom();
        Instant last = before == null ? null : before.goneLast();
        return switch (finding.outcome()) {
            case REACHABLE -> new CheckedLink(url, at, finding, null, null);
            case GONE -> new CheckedLink(url, at, finding, from == null ? at : from, at);
            case UNKNOWN -> new CheckedLink(url, at, finding, from, last);
        };
    }

    public Standing standing() {
        if (goneFrom != null && goneLast != null) {
            return areTwoDays(goneFrom, goneLast) ? Standing.DEAD : Standing.UNREACHABLE_ONCE;
        }
        return finding.outcome() == Finding.Outcome.REACHABLE ? Standing.REACHABLE : Standing.UNKNOWN;
    }

    /** The day of the last check that found it gone; of the last check if none did. UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(goneLast == null ? at : goneLast, ZoneOffset.UTC);
    }

    /**
     * Whether it is to be asked again.
     *
     * @param olderThan how old a check has to be; a link found gone once is asked again as soon as that can confirm it
     */
    boolean isDue(Instant now, Duration olderThan) {
        boolean old = !at.plus(olderThan).isAfter(now);
        return old || (standing() == Standing.UNREACHABLE_ONCE && finding.outcome() == Finding.Outcome.GONE
                && areTwoDays(at, now));
    }

    private static boolean areTwoDays(Instant one, Instant other) {
        return !one.plus(APART).isAfter(other)
                && !LocalDate.ofInstant(one, ZoneOffset.UTC).equals(LocalDate.ofInstant(other, ZoneOffset.UTC));
    }
}
