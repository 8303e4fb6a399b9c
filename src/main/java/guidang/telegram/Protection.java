package guidang.telegram;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who may ask, and how much.
 *
 * @param personAMinute questions and buttons that one person may send in a minute
 * @param groupAMinute the same for all of a group together; Telegram itself lets the bot say 20 a minute there
 * @param inlineAMinute looks at what is typed behind the bot's name, for one person
 * @param allowed numbers of people and chats; if there are any, nobody else is answered
 * @param denied numbers of people and chats that are not answered
 * @param owners numbers of people who look after the bot; no limit holds for them
 * @param membersOf number or {@code @name} of the chat whose members alone are answered; null: everybody is
 */
public record Protection(int personAMinute, int groupAMinute, int inlineAMinute, Set<Long> allowed, Set<Long> denied,
        Set<Long> owners, @Nullable String membersOf) {
    public static final Protection USUAL = new Protection(20, 40, 60, Set.of(), Set.of(), Set.of(), null);

    /** No limits: for measuring. */
    public static final Protection NONE = new Protection(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE,
            Set.of(), Set.of(), Set.of(), null);

    public Protection {
        if (personAMinute < 1 || groupAMinute < 1 || inlineAMinute < 1) {
            throw new IllegalArgumentException("a limit below one a minute");
        }
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
        owners = Set.copyOf(owners);
    }

    boolean isLimited() {
        return !equals(NONE);
    }

    boolean isOwner(long person) {
        return owners.contains(person);
    }
}
