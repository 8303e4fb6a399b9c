package guidang.telegram;

import java.util.Optional;

import guidang.subscription.Preview;
import guidang.subscription.Subscription;

/** Tells beforehand what a subscription would have told. */
@FunctionalInterface
public interface Previewing {
    /** Where nobody can tell. */
    Previewing NONE = subscription -> Optional.empty();

    /** Empty if nothing can be said. */
    Optional<Preview> of(Subscription subscription);
}
