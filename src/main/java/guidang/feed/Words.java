package guidang.feed;

import java.util.ResourceBundle;

import guidang.message.Language;

/** What a feed says beside the statements, in one language. */
final class Words {
    private final ResourceBundle words;

    Words(Language language) {
        words = language.words("guidang.feed.Texts");
    }

    /** The words under a key, with values in the places of {@code {0}}, {@code {1}}. */
    String of(String key, String... values) {
        String pattern = words.getString(key);
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean place = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (place) {
                out.append(values[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                out.append(pattern.charAt(i));
            }
        }
        return out.toString();
    }
}
