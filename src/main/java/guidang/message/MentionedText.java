package guidang.message;

import java.util.ArrayList;
import java.util.List;

import guidang.answer.Answer;
import guidang.answer.Item;

/** What the archive says of the entries that a message names. */
final class MentionedText {
    private static final int NAMES = 5;
    private static final int STATEMENT = 160;

    private final Parts parts;
    private final Texts texts;

    MentionedText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    Message mentioned(Answer.Mentioned answer) {
        var draft = new Draft().bold(texts.of("mentioned.header", parts.names(answer.names(), NAMES))).line();
        notOnDates(answer, draft);
        List<Draft> blocks = new ArrayList<>();
        List<Item> items = answer.items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            blocks.add(new Draft().line().plain(i + 1 + ". ").bold(parts.place(item)).line()
                    .add(parts.statement(item, STATEMENT, false)).line()
                    .add(parts.proofs.first(item, PlainText.cut(item.text(), STATEMENT))));
        }
        int shown = parts.fill(draft, blocks);
        return draft.message(Buttons.numbers(items.subList(0, shown), 1));
    }

    /** That what follows is of other dates than the message states. */
    void notOnDates(Answer.Mentioned answer, Draft draft) {
        if (!answer.onDates() && !answer.dates().isEmpty()) {
            draft.italic(texts.of("mentioned.otherDates", parts.names(answer.dates(), NAMES))).line();
        }
    }
}
