package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.index.Facts;
import guidang.message.Message.Button;

/** What the archive holds: its newest entries, its tags, its counts. */
final class ListText {
    private static final int STATEMENT = 60;
    private static final int TAG = 20;
    private static final int TAGS_ON_A_PAGE = 40;
    private static final int TAG_BUTTONS = 9;
    private static final int TAGS_IN_A_ROW = 3;

    private final Parts parts;
    private final Texts texts;

    ListText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    Message latest(Answer.Latest answer) {
        var draft = new Draft().bold(texts.of("latest.header")).line();
        long first = (long) answer.page() * answer.pageSize() + 1;
        List<Item> items = answer.items();
        List<Draft> blocks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            blocks.add(new Draft().line().plain(first + i + ". ").bold(parts.title(item))
                    .plain(item.when() == null ? "" : " · " + parts.dates.written(item.when())).line()
                    .plain(PlainText.isolated(PlainText.cut(item.text(), STATEMENT)))
                    .add(parts.proofs.marks(item, 1)).line());
        }
        int shown = parts.fill(draft, blocks);
        List<List<Button>> buttons = new ArrayList<>(Buttons.numbers(items.subList(0, shown), Math.toIntExact(first)));
        boolean more = first + items.size() - 1 < answer.total();
        buttons.add(Buttons.paging(texts, "/latest", answer.page(), more));
        return draft.message(buttons);
    }

    Message tags(Answer.Tags answer) {
        List<Map.Entry<String, Integer>> all = List.copyOf(answer.tags().entrySet());
        int pages = Math.max(1, (all.size() + TAGS_ON_A_PAGE - 1) / TAGS_ON_A_PAGE);
        int page = Math.clamp(answer.page(), 0, pages - 1);
        var some = all.subList(page * TAGS_ON_A_PAGE, Math.min(all.size(), (page + 1) * TAGS_ON_A_PAGE));
        var draft = new Draft().bold(texts.of("tags.header", all.size()));
        if (pages > 1) {
            draft.plain(" · ").plain(texts.of("page.of", page + 1, pages));
        }
        draft.line();
        if (all.isEmpty()) {
            draft.plain(texts.of("empty"));
        }
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            String tag = PlainText.cut(some.get(i).getKey(), TAG);
            String shown = texts.of("tags.one", tag, some.get(i).getValue());
            draft.plain(i == 0 ? "" : texts.of("list.comma")).plain(shown);
            if (i < TAG_BUTTONS) {
                buttons.add(Buttons.run(shown, Buttons.command("tags", some.get(i).getKey())));
            }
        }
        List<List<Button>> rows = new ArrayList<>(Buttons.rows(buttons, TAGS_IN_A_ROW));
        rows.add(Buttons.paging(texts, "/tags", page, page + 1 < pages));
        return draft.message(rows);
    }

    Message about(Answer.About answer) {
        Facts facts = answer.facts();
        var draft = new Draft().bold(texts.of("about.header")).line()
                .plain(texts.of("about.entries", facts.entries(), facts.sections())).line()
                .plain(texts.of("about.events", facts.events(), facts.dated())).line()
                .plain(texts.of("about.citations", facts.citations(), facts.snapshots())).line()
                .plain(texts.of("about.tags", facts.tags().size())).line();
        if (facts.first() != null && facts.last() != null) {
            draft.plain(texts.of("about.period", parts.dates.written(facts.first()),
                    parts.dates.written(facts.last()))).line();
        }
        if (facts.newest() != null) {
            draft.plain(texts.of("about.newest", parts.dates.written(facts.newest()))).line();
        }
        List<List<Button>> picture = facts.months().size() < 2
                ? List.of()
                : List.of(List.of(Buttons.picture(texts, "")));
        return draft.gap().plain(texts.of("about.try")).message(picture);
    }
}
