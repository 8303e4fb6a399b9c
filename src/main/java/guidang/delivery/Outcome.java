package guidang.delivery;

import java.time.Duration;

/** What became of one call to the messenger. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Too many calls; allowed again after that time. */
    record TooMany<T>(Duration retryAfter) implements Outcome<T> {}

    /** The group has become a supergroup and goes by another number. */
    record Moved<T>(long to) implements Outcome<T> {}

    /** The chat can no longer be reached: blocked, kicked, deactivated or not there. */
    record Gone<T>(String description) implements Outcome<T> {}

    /** It will never be done as it is. */
    record Refused<T>(int code, String description) implements Outcome<T> {}

    /** The other side is failing; it was not done. */
    record Failing<T>(String description) implements Outcome<T> {}

    /** No reply came: it may have been done. */
    record Unsure<T>(String description) implements Outcome<T> {}

    /** The token is not, or no longer, valid. */
    record Unauthorized<T>() implements Outcome<T> {}

    /** Somebody else receives with the same token, or a webhook is set. */
    record Conflict<T>(String description) implements Outcome<T> {}
}
