package guidang.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import guidang.store.DeliverySettings;
import guidang.store.DeliverySettings.Timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** When a place is told. */
class TimingTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void who_chose_nothing_is_told_at_once() {
        due("2022-07-26T12:00:00Z", null, "2022-07-26T12:00:00Z", "2022-07-26T12:00:00Z");
    }

    @Test
    void a_daily_digest_comes_at_its_hour_of_the_places_own_day() {
        DeliverySettings daily = settings(Timing.DAILY, 9, TAIPEI, 0, 0, null);
        due("2022-07-26T01:00:00Z", daily, "2022-07-26T00:59:00Z", "2022-07-26T00:59:00Z");
        due("2022-07-27T01:00:00Z", daily, "2022-07-26T01:00:00Z", "2022-07-26T01:00:00Z");
        due("2022-07-26T03:00:00Z", daily, "2022-07-26T00:59:00Z", "2022-07-26T03:00:00Z");
    }

    @Test
    void a_weekly_digest_comes_on_its_day() {
        DeliverySettings weekly = settings(Timing.WEEKLY, 9, TAIPEI, 0, 0, null);
        due("2022-08-01T01:00:00Z", weekly, "2022-07-26T00:00:00Z", "2022-07-26T00:00:00Z");
        due("2022-08-08T01:00:00Z", weekly, "2022-08-01T01:00:00Z", "2022-08-01T01:00:00Z");
    }

    @Test
    void quiet_hours_may_pass_midnight_and_are_waited_out() {
        DeliverySettings quiet = settings(Timing.AT_ONCE, 9, TAIPEI, 22, 8, null);
        due("2022-07-27T00:00:00Z", quiet, "2022-07-26T14:00:00Z", "2022-07-26T14:00:00Z");
        due("2022-07-27T00:00:00Z", quiet, "2022-07-26T20:00:00Z", "2022-07-26T20:00:00Z");
        due("2022-07-26T13:59:00Z", quiet, "2022-07-26T13:59:00Z", "2022-07-26T13:59:00Z");
        due("2022-07-27T00:00:00Z", quiet, "2022-07-27T00:00:00Z", "2022-07-27T00:00:00Z");
    }

    @Test
    void an_hour_that_the_wall_clock_skips_is_the_next_and_one_that_comes_twice_counts_once() {
        DeliverySettings daily = settings(Timing.DAILY, 2, BERLIN, 0, 0, null);
        due("2022-03-27T01:00:00Z", daily, "2022-03-26T20:00:00Z", "2022-03-26T20:00:00Z");
        due("2022-10-30T00:00:00Z", daily, "2022-10-29T20:00:00Z", "2022-10-29T20:00:00Z");
        due("2022-10-31T01:00:00Z", daily, "2022-10-30T00:00:00Z", "2022-10-30T00:00:00Z");
        DeliverySettings quiet = settings(Timing.AT_ONCE, 9, BERLIN, 23, 2, null);
        due("2022-03-27T01:00:00Z", quiet, "2022-03-26T22:30:00Z", "2022-03-26T22:30:00Z");
    }

    @Test
    void nothing_is_told_while_paused_nor_in_the_quiet_hours_that_follow() {
        Instant until = Instant.parse("2022-07-30T15:00:00Z");
        due("2022-07-31T00:00:00Z", settings(Timing.AT_ONCE, 9, TAIPEI, 22, 8, until), "2022-07-26T12:00:00Z",
                "2022-07-26T12:00:00Z");
        due("2022-07-30T15:00:00Z", settings(Timing.DAILY, 9, TAIPEI, 0, 0, until), "2022-07-26T12:00:00Z",
                "2022-07-26T12:00:00Z");
    }

    @Test
    void what_a_wrong_clock_found_in_the_future_counts_from_now() {
        due("2022-07-27T01:00:00Z", settings(Timing.DAILY, 9, TAIPEI, 0, 0, null), "2023-07-26T12:00:00Z",
                "2022-07-26T12:00:00Z");
    }

    private static DeliverySettings settings(Timing timing, int hour, ZoneId zone, int from, int to,
            @Nullable Instant paused) {
        return new DeliverySettings(timing, hour, DayOfWeek.MONDAY, zone, from, to, false, paused);
    }

    private static void due(String expected, @Nullable DeliverySettings settings, String found, String now) {
        assertEquals(Instant.parse(expected), new guidang.delivery.Timing(ZoneOffset.UTC)
                .due(Optional.ofNullable(settings), Instant.parse(found), Instant.parse(now)));
    }
}
