package guidang.message;

import java.util.Locale;

/** The languages that the bot speaks. */
public enum Language {
    SIMPLIFIED("zh-Hans"), TRADITIONAL("zh-Hant"), ENGLISH("en");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    /** For resource bundles and formats. */
    public Locale locale() {
        return locale;
    }
}
