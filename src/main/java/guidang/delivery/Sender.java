package guidang.delivery;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import guidang.message.Language;
import guidang.message.Message;
import guidang.store.LostPlaces;
import guidang.subscription.Place;

/** Brings a notice to its place: one call, after those who wait for replies. Never throws for what a messenger does. */
public interface Sender {
    /**
     * How it is sent.
     *
     * @param silent without a sound
     * @param answers a message in that place that it goes on from; 0: none
     * @param begin called once, when its turn has come and right before the call; if it says no, nothing is sent and the
     *        outcome means nothing
     */
    record How(boolean silent, long answers, BooleanSupplier begin) {}

    /** @return the number of the message */
    Outcome<Long> send(Place place, Message message, Language language, How how) throws InterruptedException;

    /**
     * Puts it in the place of an earlier message.
     *
     * @return {@link Outcome.Refused} if that message is gone or cannot be changed any more
     */
    Outcome<Long> edit(Place place, long message, Message instead, Language language, BooleanSupplier begin)
            throws InterruptedException;

    /** Whether it was refused because of the place, not of the message: none would be taken there now. */
    Optional<LostPlaces.Reason> closed(Outcome.Refused<?> refused);
}
