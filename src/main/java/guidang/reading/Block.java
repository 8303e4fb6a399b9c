package guidang.reading;

import java.util.List;

/** A piece of a page as its author laid it out, whichever markup it was written in. Lines are 1-based. */
sealed interface Block {
    int line();

    /** A heading; {@code id} is the anchor that the author gave it, empty if none. */
    record Heading(int level, Inline inline, String id, int line) implements Block {}

    /** A paragraph. */
    record Paragraph(Inline inline, int line) implements Block {}

    /** A list. */
    record Items(List<Item> items, int line) implements Block {}

    /** What one list item holds: its first block is usually a paragraph. */
    record Item(List<Block> blocks, int line) {}

    /** A quotation or callout; {@code kind} is the callout's type in lower case, empty for a plain quotation. */
    record Quote(String kind, Inline title, List<Block> blocks, int line) implements Block {}

    /** A table, the header first; each row is one line of text, its cells joined. */
    record Table(List<Paragraph> rows, int line) implements Block {}

    /** Literal text; {@code language} in lower case, may be empty. */
    record Code(String language, List<Paragraph> rows, int line) implements Block {}
}
