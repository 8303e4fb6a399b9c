/**
 * A strict stand-in for Telegram's Bot API server, over real HTTP on loopback: it keeps chats and messages, refuses what
 * Telegram refuses with Telegram's own words, and fails on demand. Tests and benchmarks talk to it.
 */
package guidang.standin;
