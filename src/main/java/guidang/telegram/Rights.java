package guidang.telegram;

import java.util.Optional;

import guidang.store.Chats;
import guidang.telegram.Standings.Standing;

/** Who may change what a chat chose: in private anybody, elsewhere its admins or only its owner. */
final class Rights {
    private final Chats chats;
    private final Standings standings;

    /** Why somebody may not. */
    enum Refusal {
        /** Telegram did not say what they are. */
        UNSURE,
        /** Only admins may. */
        ADMINS,
        /** Only the owner may. */
        CREATOR
    }

    Rights(Chats chats, Standings standings) {
        this.chats = chats;
        this.standings = standings;
    }

    /** Empty if they may. May ask Telegram, and wait for a few seconds. */
    Optional<Refusal> refused(Incoming.Chat chat, Incoming.Person person) throws InterruptedException {
        if (chat.isPrivate()) {
            return Optional.empty();
        }
        Standing standing = standings.of(chat.id(), person.id());
        if (standing == Standing.UNKNOWN) {
            return Optional.of(Refusal.UNSURE);
        }
        return switch (chats.settings(chat.id()).changedBy()) {
            case ADMINS -> standing.isAdmin() ? Optional.empty() : Optional.of(Refusal.ADMINS);
            case CREATOR -> standing == Standing.CREATOR ? Optional.empty() : Optional.of(Refusal.CREATOR);
        };
    }
}
