package guidang.message;

import java.util.List;

import guidang.answer.Item;

/** Evidence as messages of their own: the statement, its date and place, its proof. */
final class CardText {
    private static final int TITLE = 100;
    private static final int DESCRIPTION = 160;
    private static final int PROOFS = 2;

    private final Parts parts;

    CardText(Parts parts) {
        this.parts = parts;
    }

    Card card(Item item) {
        String statement = item.text();
        var draft = new Draft().quote(List.of(statement))
                .add(parts.dateAndPlace(item, "")).add(parts.proofs.lines(item, PROOFS, statement));
        if (item.citations().isEmpty()) {
            draft.italic(parts.texts.of("proof.none")).line();
        }
        String title = parts.dates.of(item.when()) + " · " + parts.place(item);
        return new Card(item.id().value(), PlainText.cut(title, TITLE), PlainText.cut(statement, DESCRIPTION),
                draft.message(List.of(Buttons.copy(parts.texts, item.citations()).stream().toList())));
    }
}
