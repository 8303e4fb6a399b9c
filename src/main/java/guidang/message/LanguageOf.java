package guidang.message;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the language of what a person typed. */
public final class LanguageOf {
    private static final Set<Integer> TRADITIONAL;
    private static final Set<Integer> SIMPLIFIED;
    private static final Set<Integer> PARTICLES;
    private static final Set<String> ENGLISH;

    /** What web addresses, paths and filters have and ordinary words have not. */
    private static final Pattern INSIDE_A_WORD = Pattern.compile("[/:]|\\.[^.]");

    static {
        var scripts = ResourceBundle.getBundle("guidang.message.Scripts", Locale.ROOT,
                LanguageOf.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        TRADITIONAL = characters(scripts.getString("traditional"));
        SIMPLIFIED = characters(scripts.getString("simplified"));
        PARTICLES = characters(scripts.getString("particles"));
        ENGLISH = Set.of(scripts.getString("english").split(" ", -1));
    }

    private LanguageOf() {}

    private static Set<Integer> characters(String text) {
        return text.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The language of a text. Chinese by the characters that only one script has; if it has as many of both,
     * Traditional, for who quotes a Simplified name keeps writing Traditional. Chinese without any is Simplified, or
     * Traditional if that is {@code usual}. Two or more Latin words without Chinese are English, and so is a
     * question in English around a Chinese name; one Latin word alone is a name
     * and tells nothing, as do numbers, web addresses, commands and filters.
     *
     * @param usual the answer where the text does not tell
     */
    public static Language of(String text, Language usual) {
        int traditional = 0;
        int simplified = 0;
        int han = 0;
        int latin = 0;
        boolean asks = false;
        for (String word : text.split("\\s", 2_000)) {
            if (word.startsWith("/") || word.startsWith("／")) {
                word = word.replaceFirst("^[/／][a-zA-Z_]*+(?:@\\w*+)?", "");
            }
            int letters = 0;
            boolean chinese = false;
            for (int c : word.codePoints().toArray()) {
                if (TRADITIONAL.contains(c)) {
                    traditional++;
                } else if (SIMPLIFIED.contains(c)) {
                    simplified++;
                }
                chinese |= Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
                letters += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
            }
            han += chinese ? 1 : 0;
            asks |= ENGLISH.contains(word.toLowerCase(Locale.ROOT));
            latin += letters > 0 && !INSIDE_A_WORD.matcher(word).find() ? 1 : 0;
        }
        if (asks && latin > 2 * han && text.codePoints().noneMatch(PARTICLES::contains)) {
            return Language.ENGLISH;
        }
        if (traditional > 0 && traditional >= simplified) {
            return Language.TRADITIONAL;
        }
        if (han > 0) {
            return simplified == 0 && usual == Language.TRADITIONAL ? usual : Language.SIMPLIFIED;
        }
        return latin >= 2 ? Language.ENGLISH : usual;
    }

    /** Whether the text has a character that only this script of Chinese writes. */
    static boolean hasOnly(Language script, String text) {
        Set<Integer> own = script == Language.TRADITIONAL ? TRADITIONAL : SIMPLIFIED;
        return text.codePoints().anyMatch(own::contains);
    }
}
