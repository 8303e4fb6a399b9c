package guidang.reading;

import java.util.List;

/** Pieces of an {@link Inline}. */
final class Inlines {
    static final Inline EMPTY = new Inline("", List.of(), List.of());

    private Inlines() {}

    /** The characters from {@code start} up to {@code end} without white space at the ends, and what stands in them. */
    static Inline cut(Inline inline, int start, int end) {
        String text = inline.text();
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        int offset = from;
        int last = to;
        return new Inline(text.substring(from, to),
                inline.links().stream().filter(link -> link.start() >= start && link.end() <= end)
                        .map(link -> new Inline.Link(Math.clamp(link.start() - offset, 0, last - offset),
                                Math.clamp(link.end() - offset, 0, last - offset), link.url(), link.title()))
                        .toList(),
                inline.notes().stream().filter(note -> note.at() <= end && (note.at() > start || start == 0))
                        .map(note -> new Inline.Note(Math.clamp(note.at() - offset, 0, last - offset), note.label()))
                        .toList());
    }

    /** Without the characters {@code dropped} at its end; what stands in them moves before them. */
    static Inline withoutEnd(Inline inline, String dropped) {
        int last = inline.text().length();
        while (last > 0
                && (dropped.indexOf(inline.text().charAt(last - 1)) >= 0 || inline.text().charAt(last - 1) == ' ')) {
            last--;
        }
        int end = last;
        return new Inline(inline.text().substring(0, end), inline.links().stream().map(link -> new Inline.Link(
                Math.min(link.start(), end), Math.min(link.end(), end), link.url(), link.title())).toList(),
                inline.notes().stream().map(note -> new Inline.Note(Math.min(note.at(), end), note.label())).toList());
    }

    static Inline withoutLinks(Inline inline) {
        return new Inline(inline.text(), List.of(), inline.notes());
    }
}
