/**
 * The conversation: Request → Command → Answer → Message. Knows no transport; handlers return, they never send.
 *
 * <p>Central: {@link guidang.bot.Conversation}, {@link guidang.bot.Command}. Imports the rooms above it.
 */
@NullMarked
package guidang.bot;

import org.jspecify.annotations.NullMarked;
