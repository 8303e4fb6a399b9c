package guidang.telegram;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a bot proves itself with. Shows itself to nobody: {@link #toString} is a mask. */
public final class Token {
    /** As BotFather gives them out: the bot's number, a colon, 35 or so characters. */
    private static final Pattern FORM = Pattern.compile("[0-9]{3,20}:[A-Za-z0-9_-]{3,100}");

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /** The token in a text, spaces around it dropped; empty if it has not the form of one. */
    public static Optional<Token> of(String text) {
        String stripped = text.strip();
        return FORM.matcher(stripped).matches() ? Optional.of(new Token(stripped)) : Optional.empty();
    }

    /** For the request's path, nothing else. */
    String secret() {
        return secret;
    }

    /** A text without the token, should it be in it. */
    String maskedIn(String text) {
        return text.replace(secret, "<token>").replace(secret.substring(secret.indexOf(':') + 1), "<token>");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Token token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "<token>";
    }
}
