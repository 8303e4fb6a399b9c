package guidang.telegram;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import guidang.store.LostPlaces;
import guidang.subscription.Place;

/**
 * Looks at what comes before anything else is decided: a place that is heard of again is told what waits for it, and one
 * that throws the bot out is told nothing more.
 */
final class NoticeDesk implements Courier.Deciding {
    private final LostPlaces lost;
    private final Clock clock;
    private final Courier.Deciding desk;

    NoticeDesk(LostPlaces lost, Clock clock, Courier.Deciding desk) {
        this.lost = lost;
        this.clock = clock;
        this.desk = desk;
    }

    @Override
    public List<Act> of(Incoming incoming) throws InterruptedException {
        Instant now = clock.instant();
        switch (incoming) {
            case Incoming.Said said when said.chat().isPrivate() || said.text().startsWith("/") ->
                lost.found(place(said.chat()), now);
            case Incoming.Membership membership when membership.present() ->
                lost.found(place(membership.chat()), now);
            case Incoming.Membership membership ->
                lost.lost(place(membership.chat()), LostPlaces.Reason.GONE, now);
            default -> {
            }
        }
        return desk.of(incoming);
    }

    private static Place place(Incoming.Chat chat) {
        Integer topic = chat.topic();
        return new Place(chat.id(), topic == null ? 0 : topic);
    }
}
