package guidang.telegram;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Optional;

import guidang.store.DeliverySettings.Timing;

/** What a button about how a place is told does. */
sealed interface DeliveryControl {
    /** Shows what is chosen. */
    record Show() implements DeliveryControl {}

    record SetTiming(Timing timing) implements DeliveryControl {}

    record SetHour(int hour) implements DeliveryControl {}

    record SetWeekday(DayOfWeek weekday) implements DeliveryControl {}

    /** Shows zones to choose from. */
    record Zones() implements DeliveryControl {}

    record SetZone(ZoneId zone) implements DeliveryControl {}

    /** Hours; equal: none. */
    record SetQuiet(int from, int to) implements DeliveryControl {}

    record SetSilent(boolean silent) implements DeliveryControl {}

    /** For so many days; 0: no longer; -1: until it is taken back. */
    record Pause(int days) implements DeliveryControl {}

    default String word() {
        return switch (this) {
            case Show show -> "show";
            case SetTiming set -> "when:" + set.timing();
            case SetHour set -> "hour:" + set.hour();
            case SetWeekday set -> "day:" + set.weekday();
            case Zones zones -> "zones";
            case SetZone set -> "zone:" + set.zone().getId();
            case SetQuiet set -> "quiet:" + set.from() + "-" + set.to();
            case SetSilent set -> "silent:" + set.silent();
            case Pause pause -> "pause:" + pause.days();
        };
    }

    /** Empty if it is none. */
    static Optional<DeliveryControl> read(String word) {
        String[] parts = word.split(":", 2);
        String value = parts.length < 2 ? "" : parts[1];
        try {
            return Optional.ofNullable(switch (parts[0]) {
                case "show" -> new Show();
                case "when" -> new SetTiming(Timing.valueOf(value));
                case "hour" -> new SetHour(hour(value));
                case "day" -> new SetWeekday(DayOfWeek.valueOf(value));
                case "zones" -> new Zones();
                case "zone" -> new SetZone(ZoneId.of(value));
                case "quiet" -> {
                    String[] hours = value.split("-", 2);
                    yield new SetQuiet(hour(hours[0]), hour(hours.length < 2 ? "" : hours[1]));
                }
                case "silent" -> new SetSilent(Boolean.parseBoolean(value));
                case "pause" -> new Pause(Math.clamp(Integer.parseInt(value), -1, 31));
                default -> null;
            });
        } catch (IllegalArgumentException | DateTimeException forged) {
            return Optional.empty();
        }
    }

    private static int hour(String value) {
        return Math.clamp(Integer.parseInt(value), 0, 23);
    }
}
