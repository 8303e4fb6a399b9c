package guidang.index;

import java.io.IOException;

/** The index cannot be used now; {@code reason} says which case, for a clear message. */
public final class IndexUnavailable extends IOException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    IndexUnavailable(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        IN_USE, READ_ONLY, DISK_FULL, NOT_A_FOLDER
    }
}
