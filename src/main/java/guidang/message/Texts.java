package guidang.message;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/** The words of one language, from its bundle. */
final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);
    private final Language language;
    private final ResourceBundle words;
    private final ResourceBundle problems;

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private Texts(Language language) {
        this.language = language;
        words = language.words("guidang.message.Texts");
        problems = language.words("guidang.message.Problems");
    }

    static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    Language language() {
        return language;
    }

    Locale locale() {
        return language.locale();
    }

    /**
     * The words under a key. Numbers are written as the language groups them; texts are cleaned, so that what stands
     * around them stays where it is.
     */
    String of(String key, Object... values) {
        return fill(words.getString(key), values);
    }

    /** The words for one of an enum's alternatives. */
    String of(Enum<?> alternative, Object... values) {
        return of(key(alternative), values);
    }

    /** The words for a problem; {@code part} is {@code what} or {@code mend}. */
    String problem(String part, Enum<?> code, Object... values) {
        return fill(problems.getString(code.name() + '.' + part), values);
    }

    /** Why a file cannot be read; as it is where there are no words for it, as for a fault of the system's. */
    String unreadable(String reason) {
        return switch (reason) {
            case "denied" -> of("unreadable.denied");
            case "dangling" -> of("unreadable.dangling");
            case "folder" -> of("unreadable.folder");
            case "outside" -> of("unreadable.outside");
            default -> reason;
        };
    }

    /** {@code Basis.SOURCE} stands under {@code Basis.SOURCE}; {@code Query.Ignored.Reason.X} under {@code Ignored.Reason.X}. */
    static String key(Enum<?> alternative) {
        Class<?> type = alternative.getDeclaringClass();
        Class<?> owner = type.getEnclosingClass();
        String prefix = type.getSimpleName().equals("Reason") && owner != null ? owner.getSimpleName() + '.' : "";
        return prefix + type.getSimpleName() + '.' + alternative.name();
    }

    private String fill(String pattern, Object... values) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] safe = new Object[values.length];
        boolean simple = pattern.indexOf(',') < 0;
        for (int i = 0; i < values.length; i++) {
            safe[i] = values[i] instanceof String text ? PlainText.isolated(text) : values[i];
            simple &= values[i] instanceof String;
        }
        return simple ? insert(pattern, safe) : new MessageFormat(pattern, language.locale()).format(safe);
    }

    /** What MessageFormat does with texts alone, at a fraction of its cost: long timelines fill thousands of patterns. */
    private static String insert(String pattern, Object[] values) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            out.append(pattern, at, open);
            int close = pattern.indexOf('}', open);
            int number = Integer.parseInt(pattern, open + 1, close, 10);
            out.append(number < values.length ? values[number] : "{" + number + "}");
            at = close + 1;
        }
        return out.append(pattern, at, pattern.length()).toString();
    }
}
