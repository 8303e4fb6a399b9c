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
 * @param shown its words
 * @param original address of the source; empty where neither address nor title hold it
 * @param snapshots archived copies
 * @param written the address as written
 * @param probable what the address means, if it is malformed; empty if it is sound or past guessing
 * @param malformed whether the address is malformed
 * @param bare whether it stands in the text without being marked up as a link
 */
record CitationLink(int start, int end, String shown, String original, List<Snapshot> snapshots, String written,
        String probable,
        boolean malformed, boolean bare) {
    /** Endings of hosts that are more often endings of files. */
    private static final Set<String> FILES = Set.of("md", "html", "htm", "txt", "markdown");

    private static final int MOST_LINKS = 10_000;
    private static final int MOST_COPIES_OF_COPIES = 4;

    /** The links of a block that lead out of the archive, marked up or not, in order, not overlapping. */
    static List<CitationLink> of(Inline block) {
        List<Inline.Link> links = block.text().contains("://") ? withUnmarked(block) : block.links();
        var found = new ArrayList<CitationLink>();
        for (Inline.Link link : links) {
            if (leadsOut(link.url())) {
                found.add(read(link, block.text()));
            }
        }
        return found;
    }

    /** The links of a block, and between them those that Markdown did not see: broken ones, and bare addresses. */
    private static List<Inline.Link> withUnmarked(Inline block) {
        var all = new ArrayList<Inline.Link>();
        int from = 0;
        for (Inline.Link link : block.links()) {
            addUnmarked(block.text(), from, link.start(), all);
            all.add(link);
            from = link.end();
        }
        addUnmarked(block.text(), from, block.text().length(), all);
        return all;
    }

    private static void addUnmarked(String text, int from, int to, List<Inline.Link> all) {
        String gap = text.substring(from, Math.max(from, to));
        if (!gap.contains("://") || all.size() > MOST_LINKS) {
            return;
        }
        int next = 0;
        for (CitationMarkup broken : CitationMarkup.in(gap)) {
            addBare(gap.substring(next, broken.start()), from + next, all);
            all.add(new Inline.Link(from + broken.start(), from + broken.end(), broken.address(), ""));
            next = broken.end();
        }
        addBare(gap.substring(next), from + next, all);
    }

    private static void addBare(String gap, int offset, List<Inline.Link> all) {
        for (WebAddress.Found found : gap.contains("://") ? WebAddress.find(gap) : List.<WebAddress.Found>of()) {
            if (gap.regionMatches(true, found.start(), "http", 0, 4)) {
                all.add(new Inline.Link(offset + found.start(), offset + found.end(), found.address().url(), ""));
            }
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

    private static CitationLink read(Inline.Link link, String text) {
        String url = link.url().strip();
        String shown = CitationMarkup.shown(text.substring(link.start(), link.end()).strip());
        Optional<String> meant = WebAddress.mended(url);
        String address = meant.orElse(url);
        boolean malformed = !address.equals(url) || meant.isEmpty();
        var snapshots = new LinkedHashMap<String, Snapshot>();
        String original = unwrap(address, false, snapshots);
        for (String told : addresses(link.title().strip())) {
            String inner = unwrap(told, true, snapshots);
            original = original.isEmpty() ? inner : original;
        }
        return new CitationLink(link.start(), link.end(), shown, original, List.copyOf(snapshots.values()), url,
                malformed
                        ? meant.orElse("")
                        : "",
                malformed, shown.equals(url));
    }

    /** Takes copies off an address, the outermost first; gives the address of the source, empty if it is not told. */
    private static String unwrap(String url, boolean inTitle, LinkedHashMap<String, Snapshot> snapshots) {
        String address = url;
        for (int i = 0; i < MOST_COPIES_OF_COPIES; i++) {
            Optional<Archived> copy = Archived.of(address);
            if (copy.isEmpty()) {
                return address;
            }
            if (!inTitle || !copy.get().isRequest()) {
                snapshots.putIfAbsent(copy.get().key(), copy.get().snapshot());
            }
            address = copy.get().original();
            if (address.isEmpty()) {
                return "";
            }
        }
        return address;
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
