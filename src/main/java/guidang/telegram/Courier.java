package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Destination;
import guidang.delivery.Outcome;
import guidang.delivery.Pace.Urgency;

/** Carries out what was decided, one act after the other. */
final class Courier {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    /** How long a reply is worth another try. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Telegram takes no reply to a button after about that time. */
    private static final Duration PRESS = Duration.ofSeconds(15);

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Speaker speaker;
    private final Removal removal;
    private final Clock clock;

    Courier(BotApi api, Delivery delivery, Speech speech, Speaker speaker, Removal removal, Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.speaker = speaker;
        this.removal = removal;
        this.clock = clock;
    }

    /** Does what is decided about an update; in a private chat shows meanwhile that something is coming. */
    void perform(Incoming incoming, Desk desk) throws InterruptedException {
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
            case Act.Say say -> speaker.say(say);
            case Act.Rewrite rewrite -> deliver(rewrite.chat(), speech.edit(rewrite, clock.instant()));
            case Act.Acknowledge done -> {
                var method = AnswerCallbackQuery.builder().callbackQueryId(done.query()).text(done.text()).build();
                delivery.tried(PRESS, () -> api.call(method));
            }
            case Act.Alert alert -> {
                var method = AnswerCallbackQuery.builder().callbackQueryId(alert.query()).text(alert.text())
                        .showAlert(true).build();
                delivery.tried(PRESS, () -> api.call(method));
            }
            case Act.OpenPrivately open -> {
                var method = AnswerCallbackQuery.builder().callbackQueryId(open.query()).url(open.url()).build();
                delivery.tried(PRESS, () -> api.call(method));
            }
            case Act.Remove remove -> removal.remove(remove);
            case Act.Offer offer -> {
                var method = speech.offer(offer);
                Outcome<JsonNode> outcome = delivery.tried(PRESS, () -> api.call(method));
                if (outcome instanceof Outcome.Refused<JsonNode> refused && !isTooOld(refused)) {
                    LOG.log(System.Logger.Level.WARNING, "an offer was dropped: {0}", told(outcome));
                }
            }
        }
    }

    private Outcome<JsonNode> deliver(Incoming.Chat chat, BotApiMethod<?> method) throws InterruptedException {
        Outcome<JsonNode> outcome = delivery.deliver(new Destination(chat.id(), !chat.isPrivate()), Urgency.REPLY,
                PATIENCE, () -> api.call(method));
        if (!(outcome instanceof Outcome.Done)) {
            LOG.log(System.Logger.Level.WARNING, "{0} was dropped: {1}", method.getMethod(), told(outcome));
        }
        return outcome;
    }

    /** Who typed on did not wait for it. */
    private static boolean isTooOld(Outcome.Refused<?> refused) {
        return refused.description().contains("query is too old");
    }

    static String told(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?> refused -> refused.code() + " " + refused.description();
            case Outcome.Gone<?> gone -> gone.description();
            case Outcome.Failing<?> failing -> failing.description();
            case Outcome.Unsure<?> unsure -> unsure.description();
            default -> outcome.getClass().getSimpleName();
        };
    }
}
