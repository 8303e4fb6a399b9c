package guidang.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import guidang.message.Language;

/** What the command line itself says, in one language. */
record Texts(Language language, ResourceBundle bundle) {
    private static final List<String> TRADITIONAL = List.of("zh_tw", "zh_hk", "zh_mo", "zh_hant");

    static Texts in(Language language) {
        return new Texts(language, language.words("guidang.cli.Texts"));
    }

    /** A text with its places filled; numbers are grouped by thousands. */
    String get(String key, Object... details) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(details);
    }

    /** The language of a locale's name, such as {@code zh_TW.UTF-8}; empty if the bot does not speak it. */
    static Optional<Language> ofLocale(String name) {
        String locale = name.toLowerCase(Locale.ROOT).replace('-', '_');
        if (locale.startsWith("en")) {
            return Optional.of(Language.ENGLISH);
        }
        if (!locale.startsWith("zh")) {
            return Optional.empty();
        }
        boolean traditional = TRADITIONAL.stream().anyMatch(locale::startsWith);
        return Optional.of(traditional ? Language.TRADITIONAL : Language.SIMPLIFIED);
    }

    /** The language that the environment asks for; empty if it asks for none that the bot speaks. */
    static Optional<Language> ofEnvironment(Map<String, String> environment) {
        for (String name : List.of("GUIDANG_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return ofLocale(value);
            }
        }
        return Optional.empty();
    }
}
