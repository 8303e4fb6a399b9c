package guidang.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.telegram.TelegramBot;
import guidang.telegram.Token;

/** How Telegram is reached, from the environment. Says of a token only that it is wrong, never what it is. */
final class TelegramSettings {
    static final String TOKEN = "GUIDANG_TELEGRAM_TOKEN";
    static final String TOKEN_FILE = "GUIDANG_TELEGRAM_TOKEN_FILE";
    static final String URL = "GUIDANG_TELEGRAM_URL";
    static final String PROXY = "GUIDANG_TELEGRAM_PROXY";
    private static final String USUAL_URL = "https://api.telegram.org";

    private final Map<String, String> environment;
    private final List<Mistake> mistakes = new ArrayList<>();

    TelegramSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether a token is named at all. */
    static boolean named(Map<String, String> environment) {
        return !environment.getOrDefault(TOKEN, "").isBlank() || !environment.getOrDefault(TOKEN_FILE, "").isBlank();
    }

    /** @param language of the bot where a person's is not known */
    TelegramBot.Settings read(Language language) throws InvalidConfiguration {
        Optional<Token> token = token();
        URI address = address();
        Proxy proxy = proxy();
        if (!mistakes.isEmpty() || token.isEmpty()) {
            throw new InvalidConfiguration(mistakes);
        }
        return new TelegramBot.Settings(token.get(), address, proxy, true, language);
    }

    private Optional<Token> token() {
        String given = environment.getOrDefault(TOKEN, "");
        String where = TOKEN;
        String file = environment.getOrDefault(TOKEN_FILE, "");
        if (given.isBlank() && file.isBlank()) {
            mistakes.add(Mistake.of(TOKEN, 0, "token.missing"));
            return Optional.empty();
        }
        if (given.isBlank()) {
            where = TOKEN_FILE;
            try {
                given = Files.readString(Path.of(file));
            } catch (IOException | InvalidPathException e) {
                mistakes.add(Mistake.of(TOKEN_FILE, 0, "token.unreadable", file));
                return Optional.empty();
            }
        }
        Optional<Token> token = Token.of(given);
        if (token.isEmpty()) {
            mistakes.add(Mistake.of(where, 0, "token.malformed"));
        }
        return token;
    }

    private URI address() {
        String given = environment.getOrDefault(URL, "").strip();
        URI address = uri(given.isEmpty() ? USUAL_URL : given);
        String scheme = address == null ? null : address.getScheme();
        boolean web = scheme != null && (scheme.equals("http") || scheme.equals("https"));
        boolean bare = address != null && address.getHost() != null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
        if (address == null || !web || !bare) {
            mistakes.add(Mistake.of(URL, 0, "telegram.url"));
            return URI.create(USUAL_URL);
        }
        return address;
    }

    private @Nullable Proxy proxy() {
        String given = environment.getOrDefault(PROXY, "").strip();
        if (given.isEmpty()) {
            return null;
        }
        URI address = uri(given);
        String scheme = address == null || address.getScheme() == null ? "" : address.getScheme();
        boolean known = scheme.equals("http") || scheme.equals("socks5");
        if (address == null || !known || address.getHost() == null || address.getPort() < 1) {
            mistakes.add(Mistake.of(PROXY, 0, "telegram.proxy"));
            return null;
        }
        return new Proxy(scheme.equals("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS,
                InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
