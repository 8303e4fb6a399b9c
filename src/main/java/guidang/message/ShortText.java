package guidang.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.index.Hits;
import guidang.message.Message.Button;
import guidang.query.Query;

/**
 * Answers for where others talk: one result, a line for the statement with its date and a line for its proof, and buttons
 * for the rest. A remark on how it was found, where it was not found as asked, takes a line more.
 */
final class ShortText {
    private static final int STATEMENT = 160;
    private static final int NAMES = 5;
    private static final int CHOICES = 6;
    private static final int CHOICES_IN_A_ROW = 2;

    private final Parts parts;
    private final Texts texts;

    ShortText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    Message of(Answer answer, String asked, LocalDate today) {
        return switch (answer) {
            case Answer.Quoted quoted -> one(quoted.items(), quoted.items().size(), asked,
                    remarks(quoted.query(), quoted.tier(), quoted.relaxed()),
                    quoted.quotes().stream().findFirst().map(Answer.Quote::text).orElse(""));
            case Answer.Found found -> one(found.items(), found.total(), asked,
                    remarks(found.query(), found.tier(), found.relaxed()), "");
            case Answer.Mentioned mentioned -> {
                var remark = new Draft();
                new MentionedText(parts).notOnDates(mentioned, remark);
                yield one(mentioned.items(), mentioned.items().size(), asked, remark, "");
            }
            case Answer.Random random -> random(random, asked);
            case Answer.Whole whole -> one(whole.items(), whole.items().size(), asked, new Draft(), "");
            case Answer.Citing citing -> citing(citing, asked);
            case Answer.Timeline timeline -> timeline(timeline, asked);
            case Answer.Latest latest -> listed(texts.of("latest.header"), latest.items(), latest.total(), asked);
            case Answer.OnThisDay day -> listed(day(day, today), day.items(), day.items().size(), asked);
            case Answer.Tags tags -> new Draft().bold(texts.of("tags.header", tags.tags().size())).line()
                    .plain(tags.tags().isEmpty()
                            ? texts.of("empty")
                            : parts.names(List.copyOf(tags.tags().keySet()), NAMES))
                    .message(tags.tags().isEmpty() ? List.of() : List.of(more(tags.tags().size(), asked)));
            case Answer.About about -> new Draft()
                    .plain(texts.of("about.entries", about.facts().entries(), about.facts().sections())).line()
                    .plain(texts.of("about.events", about.facts().events(), about.facts().dated()))
                    .message(List.of(List.of(Buttons.run(texts.of("short.more"), asked))));
            case Answer.Ambiguous ambiguous -> ambiguous(ambiguous);
            case Answer.Nothing nothing -> nothing(nothing, asked);
        };
    }

    private String day(Answer.OnThisDay answer, LocalDate today) {
        String day = DateTimeFormatter.ofPattern(texts.of("date.day"), texts.locale()).format(answer.day());
        return texts.of(answer.day().equals(today) ? "day.today" : "day.other", day);
    }

    private Draft remarks(Query query, Hits.Tier tier, boolean relaxed) {
        return parts.remarks(query, tier, relaxed);
    }

    /**
     * The first of the items.
     *
     * @param quoted the words of it that answer; empty: its beginning
     */
    private Message one(List<Item> items, long total, String asked, Draft remark, String quoted) {
        if (items.isEmpty()) {
            return new Draft().plain(texts.of("empty")).message();
        }
        Item item = items.getFirst();
        Item shown = quoted.isEmpty() ? item : saying(item, quoted);
        var draft = statement(shown).line();
        Draft proof = parts.proofs.first(item, PlainText.cut(shown.text(), STATEMENT));
        if (proof.isEmpty()) {
            draft.italic(texts.of("proof.none")).line();
        }
        return draft.add(proof).add(remark).message(List.of(below(item, total, asked)));
    }

    private static Item saying(Item item, String quoted) {
        return new Item(item.id(), item.path(), item.title(), item.heading(), item.anchor(), item.when(), quoted,
                item.citations(), item.borrowed());
    }

    /** With the entry's title before it, unless the statement says it. */
    private Draft statement(Item item) {
        Draft said = parts.statement(item, STATEMENT, false);
        String title = parts.title(item);
        boolean named = PlainText.cut(item.text(), STATEMENT).contains(title);
        return named ? said : new Draft().bold(title).plain(" · ").add(said);
    }

    /** What it is a list of, and the first of it with its proof. */
    private Message listed(String header, List<Item> items, long total, String asked) {
        var draft = new Draft().bold(header).line();
        if (items.isEmpty()) {
            return draft.plain(texts.of("day.none")).message();
        }
        Item item = items.getFirst();
        draft.add(statement(item)).add(parts.proofs.marks(item, 1)).line();
        return draft.message(List.of(below(item, total, asked)));
    }

    private Message timeline(Answer.Timeline answer, String asked) {
        int total = answer.items().size();
        Message message = listed(
                TimelineText.title(parts, answer) + " · " + texts.of("timeline.total", total),
                answer.items(), total, asked);
        return TimelineText.isDrawn(answer) ? with(message, Buttons.picture(texts, asked)) : message;
    }

    private static Message with(Message message, Button button) {
        var rows = new ArrayList<>(message.buttons());
        rows.add(List.of(button));
        return new Message(message.text(), message.spans(), rows);
    }

    private Message random(Answer.Random answer, String asked) {
        Message message = one(answer.items(), 1, asked, new Draft(), "");
        return with(message, Buttons.run(texts.of("random.again"), asked));
    }

    /** The first statement that cites the address, beside the citation of it. */
    private Message citing(Answer.Citing answer, String asked) {
        Item item = answer.items().getFirst();
        Item cited = CitingText.citationOf(item, answer.address())
                .map(citation -> new Item(item.id(), item.path(), item.title(), item.heading(), item.anchor(),
                        item.when(), item.text(), List.of(citation), item.borrowed()))
                .orElse(item);
        int total = answer.items().size();
        return listed(texts.of("citing.header", total), List.of(cited), total, asked);
    }

    private Message ambiguous(Answer.Ambiguous answer) {
        var draft = new Draft().plain(texts.of("ambiguous.header", parts.typed(answer.name())));
        List<Button> choices = answer.items().stream().limit(CHOICES)
                .map(item -> Buttons.run(parts.title(item), Buttons.command("entry", item.path().value()))).toList();
        return draft.message(Buttons.rows(choices, CHOICES_IN_A_ROW));
    }

    private Message nothing(Answer.Nothing answer, String asked) {
        String key = Texts.key(answer.reason());
        boolean about = answer.reason() == Answer.Nothing.Reason.NOT_STATED && answer.about() != null;
        var draft = new Draft().plain(about && answer.about() != null
                ? texts.of("nothing.about", parts.typed(answer.about()))
                : texts.of(key, parts.typed(NothingText.named(answer.query())))).line();
        List<String> meant = answer.reason() == Answer.Nothing.Reason.NOT_STATED ? List.of() : answer.suggestions();
        if (!meant.isEmpty()) {
            draft.plain(texts.of("nothing.suggestions", parts.names(meant, NAMES)));
        } else if (answer.nearest().isEmpty()) {
            draft.plain(texts.of(key + ".next"));
        }
        List<Button> buttons = new ArrayList<>();
        if (!answer.nearest().isEmpty()) {
            buttons.add(Buttons.run(texts.of("short.nearest"), asked));
        }
        meant.stream().limit(2).forEach(name -> buttons.add(Buttons.run(name, Buttons.command("search", name))));
        return draft.message(List.of(buttons));
    }

    /** To the others, or to the entry where there are none; and to the source. */
    private List<Button> below(Item item, long total, String asked) {
        var row = new ArrayList<Button>(total > 1
                ? more(total, asked)
                : List.of(Buttons.run(texts.of("short.whole"), Buttons.entry(item))));
        Buttons.source(texts, item.citations()).ifPresent(row::add);
        return row;
    }

    private List<Button> more(long total, String asked) {
        return List.of(Buttons.run(texts.of("short.moreOf", total), asked));
    }
}
