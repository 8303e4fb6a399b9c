package guidang.telegram;

import java.time.Duration;
import java.util.List;

import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;

/** Carries out what was decided, one act after the other. */
final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    /** Telegram takes no reply to a button after about that time. */
    private static final Duration PRESS = Duration.ofSeconds(15);

    /** Decides what to do about an update. */
    @FunctionalInterface
    interface Deciding {
        List<Act> of(Incoming incoming) throws InterruptedException;
    }

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Dispatch dispatch;

    Courier(BotApi api, Delivery delivery, Speech speech, Dispatch dispatch) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.dispatch = dispatch;
    }

    /** Does what is decided about an update; in a private chat shows meanwhile that something is coming. */
    void perform(Incoming incoming, Deciding desk) throws InterruptedException {
        if (incoming instanceof Incoming.Said said && said.chat().isPrivate()) {
            Typing typing = Typing.in(said.chat(), api);
            try {
                perform(desk.of(incoming));
            } finally {
                typing.end();
            }
        } else {
            perform(desk.of(incoming));
        }
    }

    private void perform(List<Act> acts) throws InterruptedException {
        for (Act act : acts) {
            perform(act);
        }
    }

    private void perform(Act act) throws InterruptedException {
        switch (act) {
            case Act.Say say -> dispatch.say(say);
            case Act.Rewrite rewrite -> dispatch.rewrite(rewrite);
            case Act.Acknowledge done -> press(
                    AnswerCallbackQuery.builder().callbackQueryId(done.query()).text(done.text()).build());
            case Act.Offer offer -> press(speech.offer(offer));
        }
    }

    /** Answers somebody who pressed or types; who went on meanwhile does not wait for it. */
    private void press(BotApiMethod<?> method) throws InterruptedException {
        Outcome<JsonNode> outcome = delivery.tried(PRESS, () -> api.call(method));
        boolean over = outcome instanceof Outcome.Refused<JsonNode> refused
                && Remedy.of(refused) == Remedy.NONE_NEEDED;
        if (!(outcome instanceof Outcome.Done) && !over) {
            LOG.log(System.Logger.Level.WARNING, "{0} was dropped: {1}", new Call(method).getMethod(),
                    Dispatch.told(outcome));
        }
    }
}
