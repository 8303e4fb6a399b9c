package guidang.reading;

import java.util.List;

/**
 * The content of one block as a person reads it: plain text on one line, and where its links and footnote marks stand.
 *
 * @param text no markup; marks of footnotes left out, links by their shown text
 * @param links in order, not overlapping
 * @param notes in order
 */
record Inline(String text, List<Link> links, List<Note> notes) {
    Inline {
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /** A link: its shown text from {@code start} up to {@code end}; {@code title} as in {@code [text](url "title")}. */
    record Link(int start, int end, String url, String title) {}

    /** A footnote mark {@code [^label]} between the characters before and at {@code at}. */
    record Note(int at, String label) {}
}
