package guidang.store;

import java.util.Locale;

/**
 * The store did not do what it was asked for, and nothing of it was done. It may do it later. Carries no cause, for a
 * database names in its own messages what was to be written.
 */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreUnavailable.Reason reason;

    /** @param detail the database's own code */
    StoreFailure(StoreUnavailable.Reason reason, String detail) {
        super(reason.name().toLowerCase(Locale.ROOT) + " (" + detail + ")");
        this.reason = reason;
    }

    public StoreUnavailable.Reason reason() {
        return reason;
    }
}
