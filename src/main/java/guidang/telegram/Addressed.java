package guidang.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.bot.Command;
import guidang.bot.Request;

/**
 * What of a message in a group is for the bot.
 *
 * @param text without the bot's name
 * @param about the message of somebody else that it answers; null if none
 * @param aboutId its number; 0 if none
 */
record Addressed(String text, Request.@Nullable About about, int aboutId) {
    /** Reads what is for one bot. */
    static final class Reader {
        private static final Pattern SETTINGS = Pattern.compile("(?i)[/／](?:settings|设置|設定)");
        private static final Pattern OTHERS = Pattern.compile("[/／][^\\s@＠]*[@＠](\\w+).*", Pattern.DOTALL);
        private final String name;
        private final Pattern mention;

        /** @param name of the bot, without {@code @} */
        Reader(String name) {
            this.name = name;
            mention = Pattern.compile("[@＠]" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
        }

        /**
         * Empty if it is for somebody else: only commands that there are, without a name or with the bot's own, the bot's
         * name beside a question, and answers to the bot's own messages are for it.
         */
        Optional<Addressed> read(Incoming.Said said) {
            String text = said.text().strip();
            boolean command = text.startsWith("/") || text.startsWith("／");
            var named = OTHERS.matcher(text.split("\\s", 2)[0]);
            boolean byName = named.matches()
                    && named.group(1).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
            if (command && named.matches() && !byName) {
                return Optional.empty();
            }
            Incoming.Replied replied = said.replied();
            boolean answersUs = replied != null && replied.ours();
            boolean ours = command
                    ? byName || isSettings(text) || Command.isKnown(text)
                    : said.mentioned() || answersUs;
            if (!ours) {
                return Optional.empty();
            }
            String asked = mention.matcher(text).replaceAll(" ").strip();
            return Optional.of(replied == null || replied.ours()
                    ? new Addressed(asked, null, 0)
                    : new Addressed(asked, new Request.About(replied.text(), replied.links()), replied.messageId()));
        }

        /** Whether a text wants to see the settings, whichever bot it names. */
        static boolean isSettings(String text) {
            return SETTINGS.matcher(text.strip().split("[\\s@＠]", 2)[0]).matches();
        }
    }

    /** Whether it is that message that is looked up. */
    boolean pointsAtIt() {
        return about != null && Command.lacksWords(text);
    }
}
