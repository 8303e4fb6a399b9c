package guidang.message;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Time zones that are usual among those who read these archives, by their cities. */
public enum ZoneName {
    SHANGHAI("Asia/Shanghai"), TAIPEI("Asia/Taipei"), HONG_KONG("Asia/Hong_Kong"), SINGAPORE("Asia/Singapore"), TOKYO(
            "Asia/Tokyo"), SYDNEY("Australia/Sydney"), LONDON("Europe/London"), BERLIN("Europe/Berlin"), NEW_YORK(
                    "America/New_York"), CHICAGO("America/Chicago"), LOS_ANGELES("America/Los_Angeles"), UTC("UTC");

    private static final String BETWEEN = "[、,，]\\s*";
    private final ZoneId zone;

    ZoneName(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** A zone in words; by its own name if it is not one of the usual. */
    public static String of(ZoneId zone, Language language) {
        return Arrays.stream(values()).filter(each -> each.zone.normalized().equals(zone.normalized()))
                .findFirst()
                .map(each -> Texts.of(language).of(each)).orElse(zone.getId());
    }

    /** What somebody typed: a city in any of the languages or of the time zone database, a zone's name, UTC+8. */
    public static Optional<ZoneId> read(String typed) {
        String text = typed.strip();
        for (ZoneName each : values()) {
            for (Language language : Language.values()) {
                boolean named = Arrays.stream(Texts.of(language).of(each).split(BETWEEN))
                        .anyMatch(city -> city.equalsIgnoreCase(text));
                if (named) {
                    return Optional.of(each.zone);
                }
            }
        }
        String name = text.replace(' ', '_').toLowerCase(Locale.ROOT);
        Optional<String> known = ZoneId.getAvailableZoneIds().stream().filter(id -> {
            String lower = id.toLowerCase(Locale.ROOT);
            return lower.equals(name) || lower.endsWith("/" + name);
        }).min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        if (known.isPresent()) {
            return known.map(ZoneId::of);
        }
        try {
            return text.matches("(?i)(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?")
                    ? Optional.of(ZoneId.of(text.toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
