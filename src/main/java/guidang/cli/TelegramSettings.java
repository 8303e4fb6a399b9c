package guidang.cli;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.telegram.ProxyServer;
import guidang.telegram.Receiving;
import guidang.telegram.TelegramBot;
import guidang.telegram.Token;

/**
 * How Telegram is reached: the map {@code telegram} of the file, and the environment. Says of a token, a secret or a
 * password only that it is wrong, never what it is.
 */
final class TelegramSettings {
    static final List<String> KEYS = List.of("token_file", "url", "proxy", "limits", "webhook",
            "protection");
    static final String TOKEN = "GUIDANG_TELEGRAM_TOKEN";
    static final String TOKEN_FILE = "GUIDANG_TELEGRAM_TOKEN_FILE";
    static final String URL = "GUIDANG_TELEGRAM_URL";
    static final String PROXY = "GUIDANG_TELEGRAM_PROXY";
    private static final URI USUAL = URI.create("https://api.telegram.org");

    private final SettingsMap settings;

    /** @param settings the map {@code telegram} */
    TelegramSettings(SettingsMap settings) {
        this.settings = settings;
    }

    /**
     * What is wrong is added to the mistakes; null if no token is named, or something is wrong.
     *
     * @param language of the bot where a person's is not known
     */
    TelegramBot.@Nullable Settings read(Language language) {
        int before = settings.mistakes().size();
        Optional<Token> token = token();
        URI address = address();
        ProxyServer proxy = proxy();
        boolean limited = limited();
        Receiving receiving = new WebhookSettings(settings, address.getHost().equals(USUAL.getHost())).read();
        return token.isEmpty() || settings.mistakes().size() > before
                ? null
                : new TelegramBot.Settings(token.get(), address, proxy, limited, language, receiving);
    }

    private Optional<Token> token() {
        settings.refuse("token", "token.infile");
        String given = settings.environment().getOrDefault(TOKEN, "");
        if (!given.isBlank()) {
            var said = new SettingsMap.Value(TOKEN, 0, "", Path.of(""));
            settings.secret("token", said);
            return token(given, said);
        }
        Optional<SettingsMap.Value> file = settings.value("token_file", TOKEN_FILE);
        file.ifPresent(value -> settings.secret("token", value));
        return file.flatMap(value -> content(value, "token.unreadable").flatMap(text -> token(text, value)));
    }

    private Optional<Token> token(String text, SettingsMap.Value said) {
        Optional<Token> token = Token.of(text);
        if (token.isEmpty()) {
            settings.mistakes().add(said.mistake("token.malformed"));
        }
        return token;
    }

    private Optional<String> content(SettingsMap.Value file, String otherwise) {
        try {
            return Optional.of(Files.readString(file.root().resolve(file.text())));
        } catch (IOException | InvalidPathException e) {
            settings.mistakes().add(file.mistake(otherwise, file.text()));
            return Optional.empty();
        }
    }

    private URI address() {
        Optional<SettingsMap.Value> said = settings.value("url", URL, USUAL.toString());
        if (said.isEmpty()) {
            return USUAL;
        }
        URI address = uri(said.get().text());
        if (address == null || !isWeb(address) || address.getUserInfo() != null || address.getQuery() != null
                || !(address.getPath().isEmpty() || address.getPath().equals("/"))) {
            settings.mistakes().add(said.get().mistake("telegram.url"));
            return USUAL;
        }
        return address;
    }

    private @Nullable ProxyServer proxy() {
        Optional<SettingsMap.Value> said = settings.value("proxy", PROXY);
        if (said.isEmpty()) {
            return null;
        }
        URI address = uri(said.get().text());
        String scheme = address == null || address.getScheme() == null ? "" : address.getScheme();
        boolean known = scheme.equals("http") || scheme.equals("socks5");
        boolean inFile = said.get().where().equals(settings.file());
        if (address == null || !known || address.getHost() == null || address.getPort() < 1) {
            settings.mistakes().add(said.get().mistake("telegram.proxy"));
            return null;
        }
        if (inFile && address.getRawUserInfo() != null) {
            settings.mistakes().add(said.get().mistake("proxy.infile"));
            return null;
        }
        return new ProxyServer(scheme.equals("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS, address.getHost(),
                address.getPort(), login(address.getRawUserInfo()));
    }

    private static ProxyServer.@Nullable Login login(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new ProxyServer.Login(decoded(user), decoded(password));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private boolean limited() {
        Optional<SettingsMap.Value> said = settings.value("limits", "", "on");
        String value = said.map(SettingsMap.Value::text).orElse("on");
        if (!value.matches("on|off|true|false")) {
            said.ifPresent(where -> settings.mistakes().add(where.mistake("config.onoff", "limits")));
        }
        return !value.equals("off") && !value.equals("false");
    }

    static boolean isWeb(URI address) {
        return address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
