/**
 * Which changes concern which subscriptions.
 *
 * <p>Central: {@link guidang.subscription.Subscription}, {@link guidang.subscription.Matching},
 * {@link guidang.subscription.Previews}. Imports the rooms above it.
 */
@NullMarked
package guidang.subscription;

import org.jspecify.annotations.NullMarked;
