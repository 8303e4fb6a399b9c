/**
 * The conversation at a prompt or through a pipe.
 *
 * <p>Central: {@link guidang.terminal.Chat}, {@link guidang.terminal.Prompt}. Owns JLine. Imports {@code message}, {@code bot} and what they speak of.
 */
@NullMarked
package guidang.terminal;

import org.jspecify.annotations.NullMarked;
