package guidang.archive;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the archive names as its source.
 *
 * @param form how it is written
 * @param place where it stands
 * @param label of the footnote, without {@code [^} and {@code ]}; empty elsewhere
 * @param author may be empty
 * @param title may be empty in a plain note
 * @param publisher site, newspaper or channel; may be empty
 * @param published when the source came out; null if it does not say
 * @param accessed when the archive's author read it (参照); null if it does not say
 * @param original address of the source itself; empty where the page holds none
 * @param snapshots archived copies; empty where the source is not archived
 * @param text the whole citation as a person reads it
 * @param line 1-based
 */
public record Citation(Form form, Place place, String label, String author, String title, String publisher,
        @Nullable When published, @Nullable When accessed, String original, List<Snapshot> snapshots, String text,
        int line) {
    public Citation {
        snapshots = List.copyOf(snapshots);
    }

    /** The address that proves it: the first snapshot, else the original; empty for a plain note. */
    public String proof() {
        return snapshots.isEmpty() ? original : snapshots.getFirst().url();
    }

    /** How it is written; the order is that of DESIGN's list, most frequent first. */
    public enum Form {
        /** {@code author, 《[title](url)》, site, date. (参照 date).} */
        AUTHOR_TITLE_SITE_DATE,
        /** {@code [title - site](url)} */
        TITLE_DASH_SITE,
        /** As the first, without a date. */
        WITHOUT_DATE,
        /** As the first, without an author. */
        WITHOUT_AUTHOR,
        /** {@code 参照: date. [Online]} and other library forms. */
        ONLINE,
        /** {@code [title](url), site.} */
        TITLE_COMMA_SITE,
        /** A link with nothing beside it. */
        LINK,
        /** Words without a link. */
        NOTE
    }

    /** Where it stands. */
    public enum Place {
        FOOTNOTE, LIST, CALLOUT, PROSE
    }
}
