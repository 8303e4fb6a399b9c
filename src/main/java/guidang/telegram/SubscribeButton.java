package guidang.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.bot.Command;
import guidang.bot.Reply;
import guidang.bot.SubjectText;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.SubscriptionPhrase;

/** Puts a button below whatever was found that leads to being told when it changes. */
final class SubscribeButton implements UnaryOperator<Reply> {
    private static final String SEARCH = "/search ";

    @Override
    public Reply apply(Reply reply) {
        Optional<String> subject = reply.found().flatMap(answer -> subject(answer, reply.again()))
                .filter(text -> text.length() <= SubjectText.LONGEST);
        if (subject.isEmpty()) {
            return reply;
        }
        var rows = new ArrayList<List<Button>>(reply.message().buttons());
        rows.add(List.of(new Button("🔔 " + SubscriptionPhrase.SUBSCRIBE.in(reply.language()),
                new Action.Ask(new Command.Subscribe(subject.get()).line()))));
        return reply.with(new Message(reply.message().text(), reply.message().spans(), rows));
    }

    /** What of an answer can change, as it is typed behind the command; an entry by one of its events, which is short. */
    private static Optional<String> subject(Answer answer, String again) {
        return switch (answer) {
            case Answer.Whole whole -> Optional.of(whole.items().stream().findFirst().map(SubscribeButton::page)
                    .orElseGet(() -> "page:" + whole.entry().path().value()));
            case Answer.Found found -> text(found.query().typed());
            case Answer.Timeline timeline -> text(timeline.topic());
            case Answer.Quoted quoted -> quoted.items().stream().findFirst().map(SubscribeButton::page);
            case Answer.Mentioned mentioned -> mentioned.items().stream().findFirst().map(SubscribeButton::page);
            case Answer.Random random -> random.items().stream().findFirst().map(SubscribeButton::page);
            case Answer.Latest latest -> Optional.of("*");
            case Answer.Nothing nothing -> again.startsWith(SEARCH)
                    ? text(again.substring(SEARCH.length()))
                    : Optional.empty();
            case Answer.Citing citing -> Optional.empty();
            case Answer.OnThisDay onThisDay -> Optional.empty();
            case Answer.Tags tags -> Optional.empty();
            case Answer.About about -> Optional.empty();
            case Answer.Ambiguous ambiguous -> Optional.empty();
        };
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    private static String page(Item item) {
        return "page:" + item.id().value();
    }
}
