package guidang.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import guidang.archive.Entry;
import guidang.archive.Section;

/** The names that an entry brings: for look-up, completion and correction. */
final class Names {
    static final int LONGEST = 80;

    private Names() {}

    /** What a wording is; the order is that of completions. */
    enum Kind {
        TITLE('0'), FILE('1'), TAG('2'), HEADING('3');

        private final char digit;

        Kind(char digit) {
            this.digit = digit;
        }

        static Kind of(char digit) {
            return switch (digit) {
                case '0' -> TITLE;
                case '1' -> FILE;
                case '2' -> TAG;
                default -> HEADING;
            };
        }
    }

    /** A name as written, its key, and what it names. */
    record Wording(String key, Kind kind, String text) {
        /** Key, kind and text in one term: sorted by key, then kind. */
        String term() {
            return key + '\u0000' + kind.digit + text;
        }

        /** The same by sound and by first letters, where it has Chinese characters. */
        List<String> sounds() {
            String sound = Pinyin.key(key);
            if (sound.equals(key)) {
                return List.of();
            }
            String rest = "\u0000" + kind.digit + text;
            return List.of("s" + sound + rest, "i" + Pinyin.initials(key) + rest);
        }

        /** Takes a term apart; its key is what stands before the first U+0000. */
        static Wording of(String term) {
            int end = term.indexOf('\u0000');
            return new Wording(term.substring(0, end), Kind.of(term.charAt(end + 1)),
                    term.substring(end + 2));
        }
    }

    static Set<Wording> wordings(Entry entry) {
        var wordings = new LinkedHashSet<Wording>();
        add(wordings, Kind.TITLE, entry.title());
        add(wordings, Kind.FILE, entry.path().name());
        entry.tags().forEach(tag -> add(wordings, Kind.TAG, tag));
        entry.sections().stream().map(Section::heading).forEach(heading -> add(wordings, Kind.HEADING, heading));
        return wordings;
    }

    private static void add(Set<Wording> wordings, Kind kind, String text) {
        String clean = text.replace('\u0000', ' ').strip();
        if (!clean.isEmpty() && clean.length() <= LONGEST) {
            wordings.add(new Wording(Folding.key(clean), kind, clean));
        }
    }

    /** Keys of the things that a title or file name lists: {@code 运满满_货车帮}, {@code A、B}, {@code 甲（乙）}. */
    static Set<String> parts(Entry entry) {
        var parts = new LinkedHashSet<String>();
        addParts(parts, entry.title());
        addParts(parts, entry.path().name());
        return parts;
    }

    private static void addParts(Set<String> parts, String name) {
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || "_、，,/|（）()：:《》【】[]".indexOf(name.charAt(i)) >= 0) {
                String part = Folding.key(name.substring(from, i));
                if (part.length() > 1) {
                    found.add(part);
                }
                from = i + 1;
            }
        }
        if (found.size() > 1) {
            parts.addAll(found);
        }
    }
}
