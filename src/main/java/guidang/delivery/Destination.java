package guidang.delivery;

/**
 * Where something is sent, as far as pace is concerned.
 *
 * @param group whether the limits of groups hold: 20 messages a minute besides one a second (Telegram, Bots FAQ)
 */
public record Destination(long chat, boolean group) {}
