package guidang.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.Message;

/** Decides what to do about each update. Returns it; sends nothing. */
final class Desk {
    private final Function<Request, Reply> conversation;
    private final ButtonData buttons;
    private final DeepLink links;
    private final InlineDesk inline;
    private final GroupDesk groups;
    private final ReplyLog replies;
    private final Clock clock;

    Desk(Function<Request, Reply> conversation, ButtonData buttons, DeepLink links, GroupDesk groups, ReplyLog replies,
            Clock clock) {
        this.groups = groups;
        this.conversation = conversation;
        this.buttons = buttons;
        this.links = links;
        this.inline = new InlineDesk(conversation, links);
        this.replies = replies;
        this.clock = clock;
    }

    List<Act> of(Incoming incoming) throws InterruptedException {
        Optional<List<Act>> ofGroup = groups.of(incoming);
        return ofGroup.isPresent() ? ofGroup.get() : alone(incoming);
    }

    /** What people say and press in their private chats. */
    private List<Act> alone(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said when said.chat().isPrivate() -> said.edited() ? edited(said) : List.of(said(said));
            case Incoming.Said said -> List.of();
            case Incoming.Pressed pressed -> pressed(pressed);
            case Incoming.Typed typed -> List.of(inline.of(typed));
            case Incoming.Moved moved -> List.of();
            case Incoming.MemberChanged changed -> List.of();
            case Incoming.Membership membership -> List.of();
            case Incoming.Other other -> List.of();
        };
    }

    private Act.Say said(Incoming.Said said) {
        String meant = links.meant(said.text(), clock.instant());
        Reply reply = conversation
                .apply(new Request(meant, 0, groups.chosen(said.chat().id()), language(said.from())));
        return new Act.Say(said.chat(), said.messageId(), said.from().id(), reply.message(), reply.language(),
                reply.picture());
    }

    /** The answer changes with its question, as long as Telegram lets it. */
    private List<Act> edited(Incoming.Said said) {
        if (said.first().plus(ReplyLog.KEPT).isBefore(clock.instant())) {
            return List.of();
        }
        Act.Say anew = said(said);
        return replies.to(said.chat().id(), said.messageId()).map(reply -> instead(reply.message(), anew))
                .orElse(List.of(anew));
    }

    /** Puts what is to be said in the place of a message of the bot; a picture takes no text's place. */
    static List<Act> instead(int message, Act.Say say) {
        return say.picture() == null
                ? List.of(new Act.Rewrite(say.chat(), message, say.message(), say.language()))
                : List.of(new Act.Remove(say.chat(), message, say.language()), say);
    }

    /** Turns the message whose button was pressed into a reply; one with a picture is said below it. */
    static Act turned(Incoming.Chat chat, int message, Reply reply, Message its, int asked, long asker) {
        return reply.picture() == null
                ? new Act.Rewrite(chat, message, its, reply.language())
                : new Act.Say(chat, asked, asker, its, reply.language(), reply.picture());
    }

    private List<Act> pressed(Incoming.Pressed pressed) {
        ButtonData.Read read = buttons.read(pressed.data(), clock.instant()).orElse(null);
        if (read == null || pressed.chat() == null) {
            Language its = language(pressed.from());
            return List.of(new Act.Acknowledge(pressed.id(),
                    Composer.words(Surrounding.EXPIRED, its == null ? Language.SIMPLIFIED : its)));
        }
        var done = new Act.Acknowledge(pressed.id(), null);
        Reply reply = conversation.apply(new Request(read.command(), read.page(), read.language()));
        return List.of(done,
                turned(pressed.chat(), pressed.messageId(), reply, reply.message(), 0, pressed.from().id()));
    }

    /** The language of somebody's app, if the bot speaks it. */
    static @Nullable Language language(Incoming.Person person) {
        String code = person.language().toLowerCase(Locale.ROOT);
        if (code.startsWith("zh")) {
            boolean traditional = code.contains("hant") || code.endsWith("-tw") || code.endsWith("-hk")
                    || code.endsWith("-mo");
            return traditional ? Language.TRADITIONAL : Language.SIMPLIFIED;
        }
        return code.isEmpty() ? null : Language.ENGLISH;
    }
}
