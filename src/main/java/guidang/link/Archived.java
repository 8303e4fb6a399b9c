package guidang.link;

import java.util.Optional;

import guidang.archive.Snapshot;

/**
 * An address of an archiving service, taken apart.
 *
 * @param snapshot the archived copy
 * @param original the address that it is a copy of, as far as the archived address itself tells; empty if it does not
 * @param key the same for all mirrors and modifiers of one copy
 */
public record Archived(Snapshot snapshot, String original, String key) {
    /** Takes an address apart; empty if it is not of a known archiving service. */
    public static Optional<Archived> of(String url) {
        return Optional.empty();
    }
}
