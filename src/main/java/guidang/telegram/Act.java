package guidang.telegram;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.message.Card;
import guidang.message.Language;
import guidang.message.Message;
import guidang.picture.Picture;

/** What the bot decides to do about an update, in order. */
sealed interface Act {
    /**
     * Says something.
     *
     * @param answers the message that it answers, which is shown in groups only; 0 if none
     * @param asker whose question it answers
     * @param language that its buttons go on in
     * @param asked the message that asked for it, and that it changes with; 0 if none
     * @param picture that is sent with the message's buttons in the place of its text; null: none
     */
    record Say(Incoming.Chat chat, int answers, long asker, Message message, Language language, int asked,
            @Nullable Picture picture) implements Act {
        /** One that answers the message that asked for it. */
        Say(Incoming.Chat chat, int answers, long asker, Message message, Language language) {
            this(chat, answers, asker, message, language, answers, null);
        }

        /** The same with a picture. */
        Say(Incoming.Chat chat, int answers, long asker, Message message, Language language,
                @Nullable Picture picture) {
            this(chat, answers, asker, message, language, answers, picture);
        }

        Say in(Incoming.Chat other) {
            boolean same = other.id() == chat.id();
            return new Say(other, same ? answers : 0, asker, message, language, same ? asked : 0, picture);
        }

        Say answering(int other) {
            return new Say(chat, other, asker, message, language, asked, picture);
        }

        /** In words alone. */
        Say with(Message other) {
            return new Say(chat, answers, asker, other, language, asked, null);
        }
    }

    /**
     * Sends a file with text in it.
     *
     * @param answers the message that it answers; 0 if none
     * @param caption below it, at most 1,024 UTF-16 units (Bot API, sendDocument)
     */
    record SendFile(Incoming.Chat chat, int answers, String name, String text, String caption) implements Act {}

    /** Puts something else in the place of one of the bot's messages. */
    record Rewrite(Incoming.Chat chat, int messageId, Message message, Language language) implements Act {}

    /** Ends the waiting of somebody who pressed a button. {@code text} is shown for a moment; null: nothing. */
    record Acknowledge(String query, @Nullable String text) implements Act {}

    /** Shows somebody who pressed a button a text that they close themselves. At most 200 characters. */
    record Alert(String query, String text) implements Act {}

    /** Opens the private chat of somebody who pressed a button. {@code url} is a deep link to the bot. */
    record OpenPrivately(String query, String url) implements Act {}

    /** Takes one of the bot's messages away. {@code language} is that of the text left behind if Telegram refuses. */
    record Remove(Incoming.Chat chat, int messageId, Language language) implements Act {}

    /**
     * Offers ready messages to somebody who types.
     *
     * @param next what the app sends back for the next page; empty: there is none
     * @param personal whether it is kept for this person alone
     * @param hint on a button above the choices that opens the private chat; null: none
     */
    record Offer(String query, List<Choice> choices, String next, boolean personal, @Nullable Hint hint)
            implements
                Act {
        public Offer {
            choices = List.copyOf(choices);
        }

        /** @param start what the private chat is opened with, at most 64 characters of A-Z, a-z, 0-9, _ and - */
        record Hint(String label, String start) {}

        /** One message, with a button below it that opens an address. */
        record Choice(Card card, String label, String url) {}
    }
}
