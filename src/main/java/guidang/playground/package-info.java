/**
 * A strict stand-in for Telegram's Bot API server, over real HTTP on loopback: it keeps chats and messages, refuses what
 * Telegram refuses with Telegram's own words, and fails on demand. Tests and benchmarks talk to it, and so does the bot
 * in the playground, where a page in the browser speaks as three people.
 *
 * <p>Central: {@link guidang.playground.BotApiServer}, {@link guidang.playground.World}, {@link
 * guidang.playground.Playground}. It is the other side: it imports no other room.
 */
package guidang.playground;
