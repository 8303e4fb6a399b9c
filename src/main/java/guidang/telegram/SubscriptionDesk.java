package guidang.telegram;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.archive.Entry;
import guidang.bot.Command;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.bot.SubjectText;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.SubscriptionPhrase;
import guidang.message.SubscriptionText;
import guidang.store.Chats;
import guidang.store.DeliverySettings;
import guidang.store.KeptCommands;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/** What a place wants to be told about: asks before it subscribes, lists, changes, ends. */
final class SubscriptionDesk {
    /** So many subscriptions a place. */
    static final int MOST = 100;
    private static final int PAGE = 8;
    private static final int LABEL = 40;

    private final Function<Request, Reply> conversation;
    private final Subscriptions subscriptions;
    private final Chats chats;
    private final KeptCommands kept;
    private final Previewing previews;
    private final Clock clock;

    /** What is known of an entry: where it stands and what it is called. */
    private record Known(String path, String title) {}

    SubscriptionDesk(Function<Request, Reply> conversation, Store store, Previewing previews, Clock clock) {
        this.conversation = conversation;
        this.subscriptions = store.subscriptions();
        this.chats = store.chats();
        this.kept = store.keptCommands();
        this.previews = previews;
        this.clock = clock;
    }

    /** Answers {@code /subscribe}. */
    Message asked(Place place, String typed, Language language) {
        if (typed.length() > SubjectText.LONGEST) {
            return said(SubscriptionPhrase.TOO_LONG.in(language, SubjectText.LONGEST));
        }
        Subject subject = SubjectText.read(typed).orElse(null);
        if (subject == null) {
            return with(said(SubscriptionPhrase.USAGE.in(language)),
                    List.of(List.of(new Button(SubscriptionPhrase.SUBJECT_EVERYTHING.in(language),
                            new Action.Ask(new Command.Subscribe("*").line())))));
        }
        String named = switch (subject) {
            case Subject.Page(String path) -> path;
            case Subject.Section(String path, String heading) -> path;
            default -> "";
        };
        if (!named.isEmpty()) {
            Optional<Known> known = entry(named);
            if (known.isEmpty()) {
                return said(SubscriptionPhrase.NO_SUCH_ENTRY.in(language, named));
            }
            subject = subject instanceof Subject.Section(String path, String heading)
                    ? new Subject.Section(known.get().path(), heading)
                    : new Subject.Page(known.get().path());
        }
        return confirm(place, subject, Wanted.usual(), language);
    }

    /** Asks whether to subscribe, and to which kinds of change; says so if it is subscribed to. */
    private Message confirm(Place place, Subject subject, Set<Wanted> kinds, Language language) {
        Subscription same = same(place, subject);
        var words = SubscriptionText.in(language);
        String name = name(subject, language);
        if (same != null) {
            return with(said(SubscriptionPhrase.ALREADY.in(language, name)), List.of(
                    List.of(button(SubscriptionPhrase.CHANGE.in(language), new SubscriptionControl.Show(same.id())))));
        }
        if (subscriptions.of(place).size() >= MOST) {
            return said(SubscriptionPhrase.TOO_MANY.in(language, MOST));
        }
        Instant now = clock.instant();
        String its = kept.keep(SubjectText.write(subject), now);
        var rows = new ArrayList<List<Button>>();
        rows.add(List.of(button(SubscriptionPhrase.YES.in(language), new SubscriptionControl.Confirm(its, kinds)),
                button(SubscriptionPhrase.NO.in(language), new SubscriptionControl.Cancel())));
        rows.add(kinds(kinds, words, toggled -> new SubscriptionControl.Draw(its, toggled)));
        other(subject, language).ifPresent(choice -> rows.add(List.of(choice)));
        var preview = previews.of(new Subscription(Subscriptions.newId(), place, subject, kinds)).orElse(null);
        return with(words.confirm(name, kinds, preview), rows);
    }

    /** The wider or narrower subject that may have been meant: an entry, or whatever mentions it. */
    private Optional<Button> other(Subject subject, Language language) {
        Optional<Subject> meant = switch (subject) {
            case Subject.Search(String text) -> entry(text).map(known -> new Subject.Page(known.path()));
            case Subject.Page(String path) -> Optional.of(new Subject.Search(title(path)));
            default -> Optional.empty();
        };
        return meant.map(one -> new Button(one instanceof Subject.Page(String path)
                ? SubscriptionPhrase.ONLY_PAGE.in(language, cut(title(path)))
                : SubscriptionPhrase.ALL_MENTIONS.in(language, cut(SubjectText.write(one))),
                new Action.Run(new Command.Subscribe(SubjectText.write(one)).line(), 0)));
    }

    private Optional<Known> entry(String name) {
        Reply reply = conversation.apply(new Request(new Command.Entry(name).line(), 0, Language.SIMPLIFIED));
        return reply.found().flatMap(answer -> {
            if (answer instanceof Answer.Whole whole) {
                Entry entry = whole.entry();
                return Optional.of(new Known(entry.path().value(), entry.title()));
            }
            return Optional.empty();
        });
    }

    private String title(String path) {
        return entry(path).map(Known::title).orElse(path);
    }

    private String name(Subject subject, Language language) {
        return SubscriptionText.in(language).name(subject, switch (subject) {
            case Subject.Page(String path) -> title(path);
            case Subject.Section(String path, String heading) -> title(path);
            default -> "";
        });
    }

    private @Nullable Subscription same(Place place, Subject subject) {
        return subscriptions.of(place).stream().filter(each -> each.subject().equals(subject)).findFirst()
                .orElse(null);
    }

    /** A button for each kind; pressed, it adds the kind or takes it out. */
    private static List<Button> kinds(Set<Wanted> chosen, SubscriptionText words,
            Function<Set<Wanted>, SubscriptionControl> control) {
        var row = new ArrayList<Button>();
        for (Wanted kind : Wanted.values()) {
            var toggled = EnumSet.copyOf(chosen);
            if (!toggled.remove(kind)) {
                toggled.add(kind);
            }
            row.add(button((chosen.contains(kind) ? "✓ " : "") + words.name(kind), control.apply(toggled)));
        }
        return row;
    }

    /** What a button leads to; {@code message} is null where the button's message goes away. */
    record Turned(Optional<Message> message, String toast) {
        static Turned to(Message message) {
            return new Turned(Optional.of(message), "");
        }
    }

    /** What the message whose button was pressed turns into. Empty: it does not; the text is an alert. */
    Turned pressed(Place place, SubscriptionControl control, Language language) {
        Instant now = clock.instant();
        return switch (control) {
            case SubscriptionControl.Draw(String name, Set<Wanted> kinds) -> kinds.isEmpty()
                    ? new Turned(Optional.empty(), SubscriptionPhrase.AT_LEAST_ONE.in(language))
                    : kept.find(name, now).flatMap(SubjectText::read)
                            .map(subject -> Turned.to(confirm(place, subject, kinds, language)))
                            .orElseGet(() -> gone(language));
            case SubscriptionControl.Confirm(String name, Set<Wanted> kinds) -> kept.find(name, now)
                    .flatMap(SubjectText::read).filter(subject -> !kinds.isEmpty())
                    .map(subject -> Turned.to(subscribed(place, subject, kinds, language)))
                    .orElseGet(() -> gone(language));
            case SubscriptionControl.Cancel cancel -> new Turned(Optional.empty(), "");
            case SubscriptionControl.Show(String id) -> subscriptions.find(place, id)
                    .map(one -> Turned.to(one(one, language))).orElseGet(() -> gone(language));
            case SubscriptionControl.Change(String id, Set<Wanted> kinds) -> kinds.isEmpty()
                    ? new Turned(Optional.empty(), SubscriptionPhrase.AT_LEAST_ONE.in(language))
                    : subscriptions.find(place, id).map(one -> {
                        var changed = new Subscription(id, place, one.subject(), kinds);
                        subscriptions.save(changed, now);
                        return Turned.to(one(changed, language));
                    }).orElseGet(() -> gone(language));
            case SubscriptionControl.Remove(String id) -> Turned.to(removed(place, id, language));
            case SubscriptionControl.Restore(String name) -> kept.take(name).flatMap(KeptSubscription::read)
                    .map(one -> Turned.to(restored(place, one, language))).orElseGet(() -> gone(language));
            case SubscriptionControl.All(int page) -> Turned.to(list(place, page, language));
            case SubscriptionControl.Forget forget -> gone(language);
        };
    }

    private static Turned gone(Language language) {
        return new Turned(Optional.empty(), SubscriptionPhrase.GONE.in(language));
    }

    private Message subscribed(Place place, Subject subject, Set<Wanted> kinds, Language language) {
        if (same(place, subject) != null || subscriptions.of(place).size() >= MOST) {
            return confirm(place, subject, kinds, language);
        }
        var made = new Subscription(Subscriptions.newId(), place, subject, kinds);
        subscriptions.save(made, clock.instant());
        chats.speaks(place.chat(), language.locale().toLanguageTag(), clock.instant());
        SubscriptionPhrase done = switch (settings(place).timing()) {
            case AT_ONCE -> SubscriptionPhrase.DONE;
            case DAILY -> SubscriptionPhrase.DONE_DAILY;
            case WEEKLY -> SubscriptionPhrase.DONE_WEEKLY;
        };
        return with(said(done.in(language, name(subject, language))),
                List.of(List.of(
                        button(SubscriptionPhrase.CHANGE.in(language), new SubscriptionControl.Show(made.id())),
                        DeliveryDesk.button(language))));
    }

    private DeliverySettings settings(Place place) {
        return subscriptions.settings(place).orElseGet(() -> DeliverySettings.usual(clock.getZone()));
    }

    /** One subscription, with what can be done about it. */
    private Message one(Subscription one, Language language) {
        var words = SubscriptionText.in(language);
        return with(words.one(name(one.subject(), language), one.kinds()),
                List.of(kinds(one.kinds(), words, toggled -> new SubscriptionControl.Change(one.id(), toggled)),
                        List.of(button(SubscriptionPhrase.REMOVE.in(language),
                                new SubscriptionControl.Remove(one.id())),
                                button(SubscriptionPhrase.BACK.in(language), new SubscriptionControl.All(0)))));
    }

    /** Ends one without asking, and says how to bring it back. */
    private Message removed(Place place, String id, Language language) {
        Subscription one = subscriptions.find(place, id).orElse(null);
        if (one == null || !subscriptions.remove(place, id)) {
            return said(SubscriptionPhrase.GONE.in(language));
        }
        String name = kept.keep(KeptSubscription.write(one), clock.instant());
        return with(said(SubscriptionPhrase.REMOVED.in(language, name(one.subject(), language))), List.of(List
                .of(button(SubscriptionPhrase.UNDO.in(language), new SubscriptionControl.Restore(name)))));
    }

    private Message restored(Place place, KeptSubscription one, Language language) {
        if (same(place, one.subject()) == null && subscriptions.of(place).size() < MOST) {
            subscriptions.save(new Subscription(one.id(), place, one.subject(), one.kinds()), clock.instant());
        }
        return said(SubscriptionPhrase.RESTORED.in(language, name(one.subject(), language)));
    }

    /** Answers {@code /unsubscribe}: by {@code #} and an id, by its number in the list, by what it is about. */
    Message unsubscribe(Place place, String typed, Language language) {
        if (typed.startsWith("#")) {
            return removed(place, typed.substring(1).strip(), language);
        }
        List<Subscription> all = subscriptions.of(place);
        if (typed.isEmpty() || all.isEmpty()) {
            return list(place, 0, language);
        }
        if (typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= all.size()) {
            return removed(place, all.get(Integer.parseInt(typed) - 1).id(), language);
        }
        Subject subject = SubjectText.read(typed).orElse(null);
        List<Subscription> exact = all.stream().filter(each -> each.subject().equals(subject)).toList();
        List<Subscription> meant = exact.isEmpty()
                ? all.stream().filter(each -> name(each.subject(), language).contains(typed)).toList()
                : exact;
        if (meant.size() == 1) {
            return removed(place, meant.getFirst().id(), language);
        }
        return meant.isEmpty()
                ? listed(all, 0, SubscriptionPhrase.WHICH.in(language, cut(typed)), place, language)
                : listed(meant, 0, SubscriptionPhrase.SEVERAL.in(language, cut(typed)), place, language);
    }

    /** Answers {@code /subscriptions}. */
    Message list(Place place, int page, Language language) {
        List<Subscription> all = subscriptions.of(place);
        return listed(all, page, SubscriptionPhrase.LIST.in(language, all.size()), place, language);
    }

    private Message listed(List<Subscription> all, int wanted, String header, Place place, Language language) {
        if (all.isEmpty()) {
            return said(SubscriptionPhrase.NONE.in(language));
        }
        int page = Math.clamp(wanted, 0, (all.size() - 1) / PAGE);
        List<Subscription> some = all.subList(page * PAGE, Math.min(all.size(), (page + 1) * PAGE));
        var words = SubscriptionText.in(language);
        int first = page * PAGE + 1;
        var numbers = new ArrayList<Button>();
        var names = new ArrayList<String>();
        for (int i = 0; i < some.size(); i++) {
            Subscription one = some.get(i);
            names.add(name(one.subject(), language) + " · " + words.names(one.kinds()));
            numbers.add(button(Integer.toString(first + i), new SubscriptionControl.Show(one.id())));
        }
        var rows = new ArrayList<List<Button>>();
        for (int i = 0; i < numbers.size(); i += PAGE / 2) {
            rows.add(numbers.subList(i, Math.min(numbers.size(), i + PAGE / 2)));
        }
        var paging = new ArrayList<Button>();
        if (page > 0) {
            paging.add(button("◀", new SubscriptionControl.All(page - 1)));
        }
        if ((page + 1) * PAGE < all.size()) {
            paging.add(button("▶", new SubscriptionControl.All(page + 1)));
        }
        if (!paging.isEmpty()) {
            rows.add(paging);
        }
        rows.add(List.of(DeliveryDesk.button(language)));
        return with(words.list(header, names, first, DeliveryDesk.paused(settings(place), clock.instant(), language)),
                rows);
    }

    private static String cut(String text) {
        return text.length() <= LABEL ? text : text.substring(0, text.offsetByCodePoints(0, LABEL / 2)) + "…";
    }

    private static Message said(String text) {
        return SubscriptionText.said(text);
    }

    static Message with(Message message, List<List<Button>> rows) {
        return new Message(message.text(), message.spans(), rows);
    }

    private static Button button(String label, SubscriptionControl control) {
        return new Button(label, new Action.Control(new Control.Subscribing(control).word()));
    }
}
