package guidang.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.link.Archived;

/** Counts what a subscription would have told, so that somebody sees it before confirming. */
public final class Previews {
    /** How many days are looked at. */
    static final int DAYS = 90;
    private static final int MOST_EXAMPLES = 3;

    private final ArchiveIndex index;
    private final Aliases aliases;

    public Previews(ArchiveIndex index, Aliases aliases) {
        this.index = index;
        this.aliases = aliases;
    }

    /**
     * Counts by the log of changes if that is long enough, else by the dates of entries.
     *
     * @param subscription need not be kept anywhere
     * @param log changes of the last 90 days at least, in any order; older ones are not counted
     * @param since when the first change could have been noticed
     * @param zone of days
     */
    public Preview of(Subscription subscription, List<Brief> log, Instant since, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate from = today.minusDays(DAYS - 1L);
        boolean kept = !since.isAfter(from.atStartOfDay(zone).toInstant());
        return kept ? ofLog(subscription, log, from, today, zone) : ofEntries(subscription, today);
    }

    private Preview ofLog(Subscription subscription, List<Brief> log, LocalDate from, LocalDate today, ZoneId zone) {
        var matching = new Matching(List.of(subscription), aliases, today);
        var restored = new Restored();
        var told = new ArrayList<Brief>();
        for (Brief brief : log) {
            LocalDate day = LocalDate.ofInstant(brief.at(), zone);
            if (!day.isBefore(from) && !day.isAfter(today)
                    && !matching.of(List.of(restored.change(brief)), today).isEmpty()) {
                told.add(brief);
            }
        }
        return preview(told, from, today, Preview.Basis.CHANGES);
    }

    private Preview ofEntries(Subscription subscription, LocalDate today) {
        When newest = index.facts().newest();
        LocalDate to = newest == null ? today : newest.latest();
        LocalDate from = to.minusDays(DAYS - 1L);
        var matching = new Matching(List.of(subscription), aliases, today);
        var told = new ArrayList<Brief>();
        for (Entry entry : index.dated(from, to)) {
            When made = entry.created() != null || entry.dated() == null ? entry.created() : entry.dated();
            boolean isNew = made != null && !made.earliest().isBefore(from);
            Change.Kind kind = isNew ? Change.Kind.ENTRY_ADDED : Change.Kind.EVENT_CORRECTED;
            var change = new Change(kind, entry, null, null, null, List.of(), null);
            if (!matching.of(List.of(change), today).isEmpty()) {
                told.add(brief(kind, entry));
            }
        }
        return preview(told, from, to, Preview.Basis.ENTRIES);
    }

    private static Brief brief(Change.Kind kind, Entry entry) {
        Optional<Section> first = entry.sections().stream().filter(section -> !section.events().isEmpty()).findFirst();
        String text = first.map(section -> section.events().getFirst().text()).orElse("");
        When dated = entry.dated() != null ? entry.dated() : entry.created();
        Instant at = dated == null ? Instant.EPOCH : dated.earliest().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Brief(kind, entry.path().value(), "", entry.title(), "", "", dated, "", cut(text), List.of(), "", "",
                at);
    }

    private static String cut(String text) {
        return text.length() <= 1000
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(999)) ? 999 : 1000);
    }

    private static Preview preview(List<Brief> told, LocalDate from, LocalDate to, Preview.Basis basis) {
        told.sort(Comparator.comparing(Brief::at).reversed().thenComparing(Brief::path));
        var paths = new HashSet<String>();
        List<Brief> examples = told.stream().filter(brief -> paths.add(brief.path())).limit(MOST_EXAMPLES).toList();
        return new Preview(told.size(), from, to, basis, examples);
    }

    /** Makes changes of what was kept of them: with the entry as it is now, where it still is. */
    private final class Restored {
        private final Map<String, Optional<Entry>> entries = new HashMap<>();

        Change change(Brief brief) {
            Entry entry = entries.computeIfAbsent(brief.path(), path -> index.entry(new EntryPath(path)))
                    .orElseGet(() -> entry(brief, List.of()));
            EntryPath from = brief.from().isEmpty() ? null : new EntryPath(brief.from());
            boolean whole = switch (brief.kind()) {
                case ENTRY_ADDED, ENTRY_REMOVED, ENTRY_RENAMED, ENTRY_PUBLISHED -> true;
                case EVENT_ADDED, EVENT_CORRECTED, EVENT_REMOVED, CITATION_ADDED, CITATION_REMOVED, SNAPSHOT_ADDED,
                        SNAPSHOT_REMOVED ->
                    false;
            };
            if (whole) {
                Entry shown = entry.sections().isEmpty() ? entry(brief, List.of(section(brief, entry))) : entry;
                return new Change(brief.kind(), shown, null, null, null, List.of(), from);
            }
            Section section = section(brief, entry);
            return new Change(brief.kind(), entry, section, event(brief, brief.before()),
                    event(brief, brief.after()), brief.sources().stream().map(Restored::citation).toList(), from);
        }

        private static Entry entry(Brief brief, List<Section> sections) {
            return new Entry(new EntryPath(brief.path()), Entry.Kind.PAGE, brief.title(), "", List.of(), "", true, null,
                    null, sections, List.of(), 1, "");
        }

        /** The section as it is now; else one of the statement alone. */
        private static Section section(Brief brief, Entry entry) {
            Predicate<Section> holds = section -> section.heading().equals(brief.heading())
                    && (brief.event().isEmpty()
                            || section.events().stream().anyMatch(event -> event.id().value().equals(brief.event())));
            return entry.sections().stream().filter(holds).findFirst()
                    .orElseGet(() -> new Section(brief.heading(), List.of(), brief.heading().isEmpty() ? 0 : 2,
                            brief.heading(), 1, false, events(brief), List.of()));
        }

        private static List<Event> events(Brief brief) {
            Event event = event(brief, brief.after().isEmpty() ? brief.before() : brief.after());
            return event == null ? List.of() : List.of(event);
        }

        private static @Nullable Event event(Brief brief, String text) {
            String id = EventId.isOne(brief.event()) ? brief.event() : "-";
            return text.isBlank()
                    ? null
                    : new Event(new EventId(id), text, List.of(), brief.when(),
                            brief.sources().stream().map(Restored::citation).toList(), 1, false);
        }

        private static Citation citation(Brief.Source source) {
            boolean copy = Archived.of(source.url()).isPresent();
            List<Snapshot> copies = copy
                    ? List.of(new Snapshot(Snapshot.Service.WAYBACK, source.url(), null))
                    : List.of();
            return new Citation(Citation.Form.NOTE, Citation.Place.FOOTNOTE, "", "", source.text(), "", null, null,
                    copy ? "" : source.url(), copies, source.text(), 1);
        }
    }
}
