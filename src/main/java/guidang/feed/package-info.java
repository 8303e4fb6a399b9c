/**
 * Changes → feeds that readers of news understand: Atom and JSON Feed.
 *
 * <p>Central: {@link guidang.feed.Feed}. Imports the rooms above it.
 */
@NullMarked
package guidang.feed;

import org.jspecify.annotations.NullMarked;
