package guidang.link;

import java.util.Optional;

import guidang.archive.Snapshot;

/**
 * An address of an archiving service, taken apart.
 *
 * @param snapshot the archived copy
 * @param original the address that it is a copy of, as far as the archived address itself tells, with a scheme; empty
 *        if it does not
 * @param key the same for all mirrors and modifiers of one copy, and for all spellings of the original in it
 */
public record Archived(Snapshot snapshot, String original, String key) {
    /**
     * Takes an address apart, with or without a scheme; empty if it is not of a known archiving service, or of a page
     * of the service that is no copy (its start page, its search).
     */
    public static Optional<Archived> of(String url) {
        return Parts.of(url).flatMap(parts -> ArchivingService.read(parts, url.strip(), 0));
    }

    /** Whether it only asks a service to make a copy or to look for one, of whatever time, and so is no proof. */
    public boolean isRequest() {
        return key.startsWith(snapshot.service().host() + "/web/*/")
                || key.startsWith(snapshot.service().host() + "/*/");
    }

    /** The service that keeps a host, whatever mirror it is; empty if it is of none that is known. */
    public static Optional<Snapshot.Service> serviceOf(String host) {
        return Optional.ofNullable(ArchivingService.ofHost(host));
    }
}
