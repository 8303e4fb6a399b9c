package guidang.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.index.Aliases;
import guidang.message.Language;
import guidang.telegram.Protection;
import guidang.telegram.TelegramBot;

/**
 * What the person who runs Guidang chose, checked whole.
 *
 * @param archive folder of entries; exists
 * @param data folder for the index and the history; made where there is none
 * @param language of replies; null: that of each message
 * @param aliases names that mean the same
 * @param reread how often a bot looks for changed entries; zero: never
 * @param pull how often a bot pulls an archive that is a git checkout; zero: never
 * @param telegram how the bot is run; null where no token is named
 * @param protection who may ask the bot, and how much
 * @param feed where the files of the feed will be found; null if it is not told
 * @param operation how a running bot is looked after
 * @param inForce each setting, and where it was said
 */
record Configuration(Path archive, Path data, @Nullable Language language, Aliases aliases, Duration reread,
        Duration pull, TelegramBot.@Nullable Settings telegram, Protection protection, @Nullable URI feed,
        Operation operation, InForce inForce) {
    /**
     * How a running bot is looked after.
     *
     * @param port on the loopback address, where it tells how it is; 0: it does not
     * @param json whether the log is one JSON object a line
     * @param unchanged after how long without a change of the archive its owners are told; zero: they are not
     */
    record Operation(int port, boolean json, Duration unchanged) {}

    /** The language, if one is set. */
    Optional<Language> chosenLanguage() {
        return Optional.ofNullable(language);
    }

    /** The same for a bot that is played with. */
    Configuration played(Path itsArchive, Path itsData, Duration itsReread, TelegramBot.Settings itsTelegram,
            Protection itsProtection) {
        return new Configuration(itsArchive, itsData, language, aliases, itsReread, Duration.ZERO, itsTelegram,
                itsProtection, feed, new Operation(0, operation.json(), Duration.ZERO), inForce);
    }
}
