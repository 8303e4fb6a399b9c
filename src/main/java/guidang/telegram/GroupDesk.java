package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.Length;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.Phrase;
import guidang.store.ChatSettings;
import guidang.store.Chats;
import guidang.store.KeptCommands;
import guidang.store.Replies;
import guidang.store.Store;

/**
 * Decides what to do in groups, where the bot speaks only when it is spoken to; and about what people take from a group
 * to their private chat and back.
 */
final class GroupDesk {
    private static final String START = "/start ";
    private static final String FROM_GROUP = "g_";
    /** How long what was looked up privately can be sent to the group. */
    private static final Duration TO_POST = Duration.ofMinutes(15);

    private final Function<Request, Reply> conversation;
    private final ButtonData buttons;
    private final String name;
    private final Addressed.Reader reader;
    private final Chats chats;
    private final ReplyLog replies;
    private final KeptCommands kept;
    private final Standings standings;
    private final SettingsDesk settings;
    private final Clock clock;

    /** @param name of the bot, without {@code @} */
    GroupDesk(Function<Request, Reply> conversation, ButtonData buttons, String name, Addressed.Reader reader,
            Store store,
            ReplyLog replies, Standings standings, Clock clock) {
        this.conversation = conversation;
        this.buttons = buttons;
        this.name = name;
        this.reader = reader;
        this.chats = store.chats();
        this.replies = replies;
        this.kept = store.keptCommands();
        this.standings = standings;
        this.settings = new SettingsDesk(chats, standings, clock);
        this.clock = clock;
    }

    /** What to do; empty if it is nothing of a group's, nor of settings. */
    Optional<List<Act>> of(Incoming incoming) throws InterruptedException {
        return switch (incoming) {
            case Incoming.Said said -> switch (said.chat().kind()) {
                case GROUP -> Optional.of(said.edited() ? edited(said) : said(said));
                case CHANNEL -> Optional.of(List.of());
                case PRIVATE -> said.edited() ? Optional.empty() : privately(said);
            };
            case Incoming.Pressed pressed -> pressed(pressed);
            case Incoming.Moved moved -> {
                chats.move(moved.from(), moved.to());
                yield Optional.of(List.of());
            }
            case Incoming.MemberChanged changed -> {
                standings.forget(changed.chat(), changed.member());
                yield Optional.of(List.of());
            }
            case Incoming.Membership membership -> membership.chat().isPrivate()
                    ? Optional.empty()
                    : Optional.of(membership(membership));
            case Incoming.Typed typed -> Optional.empty();
            case Incoming.Other other -> Optional.empty();
        };
    }

    /** The language that a chat or a person chose, if they did. */
    @Nullable
    Language chosen(long chat) {
        return SettingsDesk.language(chats.settings(chat)).orElse(null);
    }

    private List<Act> said(Incoming.Said said) throws InterruptedException {
        Addressed addressed = reader.read(said).orElse(null);
        if (addressed == null) {
            return List.of();
        }
        if (Addressed.Reader.isSettings(addressed.text())) {
            return settings.asked(said);
        }
        Incoming.Chat chat = said.chat();
        if (chats.isQuiet(chat.id(), topic(chat))) {
            return List.of();
        }
        ChatSettings chosen = chats.settings(chat.id());
        Request.About about = addressed.pointsAtIt() ? addressed.about() : null;
        Reply reply = conversation.apply(new Request(addressed.text(), 0, SettingsDesk.language(chosen).orElse(null),
                Desk.language(said.from()), about, length(chosen)));
        int answers = about == null ? said.messageId() : addressed.aboutId();
        var origin = new Origin(chat.id(), chat.topic(), said.messageId(), Instant.EPOCH, 0, reply.again());
        return List.of(new Act.Say(chat, answers, said.from().id(), inGroup(reply, origin), reply.language(),
                said.messageId(), reply.picture()));
    }

    /** The answer changes with its question; what was not answered is not asked by an edit. */
    private List<Act> edited(Incoming.Said said) throws InterruptedException {
        Replies.Reply reply = replies.to(said.chat().id(), said.messageId()).orElse(null);
        if (reply == null) {
            return List.of();
        }
        return said(said).stream().flatMap(
                act -> act instanceof Act.Say say ? Desk.instead(reply.message(), say).stream() : Stream.of(act))
                .toList();
    }

    private static Length length(ChatSettings chosen) {
        return switch (chosen.length()) {
            case SHORT -> Length.SHORT;
            case USUAL -> Length.USUAL;
        };
    }

    private List<Act> membership(Incoming.Membership membership) {
        if (!membership.entered() || membership.chat().kind() != Incoming.Kind.GROUP) {
            return List.of();
        }
        ChatSettings chosen = chats.settings(membership.chat().id());
        Reply greeting = conversation.apply(new Request("/start", 0, SettingsDesk.language(chosen).orElse(null),
                Desk.language(membership.by()), null, Length.SHORT));
        return List
                .of(new Act.Say(membership.chat(), 0, membership.by().id(), greeting.message(), greeting.language()));
    }

    /** The reply with the buttons that every one in a group has. */
    private Message inGroup(Reply reply, Origin origin) {
        var row = new ArrayList<Button>();
        if (reply.answered() && !origin.command().isEmpty()) {
            row.add(new Button(Phrase.PRIVATELY.in(reply.language()), new Action.Open(link(origin))));
        }
        row.add(new Button(Phrase.REMOVE.in(reply.language()), new Action.Control(new Control.Remove().word())));
        return with(reply.message(), row);
    }

    private static Message with(Message message, List<Button> row) {
        var rows = new ArrayList<List<Button>>(message.buttons());
        rows.add(row);
        return new Message(message.text(), message.spans(), rows);
    }

    /** Opens the private chat of whoever follows it, with what was asked. */
    private String link(Origin origin) {
        return "https://t.me/" + name + "?start=" + FROM_GROUP + kept.keep(origin.kept(), clock.instant());
    }

    private Optional<List<Act>> pressed(Incoming.Pressed pressed) throws InterruptedException {
        Incoming.Chat chat = pressed.chat();
        Control control = Control.read(pressed.data()).orElse(null);
        if (control == null) {
            return chat == null || chat.kind() != Incoming.Kind.GROUP
                    ? Optional.empty()
                    : Optional.of(turned(pressed, chat));
        }
        if (chat == null) {
            return Optional.of(List.of(new Act.Acknowledge(pressed.id(), null)));
        }
        return Optional.of(switch (control) {
            case Control.Remove remove -> removed(pressed, chat);
            case Control.Post post -> posted(pressed, chat, post.name());
            default -> settings.pressed(pressed, chat, control);
        });
    }

    /** Who asked, and admins, turn the reply to something else; others see that in their own chat. */
    private List<Act> turned(Incoming.Pressed pressed, Incoming.Chat chat) throws InterruptedException {
        ButtonData.Read read = buttons.read(pressed.data(), clock.instant()).orElse(null);
        if (read == null) {
            return List.of(new Act.Alert(pressed.id(), Composer.words(Surrounding.EXPIRED, own(pressed.from(), chat))));
        }
        Replies.Reply shown = replies.at(chat.id(), pressed.messageId()).orElse(null);
        int asked = shown == null ? 0 : shown.asked();
        var origin = new Origin(chat.id(), chat.topic(), asked, Instant.EPOCH, read.page(), read.command());
        if (!isTheirs(shown, chat, pressed.from())) {
            return List.of(new Act.OpenPrivately(pressed.id(), link(origin)));
        }
        Reply reply = conversation.apply(new Request(read.command(), read.page(), read.language()));
        return List.of(new Act.Acknowledge(pressed.id(), null), Desk.turned(chat, pressed.messageId(), reply,
                inGroup(reply, origin), asked, shown == null ? pressed.from().id() : shown.asker()));
    }

    private List<Act> removed(Incoming.Pressed pressed, Incoming.Chat chat) throws InterruptedException {
        Replies.Reply shown = replies.at(chat.id(), pressed.messageId()).orElse(null);
        Language language = own(pressed.from(), chat);
        if (!isTheirs(shown, chat, pressed.from())) {
            return List.of(new Act.Alert(pressed.id(), Phrase.ONLY_ASKER.in(language)));
        }
        return List.of(new Act.Acknowledge(pressed.id(), null),
                new Act.Remove(chat, pressed.messageId(), spoken(pressed.from(), chat)));
    }

    private boolean isTheirs(Replies.@Nullable Reply shown, Incoming.Chat chat, Incoming.Person person)
            throws InterruptedException {
        return chat.isPrivate() || (shown != null && shown.asker() == person.id())
                || standings.of(chat.id(), person.id()).isAdmin();
    }

    /** What is asked in private that comes from a group, and the settings; empty if it is neither. */
    private Optional<List<Act>> privately(Incoming.Said said) throws InterruptedException {
        if (Addressed.Reader.isSettings(said.text())) {
            return Optional.of(settings.asked(said));
        }
        if (!said.text().startsWith(START + FROM_GROUP)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Origin origin = kept.find(said.text().substring((START + FROM_GROUP).length()).strip(), now)
                .flatMap(Origin::of).orElse(null);
        if (origin == null) {
            Language language = own(said.from(), said.chat());
            return Optional.of(List.of(new Act.Say(said.chat(), 0, said.from().id(),
                    new Message(Composer.words(Surrounding.EXPIRED, language), List.of(), List.of()), language)));
        }
        Reply reply = reply(origin, said.from(), said.chat(), Length.USUAL);
        Message message = reply.message();
        if (standings.of(origin.chat(), said.from().id()).isInside()) {
            String here = kept.keep(origin.opened(now).kept(), now);
            message = with(message, List.of(new Button(Phrase.POST_HERE.in(reply.language()),
                    new Action.Control(new Control.Post(here).word()))));
        }
        return Optional.of(List.of(new Act.Say(said.chat(), 0, said.from().id(), message, reply.language(),
                reply.picture())));
    }

    private Reply reply(Origin origin, Incoming.Person person, Incoming.Chat chat, Length length) {
        return conversation.apply(new Request(origin.command(), origin.page(), chosen(chat.id()),
                Desk.language(person), null, length));
    }

    private List<Act> posted(Incoming.Pressed pressed, Incoming.Chat chat, String name) throws InterruptedException {
        Language language = own(pressed.from(), chat);
        Origin origin = kept.take(name).flatMap(Origin::of)
                .filter(one -> one.at().plus(TO_POST).isAfter(clock.instant())).orElse(null);
        if (origin == null) {
            return List.of(new Act.Alert(pressed.id(), Phrase.POST_TOO_LATE.in(language)));
        }
        standings.forget(origin.chat(), pressed.from().id());
        if (!standings.of(origin.chat(), pressed.from().id()).isInside()) {
            return List.of(new Act.Alert(pressed.id(), Phrase.POST_NOT_MEMBER.in(language)));
        }
        Incoming.Chat group = origin.place();
        if (chats.isQuiet(group.id(), topic(group))) {
            return List.of(new Act.Alert(pressed.id(), Phrase.POST_QUIET.in(language)));
        }
        Reply posted = reply(origin, pressed.from(), group, length(chats.settings(group.id())));
        Reply seen = reply(origin, pressed.from(), chat, Length.USUAL);
        var say = new Act.Say(group, origin.asked(), pressed.from().id(), inGroup(posted, origin), posted.language(),
                posted.picture());
        var done = new Act.Acknowledge(pressed.id(), Phrase.POSTED.in(language));
        return seen.picture() != null
                ? List.of(say, done)
                : List.of(say, done, new Act.Rewrite(chat, pressed.messageId(), seen.message(), seen.language()));
    }

    /** The language of what only this person sees. */
    private Language own(Incoming.Person person, Incoming.Chat chat) {
        Language own = Desk.language(person);
        return own == null ? spoken(person, chat) : own;
    }

    /** The language of what is said in a chat where nothing was asked. */
    private Language spoken(Incoming.Person person, Incoming.Chat chat) {
        Language chosen = chosen(chat.id());
        Language own = chosen == null ? Desk.language(person) : chosen;
        return own == null ? Language.SIMPLIFIED : own;
    }

    static int topic(Incoming.Chat chat) {
        Integer topic = chat.topic();
        return topic == null ? 0 : topic;
    }
}
