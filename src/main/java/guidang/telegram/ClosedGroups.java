package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Phrase;
import guidang.store.Chats;

/**
 * Groups that do not let the bot write: who asked there is told so in private, once an hour for each person and group.
 */
final class ClosedGroups {
    private static final System.Logger LOG = System.getLogger(ClosedGroups.class.getName());
    private static final Duration TOLD_AGAIN = Duration.ofHours(1);
    private static final int MOST_TOLD = 1_000;

    private final Chats chats;
    private final Clock clock;
    private final Map<Told, Instant> told = new LinkedHashMap<>();

    private record Told(long chat, long asker) {}

    ClosedGroups(Chats chats, Clock clock) {
        this.chats = chats;
        this.clock = clock;
    }

    /** What to say to who asked, instead of what could not be said in the group; empty if they know. */
    Optional<Act.Say> instead(Act.Say say) {
        if (say.chat().isPrivate() || say.asker() <= 0 || isToldAlready(new Told(say.chat().id(), say.asker()))) {
            return Optional.empty();
        }
        LOG.log(System.Logger.Level.INFO, "a group does not let the bot write");
        Language language = SettingsDesk.language(chats.settings(say.asker())).orElse(say.language());
        var message = new Message(Phrase.CANNOT_WRITE.in(language), List.of(), List.of());
        return Optional.of(new Act.Say(new Incoming.Chat(say.asker(), Incoming.Kind.PRIVATE, null), 0, say.asker(),
                message, language));
    }

    private boolean isToldAlready(Told one) {
        Instant now = clock.instant();
        synchronized (told) {
            Instant before = told.get(one);
            if (before != null && before.plus(TOLD_AGAIN).isAfter(now)) {
                return true;
            }
            told.remove(one);
            told.put(one, now);
            var oldest = told.keySet().iterator();
            while (told.size() > MOST_TOLD) {
                oldest.next();
                oldest.remove();
            }
            return false;
        }
    }
}
