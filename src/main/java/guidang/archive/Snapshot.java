package guidang.archive;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * One archived copy of a page.
 *
 * @param service who keeps it
 * @param url as written in the archive
 * @param captured moment of the copy, UTC, as far as its address tells; null where it does not
 */
public record Snapshot(Service service, String url, @Nullable LocalDateTime captured) {
    /** The archiving services known; the mirrors of one are one. */
    public enum Service {
        WAYBACK("web.archive.org"), ARCHIVE_TODAY("archive.today"), GHOSTARCHIVE("ghostarchive.org"), ARQUIVO(
                "arquivo.pt"), PERMA("perma.cc"), MEGALODON("megalodon.jp");

        private final String host;

        Service(String host) {
            this.host = host;
        }

        /** The service's usual host, as shown to people. */
        public String host() {
            return host;
        }
    }
}
