package guidang.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import guidang.message.Language;

/** What the command line itself says, in one language. */
record Texts(Language language, ResourceBundle bundle) {
    static Texts in(Language language) {
        return new Texts(language, ResourceBundle.getBundle("guidang.cli.Texts", language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A text with its places filled; numbers are grouped by thousands. */
    String get(String key, Object... details) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(details);
    }

    /** The language of a locale's name, such as {@code zh_TW.UTF-8}. */
    static Language ofLocale(String name) {
        String locale = name.toLowerCase(Locale.ROOT).replace('-', '_');
        if (!locale.startsWith("zh")) {
            return Language.ENGLISH;
        }
        return locale.startsWith("zh_tw") || locale.startsWith("zh_hk") || locale.startsWith("zh_mo")
                || locale.startsWith("zh_hant") ? Language.TRADITIONAL : Language.SIMPLIFIED;
    }

    /** The language that the environment asks for. */
    static Language ofEnvironment(Map<String, String> environment) {
        for (String name : new String[]{"GUIDANG_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return ofLocale(value);
            }
        }
        return Language.ENGLISH;
    }
}
