/**
 * A strict stand-in for Telegram's Bot API server, over real HTTP on loopback: it keeps chats and messages, refuses what
 * Telegram refuses with Telegram's own words, and fails on demand. The playground, tests and benchmarks talk to it.
 *
 * <p>Central: {@link guidang.playground.BotApiServer}, {@link guidang.playground.World}. It is the other side: it imports
 * nothing of {@code telegram}, nor of any other room.
 */
package guidang.playground;
