package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Destination;
import guidang.delivery.Outcome;
import guidang.delivery.Pace.Urgency;
import guidang.delivery.Sender;
import guidang.message.Language;
import guidang.message.Message;
import guidang.store.LostPlaces;
import guidang.subscription.Place;

/** Sends notices, after the replies that wait; leaves out what Telegram refuses. */
final class NoticeSender implements Sender {
    /** No code of Telegram's. */
    private static final int WITHDRAWN = 0;

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Tally tally;
    private final Clock clock;

    NoticeSender(BotApi api, Delivery delivery, Speech speech, Tally tally, Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public Outcome<Long> send(Place place, Message message, Language language, How how) throws InterruptedException {
        Message said = message;
        How its = how;
        Set<Remedy> tried = EnumSet.noneOf(Remedy.class);
        while (true) {
            Outcome<JsonNode> outcome = deliver(place, speech.notice(place, said, language, its, clock.instant()),
                    its.begin());
            boolean again = false;
            if (outcome instanceof Outcome.Refused<JsonNode> refused && refused.code() != WITHDRAWN
                    && closed(refused).isEmpty()) {
                Remedy remedy = Remedy.of(refused);
                again = tried.add(remedy) && (remedy == Remedy.WITHOUT_ANSWERING || remedy == Remedy.PLAIN);
                its = remedy == Remedy.WITHOUT_ANSWERING ? new How(its.silent(), 0, its.begin()) : its;
                said = remedy == Remedy.PLAIN ? new Message(said.text(), List.of(), List.of()) : said;
            }
            if (!again) {
                return counted(outcome, Tally.What.SENT);
            }
        }
    }

    @Override
    public Outcome<Long> edit(Place place, long message, Message instead, Language language, BooleanSupplier begin)
            throws InterruptedException {
        Outcome<JsonNode> outcome = deliver(place,
                speech.editNotice(place, message, instead, language, clock.instant()), begin);
        boolean same = outcome instanceof Outcome.Refused<JsonNode> refused
                && Remedy.of(refused) == Remedy.NONE_NEEDED;
        return same ? new Outcome.Done<>(message) : counted(outcome, Tally.What.CHANGED);
    }

    @Override
    public Optional<LostPlaces.Reason> closed(Outcome.Refused<?> refused) {
        return switch (Remedy.of(refused)) {
            case WITHOUT_TOPIC -> Optional.of(LostPlaces.Reason.NO_TOPIC);
            case NOWHERE -> Optional.of(LostPlaces.Reason.NOT_ALLOWED);
            case NONE_NEEDED, WITHOUT_ANSWERING, SEND_INSTEAD, PLAIN -> Optional.empty();
        };
    }

    /** One try: whoever has the notices decides about others. */
    private Outcome<JsonNode> deliver(Place place, BotApiMethod<?> method, BooleanSupplier begin)
            throws InterruptedException {
        return delivery.deliver(new Destination(place.chat(), place.chat() < 0), Urgency.NOTICE, Duration.ZERO,
                () -> begin.getAsBoolean() ? api.call(method) : new Outcome.Refused<>(WITHDRAWN, "withdrawn"));
    }

    private Outcome<Long> counted(Outcome<JsonNode> outcome, Tally.What done) {
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode message) -> {
                tally.count(done);
                yield new Outcome.Done<>(message.path("message_id").asLong(0));
            }
            case Outcome.TooMany<JsonNode> many -> new Outcome.TooMany<>(many.retryAfter());
            case Outcome.Moved<JsonNode> moved -> new Outcome.Moved<>(moved.to());
            case Outcome.Gone<JsonNode> gone -> {
                tally.count(Tally.What.UNREACHABLE);
                yield new Outcome.Gone<>(Dispatch.told(gone));
            }
            case Outcome.Refused<JsonNode> refused ->
                new Outcome.Refused<>(refused.code(), Dispatch.safe(refused.description()));
            case Outcome.Failing<JsonNode> failing -> new Outcome.Failing<>(Dispatch.told(failing));
            case Outcome.Unsure<JsonNode> unsure -> new Outcome.Unsure<>(Dispatch.told(unsure));
            case Outcome.Unauthorized<JsonNode> unauthorized -> new Outcome.Unauthorized<>();
            case Outcome.Conflict<JsonNode> conflict -> new Outcome.Conflict<>(Dispatch.told(conflict));
        };
    }
}
