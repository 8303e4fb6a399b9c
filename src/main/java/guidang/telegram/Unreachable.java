package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chats that cannot be reached: they blocked the bot, threw it out, or are gone. Nothing is sent there for a while, or
 * until they speak again.
 */
final class Unreachable {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<Long, Instant> until = new LinkedHashMap<>();

    Unreachable(Clock clock) {
        this.clock = clock;
    }

    synchronized void lost(long chat) {
        until.remove(chat);
        until.put(chat, clock.instant().plus(REMEMBERED));
        if (until.size() > MOST) {
            var oldest = until.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Something came from there. */
    synchronized void heard(long chat) {
        until.remove(chat);
    }

    synchronized boolean contains(long chat) {
        Instant end = until.get(chat);
        if (end != null && !clock.instant().isBefore(end)) {
            until.remove(chat);
            return false;
        }
        return end != null;
    }
}
