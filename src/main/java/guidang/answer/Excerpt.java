package guidang.answer;

import java.util.List;

import guidang.answer.Sentences.Span;

/** Cuts a part out of a long text, at sentences. {@code …} marks where it is cut. */
final class Excerpt {
    private static final String CUT = "…";
    private static final String CLAUSES = "，、；：,;: \n";

    private Excerpt() {}

    /**
     * A part of the text around the sentence that begins at {@code at}: that sentence, what stands before it if all of
     * it fits, then what follows.
     *
     * @param spans the sentences of the text
     * @param focus index of the sentence that must be in it
     * @param limit most UTF-16 units, marks included
     */
    static String around(String text, List<Span> spans, int focus, int limit) {
        if (text.strip().length() <= limit) {
            return text.strip();
        }
        if (spans.isEmpty()) {
            return clip(text.strip(), limit);
        }
        int room = limit - 2 * CUT.length();
        int first = focus;
        int last = focus;
        if (length(spans, first, last) > room) {
            Span span = spans.get(focus);
            String clipped = clip(text.substring(span.start(), span.end()), limit - CUT.length());
            return focus > 0 ? CUT + clipped : clipped;
        }
        if (length(spans, 0, last) <= room) {
            first = 0;
        } else if (first > 0 && length(spans, first - 1, last) <= room * 2 / 3) {
            first--;
        }
        while (last + 1 < spans.size() && length(spans, first, last + 1) <= room) {
            last++;
        }
        while (first > 0 && length(spans, first - 1, last) <= room) {
            first--;
        }
        return (first > 0 ? CUT : "") + text.substring(spans.get(first).start(), spans.get(last).end())
                + (last < spans.size() - 1 ? CUT : "");
    }

    /** The beginning of a text, cut at a clause if one ends in its second half. At most {@code limit} UTF-16 units. */
    static String clip(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - CUT.length();
        for (int at = end; at > end / 2; at--) {
            if (CLAUSES.indexOf(text.charAt(at - 1)) >= 0) {
                return text.substring(0, at).stripTrailing() + CUT;
            }
        }
        if (Character.isHighSurrogate(text.charAt(end - 1)) && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }

    private static int length(List<Span> spans, int first, int last) {
        return spans.get(last).end() - spans.get(first).start();
    }
}
