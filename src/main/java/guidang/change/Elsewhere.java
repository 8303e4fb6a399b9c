package guidang.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.link.WebAddress;

/** What all the entries that are compared cite, by address: a list of sources may have been moved from one to another. */
final class Elsewhere {
    private final List<Entry> before;
    private final List<Entry> after;
    private @Nullable Set<String> keysBefore;
    private @Nullable Set<String> keysAfter;

    Elsewhere(Collection<Entry> before, Collection<Entry> after) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
    }

    /** Whether any entry cited a source before. */
    boolean wasCited(Set<String> keys) {
        if (keysBefore == null) {
            keysBefore = keys(before);
        }
        return keys.stream().anyMatch(keysBefore::contains);
    }

    /** Whether any entry cites a source now. */
    boolean isCited(Set<String> keys) {
        if (keysAfter == null) {
            keysAfter = keys(after);
        }
        return keys.stream().anyMatch(keysAfter::contains);
    }

    private static Set<String> keys(List<Entry> entries) {
        var keys = new HashSet<String>();
        entries.stream().filter(Entry::published).flatMap(entry -> entry.sections().stream())
                .flatMap(section -> Stream.concat(section.closing().stream(),
                        section.events().stream().flatMap(event -> event.citations().stream())))
                .forEach(citation -> keys.addAll(WebAddress.keysOf(citation)));
        return keys;
    }
}
