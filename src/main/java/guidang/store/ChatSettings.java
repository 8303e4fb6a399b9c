package guidang.store;

import org.jspecify.annotations.Nullable;

/**
 * What a chat chose.
 *
 * @param language tag such as {@code zh-Hant}; null: that of each message
 * @param changedBy who may change a group's settings
 * @param length of replies in a group
 * @param expireMinutes after which replies in a group are removed; 0: never
 */
public record ChatSettings(@Nullable String language, ChangedBy changedBy, Length length, int expireMinutes) {
    public static final ChatSettings USUAL = new ChatSettings(null, ChangedBy.ADMINS, Length.SHORT, 0);

    /** Who may change settings. */
    public enum ChangedBy {
        ADMINS, CREATOR
    }

    /** How long replies are. */
    public enum Length {
        SHORT, USUAL
    }
}
