package guidang.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.message.Message.Button;

/** One entry, paged. */
final class EntryText {
    private static final int PIECE = 900;
    private static final int LINK = 150;
    private static final int TITLE = 80;
    private static final int DESCRIPTION = 200;
    private static final int HEADING = 100;
    private static final int MOST_TAGS = 8;
    private static final int MARKS_IN_A_BLOCK = 20;
    private static final int PAGE_UNITS = 2_500;
    private static final int PAGE_SPANS = 85;

    private final Parts parts;
    private final Texts texts;

    EntryText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    /** A page of the entry, from the section of the anchor on; from its beginning if it has no such section. */
    Message whole(Answer.Whole answer, String asked) {
        Entry entry = answer.entry();
        int from = from(entry, answer.anchor());
        List<Pages.Block> blocks = new ArrayList<>();
        for (Section section : entry.sections().subList(from, entry.sections().size())) {
            blocks(section, blocks);
        }
        var pages = new Pages(blocks, PAGE_UNITS, PAGE_SPANS, Integer.MAX_VALUE);
        int page = pages.clamp(answer.page());
        var draft = header(entry, page, pages.count(), page == 0 && from == 0);
        pages.write(page, draft);
        if (blocks.isEmpty()) {
            draft.gap().plain(texts.of("entry.empty"));
        }
        List<Item> related = answer.related();
        if (page + 1 == pages.count() && !related.isEmpty()) {
            draft.gap().bold(texts.of("entry.related")).line();
            for (int i = 0; i < related.size(); i++) {
                draft.add(parts.listed(i + 1, related.get(i)));
            }
        }
        String whole = Buttons.command("entry", entry.path().value());
        List<List<Button>> buttons = new ArrayList<>();
        buttons.add(Buttons.paging(texts, asked, page, page + 1 < pages.count()));
        List<Button> row = new ArrayList<>();
        if (from > 0) {
            row.add(Buttons.run(texts.of("button.whole", entry.title()), whole));
        }
        row.add(Buttons.run(texts.of("button.timeline", entry.title()),
                Buttons.command("timeline", entry.title())));
        buttons.add(row);
        if (page + 1 < pages.count() && !related.isEmpty()) {
            row.add(Buttons.run(texts.of("entry.related"), asked, pages.count() - 1));
        }
        if (page == 0) {
            int to = answer.anchor().isEmpty() ? entry.sections().size() : Math.min(from + 1, entry.sections().size());
            buttons.add(theProof(entry.sections().subList(from, to)));
        }
        if (page + 1 == pages.count()) {
            buttons.addAll(Buttons.numbers(related, 1));
        }
        return draft.message(buttons);
    }

    /** To what proves the sections, where that is a single page. */
    private List<Button> theProof(List<Section> sections) {
        List<Citation> all = Proofs.ordered(sections.stream()
                .flatMap(section -> Stream.concat(
                        section.events().stream().flatMap(event -> event.citations().stream()),
                        section.closing().stream()))
                .filter(citation -> !citation.proof().isEmpty()).toList());
        return all.size() == 1 ? Buttons.proof(texts, all) : List.of();
    }

    private static int from(Entry entry, String anchor) {
        for (int i = 0; i < entry.sections().size(); i++) {
            if (!anchor.isEmpty() && entry.sections().get(i).anchor().equals(anchor)) {
                return i;
            }
        }
        return 0;
    }

    private Draft header(Entry entry, int page, int pages, boolean full) {
        var draft = new Draft().bold(PlainText.cut(entry.title(), TITLE));
        if (pages > 1) {
            draft.plain(" · ").plain(texts.of("page.of", page + 1, pages));
        }
        draft.line();
        if (full) {
            if (entry.dated() != null) {
                draft.plain(texts.of("entry.dated", parts.dates.written(entry.dated()))).line();
            }
            if (!entry.author().isBlank()) {
                draft.plain(texts.of("entry.author", parts.typed(entry.author()))).line();
            }
            if (!entry.tags().isEmpty()) {
                draft.plain(texts.of("entry.tags", parts.names(entry.tags(), MOST_TAGS))).line();
            }
            draft.italic(PlainText.cut(entry.description(), DESCRIPTION)).line();
        }
        return draft.gap();
    }

    private void blocks(Section section, List<Pages.Block> blocks) {
        var heading = new Draft();
        if (!section.heading().isBlank()) {
            heading.bold(PlainText.cut(section.heading(), HEADING)).line();
        }
        int before = blocks.size();
        Set<String> shown = new HashSet<>();
        for (Event event : section.events()) {
            if (event.linkOnly() && event.citations().size() == 1) {
                blocks.add(new Pages.Block(heading, link(event.citations().getFirst(), event.text())));
            } else {
                text(event).forEach(body -> blocks.add(new Pages.Block(heading, body)));
            }
            event.citations().forEach(citation -> shown.add(citation.proof()));
        }
        for (Citation citation : Proofs.ordered(section.closing())) {
            if (citation.proof().isEmpty() || shown.add(citation.proof())) {
                blocks.add(new Pages.Block(heading, link(citation, Proofs.title(citation))));
            }
        }
        if (section.stub()) {
            blocks.add(new Pages.Block(heading, new Draft().italic(texts.of("entry.stub")).line()));
        } else if (blocks.size() == before && !heading.isEmpty()) {
            blocks.add(new Pages.Block(heading, new Draft()));
        }
    }

    private Draft link(Citation citation, String text) {
        var draft = new Draft().plain("• ").link(PlainText.cut(text, LINK), citation.proof());
        if (!citation.snapshots().isEmpty()) {
            draft.plain(" — " + Proofs.kept(citation.snapshots().getFirst()));
        } else if (!citation.original().isEmpty()) {
            draft.plain(" — " + texts.of("proof.notArchived"));
        }
        return draft.line();
    }

    /** The text of an event in pieces, its proofs behind the last. */
    private List<Draft> text(Event event) {
        List<Draft> pieces = new ArrayList<>();
        for (String block : event.blocks()) {
            String rest = PlainText.clean(block).strip();
            while (rest.length() > PIECE) {
                int at = PlainText.cutAt(rest, PIECE);
                pieces.add(new Draft().plain(PlainText.isolated(rest.substring(0, at))).line());
                rest = rest.substring(at).strip();
            }
            if (!rest.isEmpty()) {
                pieces.add(new Draft().plain(PlainText.isolated(rest)).line());
            }
        }
        List<Draft> marks = parts.proofs.marksInRows(event.citations(), MARKS_IN_A_BLOCK);
        if (!marks.isEmpty()) {
            Draft last = pieces.isEmpty() ? new Draft() : pieces.removeLast();
            pieces.add(last.withoutLine().add(marks.getFirst()).line());
            marks.stream().skip(1).forEach(row -> pieces.add(row.line()));
        }
        pieces.getLast().line();
        return pieces;
    }
}
