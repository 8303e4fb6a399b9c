package guidang.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.telegram.Receiving;

/** How updates come: the map {@code telegram.webhook} of the file, and the environment. Without a URL the bot polls. */
final class WebhookSettings {
    static final List<String> KEYS = List.of("url", "listen", "path", "secret_file", "max_connections");
    static final String URL = "GUIDANG_TELEGRAM_WEBHOOK_URL";
    static final String LISTEN = "GUIDANG_TELEGRAM_WEBHOOK_LISTEN";
    static final String SECRET = "GUIDANG_TELEGRAM_WEBHOOK_SECRET";
    private static final String USUAL_LISTEN = "127.0.0.1:8080";
    private static final int USUAL_CONNECTIONS = 40;
    private static final int MOST_CONNECTIONS = 100;
    /** Bot API, setWebhook. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);
    private static final String SECRET_FORM = "[A-Za-z0-9_-]{16,256}";

    private final SettingsMap settings;
    private final List<Mistake> mistakes;
    private final boolean strict;

    /** @param strict whether Telegram's own server is used, which takes https and certain ports only */
    WebhookSettings(SettingsMap telegram, boolean strict) {
        this.settings = telegram.below("webhook", KEYS);
        this.mistakes = telegram.mistakes();
        this.strict = strict;
    }

    Receiving read() {
        settings.refuse("secret", "webhook.secret.infile");
        Optional<SettingsMap.Value> said = settings.value("url", URL);
        if (said.isEmpty()) {
            return new Receiving.Polling();
        }
        URI url = url(said.get());
        InetSocketAddress listen = listen();
        String path = path(url);
        String secret = secret();
        int connections = connections();
        return new Receiving.Webhook(url, listen, path, secret, connections);
    }

    private URI url(SettingsMap.Value said) {
        URI url = TelegramSettings.uri(said.text());
        if (url == null || !TelegramSettings.isWeb(url) || url.getUserInfo() != null || url.getFragment() != null
                || (strict && (!url.getScheme().equals("https") || !PORTS.contains(url.getPort())))) {
            mistakes.add(said.mistake("webhook.url"));
            return URI.create("https://localhost/");
        }
        return url;
    }

    private InetSocketAddress listen() {
        Optional<SettingsMap.Value> said = settings.value("listen", LISTEN, USUAL_LISTEN);
        String text = said.map(SettingsMap.Value::text).orElse(USUAL_LISTEN);
        URI parts = TelegramSettings.uri("listen://" + text);
        if (parts == null || parts.getHost() == null || parts.getPort() < 0 || parts.getPort() > 65_535
                || !parts.getPath().isEmpty()) {
            said.ifPresent(value -> mistakes.add(value.mistake("webhook.listen")));
            return new InetSocketAddress(0);
        }
        var address = new InetSocketAddress(parts.getHost(), parts.getPort());
        if (address.isUnresolved()) {
            said.ifPresent(value -> mistakes.add(value.mistake("webhook.listen")));
        }
        return address;
    }

    private String path(URI url) {
        String usual = url.getPath().isEmpty() ? "/" : url.getPath();
        Optional<SettingsMap.Value> said = settings.value("path", "", usual);
        String path = said.map(SettingsMap.Value::text).orElse(usual);
        if (!path.startsWith("/")) {
            said.ifPresent(value -> mistakes.add(value.mistake("webhook.path")));
        }
        return path;
    }

    private @Nullable String secret() {
        String given = settings.environment().getOrDefault(SECRET, "").strip();
        var where = new SettingsMap.Value(SECRET, 0, "", Path.of(""));
        if (given.isEmpty()) {
            Optional<SettingsMap.Value> file = settings.value("secret_file", "");
            if (file.isEmpty()) {
                return null;
            }
            where = file.get();
            try {
                given = Files.readString(where.root().resolve(where.text())).strip();
            } catch (IOException | InvalidPathException e) {
                mistakes.add(where.mistake("webhook.secret.unreadable", where.text()));
                return null;
            }
        }
        settings.secret("secret", where);
        if (!given.matches(SECRET_FORM)) {
            mistakes.add(where.mistake("webhook.secret"));
        }
        return given;
    }

    private int connections() {
        Optional<SettingsMap.Value> said = settings.value("max_connections", "", Integer.toString(USUAL_CONNECTIONS));
        String text = said.map(SettingsMap.Value::text).orElse(Integer.toString(USUAL_CONNECTIONS));
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST_CONNECTIONS) {
            said.ifPresent(value -> mistakes.add(value.mistake("webhook.connections")));
            return USUAL_CONNECTIONS;
        }
        return number;
    }
}
