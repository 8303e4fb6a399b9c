/**
 * Answer → {@link guidang.message.Message}: text with entity spans and buttons, in the reader's language, fitted to
 * limits. Every text a person reads stands in its resource bundles.
 *
 * <p>Central: {@link guidang.message.Message}, {@link guidang.message.Composer}. Imports {@code archive},
 * {@code link}, {@code query}, {@code index} (facts and tiers alone), {@code answer}.
 */
@NullMarked
package guidang.message;

import org.jspecify.annotations.NullMarked;
