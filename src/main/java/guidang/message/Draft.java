package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import guidang.message.Message.Button;
import guidang.message.Message.Span;
import guidang.message.Message.Style;

/**
 * A message, or a part of one, while it is written. Keeps the spans in step with the text. Whatever is put in is
 * cleaned: only {@link #line} and {@link #gap} break lines.
 */
final class Draft {
    /** A longer quotation is folded up until it is touched; in UTF-16 units. */
    private static final int LONG = 220;
    private static final int MAX_URL = 2_000;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    /** Adds text as it is, spaces at its ends included. */
    Draft plain(String raw) {
        String clean = PlainText.clean(raw);
        text.append(clean.isBlank() ? clean : keepEnds(clean));
        return this;
    }

    private static String keepEnds(String clean) {
        String core = PlainText.isolated(clean);
        return (clean.startsWith(" ") ? " " : "") + core + (clean.endsWith(" ") ? " " : "");
    }

    Draft bold(String raw) {
        return styled(raw, new Style.Bold());
    }

    Draft italic(String raw) {
        return styled(raw, new Style.Italic());
    }

    Draft code(String raw) {
        return styled(raw, new Style.Code());
    }

    /** Parts words, unless they are parted. */
    Draft space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
            text.append(' ');
        }
        return this;
    }

    Draft struck(String raw) {
        return styled(raw, new Style.Struck());
    }

    Draft underlined(String raw) {
        return styled(raw, new Style.Underlined());
    }

    /**
     * Adds lines of their own, one for each text, quoted together. Blank ones are left out. Of a long quotation only the
     * beginning is shown until it is touched.
     */
    Draft quote(List<String> lines) {
        if (!atLineStart()) {
            line();
        }
        int start = text.length();
        for (String raw : lines) {
            String clean = PlainText.isolated(raw);
            if (!clean.isEmpty()) {
                if (text.length() > start) {
                    text.append('\n');
                }
                text.append(clean);
            }
        }
        if (text.length() > start) {
            spans.add(new Span(start, text.length() - start, new Style.Quote(text.length() - start > LONG)));
            line();
        }
        return this;
    }

    /** Adds a link, or its text alone if the address is not one that a messenger opens. */
    Draft link(String raw, String url) {
        Optional<String> address = openable(url);
        return address.isPresent() ? styled(raw, new Style.Link(address.get())) : plain(PlainText.isolated(raw));
    }

    private Draft styled(String raw, Style style) {
        String clean = PlainText.isolated(raw);
        if (!clean.isEmpty()) {
            spans.add(new Span(text.length(), clean.length(), style));
            text.append(clean);
        }
        return this;
    }

    /** Ends the line; leaves a blank one if it is ended already, but never two. */
    Draft line() {
        if (!endsBlank()) {
            text.append('\n');
        }
        return this;
    }

    private boolean endsBlank() {
        int end = text.length();
        return end > 1 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\n';
    }

    /** Takes back the end of the last line. */
    Draft withoutLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
            text.setLength(text.length() - 1);
        }
        return this;
    }

    /** Leaves one blank line, unless nothing stands above it. */
    Draft gap() {
        if (!text.isEmpty()) {
            withoutLine();
            text.append("\n\n");
        }
        return this;
    }

    /** Adds what another draft holds. Never leaves more than one line blank. */
    Draft add(Draft other) {
        int from = 0;
        while (from < other.text.length() && other.text.charAt(from) == '\n' && endsBlank()) {
            from++;
        }
        int offset = text.length() - from;
        text.append(other.text, from, other.text.length());
        other.spans.forEach(span -> spans.add(new Span(offset + span.start(), span.length(), span.style())));
        return this;
    }

    int length() {
        return text.length();
    }

    int spans() {
        return spans.size();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    /** Whether {@code more} can be added to it and it stays within what one message may hold. */
    boolean holds(Draft more) {
        return text.length() + more.text.length() <= Message.MAX_TEXT
                && spans.size() + more.spans.size() <= Message.MAX_SPANS;
    }

    /** The finished message; blank lines at its end are dropped. */
    Message message(List<List<Button>> buttons) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Message(text.substring(0, end), spans, buttons.stream().filter(row -> !row.isEmpty()).toList());
    }

    Message message() {
        return message(List.of());
    }

    /** The address, if it is a web address that a messenger accepts behind a link. */
    static Optional<String> openable(String url) {
        boolean web = url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
        if (!web || url.length() > MAX_URL || url.chars().anyMatch(c -> c <= ' ' || c == 0x7F || c == '\u3000')
                || !PlainText.clean(url).equals(url)) {
            return Optional.empty();
        }
        int host = url.indexOf("://") + 3;
        return host < url.length() && "/?#:".indexOf(url.charAt(host)) < 0 ? Optional.of(url) : Optional.empty();
    }
}
