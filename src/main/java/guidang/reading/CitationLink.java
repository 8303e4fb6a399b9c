package guidang.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import guidang.archive.Snapshot;
import guidang.link.Archived;
import guidang.link.WebAddress;

/**
 * A link that leads out of the archive, with what its address and title tell.
 *
 * @param start where its shown text begins in the block
 * @param end where it ends
 * @param original address of the source; empty where neither address nor title hold it
 * @param snapshots archived copies
 * @param written the address as written
 * @param probable what the address means, if it is malformed; empty if it is sound or past guessing
 * @param malformed whether the address is malformed
 * @param bare whether it stands in the text without being marked up as a link
 */
record CitationLink(int start, int end, String original, List<Snapshot> snapshots, String written, String probable,
        boolean malformed, boolean bare) {
    /** Endings of hosts that are more often endings of files. */
    private static final Set<String> FILES = Set.of("md", "html", "htm", "txt", "markdown");

    private static final int MOST_COPIES_OF_COPIES = 4;

    /** The links of a block that lead out of the archive, marked up or not, in order. */
    static List<CitationLink> of(Inline block) {
        var found = new ArrayList<CitationLink>();
        List<WebAddress.Found> bare = block.text().contains("://") ? WebAddress.find(block.text()) : List.of();
        int next = 0;
        for (Inline.Link link : block.links()) {
            while (next < bare.size() && bare.get(next).start() < link.end()) {
                addBare(block.text(), bare.get(next), link.start(), found);
                next++;
            }
            if (leadsOut(link.url())) {
                found.add(marked(link));
            }
        }
        for (; next < bare.size(); next++) {
            addBare(block.text(), bare.get(next), Integer.MAX_VALUE, found);
        }
        return found;
    }

    private static void addBare(String text, WebAddress.Found address, int before, List<CitationLink> found) {
        boolean free = address.end() <= before && (found.isEmpty() || found.getLast().end <= address.start());
        if (free && text.regionMatches(true, address.start(), "http", 0, 4)) {
            found.add(read(address.start(), address.end(), address.address().url(), "", true));
        }
    }

    /** Whether an address leads out of the archive: to the web, however badly it is written. */
    static boolean leadsOut(String url) {
        String address = url.strip();
        if (address.isEmpty() || "#?.".indexOf(address.charAt(0)) >= 0
                || (address.charAt(0) == '/' && !address.startsWith("//"))) {
            return false;
        }
        String lower = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//")) {
            return true;
        }
        Optional<String> meant = WebAddress.mended(address);
        if (meant.isEmpty()) {
            return false;
        }
        if (!meant.get().equals("https://" + address)) {
            return true;
        }
        int slash = address.indexOf('/');
        String host = slash < 0 ? address : address.substring(0, slash);
        return lower.startsWith("www.") || Archived.of(address).isPresent()
                || (slash > 0 && !FILES.contains(host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    private static CitationLink marked(Inline.Link link) {
        return read(link.start(), link.end(), link.url().strip(), link.title().strip(), false);
    }

    private static CitationLink read(int start, int end, String url, String title, boolean bare) {
        Optional<String> meant = WebAddress.mended(url);
        String address = meant.orElse(url);
        boolean malformed = !address.equals(url) || meant.isEmpty();
        var snapshots = new LinkedHashMap<String, Snapshot>();
        String original = unwrap(address, false, snapshots);
        for (String told : addresses(title)) {
            String inner = unwrap(told, true, snapshots);
            original = original.isEmpty() ? inner : original;
        }
        return new CitationLink(start, end, original, List.copyOf(snapshots.values()), url, malformed
                ? meant.orElse("")
                : "", malformed, bare);
    }

    /** Takes copies off an address, the outermost first; gives the address of the source, empty if it is not told. */
    private static String unwrap(String url, boolean inTitle, LinkedHashMap<String, Snapshot> snapshots) {
        String address = url;
        for (int i = 0; i < MOST_COPIES_OF_COPIES; i++) {
            Optional<Archived> copy = Archived.of(address);
            if (copy.isEmpty()) {
                return address;
            }
            if (!inTitle || !isRequest(copy.get())) {
                snapshots.putIfAbsent(copy.get().key(), copy.get().snapshot());
            }
            address = copy.get().original();
            if (address.isEmpty()) {
                return "";
            }
        }
        return address;
    }

    /** Whether it asks a service for a copy, of whatever time, and so proves nothing beside a real one. */
    private static boolean isRequest(Archived copy) {
        return copy.key().contains("/*/");
    }

    private static List<String> addresses(String title) {
        if (title.isEmpty()) {
            return List.of();
        }
        if (title.chars().noneMatch(Character::isWhitespace)) {
            return leadsOut(title) ? WebAddress.mended(title).stream().toList() : List.of();
        }
        List<String> inside = WebAddress.in(title).stream().map(WebAddress::url).toList();
        return inside.isEmpty() && leadsOut(title) ? WebAddress.mended(title).stream().toList() : inside;
    }

    /** What every copy of this source is known by: the key of its original, or of its copies. */
    List<String> keys() {
        var keys = new ArrayList<String>();
        WebAddress.of(original).ifPresent(address -> keys.add(address.key()));
        for (Snapshot snapshot : snapshots) {
            WebAddress.of(snapshot.url()).ifPresent(address -> keys.add(address.key()));
        }
        return keys;
    }
}
