package guidang.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WatchdogTest {
    private final Turned clock = new Turned();
    private final List<String> told = new ArrayList<>();
    private Instant lastWell = clock.instant();
    private final Watchdog dog = new Watchdog(
            List.of(new Watchdog.Watched("polling", () -> lastWell, Duration.ofMinutes(3))), clock,
            new Watchdog.Hearer() {
                @Override
                public void stands(String name, Duration since) {
                    told.add(name + " stands " + since.toSeconds());
                }

                @Override
                public void goesOn(String name, Duration stood) {
                    told.add(name + " goes on " + stood.toSeconds());
                }
            });

    @Test
    void a_standstill_is_said_once_and_its_end_once() {
        look(Duration.ofMinutes(3));
        assertEquals(List.of(), told);
        look(Duration.ofSeconds(10));
        look(Duration.ofSeconds(10));
        look(Duration.ofSeconds(10));
        assertEquals(List.of("polling stands 200"), told);
        assertFalse(dog.isWell("polling"));
        lastWell = clock.instant();
        look(Duration.ofSeconds(5));
        look(Duration.ofSeconds(5));
        assertEquals(List.of("polling stands 200", "polling goes on 215"), told);
        assertTrue(dog.isWell("polling"));
    }

    @Test
    void a_machine_that_slept_raises_no_alarm() {
        look(Duration.ofHours(9));
        lastWell = clock.instant();
        look(Duration.ofSeconds(10));
        look(Duration.ofSeconds(10));
        assertEquals(List.of(), told);
    }

    private void look(Duration later) {
        clock.now = clock.now.plus(later);
        dog.once();
    }

    private static final class Turned extends Clock {
        private Instant now = Instant.parse("2022-08-05T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
