package guidang.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.index.Aliases;
import guidang.message.Language;

/**
 * What the person who runs Guidang chose, checked whole.
 *
 * @param archive folder of entries; exists
 * @param data folder for the index and the history; made where there is none
 * @param language of replies; null: that of each message
 * @param aliases names that mean the same
 */
record Configuration(Path archive, Path data, @Nullable Language language, Aliases aliases) {
    /** The language, if one is set. */
    Optional<Language> chosenLanguage() {
        return Optional.ofNullable(language);
    }

    /**
     * What was said on the command line or in the environment; null where nothing was.
     *
     * @param name of the flag or variable that said it, for messages
     */
    record Said(String name, String value) {}
}
