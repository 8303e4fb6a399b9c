/**
 * How a running bot is: counted, timed, watched, and told to a monitor on the same machine and to the log.
 *
 * <p>Central: {@link guidang.operation.Meters}, {@link guidang.operation.Watchdog},
 * {@link guidang.operation.OperationServer}. Owns Micrometer. Imports the rooms above it.
 */
@NullMarked
package guidang.operation;

import org.jspecify.annotations.NullMarked;
