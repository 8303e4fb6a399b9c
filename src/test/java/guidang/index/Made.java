package guidang.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import guidang.query.Query;

/** Entries and queries made by hand. */
final class Made {
    private final String path;
    private final String title;
    private final List<String> tags = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Entry.InternalLink> links = new ArrayList<>();
    private String author = "";
    private boolean published = true;
    private @Nullable When dated;
    private String hash = "00";
    private int events;

    private Made(String path, String title) {
        this.path = path;
        this.title = title;
    }

    static Made page(String path, String title) {
        return new Made(path, title);
    }

    Made tags(String... all) {
        tags.addAll(List.of(all));
        return this;
    }

    Made author(String name) {
        author = name;
        return this;
    }

    Made unpublished() {
        published = false;
        return this;
    }

    Made dated(String day) {
        dated = day(day);
        return this;
    }

    Made hash(String value) {
        hash = value;
        return this;
    }

    Made link(String target) {
        links.add(new Entry.InternalLink(target, "", target, 1));
        return this;
    }

    /** A section of undated events, one for each text. */
    Made section(String heading, String... texts) {
        return section(heading, Arrays.stream(texts).map(text -> event(text, null)).toList());
    }

    Made section(String heading, List<Event> all, Citation... closing) {
        return section(heading, List.of(), false, all, closing);
    }

    Made section(String heading, List<String> parents, boolean stub, List<Event> all, Citation... closing) {
        sections.add(new Section(heading, parents, heading.isEmpty() ? 0 : 2, heading, 1, stub, all,
                List.of(closing)));
        return this;
    }

    Event event(String text, @Nullable When when, Citation... citations) {
        return new Event(new EventId(id()), text, List.of(), when, List.of(citations), 1, false);
    }

    private String id() {
        return Integer.toHexString(path.hashCode()) + "-" + events++;
    }

    Entry entry() {
        return new Entry(new EntryPath(path), Entry.Kind.PAGE, title, "", tags, author, published, dated, null,
                sections, links, 10, hash);
    }

    static When day(String iso) {
        LocalDate day = LocalDate.parse(iso);
        return new When(day, day, When.Precision.DAY, When.Relation.ON, false, iso, When.Basis.STATED);
    }

    static When month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new When(first, first.plusMonths(1).minusDays(1), When.Precision.MONTH, When.Relation.ON, false,
                year + "年" + month + "月", When.Basis.STATED);
    }

    static Citation cite(String title, String publisher, String author, String original, String... snapshots) {
        List<Snapshot> copies = Arrays.stream(snapshots)
                .map(url -> new Snapshot(Snapshot.Service.WAYBACK, url, null)).toList();
        return new Citation(Citation.Form.WITHOUT_DATE, Citation.Place.FOOTNOTE, "1", author, title, publisher, null,
                null, original, copies, title, 3);
    }

    /** A query for words. */
    static Query words(String... words) {
        return new Query(String.join(" ", words), List.of(words), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), null, List.of(), Query.Wanted.ANYTHING, List.of());
    }

    static Query phrases(List<String> words, List<String> phrases, List<String> without) {
        return new Query("", words, phrases, without, List.of(), List.of(), List.of(), List.of(), null, List.of(),
                Query.Wanted.ANYTHING, List.of());
    }

    static Query filtered(List<String> words, List<String> tags, List<String> folders, List<String> sites,
            List<String> authors) {
        return new Query("", words, List.of(), List.of(), tags, folders, sites, authors, null, List.of(),
                Query.Wanted.ANYTHING, List.of());
    }

    static Query during(List<String> words, String from, String to, boolean strict) {
        return new Query("", words, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                new Query.Period(LocalDate.parse(from), LocalDate.parse(to), from, strict), List.of(),
                Query.Wanted.ANYTHING, List.of());
    }
}
