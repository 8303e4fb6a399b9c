package guidang.telegram;

import java.util.List;
import java.util.Locale;

import guidang.delivery.Outcome;

/** What helps where Telegram refuses a message. Telegram tells the reasons apart by words alone. */
enum Remedy {
    /** It is as it should be already, or nobody waits for it any more. */
    NONE_NEEDED("message is not modified", "query is too old", "query_id_invalid"),
    /** The message that is answered is gone. */
    WITHOUT_ANSWERING("message to be replied not found", "replied message not found", "reply message not found"),
    /** The topic is gone. */
    WITHOUT_TOPIC("message thread not found", "topic_deleted"),
    /** The message that is to be changed is gone or too old. */
    SEND_INSTEAD("message to edit not found", "message can't be edited", "message_id_invalid",
            "there is no text in the message to edit"),
    /** The bot may not write there. */
    NOWHERE("not enough rights", "have no rights to send", "chat_write_forbidden", "topic_closed",
            "chat_restricted", "chat_send_plain_forbidden", "user_is_blocked"),
    /** Something about its form: the bare text may pass. */
    PLAIN;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> words;

    Remedy(String... words) {
        this.words = List.of(words);
    }

    /** Whether the same in words alone may pass. */
    boolean isOfForm() {
        return this == PLAIN || this == NOWHERE;
    }

    static Remedy of(Outcome.Refused<?> refused) {
        String description = refused.description().toLowerCase(Locale.ROOT);
        for (Remedy remedy : values()) {
            if (remedy.words.stream().anyMatch(description::contains)) {
                return remedy;
            }
        }
        return PLAIN;
    }
}
