package guidang.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import guidang.archive.Citation;
import guidang.archive.When;

/** What the sections of one page share: its footnotes, and the dates known of it. */
final class PageSources {
    private final CitationReader citations;
    private final Map<String, List<Citation>> notes;
    private final EventIds ids;
    private final @Nullable When entryDate;
    private final @Nullable LocalDate about;
    private @Nullable When last;

    /**
     * The sources of one page.
     *
     * @param notes what each footnote cites, by the key of its label
     * @param entryDate dates what states no date: of posts; null for pages
     * @param about a day of about the time that the page tells of; null if unknown
     */
    PageSources(CitationReader citations, Map<String, List<Citation>> notes, EventIds ids, @Nullable When entryDate,
            @Nullable LocalDate about) {
        this.citations = citations;
        this.notes = notes;
        this.ids = ids;
        this.entryDate = entryDate;
        this.about = about;
    }

    EventIds ids() {
        return ids;
    }

    @Nullable
    When entryDate() {
        return entryDate;
    }

    /** Remembers the last date that the page states. */
    void stated(When when) {
        last = when.precision() == When.Precision.DECADE ? last : when;
    }

    /** What is known of the time of a text that no date of its own section or heading stands before. */
    Told told(List<Citation> own) {
        return own.stream().map(Citation::published).filter(Objects::nonNull).map(When::earliest).findFirst()
                .<Told>map(Told.On::new).orElseGet(() -> last != null ? new Told.Below(last) : told());
    }

    /** What the entry alone tells. */
    Told told() {
        return about != null ? new Told.On(about) : new Told.Unknown();
    }

    /** The citations of a block of links. */
    List<Citation> citedIn(Block block) {
        Citation.Place place = block instanceof Block.Quote ? Citation.Place.CALLOUT : Citation.Place.LIST;
        return Blocks.paragraphs(List.of(block)).stream().flatMap(paragraph -> cited(paragraph, place).stream())
                .toList();
    }

    /** The citations of the links and the footnotes of a paragraph. */
    List<Citation> cited(Block.Paragraph paragraph, Citation.Place place) {
        var cited = new ArrayList<Citation>();
        if (!paragraph.inline().links().isEmpty()) {
            cited.addAll(citations.read(paragraph.inline(), place, "", paragraph.line()));
        }
        for (Inline.Note note : paragraph.inline().notes()) {
            cited.addAll(notes.getOrDefault(Footnotes.key(note.label()), List.of()));
        }
        return cited;
    }
}
