package guidang.reachability;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import guidang.archive.Snapshot;
import guidang.link.Archived;

/** What waits to be asked of one host. */
final class Lane {
    final Deque<Job> waiting = new ArrayDeque<>();
    /** When the host may be asked next. */
    Instant next = Instant.MIN;
    /** Between two requests, as the host asks for. */
    Duration delay = Duration.ZERO;
    /** In a row. */
    int refusals;
    /** Whether it is left alone for the rest of the round. */
    boolean left;

    /**
     * One link on its way.
     *
     * @param at what to ask next; not the link itself after a redirect
     * @param head whether HEAD is enough
     * @param hops redirects followed
     * @param tries of this request that have failed
     */
    record Job(String link, URI at, boolean head, int hops, int tries) {
        Job whole() {
            return new Job(link, at, false, hops, 0);
        }

        Job followed(URI target) {
            return new Job(link, target, head, hops + 1, 0);
        }

        Job again(boolean withHead) {
            return new Job(link, at, withHead, hops, tries + 1);
        }
    }

    /** What hosts share a lane: those of one archiving service. */
    static String of(URI address) {
        return Archived.serviceOf(address.getHost()).map(Snapshot.Service::host)
                .orElseGet(() -> address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    }
}
