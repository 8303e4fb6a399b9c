/**
 * Whether snapshots and sources can still be opened: a polite client that asks, and a file of what it found. A
 * maintainer's work, never at reply time.
 *
 * <p>Central: {@link guidang.reachability.LinkRound}, {@link guidang.reachability.CheckedLinks},
 * {@link guidang.reachability.DeadLinks}. Owns the JDK's HTTP client. Imports {@code archive} and {@code link}.
 */
@NullMarked
package guidang.reachability;

import org.jspecify.annotations.NullMarked;
