package guidang.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Card;
import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.LanguageOf;

/**
 * What is offered while somebody types behind the bot's name: events as ready messages, a page at a time. Without words,
 * what happened on this day and what is new.
 */
final class InlineDesk {
    private static final int PAGE = 10;
    private static final int LAST_PAGE = 25;
    private static final int ON_THIS_DAY = 10;

    private final Function<Request, Reply> conversation;
    private final DeepLink links;
    private final Composer composer = new Composer();

    InlineDesk(Function<Request, Reply> conversation, DeepLink links) {
        this.conversation = conversation;
        this.links = links;
    }

    Act of(Incoming.Typed typed) {
        String query = typed.query().strip();
        int page = page(typed.offset());
        Language usual = Desk.language(typed.from());
        Page found = query.isEmpty() ? today(page, usual) : found(query, page, usual);
        List<Card> cards = found.items().stream().map(item -> composer.card(item, found.language())).toList();
        boolean nothing = cards.isEmpty() && page == 0;
        String words = Composer.words(nothing ? Surrounding.NOTHING_HERE : Surrounding.OPEN_PRIVATELY,
                found.language());
        // Shared between people only where the text alone settles the language.
        boolean personal = !found.language().equals(found.ofText());
        String next = found.more() && page < LAST_PAGE ? Integer.toString(page + 1) : "";
        List<Act.Offer.Choice> choices = cards.stream()
                .map(card -> new Act.Offer.Choice(card, words, links.toEvent(card.id()))).toList();
        return new Act.Offer(typed.id(), choices, next, personal, hint(query, page, nothing, words));
    }

    /** Opens the private chat with what is typed; without words only where there is nothing else to offer. */
    private Act.Offer.@Nullable Hint hint(String query, int page, boolean nothing, String words) {
        if (query.isEmpty()) {
            return nothing ? new Act.Offer.Hint(words, "inline") : null;
        }
        return page > 0
                ? null
                : DeepLink.carrying(query).map(start -> new Act.Offer.Hint(words, start))
                        .orElse(nothing ? new Act.Offer.Hint(words, "inline") : null);
    }

    private record Page(List<Item> items, boolean more, Language language, Language ofText) {}

    private Page today(int page, @Nullable Language usual) {
        Reply onThisDay = conversation.apply(new Request("/today", 0, usual));
        Reply latest = conversation.apply(new Request("/latest", page, usual));
        var items = new ArrayList<Item>();
        if (page == 0) {
            items.addAll(items(onThisDay).stream().limit(ON_THIS_DAY).toList());
        }
        items.addAll(items(latest));
        boolean more = latest.found().orElse(null) instanceof Answer.Latest list
                && (long) (list.page() + 1) * list.pageSize() < list.total() && list.page() == page;
        return new Page(distinct(items, Set.of()), more, latest.language(), ofText(""));
    }

    private Page found(String query, int page, @Nullable Language usual) {
        Reply first = conversation.apply(new Request(query, 0, null, usual));
        Language ofText = ofText(query);
        if (first.found().orElse(null) instanceof Answer.Quoted quoted) {
            if (page == 0) {
                return new Page(distinct(quoted.items(), Set.of()), true, first.language(), ofText);
            }
            Reply more = conversation.apply(new Request("/search " + query, page - 1, first.language()));
            boolean goesOn = more.found().orElse(null) instanceof Answer.Found found && found.page() == page - 1
                    && (long) page * found.pageSize() < found.total();
            return new Page(distinct(goesOn || page == 1 ? items(more) : List.of(), ids(quoted.items())), goesOn,
                    first.language(), ofText);
        }
        List<Item> all = distinct(first.answered() ? items(first) : List.of(), Set.of());
        if (first.found().orElse(null) instanceof Answer.Found found && found.total() > all.size()) {
            Reply its = page == 0 ? first : conversation.apply(new Request(query, page, null, usual));
            boolean there = its.found().orElse(null) instanceof Answer.Found other && other.page() == page;
            return new Page(there ? distinct(items(its), Set.of()) : List.of(),
                    there && (long) (page + 1) * found.pageSize() < found.total(), first.language(), ofText);
        }
        int from = Math.min(page * PAGE, all.size());
        int to = Math.min(from + PAGE, all.size());
        return new Page(all.subList(from, to), to < all.size(), first.language(), ofText);
    }

    /** The language that the text alone has, where nothing is known of the person. */
    private static Language ofText(String query) {
        return LanguageOf.of(query, Language.SIMPLIFIED);
    }

    private static List<Item> items(Reply reply) {
        return reply.found().map(Answer::items).orElse(List.of());
    }

    private static Set<String> ids(List<Item> items) {
        var ids = new HashSet<String>();
        items.forEach(item -> ids.add(item.id().value()));
        return ids;
    }

    /** Each event once: Telegram refuses results with the same number. */
    private static List<Item> distinct(List<Item> items, Set<String> without) {
        Set<String> seen = new HashSet<>(without);
        return items.stream().filter(item -> seen.add(item.id().value())).toList();
    }

    private static int page(String offset) {
        try {
            return Math.clamp(Integer.parseInt(offset), 0, LAST_PAGE);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
