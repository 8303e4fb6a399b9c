package guidang.telegram;

import java.time.Duration;

/**
 * Hears what a running bot does, to be counted and timed. It is told no numbers of people and no words. Safe for several
 * threads; quick; never throws.
 */
public interface Meter {
    /** Hears nothing. */
    Meter NONE = new Meter() {
    };

    /** Kinds of update. */
    enum Kind {
        MESSAGE, EDIT, BUTTON, INLINE, MEMBERSHIP, OTHER
    }

    /** What the door decides. */
    enum Entry {
        /** It is dealt with. */
        TAKEN,
        /** It is answered that it is too much. */
        TOLD,
        /** It is left alone. */
        IGNORED
    }

    /** An update arrived. */
    default void arrived(Kind kind, Entry entry) {}

    /**
     * All that an update asks for was done or given up.
     *
     * @param took since it arrived
     */
    default void dealtWith(Kind kind, Duration took) {}

    /**
     * How long a message was under way until it arrived; to the second, as Telegram says.
     */
    default void late(Duration lag) {}

    /**
     * A call to Telegram ended.
     *
     * @param method as the Bot API's documentation writes it
     * @param outcome one of the names of {@code Outcome}, in lower case
     */
    default void called(String method, String outcome, Duration took) {}

    /** Telegram told who the bot is, answered a request for updates, or knows where to bring them. */
    default void heard() {}
}
