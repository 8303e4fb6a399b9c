/**
 * Answer → {@link guidang.message.Message}: text with entity spans and buttons, in the reader's language, fitted to
 * limits. Every text a person reads stands in its resource bundles.
 *
 * <p>Central: {@link guidang.message.Message}, {@code Composer}. Imports {@code archive},
 * {@code query}, {@code answer}.
 */
@NullMarked
package guidang.message;

import org.jspecify.annotations.NullMarked;
