package guidang.bot;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.message.Length;

/**
 * One thing said to the bot.
 *
 * @param text as typed
 * @param page 0-based page of the answer that is wanted; what a paging button asks for
 * @param language of the person or chat; null: that of the text
 * @param usual language where the text does not tell; null: the bot's own
 * @param about a message that the person points at: what a command without words looks up; null: none
 * @param length of the reply
 */
public record Request(String text, int page, @Nullable Language language, @Nullable Language usual,
        @Nullable About about, Length length) {
    /**
     * A message of somebody.
     *
     * @param links addresses behind words of it
     */
    public record About(String text, List<String> links) {
        public About {
            links = List.copyOf(links);
        }

        /** The text and the addresses behind it. */
        String whole() {
            return links.isEmpty() ? text : text + "\n" + String.join("\n", links);
        }
    }

    public Request(String text, int page, @Nullable Language language, @Nullable Language usual) {
        this(text, page, language, usual, null, Length.USUAL);
    }

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
