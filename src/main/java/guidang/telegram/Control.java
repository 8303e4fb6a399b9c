package guidang.telegram;

import java.util.Optional;

import guidang.message.Language;
import guidang.store.ChatSettings;

/** What a button of the bot's own does, beside the conversation. Its word never begins as {@link ButtonData} does. */
sealed interface Control {
    String MARK = "x:";

    /** Takes the reply away. */
    record Remove() implements Control {}

    /** Sends what was looked up privately to the group that it was asked in; {@code name} is that of the kept origin. */
    record Post(String name) implements Control {}

    /** Sets the language; empty: that of each question. */
    record SetLanguage(Optional<Language> language) implements Control {}

    /** Sets how long replies are. */
    record SetLength(ChatSettings.Length length) implements Control {}

    /** Sets after how many minutes replies go; 0: never. */
    record SetExpiry(int minutes) implements Control {}

    /** Sets who may change the settings. */
    record SetChangedBy(ChatSettings.ChangedBy by) implements Control {}

    /** Keeps quiet in this topic, or no longer. */
    record SetQuiet(boolean quiet) implements Control {}

    /** Takes the settings away. */
    record Close() implements Control {}

    /** About subscriptions. */
    record Subscribing(SubscriptionControl what) implements Control {}

    /** About how a place is told. */
    record Telling(DeliveryControl what) implements Control {}

    /** At most 64 bytes. */
    default String word() {
        return MARK + switch (this) {
            case Remove remove -> "remove";
            case Post post -> "post:" + post.name();
            case SetLanguage set -> "language:" + set.language().map(Enum::name).orElse("");
            case SetLength set -> "length:" + set.length();
            case SetExpiry set -> "expiry:" + set.minutes();
            case SetChangedBy set -> "by:" + set.by();
            case SetQuiet set -> "quiet:" + set.quiet();
            case Close close -> "close";
            case Subscribing subscribing -> "s:" + subscribing.what().word();
            case Telling telling -> "t:" + telling.what().word();
        };
    }

    /** Empty if it is another button's word. */
    static Optional<Control> read(String word) {
        if (!word.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] parts = word.substring(MARK.length()).split(":", 2);
        String value = parts.length < 2 ? "" : parts[1];
        try {
            return Optional.ofNullable(switch (parts[0]) {
                case "remove" -> new Remove();
                case "post" -> new Post(value);
                case "language" ->
                    new SetLanguage(value.isEmpty() ? Optional.empty() : Optional.of(Language.valueOf(value)));
                case "length" -> new SetLength(ChatSettings.Length.valueOf(value));
                case "expiry" -> new SetExpiry(Math.clamp(Integer.parseInt(value), 0, 24 * 60));
                case "by" -> new SetChangedBy(ChatSettings.ChangedBy.valueOf(value));
                case "quiet" -> new SetQuiet(Boolean.parseBoolean(value));
                case "close" -> new Close();
                case "s" -> SubscriptionControl.read(value).map(Subscribing::new).orElse(null);
                case "t" -> DeliveryControl.read(value).map(Telling::new).orElse(null);
                default -> null;
            });
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
