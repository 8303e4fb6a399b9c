package guidang.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.answer.Item;
import guidang.archive.When;
import guidang.index.Hits;
import guidang.query.Query;
import guidang.reachability.DeadLinks;

/** What the messages of several kinds of answer are made of, in one language. */
final class Parts {
    private static final int TITLE = 32;
    private static final int HEADING = 40;
    private static final int TYPED = 40;
    private static final int MOST_IGNORED = 3;
    /** How far into a statement its date may stand to be seen at once. */
    private static final int LEAD = 12;
    private static final String SENTENCE_ENDS = "。！？!?；;…\n";
    private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，、,：: ";
    /** How far from the end of an excerpt a date in it stands at least, so that what is dated is seen. */
    private static final int CLAUSE_ROOM = 12;
    /** Room that lists leave below them for remarks. */
    private static final int RESERVE = 500;

    final Texts texts;
    final DateText dates;
    final Proofs proofs;

    Parts(Texts texts) {
        this(texts, DeadLinks.none());
    }

    Parts(Texts texts, DeadLinks dead) {
        this.texts = texts;
        dates = new DateText(texts);
        proofs = new Proofs(texts, dead);
    }

    /** What was typed, short enough to be named in a sentence. */
    String typed(String text) {
        return PlainText.cut(text, TYPED);
    }

    String title(Item item) {
        return PlainText.cut(item.title(), TITLE);
    }

    /** {@code 微信 › 恢复新用户注册} */
    String place(Item item) {
        String heading = PlainText.cut(item.heading(), HEADING);
        return heading.isEmpty() || heading.equals(title(item))
                ? title(item)
                : texts.of("place", title(item), heading);
    }

    /** The first few of several names, and how many there are in all. */
    String names(List<String> names, int most) {
        var shown = new StringBuilder();
        for (String name : names.subList(0, Math.min(most, names.size()))) {
            shown.append(shown.isEmpty() ? "" : texts.of("list.comma")).append(PlainText.cut(name, TITLE));
        }
        return names.size() > most ? texts.of("list.more", shown.toString(), names.size()) : shown.toString();
    }

    /** {@code 📅 2021年8月5日 · 微信 › 恢复新用户注册} */
    Draft dateAndPlace(Item item, String behindTheDate) {
        return new Draft().plain("📅 " + dates.of(item.when()) + behindTheDate + " · ").plain(place(item)).line();
    }

    /** One hit on one line: {@code 2. 微信 › 恢复新用户注册 · 2021年8月5日 [存档]} */
    Draft listed(int number, Item item) {
        return new Draft().plain(number + ". ").plain(place(item))
                .plain(item.when() == null ? "" : " · " + dates.of(item.when()))
                .add(proofs.marks(item, 1)).line();
    }

    /**
     * A statement with its date before it, unless the very words stand near its beginning.
     *
     * @param max units of the statement
     */
    Draft statement(Item item, int max, boolean boldDate) {
        var draft = new Draft();
        @Nullable
        When when = item.when();
        String text = excerpt(item, max);
        if (when == null) {
            return draft.plain(PlainText.isolated(text));
        }
        String written = PlainText.clean(when.written()).strip();
        String date = dates.of(when);
        int at = text.indexOf(written);
        if (when.basis() != When.Basis.STATED || at < 0 || at > LEAD || !date.startsWith(written)) {
            return dated(draft, date, boldDate).plain(" · ").plain(PlainText.isolated(text));
        }
        draft.plain(text.substring(0, at));
        return dated(draft, date, boldDate).plain(text.substring(at + written.length()));
    }

    /** The beginning of a statement; a later part where its date is stated there. */
    static String excerpt(Item item, int max) {
        String beginning = PlainText.cut(item.text(), max);
        When when = item.when();
        if (when == null || when.basis() != When.Basis.STATED || beginning.contains(when.written())) {
            return beginning;
        }
        int end = item.text().indexOf(when.written()) + when.written().length();
        if (end < when.written().length()) {
            return beginning;
        }
        int from = lastEnd(item.text(), SENTENCE_ENDS, end - when.written().length());
        if (end - from >= max) {
            from = end - max + CLAUSE_ROOM;
            while (from < end - when.written().length() && CLAUSE_ENDS.indexOf(item.text().charAt(from - 1)) < 0) {
                from++;
            }
        }
        return "…" + PlainText.cut(item.text().substring(from).strip(), max - 1);
    }

    private static int lastEnd(String text, String marks, int before) {
        int at = before;
        while (at > 0 && marks.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private static Draft dated(Draft draft, String date, boolean bold) {
        return bold ? draft.bold(date) : draft.plain(date);
    }

    /** Adds as many of the blocks as fit, and says how many did not; gives back how many did. */
    int fill(Draft draft, List<Draft> blocks) {
        return fill(draft, blocks, 0);
    }

    /** As {@link #fill(Draft, List)}, where {@code more} were left out before. */
    int fill(Draft draft, List<Draft> blocks, int more) {
        int done = 0;
        for (Draft block : blocks) {
            if (draft.length() + block.length() > Message.MAX_TEXT - RESERVE
                    || draft.spans() + block.spans() > Message.MAX_SPANS - MOST_IGNORED) {
                break;
            }
            draft.add(block);
            done++;
        }
        int rest = blocks.size() - done + more;
        if (rest > 0) {
            draft.plain(texts.of("more.notShown", rest)).line();
        }
        return done;
    }

    /** How it was matched, where not as typed, and what of the query had no effect. Empty if there is nothing to say. */
    Draft remarks(Query query, Hits.Tier tier, boolean relaxed) {
        var draft = new Draft();
        if (tier != Hits.Tier.EXACT) {
            draft.italic(texts.of(tier)).line();
        }
        if (relaxed) {
            draft.italic(texts.of("relaxed")).line();
        }
        List<Query.Ignored> ignored = query.ignored();
        ignored.stream().limit(MOST_IGNORED)
                .forEach(part -> draft.italic(texts.of(part.reason(), typed(part.text()))).line());
        if (ignored.size() > MOST_IGNORED) {
            draft.plain(texts.of("ignored.more", ignored.size() - MOST_IGNORED)).line();
        }
        return draft;
    }
}
