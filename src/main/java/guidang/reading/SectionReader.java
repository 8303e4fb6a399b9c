package guidang.reading;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.archive.Section;
import guidang.archive.When;
import guidang.when.DateReader;

/** The blocks of a page → its sections. */
final class SectionReader {
    private final EntryPath path;
    private final CitationReader citations;
    private final List<Problem> problems;

    SectionReader(EntryPath path, CitationReader citations, List<Problem> problems) {
        this.path = path;
        this.citations = citations;
        this.problems = problems;
    }

    /** A heading and the blocks under it. */
    private record Part(Block.@Nullable Heading heading, List<String> parents, @Nullable When date,
            List<Block> blocks) {}

    private record Above(Block.Heading heading, @Nullable When date) {}

    /**
     * The sections in order.
     *
     * @param entryDate dates what states no date: of posts; null for pages
     * @param fallback a day of about the time that the page tells of; null if unknown
     */
    List<Section> read(Document document, String title, @Nullable When entryDate,
            @Nullable LocalDate fallback) {
        Map<String, List<Citation>> notes = Footnotes.citations(document, citations);
        Map<String, Integer> unused = Footnotes.check(document, path, problems);
        var page = new PageSources(citations, notes, new EventIds(path), entryDate, fallback);
        var slugs = new Slugs();
        var sections = new ArrayList<Section>();
        List<Part> parts = parts(document.blocks(), title, page);
        for (Iterator<Part> rest = parts.iterator(); rest.hasNext();) {
            Part part = rest.next();
            EventReader.Result result = EventReader.read(page, part.date(), part.blocks());
            Block.@Nullable Heading heading = part.heading();
            int line = heading != null ? heading.line() : part.blocks().getFirst().line();
            String text = heading == null ? "" : heading.inline().text();
            String anchor = heading == null ? "" : slugs.next(text, heading.id());
            if (heading != null && part.blocks().isEmpty() && isTitle(heading, title)) {
                continue;
            }
            sections.add(new Section(text, part.parents(), heading == null ? 0 : heading.level(), anchor, line,
                    result.stub(), result.events(), List.copyOf(result.closing())));
        }
        return withUnused(sections, notes, unused);
    }

    private List<Part> parts(List<Block> blocks, String title, PageSources page) {
        var parts = new ArrayList<Part>();
        Deque<Above> above = new ArrayDeque<>();
        var current = new Part(null, List.of(), null, new ArrayList<>());
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading heading)) {
                current.blocks().add(block);
                continue;
            }
            if (current.heading() != null || !current.blocks().isEmpty()) {
                parts.add(current);
            }
            while (!above.isEmpty() && above.getLast().heading().level() >= heading.level()) {
                above.removeLast();
            }
            When inherited = above.isEmpty() ? null : above.getLast().date();
            Told told = inherited != null ? new Told.After(inherited) : page.told();
            When own = date(heading.inline().text(), told);
            When date = own != null ? own : inherited;
            List<String> parents = above.stream().map(parent -> parent.heading().inline().text())
                    .filter(text -> !text.isBlank()).toList();
            current = new Part(heading, parents, date, new ArrayList<>());
            if (!isTitle(heading, title)) {
                above.addLast(new Above(heading, date));
            }
        }
        if (current.heading() != null || !current.blocks().isEmpty()) {
            parts.add(current);
        }
        return parts;
    }

    private static boolean isTitle(Block.Heading heading, String title) {
        return heading.level() == 1 && heading.inline().text().equals(title);
    }

    private static @Nullable When date(String heading, Told told) {
        Sentences sentences = Sentences.of(heading);
        List<DateReader.Found> found = told.read(heading).stream()
                .filter(date -> !sentences.isQuoted(date.start())).toList();
        boolean stated = !found.isEmpty() && found.getFirst().when().relation() == When.Relation.ON
                && !Statements.qualifies(heading, found.getFirst().end());
        return stated ? found.getFirst().when() : null;
    }

    /** Footnotes that no mark leads to still are sources: of the section in which they are defined. */
    private static List<Section> withUnused(List<Section> sections, Map<String, List<Citation>> notes,
            Map<String, Integer> unused) {
        if (unused.isEmpty() || sections.isEmpty()) {
            return sections;
        }
        NavigableMap<Integer, Set<Citation>> byLine = new TreeMap<>();
        sections.forEach(section -> byLine.put(section.line(), new LinkedHashSet<>(section.closing())));
        unused.forEach((label, line) -> {
            Map.Entry<Integer, Set<Citation>> section = byLine.floorEntry(line);
            (section == null ? byLine.firstEntry() : section).getValue()
                    .addAll(notes.getOrDefault(label, List.of()));
        });
        var all = new ArrayList<Section>();
        for (Section section : sections) {
            all.add(new Section(section.heading(), section.parents(), section.level(), section.anchor(),
                    section.line(), section.stub(), section.events(),
                    List.copyOf(byLine.getOrDefault(section.line(), Set.of()))));
        }
        return all;
    }
}
