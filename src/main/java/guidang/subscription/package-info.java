/**
 * Which changes concern which subscriptions.
 *
 * <p>Central: {@link guidang.subscription.Subscription}. Imports the rooms above it.
 */
@NullMarked
package guidang.subscription;

import org.jspecify.annotations.NullMarked;
