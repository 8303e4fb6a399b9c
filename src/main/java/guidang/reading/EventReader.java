package guidang.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Event;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.when.DateReader;

/** The blocks of one section → its events and the citations that close it. */
final class EventReader {
    private static final Pattern DATE_KEY = Pattern.compile(
            "^(?:发布|發布|公布|发表|發表|成文|更新|创建|施行)?(?:时间|時間|日期)\\s*+[:：]\\s*+(.++)$");
    private static final Pattern ACCESSED = Pattern.compile("\\s*+[(（]参照[^()（）]{0,60}+[)）]\\.?+$");

    private final Page page;
    private final @Nullable When headingDate;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Citation> closing = new LinkedHashSet<>();
    private boolean stub;
    /** The last date stated in this section, or by its heading. */
    private @Nullable LocalDate context;

    /** What the sections of one page share. */
    static final class Page {
        private final CitationReader citations;
        private final Map<String, List<Citation>> notes;
        private final EventIds ids;
        private final @Nullable When entryDate;
        private final @Nullable LocalDate fallback;
        private @Nullable LocalDate last;

        /**
         * @param entryDate dates what states no date: of posts
         * @param fallback a day of about the time when the page was written
         */
        Page(CitationReader citations, Map<String, List<Citation>> notes, EventIds ids, @Nullable When entryDate,
                @Nullable LocalDate fallback) {
            this.citations = citations;
            this.notes = notes;
            this.ids = ids;
            this.entryDate = entryDate;
            this.fallback = fallback;
        }
    }

    /** What a section holds. */
    record Result(List<Event> events, Set<Citation> closing, boolean stub) {}

    private static final class Draft {
        private final String text;
        private final int line;
        private final boolean linkOnly;
        private @Nullable When when;
        private final List<String> more = new ArrayList<>();
        private final Set<Citation> citations = new LinkedHashSet<>();

        Draft(String text, int line, boolean linkOnly, @Nullable When when) {
            this.text = text;
            this.line = line;
            this.linkOnly = linkOnly;
            this.when = when;
        }
    }

    private EventReader(Page page, @Nullable When headingDate) {
        this.page = page;
        this.headingDate = headingDate;
        this.context = headingDate == null ? null : headingDate.earliest();
    }

    /** Reads the blocks under a heading that states {@code headingDate}, itself or by the headings above it. */
    static Result read(Page page, @Nullable When headingDate, List<Block> blocks) {
        var reader = new EventReader(page, headingDate);
        List<Block> shown = reader.withoutStubs(blocks);
        if (!shown.isEmpty() && shown.stream().allMatch(block -> LinkLists.isLinks(block) || LinkLists.isLabel(block))
                && shown.stream().anyMatch(LinkLists::isLinks)) {
            reader.linksOnly(shown);
        } else {
            reader.prose(shown);
        }
        return reader.result();
    }

    private List<Block> withoutStubs(List<Block> blocks) {
        var shown = new ArrayList<Block>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph && LinkLists.isStub(paragraph.inline().text())) {
                stub = true;
            } else {
                shown.add(block);
            }
        }
        return shown;
    }

    private void linksOnly(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> link(paragraph, Citation.Place.LIST);
                case Block.Items items -> links(items, Citation.Place.LIST);
                case Block.Quote quote -> quote.blocks().forEach(inner -> {
                    if (inner instanceof Block.Items items) {
                        links(items, Citation.Place.CALLOUT);
                    }
                });
                case Block.Heading heading -> {
                }
                case Block.Table table -> {
                }
                case Block.Code code -> {
                }
            }
        }
    }

    private void links(Block.Items items, Citation.Place place) {
        for (Block.Item item : items.items()) {
            for (Block block : item.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    link(paragraph, place);
                } else if (block instanceof Block.Items inner) {
                    links(inner, place);
                }
            }
        }
    }

    private void link(Block.Paragraph paragraph, Citation.Place place) {
        if (paragraph.inline().links().isEmpty()) {
            return;
        }
        String text = ACCESSED.matcher(paragraph.inline().text()).replaceFirst("");
        if (!text.isBlank()) {
            begin(text, paragraph.line(), true, null).citations.addAll(cited(paragraph, place));
        }
    }

    private void prose(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && isClosing(blocks.get(end - 1))) {
            end--;
        }
        List<Block> links = blocks.subList(end, blocks.size());
        while (!links.isEmpty() && end > 0 && LinkLists.isLabel(blocks.get(end - 1))) {
            end--;
        }
        for (Block block : blocks.subList(0, end)) {
            block(block);
        }
        links.forEach(block -> closing.addAll(citedIn(block)));
    }

    private boolean isClosing(Block block) {
        return !(block instanceof Block.Paragraph) && LinkLists.isLinks(block) && !citedIn(block).isEmpty();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> statement(paragraph);
            case Block.Items items -> items.items().forEach(this::item);
            case Block.Quote quote -> {
                if (!metadata(quote)) {
                    append(quote, Citation.Place.CALLOUT);
                }
            }
            case Block.Table table -> table.rows().forEach(this::row);
            case Block.Code code -> {
                if (!metadata(code)) {
                    append(code, Citation.Place.PROSE);
                }
            }
            case Block.Heading heading -> append(heading, Citation.Place.PROSE);
        }
    }

    private void item(Block.Item item) {
        for (Block block : item.blocks()) {
            if (block instanceof Block.Paragraph paragraph && LinkLists.isLink(paragraph.inline())) {
                append(paragraph, Citation.Place.LIST);
            } else {
                block(block);
            }
        }
    }

    private void row(Block.Paragraph row) {
        List<Statements.Part> parts = Statements.of(row.inline(), contextFor(List.of()), context == null);
        When when = parts.getFirst().when();
        boolean dated = when != null && row.inline().text().startsWith(when.written());
        if (dated) {
            begin(row.inline().text(), row.line(), false, when).citations.addAll(cited(row, Citation.Place.PROSE));
        } else {
            append(row, Citation.Place.PROSE);
        }
    }

    private void statement(Block.Paragraph paragraph) {
        List<Citation> own = cited(paragraph, Citation.Place.PROSE);
        List<Statements.Part> parts = Statements.of(paragraph.inline(), contextFor(own), context == null);
        var lacking = new ArrayList<Draft>();
        for (Statements.Part part : parts) {
            if (part.inline().text().isBlank()) {
                continue;
            }
            var piece = new Block.Paragraph(part.inline(), paragraph.line());
            List<Citation> cited = parts.size() == 1 ? own : cited(piece, Citation.Place.PROSE);
            Draft draft = part.when() != null
                    ? begin(part.inline().text(), paragraph.line(), false, part.when())
                    : undated(piece, cited);
            draft.citations.addAll(cited);
            if (cited.isEmpty()) {
                lacking.add(draft);
            } else {
                lacking.forEach(before -> before.citations.addAll(cited));
                lacking.clear();
            }
        }
    }

    private Draft undated(Block.Paragraph piece, List<Citation> cited) {
        Draft current = current();
        if (current == null || (current.when == null && !cited.isEmpty())) {
            return begin(piece.inline().text(), piece.line(), false, null);
        }
        current.more.add(piece.inline().text());
        return current;
    }

    private @Nullable LocalDate contextFor(List<Citation> own) {
        if (context != null) {
            return context;
        }
        return own.stream().map(Citation::published).filter(Objects::nonNull).map(When::earliest).findFirst()
                .or(() -> Optional.ofNullable(page.last)).or(() -> Optional.ofNullable(page.fallback)).orElse(null);
    }

    private Draft begin(String text, int line, boolean linkOnly, @Nullable When when) {
        var draft = new Draft(text, line, linkOnly, when);
        drafts.add(draft);
        stated(when);
        return draft;
    }

    private void stated(@Nullable When when) {
        if (when != null) {
            context = when.earliest();
            page.last = when.earliest();
        }
    }

    private @Nullable Draft current() {
        return drafts.isEmpty() ? null : drafts.getLast();
    }

    /** Adds a block and all that stands in it to the event before it. */
    private void append(Block block, Citation.Place place) {
        for (Block.Paragraph paragraph : Blocks.paragraphs(List.of(block))) {
            String text = paragraph.inline().text();
            List<Citation> cited = cited(paragraph, place);
            Draft current = current();
            if (current != null) {
                if (!text.isBlank()) {
                    current.more.add(text);
                }
                current.citations.addAll(cited);
            } else if (!text.isBlank()) {
                begin(text, paragraph.line(), false, null).citations.addAll(cited);
            } else {
                closing.addAll(cited);
            }
        }
    }

    /** Reads a block of keys, if it states a date: it dates what stands before it, else begins an event. */
    private boolean metadata(Block block) {
        boolean data = switch (block) {
            case Block.Code code -> code.language().startsWith("y");
            case Block.Quote quote -> quote.title().text().endsWith("元数据");
            case Block.Heading heading -> false;
            case Block.Paragraph paragraph -> false;
            case Block.Items items -> false;
            case Block.Table table -> false;
        };
        if (!data) {
            return false;
        }
        List<Block.Paragraph> rows = Blocks.paragraphs(List.of(block));
        When when = rows.stream().map(row -> DATE_KEY.matcher(row.inline().text()))
                .filter(java.util.regex.Matcher::find)
                .map(matcher -> DateReader.read(matcher.group(1), context)).filter(found -> !found.isEmpty())
                .map(found -> found.getFirst().when()).findFirst().orElse(null);
        if (when == null) {
            return false;
        }
        Draft current = current();
        if (current != null && current.when == null) {
            current.when = when;
            stated(when);
            append(block, Citation.Place.CALLOUT);
            return true;
        }
        int from = block instanceof Block.Quote ? 1 : 0;
        Block.Paragraph first = rows.get(Math.min(from, rows.size() - 1));
        begin(first.inline().text(), first.line(), false, when);
        for (Block.Paragraph row : rows) {
            Draft draft = drafts.getLast();
            draft.citations.addAll(cited(row, Citation.Place.CALLOUT));
            if (!row.equals(first) && rows.indexOf(row) >= from) {
                draft.more.add(row.inline().text());
            }
        }
        return true;
    }

    private List<Citation> citedIn(Block block) {
        Citation.Place place = block instanceof Block.Quote ? Citation.Place.CALLOUT : Citation.Place.LIST;
        return Blocks.paragraphs(List.of(block)).stream().flatMap(paragraph -> cited(paragraph, place).stream())
                .toList();
    }

    /** The citations of the links and the footnotes of a paragraph, in the order of the text. */
    private List<Citation> cited(Block.Paragraph paragraph, Citation.Place place) {
        var cited = new ArrayList<Citation>();
        if (!paragraph.inline().links().isEmpty()) {
            cited.addAll(page.citations.read(paragraph.inline(), place, "", paragraph.line()));
        }
        for (Inline.Note note : paragraph.inline().notes()) {
            cited.addAll(page.notes.getOrDefault(Footnotes.key(note.label()), List.of()));
        }
        return cited;
    }

    private Result result() {
        var events = new ArrayList<Event>();
        for (Draft draft : drafts) {
            When when = draft.when != null ? draft.when : inferred(draft);
            events.add(new Event(page.ids.next(draft.text), draft.text, draft.more, when, List.copyOf(draft.citations),
                    draft.line, draft.linkOnly));
        }
        return new Result(List.copyOf(events), closing, stub);
    }

    private @Nullable When inferred(Draft draft) {
        if (headingDate != null) {
            return headingDate;
        }
        if (page.entryDate != null) {
            return page.entryDate;
        }
        boolean alone = drafts.size() == 1 && draft.citations.isEmpty();
        Set<Citation> cited = alone ? closing : draft.citations;
        return earliest(cited, Citation::published).map(when -> when.withBasis(When.Basis.SOURCE))
                .or(() -> earliest(cited, EventReader::captured)).orElse(null);
    }

    private static Optional<When> earliest(Set<Citation> citations, Function<Citation, @Nullable When> date) {
        return citations.stream().map(date).filter(Objects::nonNull).min(Comparator.comparing(When::earliest));
    }

    private static @Nullable When captured(Citation citation) {
        return citation.snapshots().stream().map(Snapshot::captured).filter(Objects::nonNull).sorted().findFirst()
                .map(moment -> EntryDate.of(moment.toLocalDate(), When.Basis.SNAPSHOT)).orElse(null);
    }
}
