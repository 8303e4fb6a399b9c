package guidang.telegram;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import guidang.message.Composer;
import guidang.message.Language;
import guidang.store.LostPlaces;
import guidang.store.NoticeLog;
import guidang.subscription.Place;

/**
 * What concerns notices before anything else is decided: pages of a digest are turned by whoever presses, and a chat that
 * is heard of again is told what waits for it.
 */
final class NoticeDesk implements Courier.Deciding {
    /** A digest that tells of more shows the first ones. */
    private static final int MOST = 5_000;

    private final ButtonData buttons;
    private final NoticeLog log;
    private final LostPlaces lost;
    private final Clock clock;
    private final Courier.Deciding desk;

    NoticeDesk(ButtonData buttons, NoticeLog log, LostPlaces lost, Clock clock, Courier.Deciding desk) {
        this.buttons = buttons;
        this.log = log;
        this.lost = lost;
        this.clock = clock;
        this.desk = desk;
    }

    @Override
    public List<Act> of(Incoming incoming) throws InterruptedException {
        Instant now = clock.instant();
        switch (incoming) {
            case Incoming.Said said -> {
                if (said.chat().isPrivate() || said.text().startsWith("/")) {
                    lost.found(place(said.chat()), now);
                }
            }
            case Incoming.Membership membership -> {
                if (membership.present()) {
                    lost.found(place(membership.chat()), now);
                } else {
                    lost.lost(place(membership.chat()), LostPlaces.Reason.GONE, now);
                }
            }
            case Incoming.Pressed pressed when pressed.chat() != null -> {
                ButtonData.Read read = buttons.read(pressed.data(), now).orElse(null);
                if (read != null && read.command().equals(Composer.DIGEST)) {
                    return turned(pressed, pressed.chat(), read);
                }
            }
            default -> {
            }
        }
        return desk.of(incoming);
    }

    private List<Act> turned(Incoming.Pressed pressed, Incoming.Chat chat, ButtonData.Read read) {
        Language language = read.language();
        NoticeLog.Told told = log.told(chat.id(), pressed.messageId(), MOST);
        if (told.briefs().isEmpty()) {
            return List.of(new Act.Acknowledge(pressed.id(), Composer.words(Composer.Surrounding.EXPIRED, language)));
        }
        return List.of(new Act.Acknowledge(pressed.id(), null), new Act.Rewrite(chat, pressed.messageId(),
                new Composer().digest(told.briefs(), read.page(), language), language));
    }

    private static Place place(Incoming.Chat chat) {
        Integer topic = chat.topic();
        return new Place(chat.id(), topic == null ? 0 : topic);
    }
}
