package guidang.message;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.When;
import guidang.index.Facts;

/** The words on pictures and below them, in one language. */
public final class PictureText {
    private static final int STATEMENT = 120;
    private static final String BEHIND_A_DATE = "，,、：:。 　";

    private static final int TITLE = 18;
    /** Nobody follows a link in a picture. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s，。；）】」]+");

    private final Parts parts;
    private final Texts texts;

    /** How an event's date is marked. */
    public enum Mark {
        DAY, SPAN, YEAR, OPEN, SOURCE
    }

    /**
     * One dated event.
     *
     * @param year that it stands under, or decade
     * @param month the same with its month
     * @param date as the archive writes it
     * @param text the statement, without the date if it begins with that
     */
    public record Line(When when, String year, String month, String date, String text, boolean proved) {}

    /** What stands over a picture. */
    public record Heading(String title, String about) {}

    private PictureText(Language language) {
        texts = Texts.of(language);
        parts = new Parts(texts);
    }

    public static PictureText in(Language language) {
        return new PictureText(language);
    }

    /** The dated events, in the answer's order. */
    public List<Line> lines(Answer.Timeline answer) {
        boolean several = answer.entries().size() > 1;
        var lines = new ArrayList<Line>();
        for (Item item : answer.items()) {
            When when = item.when();
            if (when != null) {
                String text = statement(item, when);
                boolean named = !several || item.title().equals(answer.topic()) || text.contains(item.title());
                lines.add(new Line(when, parts.dates.group(when), parts.dates.month(when), parts.dates.written(when),
                        named ? text : texts.of("place", PlainText.cut(item.title(), TITLE), text),
                        !item.citations().isEmpty()));
            }
        }
        return lines;
    }

    private static String statement(Item item, When when) {
        String text = ADDRESS.matcher(Parts.excerpt(item, STATEMENT)).replaceAll(PlainText.ELLIPSIS);
        String written = PlainText.clean(when.written()).strip();
        if (when.basis() != When.Basis.STATED || !text.startsWith(written)) {
            return text;
        }
        int at = written.length();
        while (at < text.length() && BEHIND_A_DATE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean apart = at > written.length() && at < text.length();
        return apart ? text.substring(at) : text;
    }

    /** What a timeline is of, and how much of it there is. */
    public Heading heading(Answer.Timeline answer) {
        List<Line> dated = lines(answer);
        var about = new StringBuilder(texts.of("timeline.total", answer.items().size()));
        if (!dated.isEmpty() && !answer.topic().isEmpty()) {
            String first = dated.getFirst().year();
            String last = dated.getLast().year();
            about.append(" · ").append(first.equals(last) ? first : texts.of("timeline.from", first, last));
        }
        int undated = answer.items().size() - dated.size();
        if (undated > 0) {
            about.append(" · ").append(texts.of("picture.undated", undated));
        }
        return new Heading(TimelineText.title(parts, answer), about.toString());
    }

    /** What the archive holds. */
    public Heading heading(Answer.About answer) {
        Facts facts = answer.facts();
        return new Heading(texts.of("picture.activity"), texts.of("about.entries", facts.entries(), facts.sections())
                + " · " + texts.of("about.events", facts.events(), facts.dated()));
    }

    /** How many events of a year a picture has no room for. */
    public String more(int events) {
        return texts.of("picture.more", events);
    }

    /** How many events a picture shows, and how many it has no room for. */
    public String shown(int shown, int leftOut) {
        return texts.of("picture.shown", shown, leftOut);
    }

    /** How many entries are from before a year. */
    public String earlier(int entries, String year) {
        return texts.of("picture.earlier", entries, year);
    }

    public String of(Mark mark) {
        return texts.of(mark);
    }

    /** The short names of the months. */
    public List<String> months() {
        return Arrays.stream(Month.values()).map(month -> texts.language() == Language.ENGLISH
                ? month.getDisplayName(TextStyle.SHORT, texts.locale())
                : texts.of("picture.month", Integer.toString(month.getValue()))).toList();
    }

    /** What stands below a picture. */
    public Message caption(Heading heading, String remark) {
        var draft = new Draft().bold(heading.title()).line().plain(heading.about()).line();
        return (remark.isEmpty() ? draft : draft.plain(remark)).message();
    }
}
