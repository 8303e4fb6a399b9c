/**
 * Telegram: Update → Request, Message → Bot API calls; polling and webhook. Telegram's library never leaves this room.
 *
 * <p>Central: {@link guidang.telegram.TelegramBot}, {@link guidang.telegram.Desk}, {@link guidang.telegram.BotApi}.
 * Imports the rooms above it.
 */
@NullMarked
package guidang.telegram;

import org.jspecify.annotations.NullMarked;
