package guidang.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import guidang.bot.Command;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.change.Brief;
import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.SubscriptionPhrase;
import guidang.message.SubscriptionText;
import guidang.store.Chats;
import guidang.store.Store;
import guidang.subscription.Place;
import guidang.subscription.Subscription;

/**
 * What concerns the place where it is said, before the other desks see it: subscriptions, how it is told, moving house,
 * being forgotten. In groups and channels only those who may change the settings do so.
 */
final class PlaceDesk {
    private static final String DIGEST = "/digest";

    private final Function<Request, Reply> conversation;
    private final ButtonData buttons;
    private final DeepLink links;
    private final Addressed.Reader reader;
    private final Rights rights;
    private final Chats chats;
    private final guidang.store.Subscriptions subscriptions;
    private final SubscriptionDesk desk;
    private final DeliveryDesk delivery;
    private final MovingDesk moving;
    private final Digests digests;
    private final Clock clock;

    PlaceDesk(Function<Request, Reply> conversation, ButtonData buttons, DeepLink links, Addressed.Reader reader,
            Rights rights, Store store, Previewing previews, Digests digests, Files files, Clock clock) {
        this.conversation = conversation;
        this.buttons = buttons;
        this.links = links;
        this.reader = reader;
        this.rights = rights;
        this.chats = store.chats();
        this.subscriptions = store.subscriptions();
        this.desk = new SubscriptionDesk(conversation, store, previews, clock);
        this.delivery = new DeliveryDesk(store.subscriptions(), clock);
        this.moving = new MovingDesk(store, files, clock);
        this.digests = digests;
        this.clock = clock;
    }

    /** This desk, and for whatever is not for it another. */
    Courier.Deciding before(Courier.Deciding other) {
        return incoming -> {
            Optional<List<Act>> ours = of(incoming);
            return ours.isPresent() ? ours.get() : other.of(incoming);
        };
    }

    /** What to do; empty if it is for another desk. */
    Optional<List<Act>> of(Incoming incoming) throws InterruptedException {
        return switch (incoming) {
            case Incoming.Said said -> said(said);
            case Incoming.Pressed pressed -> pressed(pressed);
            case Incoming.Typed typed -> Optional.empty();
            case Incoming.Moved moved -> Optional.empty();
            case Incoming.MemberChanged changed -> Optional.empty();
            case Incoming.Membership membership -> Optional.empty();
            case Incoming.Other other -> Optional.empty();
        };
    }

    private Optional<List<Act>> said(Incoming.Said said) throws InterruptedException {
        Incoming.Chat chat = said.chat();
        boolean bareFile = said.text().isEmpty();
        String text = chat.isPrivate()
                ? said.text()
                : reader.read(said).map(Addressed::text).orElse("");
        if (bareFile) {
            return Optional.of(MovingDesk.isExport(said) ? done(said, new Command.Import()) : List.of());
        }
        Optional<String> zone = DeliveryDesk.zoneTyped(text);
        boolean channelSettings = chat.kind() == Incoming.Kind.CHANNEL && Addressed.Reader.isSettings(text);
        Optional<Command.OfPlace> command = Command.ofPlace(text);
        if (command.isEmpty() && zone.isEmpty() && !channelSettings) {
            return Optional.empty();
        }
        if (said.edited()) {
            return Optional.of(List.of());
        }
        Optional<String> refused = refused(chat, said.from());
        Language language = language(chat, said.from());
        if (refused.isPresent()) {
            // In a topic where it is to keep quiet, it says nothing to those who cannot change that.
            return Optional.of(chats.isQuiet(chat.id(), GroupDesk.topic(chat))
                    ? List.of()
                    : List.of(say(said, SubscriptionText.said(refused.get()), language)));
        }
        if (zone.isPresent()) {
            return Optional.of(List.of(say(said, delivery.zone(place(chat), zone.get(), language), language)));
        }
        return Optional.of(command.isPresent()
                ? done(said, command.get())
                : List.of(say(said, delivery.shown(place(chat), language), language)));
    }

    private List<Act> done(Incoming.Said said, Command.OfPlace command) throws InterruptedException {
        Place place = place(said.chat());
        Language language = language(said.chat(), said.from());
        if (command instanceof Command.Export) {
            return List.of(new Act.SendFile(said.chat(), said.chat().isPrivate() ? 0 : said.messageId(),
                    MovingDesk.FILE, moving.exported(place), SubscriptionPhrase.EXPORTED.in(language)));
        }
        return List.of(say(said, command instanceof Command.Import
                ? moving.imported(place, said.document(), language)
                : answer(place, command, language), language));
    }

    private Message answer(Place place, Command.OfPlace command, Language language) {
        return switch (command) {
            case Command.Subscribe(String text) -> desk.asked(place, text, language);
            case Command.Subscriptions all -> desk.list(place, 0, language);
            case Command.Unsubscribe(String text) -> desk.unsubscribe(place, text, language);
            case Command.Forget forget -> forgetting(place, language);
            case Command.Export export -> SubscriptionText.said(SubscriptionPhrase.IMPORT_HOW.in(language));
            case Command.Import imported -> SubscriptionText.said(SubscriptionPhrase.IMPORT_HOW.in(language));
        };
    }

    private Message forgetting(Place place, Language language) {
        long all = subscriptions.all().stream().map(Subscription::place).filter(one -> one.chat() == place.chat())
                .count();
        return SubscriptionDesk.with(SubscriptionText.said(SubscriptionPhrase.FORGET.in(language, all)),
                List.of(List.of(
                        button(SubscriptionPhrase.FORGET_YES.in(language), new SubscriptionControl.Forget()),
                        button(SubscriptionPhrase.FORGET_NO.in(language), new SubscriptionControl.Cancel()))));
    }

    private Optional<List<Act>> pressed(Incoming.Pressed pressed) throws InterruptedException {
        Incoming.Chat chat = pressed.chat();
        if (chat == null) {
            return Optional.empty();
        }
        Control control = Control.read(pressed.data()).orElse(null);
        if (control instanceof Control.Subscribing || control instanceof Control.Telling) {
            Optional<String> refused = refused(chat, pressed.from());
            return Optional.of(refused.isPresent()
                    ? List.of(new Act.Alert(pressed.id(), refused.get()))
                    : controlled(pressed, chat, control));
        }
        ButtonData.Read read = control != null ? null : buttons.read(pressed.data(), clock.instant()).orElse(null);
        if (read == null) {
            return Optional.empty();
        }
        if (read.command().equals(DIGEST)) {
            return Optional.of(turned(pressed, chat, read));
        }
        Optional<Command.OfPlace> command = Command.ofPlace(read.command());
        if (command.isEmpty()) {
            return read.anew() ? Optional.of(anew(pressed, chat, read)) : Optional.empty();
        }
        Optional<String> refused = refused(chat, pressed.from());
        if (refused.isPresent()) {
            return Optional.of(List.of(new Act.Alert(pressed.id(), refused.get())));
        }
        Language language = language(chat, pressed.from());
        Message message = answer(place(chat), command.get(), language);
        return Optional.of(List.of(new Act.Acknowledge(pressed.id(), null), read.anew()
                ? new Act.Say(chat, 0, pressed.from().id(), message, language)
                : new Act.Rewrite(chat, pressed.messageId(), message, language)));
    }

    private List<Act> controlled(Incoming.Pressed pressed, Incoming.Chat chat, Control control) {
        Language language = language(chat, pressed.from());
        Place place = place(chat);
        if (control instanceof Control.Telling(DeliveryControl what)) {
            return List.of(new Act.Acknowledge(pressed.id(), null),
                    new Act.Rewrite(chat, pressed.messageId(), delivery.pressed(place, what, language), language));
        }
        SubscriptionControl what = ((Control.Subscribing) control).what();
        if (what instanceof SubscriptionControl.Cancel) {
            return List.of(new Act.Acknowledge(pressed.id(), null),
                    new Act.Remove(chat, pressed.messageId(), language));
        }
        if (what instanceof SubscriptionControl.Forget) {
            chats.forget(place.chat());
            return List.of(new Act.Acknowledge(pressed.id(), null), new Act.Rewrite(chat, pressed.messageId(),
                    SubscriptionText.said(SubscriptionPhrase.FORGOTTEN.in(language)), language));
        }
        SubscriptionDesk.Turned turned = desk.pressed(place, what, language);
        return turned.message().isEmpty()
                ? List.of(new Act.Alert(pressed.id(), turned.toast()))
                : List.of(new Act.Acknowledge(pressed.id(), null),
                        new Act.Rewrite(chat, pressed.messageId(), turned.message().get(), language));
    }

    /** Another page of a message of many changes; anybody may turn it. */
    private List<Act> turned(Incoming.Pressed pressed, Incoming.Chat chat, ButtonData.Read read) {
        List<Brief> told = digests.told(chat.id(), pressed.messageId());
        if (told.isEmpty()) {
            return List.of(new Act.Alert(pressed.id(),
                    Composer.words(Surrounding.EXPIRED, language(chat, pressed.from()))));
        }
        return List.of(new Act.Acknowledge(pressed.id(), null), new Act.Rewrite(chat, pressed.messageId(),
                new Composer().digest(told, read.page(), read.language()), read.language()));
    }

    /** Something else as a message of its own; where others would see it, in the private chat of whoever pressed. */
    private List<Act> anew(Incoming.Pressed pressed, Incoming.Chat chat, ButtonData.Read read) {
        if (!chat.isPrivate()) {
            return List.of(new Act.OpenPrivately(pressed.id(), links.toCommand(read.command(), clock.instant())));
        }
        Reply reply = conversation.apply(new Request(read.command(), read.page(), read.language()));
        return List.of(new Act.Acknowledge(pressed.id(), null),
                new Act.Say(chat, 0, pressed.from().id(), reply.message(), reply.language(), reply.picture()));
    }

    private Optional<String> refused(Incoming.Chat chat, Incoming.Person person) throws InterruptedException {
        Language own = Desk.language(person);
        Language language = own == null ? language(chat, person) : own;
        return rights.refused(chat, person).map(refusal -> (switch (refusal) {
            case UNSURE -> guidang.message.Phrase.SETTINGS_UNSURE.in(language);
            case ADMINS -> SubscriptionPhrase.ADMINS.in(language);
            case CREATOR -> SubscriptionPhrase.CREATOR.in(language);
        }));
    }

    private Language language(Incoming.Chat chat, Incoming.Person person) {
        return SettingsDesk.language(chats.settings(chat.id()), person);
    }

    private static Place place(Incoming.Chat chat) {
        return new Place(chat.id(), GroupDesk.topic(chat));
    }

    private static Act.Say say(Incoming.Said said, Message message, Language language) {
        return new Act.Say(said.chat(), said.chat().isPrivate() ? 0 : said.messageId(), said.from().id(), message,
                language);
    }

    private static Button button(String label, SubscriptionControl control) {
        return new Button(label, new Action.Control(new Control.Subscribing(control).word()));
    }
}
