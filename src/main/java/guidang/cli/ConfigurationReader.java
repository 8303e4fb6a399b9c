package guidang.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.index.Aliases;
import guidang.message.Language;
import guidang.telegram.Protection;
import guidang.telegram.TelegramBot;

/**
 * Flags, environment and file → {@link Configuration}, in that order of strength. Finds everything that is wrong before
 * it gives up.
 */
final class ConfigurationReader {
    private static final List<String> KEYS = List.of("archive", "data", "language", "aliases", "reread_seconds",
            "pull_minutes", "log", "operation", "feed", "telegram");
    private static final int MOST_PORT = 65_535;
    private static final String USUAL_REREAD = "10";
    private static final String USUAL_FILE = "bot-config/guidang.yaml";

    private final Map<String, String> environment;
    private final Flags flags;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final InForce inForce = new InForce();

    /** The flags as typed; null where one was not. */
    record Flags(@Nullable String archive, @Nullable String data, @Nullable String config, @Nullable String language) {}

    ConfigurationReader(Flags flags, Map<String, String> environment) {
        this.flags = flags;
        this.environment = environment;
    }

    /** What was found, as far as it was read, also where something is wrong. */
    InForce inForce() {
        return inForce;
    }

    /**
     * Where the file stands, whether it is there or not.
     *
     * @param home the project's folder
     * @param named whether somebody named the file, so that it has to be there
     * @param root what a relative path in it starts from
     */
    record Place(Path home, Path file, boolean named, Path root) {}

    Place place() {
        Path home = path("GUIDANG_HOME", 0, environment.getOrDefault("GUIDANG_HOME", "")).orElse(Path.of(""));
        Optional<Setting> named = said("--config", flags.config(), "GUIDANG_CONFIG");
        Path file = named.flatMap(said -> path(said.where(), 0, said.value())).orElse(home.resolve(USUAL_FILE));
        return new Place(home, file, named.isPresent(), named.isPresent() ? rootOf(file) : home);
    }

    /** The configuration of this run. */
    Configuration read() throws InvalidConfiguration {
        Place place = place();
        Path home = place.home();
        Path file = place.file();
        Path root = place.root();
        YamlNode.Mapping settings = file(file, place.named());

        Path archive = archive(setting(settings, file, root, "archive", "--archive", flags.archive()), home);
        Path data = data(setting(settings, file, root, "data", "--data", flags.data()), home);
        Language language = language(setting(settings, file, root, "language", "--lang", flags.language()));
        Aliases aliases = aliases(setting(settings, file, root, "aliases", "", null), home);
        Duration reread = reread(setting(settings, file, root, "reread_seconds", "", null));
        Duration pull = pull(setting(settings, file, root, "pull_minutes", "", null));
        boolean json = json(setting(settings, file, root, "log", "--log", null));
        SettingsMap ofOperation = SettingsMap.of(settings, "operation", List.of("port", "unchanged_days"),
                file.toString(), root, environment, mistakes, inForce);
        var operation = new Configuration.Operation(port(ofOperation), json, unchanged(ofOperation));
        URI feed = feed(SettingsMap.of(settings, "feed", List.of("url"), file.toString(), root, environment, mistakes,
                inForce));
        SettingsMap ofTelegram = SettingsMap.of(settings, "telegram", TelegramSettings.KEYS, file.toString(), root,
                environment, mistakes, inForce);
        TelegramBot.Settings telegram = new TelegramSettings(ofTelegram).read(
                language != null ? language : Texts.ofEnvironment(environment).orElse(Language.SIMPLIFIED));
        Protection protection = new ProtectionReader(ofTelegram.below("protection", ProtectionReader.KEYS)).read();
        if (!mistakes.isEmpty()) {
            throw new InvalidConfiguration(mistakes);
        }
        return new Configuration(archive, data, language, aliases, reread, pull, telegram, protection, feed,
                operation, inForce);
    }

    /** A value, and where it was said; {@code root} is what a relative path in it starts from. */
    private record Setting(String where, int line, String value, Path root) {}

    private Optional<Setting> said(String flag, @Nullable String value, String variable) {
        if (value != null) {
            return Optional.of(new Setting(flag, 0, value, Path.of("")));
        }
        String fromEnvironment = environment.getOrDefault(variable, "");
        return fromEnvironment.isEmpty()
                ? Optional.empty()
                : Optional.of(new Setting(variable, 0, fromEnvironment, Path.of("")));
    }

    private Optional<Setting> setting(YamlNode.Mapping settings, Path file, Path root, String key, String flag,
            @Nullable String value) {
        Optional<Setting> said = flag.isEmpty()
                ? Optional.empty()
                : said(flag, value, "GUIDANG_" + flag.substring(2).toUpperCase(java.util.Locale.ROOT));
        Optional<Setting> found = withFile(said, settings.values().get(key), file, root, key);
        found.ifPresent(setting -> inForce.said(key, setting.value(), setting.where(), setting.line()));
        return found;
    }

    private Optional<Setting> withFile(Optional<Setting> said, @Nullable YamlNode written, Path file, Path root,
            String key) {
        return switch (written) {
            case null -> said;
            case YamlNode.Scalar scalar when scalar.value().isBlank() -> said;
            case YamlNode.Scalar scalar ->
                said.or(() -> Optional.of(new Setting(file.toString(), scalar.line(), scalar.value(), root)));
            case YamlNode.Mapping mapping -> {
                mistakes.add(Mistake.of(file.toString(), mapping.line(), "config.type", key));
                yield said;
            }
            case YamlNode.Items items -> {
                mistakes.add(Mistake.of(file.toString(), items.line(), "config.type", key));
                yield said;
            }
        };
    }

    /** Paths in a file start from the folder that holds bot-config, or else from the file's own folder. */
    private static Path rootOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return Path.of("");
        }
        Path above = folder.getParent();
        return above != null && folder.endsWith("bot-config") ? above : folder;
    }

    private YamlNode.Mapping file(Path file, boolean named) {
        var nothing = new YamlNode.Mapping(1, Map.of(), Map.of());
        if (!named && Files.notExists(file)) {
            return nothing;
        }
        Optional<String> text = text(file, 0, file.toString());
        YamlNode read = text.map(content -> YamlNode.read(file.toString(), content, mistakes)).orElse(null);
        return switch (read) {
            case null -> nothing;
            case YamlNode.Mapping mapping -> {
                SettingsMap.unknownKeys(file.toString(), mapping, KEYS, mistakes);
                yield mapping;
            }
            case YamlNode.Scalar scalar -> notAMap(file, scalar, nothing);
            case YamlNode.Items items -> notAMap(file, items, nothing);
        };
    }

    private YamlNode.Mapping notAMap(Path file, YamlNode read, YamlNode.Mapping nothing) {
        mistakes.add(Mistake.of(file.toString(), read.line(), "config.notamap", String.join(", ", KEYS)));
        return nothing;
    }

    private Path archive(Optional<Setting> setting, Path home) {
        Path folder = resolved(setting, "archive", home.resolve("seeds"));
        if (!Files.isDirectory(folder)) {
            String key = Files.exists(folder) ? "archive.notafolder" : "archive.missing";
            mistakes.add(Mistake.of(where(setting, "archive"), line(setting), key, folder.toString()));
        }
        return folder;
    }

    private Path data(Optional<Setting> setting, Path home) {
        Path folder = resolved(setting, "data", home.resolve("data"));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            mistakes.add(Mistake.of(where(setting, "data"), line(setting), "data.notafolder", folder.toString()));
        }
        return folder;
    }

    private @Nullable Language language(Optional<Setting> setting) {
        if (setting.isEmpty()) {
            inForce.usual("language", "auto");
        }
        if (setting.isEmpty() || setting.get().value().equalsIgnoreCase("auto")) {
            return null;
        }
        String wanted = setting.get().value();
        for (Language language : Language.values()) {
            if (language.locale().toLanguageTag().equalsIgnoreCase(wanted)) {
                return language;
            }
        }
        mistakes.add(Mistake.of(where(setting, "language"), line(setting), "language.unknown", wanted));
        return null;
    }

    private Aliases aliases(Optional<Setting> setting, Path home) {
        Path file = resolved(setting, "aliases", home.resolve("bot-config/aliases.txt"));
        if (setting.isEmpty() && Files.notExists(file)) {
            return Aliases.none();
        }
        return text(file, line(setting), where(setting, file.toString()))
                .map(text -> AliasFile.read(file.toString(), text, mistakes)).orElse(Aliases.none());
    }

    private Duration reread(Optional<Setting> setting) {
        if (setting.isEmpty()) {
            inForce.usual("reread_seconds", USUAL_REREAD);
        }
        String seconds = setting.map(Setting::value).orElse(USUAL_REREAD);
        if (!seconds.matches("[0-9]{1,6}")) {
            mistakes.add(Mistake.of(where(setting, "reread_seconds"), line(setting), "reread.number"));
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private Duration pull(Optional<Setting> setting) {
        if (setting.isEmpty()) {
            inForce.usual("pull_minutes", "0");
        }
        String minutes = setting.map(Setting::value).orElse("0");
        if (!minutes.matches("[0-9]{1,5}")) {
            mistakes.add(Mistake.of(where(setting, "pull_minutes"), line(setting), "pull.number"));
            return Duration.ZERO;
        }
        return Duration.ofMinutes(Long.parseLong(minutes));
    }

    private boolean json(Optional<Setting> setting) {
        if (setting.isEmpty()) {
            inForce.usual("log", "text");
        }
        String form = setting.map(Setting::value).orElse("text");
        if (!form.matches("text|json")) {
            mistakes.add(Mistake.of(where(setting, "log"), line(setting), "log.form"));
        }
        return form.equals("json");
    }

    private static int port(SettingsMap operation) {
        Optional<SettingsMap.Value> said = operation.value("port", "GUIDANG_OPERATION_PORT", "0");
        String text = said.map(SettingsMap.Value::text).orElse("0");
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : MOST_PORT + 1;
        if (port > MOST_PORT) {
            said.ifPresent(value -> operation.mistakes().add(value.mistake("operation.port")));
        }
        return port;
    }

    private static Duration unchanged(SettingsMap operation) {
        Optional<SettingsMap.Value> said = operation.value("unchanged_days", "", "0");
        String text = said.map(SettingsMap.Value::text).orElse("0");
        if (!text.matches("[0-9]{1,4}")) {
            said.ifPresent(value -> operation.mistakes().add(value.mistake("operation.unchanged")));
            return Duration.ZERO;
        }
        return Duration.ofDays(Long.parseLong(text));
    }

    private static @Nullable URI feed(SettingsMap feed) {
        Optional<SettingsMap.Value> said = feed.value("url", "GUIDANG_FEED_URL");
        URI url = said.map(SettingsMap.Value::text).map(TelegramSettings::uri).orElse(null);
        boolean right = url != null && FeedCommand.isFolder(url);
        said.filter(value -> !right).ifPresent(value -> feed.mistakes().add(value.mistake("feed.place")));
        return url;
    }

    private Optional<String> text(Path file, int line, String where) {
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException e) {
            mistakes.add(Mistake.of(file.toString(), 0, "config.notutf8"));
        } catch (IOException e) {
            mistakes.add(Files.exists(file)
                    ? Mistake.of(where, line, "config.unreadable", file.toString())
                    : Mistake.of(where, line, "config.missing", file.toString()));
        }
        return Optional.empty();
    }

    /** The path that is set, or the usual one; what is in force is told as it is found on the disk. */
    private Path resolved(Optional<Setting> setting, String key, Path usual) {
        Path path = setting.flatMap(said -> path(said.where(), said.line(), said.value()).map(said.root()::resolve))
                .orElse(usual);
        setting.ifPresentOrElse(said -> inForce.said(key, path.toString(), said.where(), said.line()),
                () -> inForce.usual(key, path.toString()));
        return path;
    }

    private Optional<Path> path(String where, int line, String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            mistakes.add(Mistake.of(where, line, "config.path", value));
            return Optional.empty();
        }
    }

    private static String where(Optional<Setting> setting, String otherwise) {
        return setting.map(Setting::where).orElse(otherwise);
    }

    private static int line(Optional<Setting> setting) {
        return setting.map(Setting::line).orElse(0);
    }
}
