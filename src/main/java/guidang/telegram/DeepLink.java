package guidang.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import guidang.store.KeptCommands;

/**
 * Links that open the private chat with something looked up: {@code t.me/BOT?start=e_ID} for an event,
 * {@code …?start=q_NAME} for a kept command. Telegram allows 64 characters of letters, digits, {@code _} and {@code -}
 * (Bot features, Deep linking).
 */
final class DeepLink {
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String EVENT = "e_";
    private static final String KEPT = "q_";

    /** Far less than a kept command stays unused before it is forgotten. */
    private static final Duration SAME_NAME = Duration.ofHours(1);
    private static final int MOST_LATELY = 500;

    private final String bot;
    private final KeptCommands kept;
    private final Map<String, Kept> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_LATELY;
        }
    };

    private record Kept(String name, Instant at) {}

    /** @param bot its name, without {@code @} */
    DeepLink(String bot, KeptCommands kept) {
        this.bot = bot;
        this.kept = kept;
    }

    /** The address that shows the entry of an event. */
    String toEvent(String id) {
        return "https://t.me/" + bot + "?start=" + EVENT + id;
    }

    /** The address that asks something in the private chat. */
    String toCommand(String command, Instant now) {
        return "https://t.me/" + bot + "?start=" + payloadOf(command, now);
    }

    /**
     * What {@code start} carries so that something is asked in the private chat. The same text keeps its name for a
     * while: whoever types asks it again and again.
     */
    String payloadOf(String text, Instant now) {
        synchronized (lately) {
            Kept known = lately.get(text);
            if (known == null || known.at().plus(SAME_NAME).isBefore(now)) {
                known = new Kept(kept.keep(text, now), now);
                lately.put(text, known);
            }
            return KEPT + known.name();
        }
    }

    /**
     * What the text of a message means: the command that a payload behind {@code /start} stands for, else the text
     * itself. A payload that is unknown or forgotten greets.
     */
    String meant(String text, Instant now) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length != 2 || !words[0].equals("/start") || !PAYLOAD.matcher(words[1]).matches()) {
            return text;
        }
        String payload = words[1];
        if (payload.startsWith(EVENT)) {
            return "/entry " + payload.substring(EVENT.length());
        }
        Optional<String> command = payload.startsWith(KEPT)
                ? kept.find(payload.substring(KEPT.length()), now)
                : Optional.empty();
        return command.orElse("/start");
    }
}
