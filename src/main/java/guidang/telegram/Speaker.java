package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Destination;
import guidang.delivery.Outcome;
import guidang.delivery.Pace.Urgency;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Phrase;
import guidang.store.Chats;
import guidang.store.Replies;

/**
 * Sends what is said, and does what follows from how it went: remembers whose reply it is, follows a group to its new
 * number, and tells who asked where it may not write.
 */
final class Speaker {
    private static final System.Logger LOG = System.getLogger(Speaker.class.getName());
    /** How long a reply is worth another try. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TOLD_AGAIN = Duration.ofHours(1);
    private static final int MOST_TOLD = 1_000;
    private static final List<String> NO_RIGHTS = List.of("not enough rights", "have no rights to send",
            "chat_write_forbidden", "topic_closed");

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Chats chats;
    private final Replies replies;
    private final Clock clock;
    /** Who was told of which group, and when; logged once as well. */
    private final Map<Told, Instant> told = new LinkedHashMap<>();

    private record Told(long chat, long asker) {}

    Speaker(BotApi api, Delivery delivery, Speech speech, Chats chats, Replies replies, Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.chats = chats;
        this.replies = replies;
        this.clock = clock;
    }

    void say(Act.Say say) throws InterruptedException {
        Outcome<JsonNode> outcome = send(say);
        if (outcome instanceof Outcome.Moved<JsonNode> moved) {
            chats.move(say.chat().id(), moved.to());
            // Under the new number messages are counted anew: there is nothing to answer.
            var there = new Act.Say(new Incoming.Chat(moved.to(), say.chat().kind(), null), 0, say.asker(),
                    say.message(), say.language());
            settle(there, send(there));
        } else {
            settle(say, outcome);
        }
    }

    private Outcome<JsonNode> send(Act.Say say) throws InterruptedException {
        SendMessage method = speech.send(say, clock.instant());
        return delivery.deliver(new Destination(say.chat().id(), !say.chat().isPrivate()), Urgency.REPLY, PATIENCE,
                () -> api.call(method));
    }

    private void settle(Act.Say say, Outcome<JsonNode> outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Done<JsonNode> done) {
            if (!say.chat().isPrivate()) {
                keep(say, done.value().path("message_id").asInt(0));
            }
        } else if (mayNotWrite(outcome)) {
            tellPrivately(say);
        } else {
            LOG.log(System.Logger.Level.WARNING, "a reply was dropped: {0}", Courier.told(outcome));
        }
    }

    private void keep(Act.Say say, int message) {
        Instant now = clock.instant();
        int minutes = chats.settings(say.chat().id()).expireMinutes();
        @Nullable
        Instant expires = minutes == 0 ? null : now.plus(Duration.ofMinutes(minutes));
        replies.keep(new Replies.Reply(say.chat().id(), message, say.answers(), say.asker()), now, expires);
    }

    private static boolean mayNotWrite(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused && NO_RIGHTS.stream()
                .anyMatch(words -> refused.description().toLowerCase(Locale.ROOT).contains(words));
    }

    /** Once an hour for each person and group; to nobody who never talked to the bot, whom it cannot reach. */
    private void tellPrivately(Act.Say say) throws InterruptedException {
        if (isToldAlready(new Told(say.chat().id(), say.asker())) || say.asker() <= 0) {
            return;
        }
        LOG.log(System.Logger.Level.INFO, "a group does not let the bot write");
        Language language = SettingsDesk.language(chats.settings(say.asker())).orElse(say.language());
        var message = new Message(Phrase.CANNOT_WRITE.in(language), List.of(), List.of());
        send(new Act.Say(new Incoming.Chat(say.asker(), Incoming.Kind.PRIVATE, null), 0, say.asker(), message,
                language));
    }

    private boolean isToldAlready(Told one) {
        Instant now = clock.instant();
        synchronized (told) {
            Instant before = told.get(one);
            if (before != null && before.plus(TOLD_AGAIN).isAfter(now)) {
                return true;
            }
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
