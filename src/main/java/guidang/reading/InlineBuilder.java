package guidang.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the text of one block together on one line, and remembers where links and footnote marks stand. */
final class InlineBuilder {
    /** A bare address in running text: ends before white space, brackets and full-width punctuation. */
    private static final Pattern ADDRESS = Pattern
            .compile("https?+://[^\\s<>\"“”‘’「」『』《》〈〉【】（）〔〕，。；：！？、]++", Pattern.CASE_INSENSITIVE);

    /** HTML may open links in links, and never close them. */
    private static final int MAX_OPEN = 10;

    private final StringBuilder text = new StringBuilder();
    private final List<Inline.Link> links = new ArrayList<>();
    private final List<Inline.Note> notes = new ArrayList<>();
    private final List<Leftovers.Range> literal = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean space;
    private boolean lineBreak;
    private boolean noteBefore;
    private boolean hidden;

    private static final class Open {
        private final String url;
        private final String title;
        private int start = -1;

        Open(String url, String title) {
            this.url = url;
            this.title = title;
        }
    }

    /** Adds text; white space collapses to one space. */
    void text(String more) {
        if (hidden) {
            return;
        }
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c == '\n') {
                lineBreak = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (!invisible(c)) {
                put(c);
            }
        }
    }

    /** Adds code: text in which nothing is markup. */
    void code(String more) {
        int start = text.length();
        text(more);
        literal.add(new Leftovers.Range(start, text.length()));
    }

    /** Where code stands. */
    List<Leftovers.Range> literal() {
        return List.copyOf(literal);
    }

    /** A line break of the source: nothing between two wide characters, else a space. */
    void lineBreak() {
        lineBreak = true;
    }

    /** Whether what comes is not shown. */
    void hide(boolean hide) {
        hidden = hide;
    }

    void openLink(String url, String title) {
        if (open.size() < MAX_OPEN) {
            open.push(new Open(url, title));
        }
    }

    void closeLink() {
        Open link = open.poll();
        if (link != null && open.isEmpty() && !link.url.isEmpty()) {
            int start = link.start < 0 ? text.length() : link.start;
            links.add(new Inline.Link(start, text.length(), link.url, link.title));
        }
    }

    void note(String label) {
        notes.add(new Inline.Note(text.length(), label));
        noteBefore = true;
    }

    /** What was put together; bare addresses in the text have become links. */
    Inline build() {
        while (!open.isEmpty()) {
            closeLink();
        }
        return new Inline(text.toString(), withBareAddresses(), notes);
    }

    private List<Inline.Link> withBareAddresses() {
        if (text.indexOf("://") < 0) {
            return links;
        }
        var all = new ArrayList<Inline.Link>();
        Matcher matcher = ADDRESS.matcher(text);
        int next = 0;
        while (matcher.find()) {
            int start = matcher.start();
            while (next < links.size() && links.get(next).end() <= start) {
                all.add(links.get(next++));
            }
            boolean taken = next < links.size() && links.get(next).start() < matcher.end();
            if (!taken) {
                int end = trimmed(start, matcher.end());
                all.add(new Inline.Link(start, end, text.substring(start, end), ""));
            }
        }
        all.addAll(links.subList(next, links.size()));
        return all;
    }

    /** Where an address ends that may have taken the punctuation of its sentence with it. */
    private int trimmed(int start, int end) {
        int last = end;
        int opened = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            opened += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (opened < 0) {
                last = i;
                break;
            }
        }
        while (last > start && ".,;:!?'*]".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private void put(char c) {
        if (space || lineBreak) {
            char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
            boolean joined = isWide(before) && isWide(c) && (!space || noteBefore);
            if (!text.isEmpty() && !joined) {
                text.append(' ');
            }
            space = false;
            lineBreak = false;
        }
        for (Open link : open) {
            if (link.start < 0) {
                link.start = text.length();
            }
        }
        noteBefore = false;
        text.append(c);
    }

    /** Whether a character is written without spaces around it: Han, kana, and full-width forms. */
    static boolean isWide(char c) {
        return between(c, 0x2E80, 0xA4CF) || between(c, 0xF900, 0xFAFF) || between(c, 0xFE30, 0xFE4F)
                || between(c, 0xFF00, 0xFFEF) || Character.isSurrogate(c) || "“”‘’…—".indexOf(c) >= 0;
    }

    private static boolean invisible(char c) {
        return Character.isISOControl(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD
                || between(c, 0x200E, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069);
    }

    private static boolean between(char c, int first, int last) {
        return c >= first && c <= last;
    }
}
