/**
 * What must outlive the process: what arrived and is not yet answered, what chats chose, which message answers which. SQL
 * never leaves this room.
 *
 * <p>Central: {@link guidang.store.Store}, {@link guidang.store.Inbox}, {@link guidang.store.Chats}. Imports the rooms
 * above it.
 */
@NullMarked
package guidang.store;

import org.jspecify.annotations.NullMarked;
