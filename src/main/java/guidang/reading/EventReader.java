package guidang.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.Event;
import guidang.archive.When;

/** The blocks of one section → its events and the citations that close it. */
final class EventReader {
    private static final Pattern ACCESSED = Pattern.compile("\\s*+[(（]参照[^()（）]{0,60}+[)）]\\.?+$");

    private final PageSources page;
    private final @Nullable When headingDate;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Citation> closing = new LinkedHashSet<>();
    /** Labels and credits that stand before the event they belong to. */
    private final List<Block.Paragraph> waiting = new ArrayList<>();
    private boolean stub;
    /** A date that stands alone, for the paragraph after it. */
    private @Nullable When carried;
    /** The last date stated in this section, or by its heading. */
    private @Nullable When context;

    /** What a section holds. */
    record Result(List<Event> events, Set<Citation> closing, boolean stub) {}

    private EventReader(PageSources page, @Nullable When headingDate) {
        this.page = page;
        this.headingDate = headingDate;
        this.context = headingDate;
    }

    /** Reads the blocks under a heading that states {@code headingDate}, itself or by the headings above it. */
    static Result read(PageSources page, @Nullable When headingDate, List<Block> blocks) {
        var reader = new EventReader(page, headingDate);
        List<Block> shown = reader.withoutStubs(blocks);
        if (LinkLists.holdsOnlyLinks(shown)) {
            shown.forEach(reader::links);
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

    /** One event for each link. */
    private void links(Block block) {
        Citation.Place place = block instanceof Block.Quote ? Citation.Place.CALLOUT : Citation.Place.LIST;
        List<Block> inside = block instanceof Block.Quote quote ? quote.blocks() : List.of(block);
        for (Block.Paragraph paragraph : Blocks.paragraphs(inside)) {
            String text = ACCESSED.matcher(paragraph.inline().text()).replaceFirst("");
            if (paragraph.inline().links().isEmpty()) {
                waiting.add(paragraph);
            } else if (!text.isBlank()) {
                begin(text, paragraph.line(), true, null).cite(page.cited(paragraph, place));
            }
        }
    }

    private void prose(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && isCitedList(blocks.get(end - 1))) {
            end--;
        }
        List<Block> links = blocks.subList(end, blocks.size());
        while (!links.isEmpty() && end > 0 && LinkLists.isLabel(blocks.get(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            boolean last = i + 1 == end;
            if (!(blocks.get(i) instanceof Block.Paragraph paragraph && loneDate(paragraph,
                    last ? null : blocks.get(i + 1)))) {
                block(blocks.get(i));
            }
        }
        links.forEach(block -> closing.addAll(page.citedIn(block)));
    }

    /**
     * A paragraph that is nothing but a date: it dates the paragraph after it, or, at the end, signs what stands
     * before it. False if it is none, or neither.
     */
    private boolean loneDate(Block.Paragraph paragraph, @Nullable Block next) {
        When when = Statements.loneDate(paragraph.inline(), told(List.of()));
        Draft current = current();
        if (when == null || (next == null && current == null)) {
            return false;
        }
        if (next instanceof Block.Paragraph) {
            waiting.add(paragraph);
            carried = when;
            stated(when);
            return true;
        }
        if (next == null && current != null) {
            if (!current.isDated()) {
                current.date(when);
            }
            current.add(paragraph.inline().text());
            current.cite(page.cited(paragraph, Citation.Place.PROSE));
            return true;
        }
        return false;
    }

    /** Whether a block is a list or callout of nothing but links out of the archive. */
    private boolean isCitedList(Block block) {
        return !(block instanceof Block.Paragraph) && LinkLists.isLinks(block) && !page.citedIn(block).isEmpty();
    }

    private void block(Block block) {
        Draft current = current();
        if (current != null && isCitedList(block)) {
            current.cite(page.citedIn(block));
            return;
        }
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Items items -> items.items().forEach(this::item);
            case Block.Quote quote -> keysOr(quote, quote.title().text().contains("元数据"), Citation.Place.CALLOUT);
            case Block.Table table -> table.rows().forEach(this::row);
            case Block.Code code -> keysOr(code, code.language().startsWith("y"), Citation.Place.PROSE);
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

    /** A row of a table begins an event if it begins with a date. */
    private void row(Block.Paragraph row) {
        When when = Statements.of(row.inline(), told(List.of())).getFirst().when();
        if (when != null && row.inline().text().startsWith(when.written())) {
            begin(row.inline().text(), row.line(), false, when).cite(page.cited(row, Citation.Place.PROSE));
        } else {
            append(row, Citation.Place.PROSE);
        }
    }

    private void paragraph(Block.Paragraph paragraph) {
        if (page.entryDate() != null && Credits.isCredit(paragraph.inline().text())) {
            Draft current = current();
            if (current == null) {
                waiting.add(paragraph);
            } else {
                current.add(paragraph.inline().text());
            }
            return;
        }
        statements(paragraph);
    }

    private void statements(Block.Paragraph paragraph) {
        List<Citation> own = page.cited(paragraph, Citation.Place.PROSE);
        List<Statements.Part> parts = Statements.of(paragraph.inline(), told(own));
        var lacking = new ArrayList<Draft>();
        for (Statements.Part part : parts) {
            if (part.inline().text().isBlank()) {
                continue;
            }
            var piece = new Block.Paragraph(part.inline(), paragraph.line());
            List<Citation> cited = parts.size() == 1 ? own : page.cited(piece, Citation.Place.PROSE);
            Draft draft = part.when() != null
                    ? begin(part.inline().text(), paragraph.line(), false, part.when(), part.leads())
                    : undated(piece, cited);
            draft.cite(cited);
            if (cited.isEmpty()) {
                lacking.add(draft);
            } else {
                // A footnote at the end of a paragraph speaks for the sentences before it that have none.
                lacking.forEach(before -> before.cite(cited));
                lacking.clear();
            }
        }
    }

    private Draft undated(Block.Paragraph piece, List<Citation> cited) {
        Draft current = current();
        if (carried != null || current == null || (!current.isDated() && !cited.isEmpty())) {
            return begin(piece.inline().text(), piece.line(), false, carried);
        }
        current.add(piece.inline().text());
        return current;
    }

    private Told told(List<Citation> own) {
        return context != null ? new Told.After(context) : page.told(own);
    }

    private Draft begin(String text, int line, boolean linkOnly, @Nullable When when) {
        return begin(text, line, linkOnly, when, true);
    }

    private Draft begin(String text, int line, boolean linkOnly, @Nullable When when, boolean leads) {
        var draft = new Draft(text, line, linkOnly, when);
        for (Block.Paragraph before : waiting) {
            draft.cite(page.cited(before, Citation.Place.PROSE));
        }
        addWaitingTo(draft);
        carried = null;
        drafts.add(draft);
        stated(leads || context == null ? when : null);
        return draft;
    }

    private void addWaitingTo(Draft draft) {
        waiting.forEach(paragraph -> draft.add(paragraph.inline().text()));
        waiting.clear();
    }

    private void stated(@Nullable When when) {
        if (when != null) {
            context = when.precision() == When.Precision.DECADE ? context : when;
            page.stated(when);
        }
    }

    private @Nullable Draft current() {
        return drafts.isEmpty() ? null : drafts.getLast();
    }

    /** Adds a block and all that stands in it to the event before it. */
    private void append(Block block, Citation.Place place) {
        for (Block.Paragraph paragraph : Blocks.paragraphs(List.of(block))) {
            String text = paragraph.inline().text();
            List<Citation> cited = page.cited(paragraph, place);
            Draft current = current();
            if (current == null && text.isBlank()) {
                closing.addAll(cited);
            } else if (current == null) {
                begin(text, paragraph.line(), false, null).cite(cited);
            } else {
                current.add(text);
                current.cite(cited);
            }
        }
    }

    /**
     * A block that may hold keys ({@code 时间: 2021年9月2日}): if they state a date, it dates the event before it, or else
     * begins one.
     */
    private void keysOr(Block block, boolean keys, Citation.Place place) {
        When when = keys ? Keys.date(block, told(List.of())) : null;
        if (when == null) {
            append(block, place);
            return;
        }
        Draft current = current();
        if (current == null || current.isDated()) {
            Block.Paragraph first = Keys.first(block);
            begin(first.inline().text(), first.line(), false, when).cite(page.citedIn(block));
            Keys.rest(block).forEach(drafts.getLast()::add);
        } else {
            current.date(when);
            stated(when);
            append(block, place);
        }
    }

    private Result result() {
        if (!waiting.isEmpty() && drafts.isEmpty()) {
            Block.Paragraph first = waiting.removeFirst();
            begin(first.inline().text(), first.line(), false, null);
        } else if (!waiting.isEmpty()) {
            addWaitingTo(drafts.getLast());
        }
        When stated = headingDate != null ? headingDate : page.entryDate();
        Set<Citation> speaking = drafts.size() == 1 ? closing : Set.of();
        return new Result(drafts.stream().map(draft -> draft.event(page.ids(), stated, speaking)).toList(), closing,
                stub);
    }
}
