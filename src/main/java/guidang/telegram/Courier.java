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

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Dispatch dispatch;
    private final Removal removal;

    /** Decides what to do about an update. */
    @FunctionalInterface
    interface Deciding {
        List<Act> of(Incoming incoming) throws InterruptedException;
    }

    Courier(BotApi api, Delivery delivery, Speech speech, Dispatch dispatch, Removal removal) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.dispatch = dispatch;
        this.removal = removal;
    }

    /** What is to be done about an update; in a private chat shows that something is coming, if it takes a moment. */
    Intake.Handler asking(Deciding desk) {
        return incoming -> {
            if (!(incoming instanceof Incoming.Said said) || !said.chat().isPrivate()) {
                return steps(desk.of(incoming));
            }
            Typing typing = Typing.in(said.chat(), api);
            try {
                return steps(desk.of(incoming));
            } finally {
                typing.end();
            }
        };
    }

    private List<Intake.Step> steps(List<Act> acts) {
        return acts.stream().map(act -> (Intake.Step) () -> perform(act)).toList();
    }

    private void perform(Act act) throws InterruptedException {
        switch (act) {
            case Act.Say say -> dispatch.say(say);
            case Act.Rewrite rewrite -> dispatch.rewrite(rewrite);
            case Act.SendFile file -> dispatch.send(file);
            case Act.Acknowledge done ->
                press(AnswerCallbackQuery.builder().callbackQueryId(done.query()).text(done.text()).build());
            case Act.Alert alert -> press(AnswerCallbackQuery.builder().callbackQueryId(alert.query())
                    .text(alert.text()).showAlert(true).build());
            case Act.OpenPrivately open ->
                press(AnswerCallbackQuery.builder().callbackQueryId(open.query()).url(open.url()).build());
            case Act.Remove remove -> removal.remove(remove);
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
