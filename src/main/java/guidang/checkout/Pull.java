package guidang.checkout;

/** What came of bringing a checkout up to date. */
public enum Pull {
    /** It is at another commit now. */
    MOVED,
    /** There was nothing new. */
    UP_TO_DATE,
    /** No branch is checked out, or it follows no branch of a remote. */
    NO_UPSTREAM,
    /** The remote is named by something other than https, ssh or a path. */
    REMOTE_NOT_ALLOWED,
    /** The branch and the one it follows have parted: somebody has to merge. */
    DIVERGED,
    /** Files with edits of their own, not committed, stand in the way. */
    LOCAL_EDITS,
    /** Git is at work in the checkout. */
    BUSY,
    /** The remote asks who we are, and does not accept the answer. */
    NOT_AUTHORIZED,
    /** The remote cannot be reached. */
    UNREACHABLE,
    /** Anything else. */
    FAILED;

    /** Whether the checkout now is what the remote has. */
    public boolean isWell() {
        return this == MOVED || this == UP_TO_DATE;
    }
}
