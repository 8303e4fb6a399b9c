package guidang.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import guidang.store.KeptCommands;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Links that open the private chat with something looked up: {@code t.me/BOT?start=e_ID} for an event,
 * {@code …?start=q_NAME} for a kept command. Telegram allows 64 characters of letters, digits, {@code _} and {@code -}
 * (Bot features, Deep linking).
 */
final class DeepLink {
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String EVENT = "e_";
    private static final String KEPT = "q_";

    private static final String TYPED = "t_";
    private static final int MOST = 64;

    private final String bot;
    private final KeptCommands kept;
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
        return "https://t.me/" + bot + "?start=" + KEPT + kept.keep(command, now);
    }

    /**
     * What {@code start} carries so that something is asked in the private chat: the text itself, for what people only
     * type is kept nowhere. Empty if it is too long: about 15 Chinese characters fit.
     */
    static Optional<String> carrying(String text) {
        String payload = TYPED + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        return payload.length() > MOST ? Optional.empty() : Optional.of(payload);
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
        if (payload.startsWith(TYPED)) {
            return typed(payload.substring(TYPED.length()));
        }
        Optional<String> command = payload.startsWith(KEPT)
                ? kept.find(payload.substring(KEPT.length()), now)
                : Optional.empty();
        return command.orElse("/start");
    }

    /** Anybody can make such a link: it means no more than if its text were typed, and never a command. */
    private static String typed(String encoded) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            String text = UTF_8.newDecoder().decode(bytes).toString().strip();
            return text.isEmpty() || text.startsWith("/") || text.startsWith("／") ? "/start" : text;
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return "/start";
        }
    }
}
