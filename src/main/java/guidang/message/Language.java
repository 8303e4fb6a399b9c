package guidang.message;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The languages that the bot speaks. */
public enum Language {
    SIMPLIFIED("zh-Hans"), TRADITIONAL("zh-Hant"), ENGLISH("en");

    private static final ResourceBundle.Control THEN_ENGLISH = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String bundle) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String bundle, Locale locale) {
            List<Locale> usual = super.getCandidateLocales(bundle, locale);
            return Stream.of(usual.subList(0, usual.size() - 1), List.of(Locale.ENGLISH, Locale.ROOT))
                    .flatMap(List::stream).distinct().toList();
        }

        @Override
        public @Nullable Locale getFallbackLocale(String bundle, Locale locale) {
            return null;
        }
    };

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    /** For formats. */
    public Locale locale() {
        return locale;
    }

    /**
     * The words of a bundle in this language, and in English those that it lacks.
     *
     * @param bundle such as {@code guidang.message.Texts}
     */
    public ResourceBundle words(String bundle) {
        return words(bundle, locale);
    }

    static ResourceBundle words(String bundle, Locale locale) {
        return ResourceBundle.getBundle(bundle, locale, Language.class.getClassLoader(), THEN_ENGLISH);
    }
}
