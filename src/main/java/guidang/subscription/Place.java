package guidang.subscription;

/**
 * Where somebody is told something.
 *
 * @param chat Telegram's number; negative for groups and channels
 * @param topic of a forum; 0 where there is none
 */
public record Place(long chat, int topic) {}
