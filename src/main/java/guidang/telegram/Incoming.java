package guidang.telegram;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an update tells, as far as it concerns the bot. */
sealed interface Incoming {
    /** Where it happened. */
    enum Kind {
        PRIVATE, GROUP, CHANNEL
    }

    /**
     * A chat.
     *
     * @param topic of a forum; null outside one
     */
    record Chat(long id, Kind kind, @Nullable Integer topic) {
        boolean isPrivate() {
            return kind == Kind.PRIVATE;
        }
    }

    /**
     * Who did it.
     *
     * @param id of the chat where somebody speaks as a chat: as the group itself (an anonymous admin), or as a channel
     * @param language as the app says: {@code zh-hans}, {@code en}, perhaps empty
     */
    record Person(long id, String language) {}

    /**
     * A file.
     *
     * @param id by which Telegram gives it
     * @param name perhaps empty
     * @param size in bytes, as Telegram says; 0 if it does not
     */
    record Document(String id, String name, long size) {}

    /**
     * The message that another one answers.
     *
     * @param text or caption, perhaps empty; the part that is quoted, if one is
     * @param ours whether the bot itself said it
     * @param links addresses behind words of it
     */
    record Replied(int messageId, String text, boolean ours, List<String> links) {
        public Replied {
            links = List.copyOf(links);
        }
    }

    /**
     * Somebody said something.
     *
     * @param text or caption, perhaps empty
     * @param edited whether it was said before and is said differently now
     * @param mentioned whether the text names the bot
     * @param first when it was said, the first time if it was edited
     * @param document that comes with it, or with the message that it answers; null: none
     */
    record Said(Chat chat, Person from, int messageId, String text, boolean edited, boolean mentioned,
            @Nullable Replied replied, Instant first, @Nullable Document document) implements Incoming {
        Said(Chat chat, Person from, int messageId, String text, boolean edited, boolean mentioned,
                @Nullable Replied replied, Instant first) {
            this(chat, from, messageId, text, edited, mentioned, replied, first, null);
        }
    }

    /**
     * Somebody pressed a button.
     *
     * @param chat null where the message was sent inline
     * @param answers the message that the button's message answers; 0 if none
     */
    record Pressed(String id, Person from, @Nullable Chat chat, int messageId, @Nullable String inlineMessage,
            String data) implements Incoming {}

    /** Somebody types behind the bot's name, anywhere. */
    record Typed(String id, Person from, String query, String offset) implements Incoming {}

    /** A group became a supergroup. */
    record Moved(long from, long to) implements Incoming {}

    /** Somebody else came, went, or has other rights now. */
    record MemberChanged(long chat, long member) implements Incoming {}

    /**
     * The bot itself was let in, thrown out, or had its rights changed.
     *
     * @param present whether it is in the chat now
     * @param entered whether it was not before
     */
    record Membership(Chat chat, Person by, boolean present, boolean entered) implements Incoming {}

    /** Nothing that concerns the bot. */
    record Other() implements Incoming {}
}
