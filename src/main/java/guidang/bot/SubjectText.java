package guidang.bot;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import guidang.subscription.Subscription.Subject;

/**
 * Subjects as they are typed behind {@code /subscribe}: {@code tag:} and {@code in:} alone are a tag and a folder,
 * {@code page:} and {@code section:} an entry by its path and one of its sections, {@code *} is everything; the rest is a
 * search.
 */
public final class SubjectText {
    /** Most UTF-16 units of a text. */
    public static final int LONGEST = 200;
    private static final String EVERYTHING = "*";
    private static final Set<String> ALL = Set.of(EVERYTHING, "全部", "所有", "一切", "everything", "all");
    private static final Pattern ONE = Pattern.compile("(?i)(tag|in|page|section)[:：]\\s*(?:\"(.+)\"|(\\S+))");

    private SubjectText() {}

    /** Empty if nothing is named. */
    public static Optional<Subject> read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (ALL.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Subject.Everything());
        }
        Matcher one = ONE.matcher(text);
        if (!one.matches()) {
            return Optional.of(new Subject.Search(text));
        }
        String quoted = one.group(2);
        String plain = one.group(3);
        String value = quoted == null ? plain == null ? "" : plain : quoted;
        String bare = value.replaceAll("^/+|/+$", "");
        return Optional.of(switch (one.group(1).toLowerCase(Locale.ROOT)) {
            case "tag" -> new Subject.Tag(value);
            case "in" -> bare.isEmpty() ? new Subject.Everything() : new Subject.Folder(bare);
            case "section" -> {
                int mark = value.indexOf('#');
                yield mark < 0 || mark == value.length() - 1
                        ? new Subject.Page(mark < 0 ? value : value.substring(0, mark))
                        : new Subject.Section(value.substring(0, mark), value.substring(mark + 1));
            }
            default -> new Subject.Page(value);
        });
    }

    /** As it is read again. */
    public static String write(Subject subject) {
        return switch (subject) {
            case Subject.Search(String text) -> text;
            case Subject.Page(String path) -> clause("page", path);
            case Subject.Section(String path, String heading) -> clause("section", path + "#" + heading);
            case Subject.Tag(String tag) -> clause("tag", tag);
            case Subject.Folder(String folder) -> clause("in", folder);
            case Subject.Everything everything -> EVERYTHING;
        };
    }

    private static String clause(String name, String value) {
        return value.chars().anyMatch(Character::isWhitespace)
                ? name + ":\"" + value + "\""
                : name + ":" + value;
    }
}
