package guidang.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import guidang.store.Store;
import guidang.subscription.Preview;
import guidang.subscription.Previews;
import guidang.subscription.Subscription;
import guidang.telegram.Previewing;

/** Tells beforehand what a subscription would have told, by the changes that were noticed, else by the dates of entries. */
final class Foretelling implements Previewing {
    private static final Duration LOOKED_AT = Duration.ofDays(91);
    private static final int MOST = 20_000;

    private final Previews previews;
    private final Store store;
    private final Clock clock;

    Foretelling(Previews previews, Store store, Clock clock) {
        this.previews = previews;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Preview> of(Subscription subscription) {
        Instant now = clock.instant();
        Instant since = store.toldFiles().begun().orElse(now);
        return Optional.of(previews.of(subscription, store.changeLog().recent(now.minus(LOOKED_AT), MOST), since, now,
                clock.getZone()));
    }
}
