package guidang.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.archive.When.Basis;
import guidang.archive.When.Precision;
import guidang.archive.When.Relation;
import guidang.query.Query;
import guidang.query.Query.Wanted;

/** Small entries, sections and queries for tests. */
final class Pages {
    private Pages() {}

    static Entry page(String path, String title, Section... sections) {
        return new Entry(new EntryPath(path), Entry.Kind.PAGE, title, "", List.of(), "", true, null, null,
                List.of(sections), List.of(), 1, Integer.toHexString(path.hashCode()));
    }

    static Entry tagged(Entry entry, String... tags) {
        return new Entry(entry.path(), entry.kind(), entry.title(), "", List.of(tags), "", true, null, null,
                entry.sections(), List.of(), 1, entry.hash());
    }

    static Entry post(String path, String title, When dated, Section... sections) {
        return new Entry(new EntryPath(path), Entry.Kind.POST, title, "", List.of(), "", true, dated, null,
                List.of(sections), List.of(), 1, Integer.toHexString(path.hashCode()));
    }

    static Entry linking(Entry entry, String target, String text) {
        return new Entry(entry.path(), entry.kind(), entry.title(), "", entry.tags(), "", true, null, null,
                entry.sections(), List.of(new Entry.InternalLink(target, "", text, 1)), 1, entry.hash());
    }

    static Section section(String heading, Event... events) {
        return new Section(heading, List.of(), heading.isEmpty() ? 0 : 2, heading,
                1 + Math.abs(heading.hashCode() % 999),
                false, List.of(events), List.of());
    }

    static Section closing(Section section, Citation... citations) {
        return new Section(section.heading(), section.parents(), section.level(), section.anchor(), section.line(),
                false, section.events(), List.of(citations));
    }

    static Event event(String id, @Nullable When when, String text, String... more) {
        return new Event(new EventId(id), text, List.of(more), when, List.of(), 1, false);
    }

    static Event citing(Event event, Citation... citations) {
        return new Event(event.id(), event.text(), event.more(), event.when(), List.of(citations), 1,
                event.linkOnly());
    }

    static Event link(String id, @Nullable When when, String title, String url) {
        return new Event(new EventId(id), title, List.of(), when, List.of(citation(url)), 1, true);
    }

    static Event link(String id, @Nullable When when, String title, String url, String publisher) {
        return new Event(new EventId(id), title, List.of(), when, List.of(citation(url, publisher)), 1, true);
    }

    static Citation citation(String url) {
        return citation(url, "");
    }

    private static Citation citation(String url, String publisher) {
        return new Citation(Citation.Form.LINK, Citation.Place.LIST, "", "", "t", publisher, null, null, url,
                List.of(new Snapshot(Snapshot.Service.WAYBACK, "https://web.archive.org/web/20210101000000/" + url,
                        null)),
                "t", 1);
    }

    /** A stated date: {@code 2021}, {@code 2021-07} or {@code 2021-07-27}. */
    static When on(String iso) {
        List<Integer> parts = new ArrayList<>();
        for (String part : iso.split("-", -1)) {
            parts.add(Integer.parseInt(part));
        }
        LocalDate first = LocalDate.of(parts.get(0), parts.size() > 1 ? parts.get(1) : 1,
                parts.size() > 2 ? parts.get(2) : 1);
        LocalDate last = switch (parts.size()) {
            case 1 -> first.plusYears(1).minusDays(1);
            case 2 -> first.plusMonths(1).minusDays(1);
            default -> first;
        };
        Precision precision = switch (parts.size()) {
            case 1 -> Precision.YEAR;
            case 2 -> Precision.MONTH;
            default -> Precision.DAY;
        };
        return new When(first, last, precision, Relation.ON, false, iso, Basis.STATED);
    }

    static Query query(Wanted wanted, String typed, String... words) {
        return new Query(typed, List.of(words), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), wanted, List.of());
    }
}
