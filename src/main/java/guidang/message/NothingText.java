package guidang.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.index.Hits;
import guidang.link.WebAddress;
import guidang.message.Message.Button;
import guidang.query.Query;

/** That the archive does not hold what was asked, and what to do next; and which of several is meant. */
final class NothingText {
    private static final int NEAREST = 5;
    private static final int SUGGESTIONS = 5;
    private static final int EXCERPT = 160;
    private static final int CHOICES = 10;

    private final Parts parts;
    private final Texts texts;

    NothingText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    Message nothing(Answer.Nothing answer) {
        Query query = answer.query();
        String key = Texts.key(answer.reason());
        String typed = parts.typed(named(query));
        boolean aboutOne = answer.reason() == Answer.Nothing.Reason.NOT_STATED && answer.about() != null;
        var draft = new Draft().plain(aboutOne && answer.about() != null
                ? texts.of("nothing.about", parts.typed(answer.about()))
                : texts.of(key, typed)).line();
        boolean unknown = answer.reason() != Answer.Nothing.Reason.NOT_STATED;
        List<String> suggestions = answer.suggestions().stream().limit(unknown ? SUGGESTIONS : 0).toList();
        if (!suggestions.isEmpty()) {
            draft.plain(texts.of("nothing.suggestions", parts.names(suggestions, SUGGESTIONS))).line();
        }
        draft.plain(texts.of(key + ".next")).line();
        List<Item> nearest = answer.nearest().stream().limit(NEAREST).toList();
        if (!nearest.isEmpty()) {
            draft.gap().bold(texts.of("nothing.nearest")).line();
            for (int i = 0; i < nearest.size(); i++) {
                draft.add(parts.listed(i + 1, nearest.get(i)));
                if (i == 0 && answer.reason() == Answer.Nothing.Reason.NOT_STATED) {
                    draft.quote(List.of(PlainText.cut(nearest.get(i).text(), EXCERPT)));
                }
            }
        }
        draft.gap().add(parts.remarks(query, Hits.Tier.EXACT, false));
        List<List<Button>> buttons = new ArrayList<>();
        suggestions.forEach(suggestion -> buttons
                .add(List.of(Buttons.run(suggestion, Buttons.command("search", suggestion)))));
        next(answer).ifPresent(button -> buttons.add(List.of(button)));
        if (aboutOne && answer.about() != null) {
            buttons.add(List.of(Buttons.run(texts.of("button.timeline", answer.about()),
                    Buttons.command("timeline", answer.about()))));
        }
        buttons.addAll(Buttons.numbers(nearest, 1));
        return draft.message(buttons);
    }

    /** The tag alone where nothing but a tag was looked up. */
    static String named(Query query) {
        boolean tagOnly = query.tags().size() == 1 && query.words().isEmpty() && query.phrases().isEmpty();
        return tagOnly ? query.tags().getFirst() : query.typed();
    }

    private Optional<Button> next(Answer.Nothing answer) {
        Query query = answer.query();
        return switch (answer.reason()) {
            case FILTERED_OUT -> {
                List<String> words = new ArrayList<>(query.words());
                words.addAll(query.phrases());
                yield words.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Buttons.run(texts.of("nothing.unfiltered"),
                                Buttons.command("search", String.join(" ", words))));
            }
            case NOT_CITED -> query.addresses().stream().map(WebAddress::url).map(NothingText::host)
                    .flatMap(Optional::stream).findFirst()
                    .map(host -> Buttons.run(texts.of("citing.site", host), Buttons.command("search", "site:" + host)));
            case NO_MATCH, NOT_STATED, NOT_MENTIONED, UNKNOWN_NAME, EMPTY -> Optional.empty();
        };
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Message ambiguous(Answer.Ambiguous answer) {
        List<Item> items = answer.items().stream().limit(CHOICES).toList();
        var draft = new Draft().plain(texts.of("ambiguous.header", parts.typed(answer.name()))).line();
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String folder = item.path().folder();
            String name = parts.title(item) + (folder.isEmpty() ? "" : " · " + PlainText.cut(folder, 40));
            draft.plain(i + 1 + ". ").plain(name).line();
            buttons.add(List
                    .of(Buttons.run(i + 1 + ". " + parts.title(item), Buttons.command("entry", item.path().value()))));
        }
        return draft.message(buttons);
    }
}
