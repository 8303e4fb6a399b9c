package guidang.telegram;

import java.time.Duration;

import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;
import guidang.message.Phrase;
import guidang.store.Replies;

/** Takes messages of the bot away. */
final class Removal {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BotApi api;
    private final Delivery delivery;
    private final Replies replies;

    Removal(BotApi api, Delivery delivery, Replies replies) {
        this.api = api;
        this.delivery = delivery;
        this.replies = replies;
    }

    /** A message that Telegram no longer lets go, after two days, is emptied instead. */
    void remove(Act.Remove remove) throws InterruptedException {
        long chat = remove.chat().id();
        Outcome<JsonNode> outcome = deleted(chat, remove.messageId());
        if (outcome instanceof Outcome.Refused<JsonNode> refused
                && refused.description().contains("can't be deleted")) {
            var empty = EditMessageText.builder().chatId(chat).messageId(remove.messageId())
                    .text(Phrase.REMOVED.in(remove.language())).build();
            delivery.tried(PATIENCE, () -> api.call(empty));
        }
        replies.remove(new Replies.Reply(chat, remove.messageId(), 0, 0));
    }

    /** Takes a reply away whose time is over; it stays remembered if Telegram cannot be reached. */
    void expire(Replies.Reply reply) throws InterruptedException {
        Outcome<JsonNode> outcome = deleted(reply.chat(), reply.message());
        if (!(outcome instanceof Outcome.Failing) && !(outcome instanceof Outcome.Unsure)) {
            replies.remove(reply);
        }
    }

    private Outcome<JsonNode> deleted(long chat, int message) throws InterruptedException {
        var method = DeleteMessage.builder().chatId(chat).messageId(message).build();
        return delivery.tried(PATIENCE, () -> api.call(method));
    }
}
