package guidang.index;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import guidang.archive.Citation;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.link.Archived;
import guidang.link.WebAddress;

/** The keys under which citations are found: addresses, publishers, hosts. */
final class Citations {
    private static final int MOST_LABELS = 6;

    private Citations() {}

    /** Every citation of a section: those of its events, then those that close it. */
    static Stream<Citation> of(Section section) {
        return Stream.concat(section.events().stream().flatMap(event -> event.citations().stream()),
                section.closing().stream());
    }

    /** Keys of the copies, of what they are copies of, and of the original. */
    static Set<String> keys(Citation citation) {
        var keys = new LinkedHashSet<String>();
        for (Snapshot snapshot : citation.snapshots()) {
            Optional<Archived> archived = Archived.of(snapshot.url());
            archived.ifPresent(copy -> keys.add(copyKey(copy)));
            archived.flatMap(copy -> WebAddress.of(copy.original())).ifPresent(address -> keys.add(pageKey(address)));
            if (archived.isEmpty()) {
                WebAddress.of(snapshot.url()).ifPresent(address -> keys.add(pageKey(address)));
            }
        }
        if (!citation.original().isEmpty()) {
            WebAddress.of(citation.original()).ifPresent(address -> keys.add(pageKey(address)));
        }
        return keys;
    }

    /** Key of an archived copy. */
    static String copyKey(Archived copy) {
        return "c:" + cut(copy.key());
    }

    /** Key of a page. */
    static String pageKey(WebAddress address) {
        return "p:" + cut(address.key());
    }

    /** Publisher and hosts of a citation, folded: the host, and every domain above it but the last label. */
    static Set<String> sites(Citation citation) {
        var sites = new HashSet<String>();
        if (!citation.publisher().isBlank()) {
            sites.add(cut(Folding.key(citation.publisher())));
        }
        Stream.concat(Stream.of(citation.original()),
                citation.snapshots().stream()
                        .flatMap(snapshot -> Archived.of(snapshot.url()).map(Archived::original).stream()))
                .flatMap(url -> WebAddress.of(url).stream()).forEach(address -> addHosts(address.url(), sites));
        return sites;
    }

    private static void addHosts(String url, Set<String> sites) {
        int from = url.indexOf("://") + 1;
        from = from == 0 ? 0 : from + 2;
        int to = from;
        while (to < url.length() && "/?#:".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        String host = cut(url.substring(from, to).toLowerCase(Locale.ROOT));
        host = host.startsWith("www.") ? host.substring(4) : host;
        for (int i = 0; i < MOST_LABELS && host.indexOf('.') > 0; i++) {
            sites.add(host);
            host = host.substring(host.indexOf('.') + 1);
        }
    }

    /** Lucene takes no term above 32,766 bytes; no name or address needs a tenth of it. */
    static String cut(String term) {
        return term.length() <= 1000 ? term : term.substring(0, 960) + '~' + Integer.toHexString(term.hashCode());
    }
}
