package guidang.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import guidang.store.Facts;
import guidang.store.Store;
import guidang.subscription.Preview;
import guidang.subscription.Previews;
import guidang.subscription.Subscription;
import guidang.telegram.Previewing;

/** Tells beforehand what a subscription would have told, by the changes that were noticed, else by the dates of entries. */
final class Foretelling implements Previewing {
    /** Since when changes are noticed. */
    private static final String SINCE = "changes.since";
    private static final Duration LOOKED_AT = Duration.ofDays(91);
    private static final int MOST = 20_000;

    private final Previews previews;
    private final Store store;
    private final Clock clock;
    private final Instant since;

    Foretelling(Previews previews, Store store, Clock clock) {
        this.previews = previews;
        this.store = store;
        this.clock = clock;
        this.since = since(store.facts(), clock.instant());
    }

    private static Instant since(Facts facts, Instant now) {
        Optional<Instant> known = facts.get(SINCE).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
        if (known.isEmpty()) {
            facts.set(SINCE, Long.toString(now.toEpochMilli()));
        }
        return known.orElse(now);
    }

    @Override
    public Optional<Preview> of(Subscription subscription) {
        Instant now = clock.instant();
        return Optional.of(previews.of(subscription, store.changeLog().recent(now.minus(LOOKED_AT), MOST), since, now,
                clock.getZone()));
    }
}
