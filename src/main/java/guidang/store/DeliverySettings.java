package guidang.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * How a place wants to be told of changes.
 *
 * @param hour of a digest, 0 to 23, in {@code zone}
 * @param weekday of a weekly digest
 * @param zone that hours are counted in
 * @param quietFrom first hour, 0 to 23, in which nothing is sent
 * @param quietTo first hour in which something is sent again; equal to {@code quietFrom}: no quiet hours
 * @param silent whether notices make no sound
 * @param pausedUntil nothing is sent before; null: not paused
 */
public record DeliverySettings(Timing timing, int hour, DayOfWeek weekday, ZoneId zone, int quietFrom, int quietTo,
        boolean silent, @Nullable Instant pausedUntil) {
    public DeliverySettings {
        if (hour < 0 || hour > 23 || quietFrom < 0 || quietFrom > 23 || quietTo < 0 || quietTo > 23) {
            throw new IllegalArgumentException("not an hour of a day");
        }
    }

    /** When. */
    public enum Timing {
        AT_ONCE, DAILY, WEEKLY
    }

    /** Where nobody chose: at once, at any hour, with a sound. */
    public static DeliverySettings usual(ZoneId zone) {
        return new DeliverySettings(Timing.AT_ONCE, 9, DayOfWeek.MONDAY, zone, 0, 0, false, null);
    }
}
