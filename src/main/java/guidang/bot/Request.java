package guidang.bot;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;

/**
 * One thing said to the bot.
 *
 * @param text as typed
 * @param page 0-based page of the answer that is wanted; what a paging button asks for
 * @param language of the person or chat; null: that of the text
 * @param usual language where the text does not tell; null: the bot's own
 */
public record Request(String text, int page, @Nullable Language language, @Nullable Language usual) {
    public Request(String text, int page, @Nullable Language language) {
        this(text, page, language, null);
    }

    /** A request as typed, for the first page, in the language of its text. */
    public static Request typed(String text) {
        return new Request(text, 0, null);
    }

    /** The language, if one is set. */
    public Optional<Language> chosen() {
        return Optional.ofNullable(language);
    }
}
