package guidang.index;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.lucene.util.BytesRef;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;

/**
 * The folded text of a section for a second look, without decoding its entry.
 */
final class SectionText {
    static final int TITLE = 0;
    static final int HEADING = 1;
    /** Headings above, tags, description. */
    static final int AROUND = 2;
    static final int BODY = 3;
    /** Titles of what is cited. */
    static final int CITED = 4;
    /** Publishers of what is cited. */
    static final int SITES = 5;
    static final int PARTS = 6;

    private static final char STUB = 1;
    private static final char LINKS = 2;
    private static final char LIST = 4;
    private static final char EMPTY = 8;
    private static final int MOST = 200_000;

    /** A character of marks, then the parts one after the other, each closed by U+0000. */
    private final char[] text;
    private final int[] ends;

    private SectionText(char[] text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    static String[] partsOf(Entry entry, Section section, boolean first) {
        var parts = new String[PARTS];
        parts[TITLE] = Folding.squeeze(title(entry));
        parts[HEADING] = Folding.squeeze(section.heading());
        String around = String.join("\n", section.parents()) + "\n" + String.join("\n", entry.tags());
        parts[AROUND] = Folding.squeeze(first ? around + "\n" + entry.description() : around);
        parts[BODY] = Folding.squeeze(section.text());
        List<Citation> cited = Citations.of(section).toList();
        parts[CITED] = Folding.squeeze(titles(section));
        parts[SITES] = Folding
                .squeeze(cited.stream().map(Citation::publisher).distinct().collect(Collectors.joining("\n")));
        for (int i = 0; i < PARTS; i++) {
            String part = parts[i].replace('\u0000', ' ');
            parts[i] = part.length() <= MOST ? part : part.substring(0, MOST);
        }
        return parts;
    }

    private static String title(Entry entry) {
        String name = entry.path().name();
        return Folding.key(entry.title()).contains(Folding.key(name)) ? entry.title() : entry.title() + "\n" + name;
    }

    /** Titles of citations that the text of the section does not tell already. */
    private static String titles(Section section) {
        var titles = new StringBuilder();
        for (Event event : section.events()) {
            for (Citation citation : event.citations()) {
                if (!event.text().contains(citation.title())) {
                    titles.append(citation.title()).append('\n');
                }
            }
        }
        for (Citation citation : section.closing()) {
            titles.append(citation.title()).append('\n');
        }
        return titles.toString();
    }

    /** A section that stands in no index. */
    static SectionText of(Entry entry, Section section, boolean first) {
        return decode(encode(entry, section, partsOf(entry, section, first)));
    }

    /** Marks and parts as bytes, two for a character. */
    static BytesRef encode(Entry entry, Section section, String[] parts) {
        int length = 1 + PARTS;
        for (String part : parts) {
            length += part.length();
        }
        var bytes = new byte[length * 2];
        int at = put(bytes, 0, marks(entry, section));
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                at = put(bytes, at, part.charAt(i));
            }
            at = put(bytes, at, '\u0000');
        }
        return new BytesRef(bytes);
    }

    private static int put(byte[] bytes, int at, char c) {
        bytes[at] = (byte) (c >> 8);
        bytes[at + 1] = (byte) c;
        return at + 2;
    }

    private static char marks(Entry entry, Section section) {
        int marks = section.stub() ? STUB : 0;
        if (section.events().isEmpty()) {
            marks |= EMPTY;
        } else if (section.events().stream().allMatch(Event::linkOnly)) {
            marks |= LINKS;
        }
        long events = entry.events().count();
        if (entry.links().size() >= 5 && entry.links().size() * 5L >= events * 3) {
            marks |= LIST;
        }
        return (char) marks;
    }

    static SectionText decode(BytesRef bytes) {
        var text = new char[bytes.length / 2];
        var ends = new int[PARTS];
        int part = 0;
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asCharBuffer().get(text);
        for (int i = 1; i < text.length && part < PARTS; i++) {
            if (text[i] == 0) {
                ends[part++] = i;
            }
        }
        return new SectionText(text, ends);
    }

    char at(int place) {
        return text[place];
    }

    String between(int from, int to) {
        return new String(text, from, to - from);
    }

    /** Where a part ends, exclusive. */
    int end(int part) {
        return ends[part];
    }

    /** Where a part begins. */
    int start(int part) {
        return part == 0 ? 1 : ends[part - 1] + 1;
    }

    /** The same places, with characters replaced by signs for their sound. */
    SectionText bySound() {
        var sounds = new char[text.length];
        sounds[0] = text[0];
        for (int i = 1; i < text.length; i++) {
            sounds[i] = Pinyin.sign(text[i]);
        }
        return new SectionText(sounds, ends);
    }

    /** Whether a part holds a text, as it stands. */
    boolean holds(String wanted) {
        for (int part = 0; part < SITES; part++) {
            if (find(wanted, start(part), ends[part]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where a text stands between two places; words only where they are not part of longer ones. -1 if nowhere. */
    int find(String wanted, int from, int to) {
        int length = wanted.length();
        if (length == 0) {
            return -1;
        }
        char first = wanted.charAt(0);
        for (int at = from; at + length <= to; at++) {
            if (text[at] == first && stands(wanted, at, from, to)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a text stands at a place between two others; words only where they are not part of longer ones. */
    boolean stands(String wanted, int at, int from, int to) {
        int end = at + wanted.length();
        if (end > to || !same(wanted, at)) {
            return false;
        }
        boolean begins = at == from || !Terms.isWordChar(text[at]) || !Terms.isWordChar(text[at - 1]);
        boolean ends = end == to || !Terms.isWordChar(text[end - 1]) || !Terms.isWordChar(text[end]);
        return begins && ends;
    }

    private boolean same(String wanted, int at) {
        for (int i = 0; i < wanted.length(); i++) {
            if (text[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean stub() {
        return (text[0] & STUB) != 0;
    }

    /** Whether it holds only links that lead out of the archive. */
    boolean links() {
        return (text[0] & LINKS) != 0;
    }

    /** Whether its entry is a list of other entries. */
    boolean list() {
        return (text[0] & LIST) != 0;
    }

    /** Whether nothing stands under its heading. */
    boolean empty() {
        return (text[0] & EMPTY) != 0;
    }
}
