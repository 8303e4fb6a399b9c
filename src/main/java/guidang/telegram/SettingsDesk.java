package guidang.telegram;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.Message.Span;
import guidang.message.Message.Style;
import guidang.message.Phrase;
import guidang.store.ChatSettings;
import guidang.store.ChatSettings.ChangedBy;
import guidang.store.ChatSettings.Length;
import guidang.store.Chats;

/** Shows and changes what a chat chose: in private the language, in a group all of it, by its admins alone. */
final class SettingsDesk {
    private static final List<Integer> EXPIRIES = List.of(0, 10, 60, 24 * 60);

    private final Chats chats;
    private final Rights rights;
    private final Clock clock;

    SettingsDesk(Chats chats, Standings standings, Clock clock) {
        this.chats = chats;
        this.rights = new Rights(chats, standings);
        this.clock = clock;
    }

    /** The language that was chosen, if one was. */
    static Optional<Language> language(ChatSettings settings) {
        return Arrays.stream(Language.values())
                .filter(each -> each.locale().toLanguageTag().equals(settings.language()))
                .findFirst();
    }

    List<Act> asked(Incoming.Said said) throws InterruptedException {
        Incoming.Chat chat = said.chat();
        ChatSettings settings = chats.settings(chat.id());
        Language language = language(settings, said.from());
        Optional<Phrase> refused = refused(chat, said.from());
        // In a topic where it is to keep quiet, it says nothing to those who cannot change that.
        if (refused.isPresent() && chats.isQuiet(chat.id(), GroupDesk.topic(chat))) {
            return List.of();
        }
        Message message = refused
                .map(phrase -> new Message(phrase.in(language), List.of(), List.of()))
                .orElseGet(() -> shown(chat, settings, language));
        return List.of(new Act.Say(chat, chat.isPrivate() ? 0 : said.messageId(), said.from().id(), message, language));
    }

    List<Act> pressed(Incoming.Pressed pressed, Incoming.Chat chat, Control control) throws InterruptedException {
        ChatSettings before = chats.settings(chat.id());
        Language app = Desk.language(pressed.from());
        Language own = app == null ? language(before, pressed.from()) : app;
        Optional<Phrase> refused = refused(chat, pressed.from());
        if (refused.isPresent()) {
            return List.of(new Act.Alert(pressed.id(), refused.get().in(own)));
        }
        if (control instanceof Control.Close) {
            return List.of(new Act.Acknowledge(pressed.id(), null),
                    new Act.Remove(chat, pressed.messageId(), language(before, pressed.from())));
        }
        ChatSettings after = change(chat, before, control);
        Language language = language(after, pressed.from());
        return List.of(new Act.Acknowledge(pressed.id(), Phrase.SETTINGS_SAVED.in(language)),
                new Act.Rewrite(chat, pressed.messageId(), shown(chat, after, language), language));
    }

    /** Why somebody may not change the settings; empty if they may. */
    private Optional<Phrase> refused(Incoming.Chat chat, Incoming.Person person) throws InterruptedException {
        return rights.refused(chat, person).map(refusal -> switch (refusal) {
            case UNSURE -> Phrase.SETTINGS_UNSURE;
            case ADMINS -> Phrase.SETTINGS_ADMINS;
            case CREATOR -> Phrase.SETTINGS_CREATOR;
        });
    }

    private ChatSettings change(Incoming.Chat chat, ChatSettings old, Control control) {
        ChatSettings changed = switch (control) {
            case Control.SetLanguage set -> new ChatSettings(
                    set.language().map(language -> language.locale().toLanguageTag()).orElse(null), old.changedBy(),
                    old.length(), old.expireMinutes());
            case Control.SetLength set ->
                new ChatSettings(old.language(), old.changedBy(), set.length(), old.expireMinutes());
            case Control.SetExpiry set ->
                new ChatSettings(old.language(), old.changedBy(), old.length(), set.minutes());
            case Control.SetChangedBy set ->
                new ChatSettings(old.language(), set.by(), old.length(), old.expireMinutes());
            case Control.SetQuiet set -> {
                chats.quiet(chat.id(), GroupDesk.topic(chat), set.quiet());
                yield old;
            }
            case Control.Close close -> old;
            case Control.Remove remove -> old;
            case Control.Post post -> old;
            case Control.Subscribing subscribing -> old;
            case Control.Telling telling -> old;
        };
        if (!changed.equals(old)) {
            chats.save(chat.id(), changed, clock.instant());
        }
        return changed;
    }

    /** The language that a chat chose, else that of the person. */
    static Language language(ChatSettings settings, Incoming.Person person) {
        Language own = Desk.language(person);
        return language(settings).orElse(own == null ? Language.SIMPLIFIED : own);
    }

    /** A line for each setting with what is chosen, and buttons for what can be chosen instead. */
    private Message shown(Incoming.Chat chat, ChatSettings settings, Language language) {
        Optional<Language> chosen = language(settings);
        var lines = new ArrayList<String>();
        var rows = new ArrayList<List<Button>>();
        lines.add((chat.isPrivate() ? Phrase.SETTINGS : Phrase.SETTINGS_OF_GROUP).in(language));
        lines.add(Phrase.LANGUAGE.in(language, name(chosen, language)));
        var languages = new ArrayList<Button>();
        languages.add(choice(name(Optional.empty(), language), new Control.SetLanguage(Optional.empty()),
                chosen.isEmpty()));
        for (Language each : Language.values()) {
            languages.add(choice(name(Optional.of(each), each), new Control.SetLanguage(Optional.of(each)),
                    chosen.filter(each::equals).isPresent()));
        }
        rows.add(languages.subList(0, 2));
        rows.add(languages.subList(2, 4));
        if (!chat.isPrivate()) {
            addGroup(chat, settings, language, lines, rows);
        }
        rows.add(List.of(DeliveryDesk.button(language)));
        rows.add(List
                .of(new Button(Phrase.SETTINGS_CLOSE.in(language), new Action.Control(new Control.Close().word()))));
        return new Message(String.join("\n", lines), List.of(new Span(0, lines.getFirst().length(), new Style.Bold())),
                rows);
    }

    private void addGroup(Incoming.Chat chat, ChatSettings settings, Language language, List<String> lines,
            List<List<Button>> rows) {
        lines.add(Phrase.LENGTH.in(language, name(settings.length(), language)));
        rows.add(Arrays.stream(Length.values()).map(length -> choice(name(length, language),
                new Control.SetLength(length), length == settings.length())).toList());
        lines.add(Phrase.EXPIRY.in(language, stay(settings.expireMinutes(), language)));
        rows.add(EXPIRIES.stream().map(minutes -> choice(stay(minutes, language), new Control.SetExpiry(minutes),
                minutes == settings.expireMinutes())).toList());
        lines.add(Phrase.CHANGED_BY.in(language, name(settings.changedBy(), language)));
        rows.add(Arrays.stream(ChangedBy.values()).map(by -> choice(name(by, language), new Control.SetChangedBy(by),
                by == settings.changedBy())).toList());
        boolean quiet = chats.isQuiet(chat.id(), GroupDesk.topic(chat));
        lines.add((quiet
                ? chat.topic() == null ? Phrase.CHAT_OFF : Phrase.TOPIC_OFF
                : chat.topic() == null ? Phrase.CHAT_ON : Phrase.TOPIC_ON).in(language));
        rows.add(List.of(choice(Phrase.HERE_ON.in(language), new Control.SetQuiet(false), !quiet),
                choice(Phrase.HERE_OFF.in(language), new Control.SetQuiet(true), quiet)));
    }

    private static Button choice(String label, Control control, boolean chosen) {
        return new Button(chosen ? "✓ " + label : label, new Action.Control(control.word()));
    }

    private static String name(Optional<Language> chosen, Language language) {
        return chosen.map(each -> switch (each) {
            case SIMPLIFIED -> Phrase.LANGUAGE_SIMPLIFIED;
            case TRADITIONAL -> Phrase.LANGUAGE_TRADITIONAL;
            case ENGLISH -> Phrase.LANGUAGE_ENGLISH;
        }).orElse(Phrase.LANGUAGE_AS_ASKED).in(language);
    }

    private static String name(Length length, Language language) {
        return switch (length) {
            case SHORT -> Phrase.LENGTH_SHORT.in(language);
            case USUAL -> Phrase.LENGTH_USUAL.in(language);
        };
    }

    private static String name(ChangedBy by, Language language) {
        return switch (by) {
            case ADMINS -> Phrase.CHANGED_BY_ADMINS.in(language);
            case CREATOR -> Phrase.CHANGED_BY_CREATOR.in(language);
        };
    }

    private static String stay(int minutes, Language language) {
        if (minutes == 0) {
            return Phrase.EXPIRY_NEVER.in(language);
        }
        return minutes % 60 == 0
                ? Phrase.EXPIRY_HOURS.in(language, minutes / 60)
                : Phrase.EXPIRY_MINUTES.in(language, minutes);
    }
}
