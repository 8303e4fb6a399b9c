package guidang.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import guidang.archive.Citation;
import guidang.archive.Snapshot;

/**
 * A web address in canonical form, for comparing: two spellings of one page have one {@code key}.
 *
 * <p>What a key leaves out: the scheme, user, {@code www.}, the ports 80 and 443, slashes at the end of the path, pure
 * tracking parameters ({@code utm_…}, {@code fbclid}, {@code spm} …), and the fragment, unless it is a route of its own
 * ({@code #!…}, {@code #/…}). Percent-encoded UTF-8 is decoded, except for characters that mean another thing bare.
 * The path keeps its case. Mobile hosts stay apart, except where the site answers to the same paths (x.com and
 * twitter.com). The key of an archived copy is {@link Archived#key}.
 *
 * @param key never empty
 * @param url as written, with a scheme
 */
public record WebAddress(String key, String url) {
    /**
     * Reads one address, with or without a scheme; empty if the text is none. Without a scheme the host must end with
     * a known top-level domain. At most 8,192 characters, no white space inside, only http and https.
     */
    public static Optional<WebAddress> of(String text) {
        String written = text.strip();
        return Parts.of(written)
                .map(parts -> new WebAddress(ArchivingService.key(parts, written, 0), parts.scheme().isEmpty()
                        ? parts.withScheme("https")
                        : written));
    }

    /**
     * Every address inside a text that a person typed, in order: full ones, and bare ones such as archive.ph/XZn19. At
     * most 50.
     *
     * <p>An address ends at white space, a quotation mark, or Chinese text or punctuation that follows it without a
     * gap; raw Chinese in its path belongs to it. Punctuation at its end and a bracket that it does not open are left
     * out. A bare one needs a known top-level domain and a slash behind it, or {@code www.} before it: V2EX.com, .cn,
     * 7-Zip and 2021.07.27 are words.
     */
    public static List<WebAddress> in(String text) {
        return find(text).stream().map(Found::address).toList();
    }

    /** As {@link #in}, and where each stands; not overlapping. */
    public static List<Found> find(String text) {
        return List.copyOf(AddressScanner.scan(text));
    }

    /**
     * What an address that was written by hand probably means: a scheme that lost or doubled letters or signs
     * ({@code ttps://}, {@code http//}, {@code https：//}) is mended, a missing one added, white space encoded. A sound
     * address is given back as it is. Empty if it cannot be told.
     */
    public static Optional<String> mended(String written) {
        return AddressMender.mend(written);
    }

    /**
     * The keys to look this address up with, in order: its own, then, where it is an archived copy, that of the
     * original it holds, so that another copy of it is found too. Never empty.
     */
    public List<String> lookups() {
        var keys = new ArrayList<String>();
        keys.add(key);
        Optional<Archived> copy = Archived.of(url);
        while (copy.isPresent() && keys.size() < 5) {
            Optional<WebAddress> original = of(copy.get().original());
            if (original.isEmpty()) {
                break;
            }
            keys.add(original.get().key());
            copy = Archived.of(original.get().url());
        }
        return List.copyOf(keys);
    }

    /** Every key under which a citation is to be found: of its original, its snapshots, and what these are copies of. */
    public static Set<String> keysOf(Citation citation) {
        var keys = new LinkedHashSet<String>();
        of(citation.original()).ifPresent(address -> keys.addAll(address.lookups()));
        for (Snapshot snapshot : citation.snapshots()) {
            of(snapshot.url()).ifPresent(address -> keys.addAll(address.lookups()));
        }
        return keys;
    }

    /** An address in a text: from {@code start} up to, not including, {@code end}, in UTF-16 units. */
    public record Found(int start, int end, WebAddress address) {}
}
