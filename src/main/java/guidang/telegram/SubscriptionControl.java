package guidang.telegram;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import guidang.subscription.Subscription.Wanted;

/** What a button about subscriptions does. Subjects and ids are names of 16 characters. */
sealed interface SubscriptionControl {
    /** Asks again about a kept subject, with other kinds of change. */
    record Draw(String subject, Set<Wanted> kinds) implements SubscriptionControl {}

    /** Subscribes to a kept subject. */
    record Confirm(String subject, Set<Wanted> kinds) implements SubscriptionControl {}

    /** Takes the question away. */
    record Cancel() implements SubscriptionControl {}

    /** Shows one. */
    record Show(String id) implements SubscriptionControl {}

    /** Changes the kinds of one. */
    record Change(String id, Set<Wanted> kinds) implements SubscriptionControl {}

    /** Ends one. */
    record Remove(String id) implements SubscriptionControl {}

    /** Brings one back that is kept under a name. */
    record Restore(String name) implements SubscriptionControl {}

    /** Shows a page of the list. */
    record All(int page) implements SubscriptionControl {}

    /** Erases the chat. */
    record Forget() implements SubscriptionControl {}

    /** At most 60 bytes. */
    default String word() {
        return switch (this) {
            case Draw draw -> "draw:" + letters(draw.kinds()) + ":" + draw.subject();
            case Confirm confirm -> "yes:" + letters(confirm.kinds()) + ":" + confirm.subject();
            case Cancel cancel -> "no";
            case Show show -> "show:" + show.id();
            case Change change -> "change:" + letters(change.kinds()) + ":" + change.id();
            case Remove remove -> "remove:" + remove.id();
            case Restore restore -> "restore:" + restore.name();
            case All all -> "all:" + all.page();
            case Forget forget -> "forget";
        };
    }

    /** Empty if it is none. */
    static Optional<SubscriptionControl> read(String word) {
        String[] parts = word.split(":", 3);
        String one = parts.length < 2 ? "" : parts[1];
        String two = parts.length < 3 ? "" : parts[2];
        try {
            return Optional.ofNullable(switch (parts[0]) {
                case "draw" -> new Draw(two, kinds(one));
                case "yes" -> new Confirm(two, kinds(one));
                case "no" -> new Cancel();
                case "show" -> new Show(one);
                case "change" -> new Change(two, kinds(one));
                case "remove" -> new Remove(one);
                case "restore" -> new Restore(one);
                case "all" -> new All(Math.clamp(Integer.parseInt(one), 0, 1_000));
                case "forget" -> new Forget();
                default -> null;
            });
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static String letters(Set<Wanted> kinds) {
        return kinds.stream().sorted().map(SubscriptionControl::letter).collect(Collectors.joining());
    }

    private static Set<Wanted> kinds(String letters) {
        var kinds = EnumSet.noneOf(Wanted.class);
        for (Wanted kind : Wanted.values()) {
            if (letters.contains(letter(kind))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static String letter(Wanted kind) {
        return switch (kind) {
            case ADDED -> "a";
            case CORRECTED -> "c";
            case REMOVED -> "r";
            case SOURCES -> "s";
        };
    }
}
