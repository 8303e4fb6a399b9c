package guidang.message;

import java.util.ArrayList;
import java.util.List;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.message.Message.Button;

/** Quotations that answer a question, and sections found. */
final class FoundText {
    private static final int QUOTE = 600;
    private static final int EXCERPT = 120;
    private static final int SHORT_EXCERPT = 50;
    private static final int MANY = 8;
    private static final int PROOFS = 2;
    private static final int ALSO = 5;

    private final Parts parts;
    private final Texts texts;

    FoundText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    /** The quotations first, each with its date, place and proof below it; then what else there is. */
    Message quoted(Answer.Quoted answer) {
        var draft = new Draft();
        List<Answer.Quote> quotes = answer.quotes();
        for (int i = 0; i < quotes.size(); i++) {
            Item item = quotes.get(i).item();
            List<String> lines = new ArrayList<>(List.of(PlainText.cut(quotes.get(i).text(), QUOTE)));
            while (i + 1 < quotes.size() && quotes.get(i + 1).item().id().equals(item.id())) {
                lines.add(PlainText.cut(quotes.get(++i).text(), QUOTE));
            }
            draft.gap().quote(lines).add(parts.dateAndPlace(item, ""))
                    .add(parts.proofs.lines(item, PROOFS, String.join(" ", lines)));
            if (item.citations().isEmpty()) {
                draft.italic(texts.of("proof.none")).line();
            }
        }
        List<Item> also = answer.also().stream().limit(ALSO).toList();
        if (!also.isEmpty()) {
            draft.gap().bold(texts.of("quoted.also")).line();
            for (int i = 0; i < also.size(); i++) {
                draft.add(parts.listed(i + 1, also.get(i)));
            }
        }
        draft.gap().add(parts.remarks(answer.query(), answer.tier(), answer.relaxed()));
        List<List<Button>> buttons = new ArrayList<>();
        quotes.stream().findFirst().map(Answer.Quote::item).ifPresent(item -> {
            buttons.add(wholeAndTimeline(item));
            boolean fromOne = quotes.stream().allMatch(quote -> quote.item().id().equals(item.id()));
            buttons.add(fromOne ? Buttons.proof(texts, item.citations()) : List.of());
        });
        buttons.addAll(Buttons.numbers(also, 1));
        if (!also.isEmpty()) {
            buttons.add(
                    List.of(Buttons.run(texts.of("short.more"), Buttons.command("search", answer.query().typed()))));
        }
        return draft.message(buttons);
    }

    private List<Button> wholeAndTimeline(Item item) {
        return List.of(Buttons.run(texts.of("button.whole", item.title()), Buttons.entry(item)),
                Buttons.run(texts.of("button.timeline", item.title()), Buttons.command("timeline", item.title())));
    }

    /** One page of sections, each with its place, date, an excerpt and its first proof. */
    Message found(Answer.Found answer, String asked) {
        long first = (long) answer.page() * answer.pageSize() + 1;
        long last = first + answer.items().size() - 1;
        String total = texts.of(answer.exact() ? "found.total" : "found.atLeast", answer.total());
        var draft = new Draft().bold(parts.typed(answer.query().typed())).plain(" · ")
                .plain(answer.page() > 0 || last < answer.total()
                        ? texts.of("found.range", total, first, last)
                        : total)
                .line();
        draft.add(parts.remarks(answer.query(), answer.tier(), answer.relaxed()));
        int excerpt = answer.items().size() > MANY ? SHORT_EXCERPT : EXCERPT;
        List<Draft> blocks = new ArrayList<>();
        for (int i = 0; i < answer.items().size(); i++) {
            blocks.add(found(first + i, answer.items().get(i), excerpt));
        }
        int shown = parts.fill(draft, blocks);
        boolean more = last < answer.total() || (!answer.exact() && answer.items().size() == answer.pageSize());
        List<List<Button>> buttons = new ArrayList<>(
                Buttons.numbers(answer.items().subList(0, shown), Math.toIntExact(first)));
        buttons.add(Buttons.paging(texts, asked, answer.page(), more));
        return draft.message(buttons);
    }

    private Draft found(long number, Item item, int excerpt) {
        return new Draft().line().plain(number + ". ").bold(parts.place(item)).line()
                .add(parts.statement(item, excerpt, false)).line()
                .add(parts.proofs.first(item, PlainText.cut(item.text(), excerpt)));
    }
}
