package guidang.store;

import java.io.IOException;

/** The store cannot be opened or written. Its message names neither what was stored nor an address. */
public final class StoreUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another process uses it. */
        LOCKED,
        /** A newer version of Guidang made it. */
        NEWER,
        /** It is no store, or damaged. */
        DAMAGED,
        /** The disk is full, read-only or failing. */
        DISK
    }

    private final Reason reason;

    StoreUnavailable(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
