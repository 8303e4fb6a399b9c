package guidang.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Event;
import guidang.archive.Snapshot;
import guidang.archive.When;

/** An event while its section is being read. */
final class Draft {
    private final String text;
    private final int line;
    private final boolean linkOnly;
    private final List<String> more = new ArrayList<>();
    private final Set<Citation> citations = new LinkedHashSet<>();
    private @Nullable When when;

    Draft(String text, int line, boolean linkOnly, @Nullable When when) {
        this.text = text;
        this.line = line;
        this.linkOnly = linkOnly;
        this.when = when;
    }

    boolean isDated() {
        return when != null;
    }

    void date(When date) {
        when = date;
    }

    /** Adds a block that belongs to it. */
    void add(String block) {
        if (!block.isBlank()) {
            more.add(block);
        }
    }

    void cite(List<Citation> cited) {
        citations.addAll(cited);
    }

    /**
     * The event.
     *
     * @param stated what dates it if it states no date itself; null if only its sources can
     * @param closing the citations that speak for it if it has none of its own
     */
    Event event(EventIds ids, @Nullable When stated, Set<Citation> closing) {
        When date = when != null ? when : stated;
        if (date == null) {
            date = sourced(citations.isEmpty() ? closing : citations);
        }
        return new Event(ids.next(text), text, more, date, List.copyOf(citations), line, linkOnly);
    }

    private static @Nullable When sourced(Set<Citation> cited) {
        return earliest(cited, Citation::published).map(when -> when.withBasis(When.Basis.SOURCE))
                .or(() -> earliest(cited, Draft::captured)).orElse(null);
    }

    private static Optional<When> earliest(Set<Citation> citations, Function<Citation, @Nullable When> date) {
        return citations.stream().map(date).filter(Objects::nonNull).min(Comparator.comparing(When::earliest));
    }

    private static @Nullable When captured(Citation citation) {
        return citation.snapshots().stream().map(Snapshot::captured).filter(Objects::nonNull).sorted().findFirst()
                .map(moment -> EntryDate.of(moment.toLocalDate(), When.Basis.SNAPSHOT)).orElse(null);
    }
}
