package guidang.index;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.When;

/**
 * What is counted of an entry, small enough to go through all of them.
 *
 * @param path of the entry
 * @param hash of its file
 * @param first the earliest date that its prose states
 * @param last the latest
 */
record Card(String path, String hash, boolean published, int sections, int events, int dated, int citations,
        int snapshots, @Nullable When first, @Nullable When last, @Nullable When entry, List<String> tags) {
    static final RecordCodec<Card> CODEC = new RecordCodec<>(Card.class);

    static Card of(Entry entry) {
        @Nullable
        When first = null;
        @Nullable
        When last = null;
        int events = 0;
        int dated = 0;
        for (Event event : (Iterable<Event>) entry.events()::iterator) {
            events++;
            When when = event.when();
            if (when == null) {
                continue;
            }
            dated++;
            if (when.basis() == When.Basis.STATED) {
                first = first == null || when.earliest().isBefore(first.earliest()) ? when : first;
                last = last == null || when.latest().isAfter(last.latest()) ? when : last;
            }
        }
        List<Citation> citations = entry.sections().stream().flatMap(Citations::of).toList();
        int snapshots = citations.stream().mapToInt(citation -> citation.snapshots().size()).sum();
        return new Card(entry.path().value(), entry.hash(), entry.published(), entry.sections().size(), events, dated,
                citations.size(), snapshots, first, last, dateOf(entry), entry.tags());
    }

    /** The date of an entry: its own, else that of its making. */
    static @Nullable When dateOf(Entry entry) {
        return entry.dated() != null ? entry.dated() : entry.created();
    }
}
