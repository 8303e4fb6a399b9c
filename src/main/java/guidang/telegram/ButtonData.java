package guidang.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import guidang.message.Language;
import guidang.message.Message.Action.Ask;
import guidang.message.Message.Action.Run;
import guidang.store.KeptCommands;

/**
 * What a button carries: language (in upper case where the answer is a message of its own), page and command in at most
 * 64 bytes (Bot API, InlineKeyboardButton); a command that
 * is too long is kept in the store, and its name carried instead.
 */
final class ButtonData {
    private static final int MOST_BYTES = 64;
    private static final char KEPT = '~';
    private static final char PLAIN = ':';

    private final KeptCommands kept;

    ButtonData(KeptCommands kept) {
        this.kept = kept;
    }

    /**
     * What was pressed.
     *
     * @param anew whether the answer is a message of its own
     */
    record Read(Language language, int page, String command, boolean anew) {}

    String of(Run run, Language language, Instant now) {
        return of(letter(language) + Integer.toString(run.page(), Character.MAX_RADIX), run.command(), now);
    }

    String of(Ask ask, Language language, Instant now) {
        return of(letter(language).toUpperCase(Locale.ROOT) + "0", ask.command(), now);
    }

    private String of(String head, String command, Instant now) {
        String plain = head + PLAIN + command;
        return plain.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? plain
                : head + KEPT + kept.keep(command, now);
    }

    /** Empty if it is not of this form, or was kept and is forgotten. */
    Optional<Read> read(String data, Instant now) {
        int mark = 1;
        while (mark < data.length() && data.charAt(mark) != PLAIN && data.charAt(mark) != KEPT) {
            mark++;
        }
        Optional<Language> language = Arrays.stream(Language.values())
                .filter(each -> data.regionMatches(true, 0, letter(each), 0, 1)).findFirst();
        if (mark >= data.length() || language.isEmpty()) {
            return Optional.empty();
        }
        int page;
        try {
            page = Integer.parseInt(data.substring(1, mark), Character.MAX_RADIX);
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
        String rest = data.substring(mark + 1);
        Optional<String> command = data.charAt(mark) == PLAIN ? Optional.of(rest) : kept.find(rest, now);
        return command.map(found -> new Read(language.get(), page, found,
                Character.isUpperCase(data.charAt(0))));
    }

    private static String letter(Language language) {
        return switch (language) {
            case SIMPLIFIED -> "s";
            case TRADITIONAL -> "t";
            case ENGLISH -> "e";
        };
    }
}
