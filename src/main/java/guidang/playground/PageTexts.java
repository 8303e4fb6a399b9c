package guidang.playground;

import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.NullMarked;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page says, in one language. */
@NullMarked
final class PageTexts {
    private PageTexts() {}

    /** All texts by key; in English for a language that has none. */
    static ObjectNode in(String language) {
        Locale locale = switch (language.toLowerCase(Locale.ROOT)) {
            case "zh-hans" -> Locale.forLanguageTag("zh-Hans");
            case "zh-hant" -> Locale.forLanguageTag("zh-Hant");
            default -> Locale.ENGLISH;
        };
        ResourceBundle bundle = ResourceBundle.getBundle("guidang.playground.Page", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        ObjectNode texts = BotApiServer.JSON.createObjectNode();
        bundle.keySet().stream().sorted().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
