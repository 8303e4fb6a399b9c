package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import guidang.store.DeliverySettings;
import guidang.store.Outbox;

/**
 * When a place is told, by the clock on its own wall. An hour that the wall skips is the one after it; of an hour that
 * comes twice the first counts.
 */
final class Timing implements Outbox.Timetable {
    private static final Duration AT_ONCE = Duration.ofHours(24);
    private static final Duration DIGEST = Duration.ofDays(7);
    private static final int A_WEEK = 7;

    private final ZoneId usual;

    /** @param usual zone of places that chose nothing */
    Timing(ZoneId usual) {
        this.usual = usual;
    }

    @Override
    public Instant due(Optional<DeliverySettings> settings, Instant found, Instant now) {
        DeliverySettings chosen = settings.orElse(DeliverySettings.usual(usual));
        // What was found in the future was found by a clock that was wrong.
        Instant from = later(found, now).equals(found) ? now : found;
        Instant due = later(now, switch (chosen.timing()) {
            case AT_ONCE -> from;
            case DAILY -> next(chosen, from, false);
            case WEEKLY -> next(chosen, from, true);
        });
        return allowed(settings, due);
    }

    @Override
    public Instant allowed(Optional<DeliverySettings> settings, Instant now) {
        DeliverySettings chosen = settings.orElse(DeliverySettings.usual(usual));
        Instant paused = chosen.pausedUntil();
        return awake(chosen, paused == null ? now : later(now, paused));
    }

    @Override
    public Duration patience(Optional<DeliverySettings> settings) {
        return isDigest(settings) ? DIGEST : AT_ONCE;
    }

    static boolean isDigest(Optional<DeliverySettings> settings) {
        return settings.filter(chosen -> chosen.timing() != DeliverySettings.Timing.AT_ONCE).isPresent();
    }

    private static Instant next(DeliverySettings chosen, Instant after, boolean weekly) {
        LocalDate day = after.atZone(chosen.zone()).toLocalDate();
        for (int i = 0; i <= A_WEEK; i++) {
            Instant moment = at(day.plusDays(i), chosen.hour(), chosen.zone());
            boolean itsDay = !weekly || day.plusDays(i).getDayOfWeek() == chosen.weekday();
            if (itsDay && moment.isAfter(after)) {
                return moment;
            }
        }
        throw new IllegalStateException("a week without " + chosen.weekday());
    }

    /** The end of the quiet hours that a moment lies in; the moment itself if it lies in none. */
    private static Instant awake(DeliverySettings chosen, Instant moment) {
        ZonedDateTime local = moment.atZone(chosen.zone());
        if (!isQuiet(chosen, local.getHour())) {
            return moment;
        }
        for (int i = 0; i <= 2; i++) {
            Instant end = at(local.toLocalDate().plusDays(i), chosen.quietTo(), chosen.zone());
            if (end.isAfter(moment)) {
                return end;
            }
        }
        return moment;
    }

    private static boolean isQuiet(DeliverySettings chosen, int hour) {
        int from = chosen.quietFrom();
        int to = chosen.quietTo();
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
