/**
 * Sending at the pace that is allowed, with patience for what fails. Knows no transport: what is sent is handed in as an
 * {@link guidang.delivery.Attempt}.
 *
 * <p>Central: {@link guidang.delivery.Delivery}, {@link guidang.delivery.Outcome}. Imports the rooms above it.
 */
@NullMarked
package guidang.delivery;

import org.jspecify.annotations.NullMarked;
