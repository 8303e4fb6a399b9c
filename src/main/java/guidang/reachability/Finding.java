package guidang.reachability;

/**
 * What one check of a link came to.
 *
 * @param reason in a word or a number: the status, or what stood in the way; ASCII, at most 40 characters
 */
public record Finding(Outcome outcome, String reason) {
    /** What can be said of a link. */
    public enum Outcome {
        /** It was opened. */
        REACHABLE,
        /** Its server says that there is nothing (404, 410), or there is no such host. */
        GONE,
        /** Whoever answered did not let a program look, or nobody answered: nothing is known. */
        UNKNOWN
    }

    static Finding reachable(int status) {
        return new Finding(Outcome.REACHABLE, Integer.toString(status));
    }

    static Finding gone(String reason) {
        return new Finding(Outcome.GONE, reason);
    }

    static Finding unknown(String reason) {
        return new Finding(Outcome.UNKNOWN, reason);
    }
}
