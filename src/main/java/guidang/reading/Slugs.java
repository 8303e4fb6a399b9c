package guidang.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Anchors of headings, as GitHub makes them; each is unique in its page. */
final class Slugs {
    private final Map<String, Integer> used = new HashMap<>();

    /** The next anchor for a heading: the second of one name ends in {@code -1}. */
    String next(String heading, String id) {
        String slug = id.isEmpty() ? slug(heading) : id;
        int times = used.merge(slug, 1, Integer::sum);
        String anchor = times == 1 ? slug : slug + "-" + (times - 1);
        if (times > 1) {
            used.putIfAbsent(anchor, 1);
        }
        return anchor;
    }

    private static String slug(String heading) {
        var slug = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-'
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                slug.append('-');
            }
        });
        return slug.isEmpty() ? "section" : slug.toString();
    }

    /** What anchors of every style have in common: two that mean one heading are equal. */
    static String loose(String anchor) {
        var loose = new StringBuilder();
        Normalizer.normalize(anchor, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit).forEach(loose::appendCodePoint);
        return loose.toString();
    }
}
