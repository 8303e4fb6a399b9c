package guidang.reachability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The links that are known to be dead, and the day of the last check that found them so. */
public final class DeadLinks {
    private static final DeadLinks NONE = new DeadLinks(Map.of());

    private final Map<String, LocalDate> days;

    private DeadLinks(Map<String, LocalDate> days) {
        this.days = Map.copyOf(days);
    }

    public static DeadLinks none() {
        return NONE;
    }

    /** Those of the links that are dead. */
    public static DeadLinks of(Collection<CheckedLink> links) {
        var days = new HashMap<String, LocalDate>();
        links.stream().filter(link -> link.standing() == CheckedLink.Standing.DEAD)
                .forEach(link -> days.put(CheckedLinks.key(link.url()), link.day()));
        return new DeadLinks(days);
    }

    /** The day, in UTC, of the last check; empty if the link is not known to be dead. */
    public Optional<LocalDate> lastChecked(String url) {
        return days.isEmpty() ? Optional.empty() : Optional.ofNullable(days.get(CheckedLinks.key(url)));
    }
}
