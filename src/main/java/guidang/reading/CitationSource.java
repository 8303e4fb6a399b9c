package guidang.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.Snapshot;
import guidang.link.WebAddress;

/** One source that a block cites: the links that lead to it or to copies of it, and the words that speak of it. */
final class CitationSource {
    /** More words before or after a link do not speak of it. */
    private static final int LONGEST_WORDS = 1_000;

    private static final int LONGEST_LABEL = 24;

    /** Words that call a link a copy of the source beside it, or the source of the copy beside it. */
    private static final Pattern LABEL = Pattern.compile(
            "(?i)[\\s(（\\[【]*+(?:.{0,8}?(?:存档|存檔|备份|備份|快照|互联网档案馆|網際網路檔案館|镜像|原文|原链接|原始链接|原網址|原网址|源地址).{0,6}"
                    + "|.{0,6}?\\b(?:archived?|archive[ .-]?(?:today|is|ph|md|org|link|page|copy)|wayback(?: machine)?|ghostarchive|megalodon|perma(?:\\.cc)?"
                    + "|cached?|mirror|original|backup|source)\\b.{0,6})");
    private static final String OPENING = "《「〈『“\"‘([（【<";

    private final CitationLink first;
    private final List<CitationLink> links = new ArrayList<>();
    private final Map<String, Snapshot> snapshots = new LinkedHashMap<>();
    private final StringBuilder after = new StringBuilder();
    private String before = "";
    private String original = "";
    private int end;
    private boolean last;

    private CitationSource(CitationLink first) {
        this.first = first;
    }

    /** The sources of a block, in order. Links to one address, or to copies of one original, make one source. */
    static List<CitationSource> of(Inline block) {
        var sources = new ArrayList<CitationSource>();
        Map<String, CitationSource> known = new HashMap<>();
        String text = block.text();
        int from = 0;
        for (CitationLink link : CitationLink.of(block)) {
            String gap = text.substring(from, link.start());
            CitationSource last = sources.isEmpty() ? null : sources.getLast();
            List<String> keys = link.keys();
            CitationSource source = keys.stream().map(known::get).filter(Objects::nonNull).findFirst().orElse(null);
            if (source == null && last != null && last.isCompletedBy(link)) {
                source = last;
            }
            if (source == null) {
                source = new CitationSource(link);
                sources.add(source);
                source.begin(last, gap);
            } else if (last != null) {
                last.follow(gap);
            }
            source.add(link, source == last);
            for (String key : keys) {
                known.putIfAbsent(key, source);
            }
            from = link.end();
        }
        if (!sources.isEmpty()) {
            sources.getLast().follow(text.substring(from));
            sources.getLast().last = true;
        }
        return sources;
    }

    /** Whether a link's words only call it a copy, or the original. */
    static boolean isLabel(String shown) {
        return shown.length() <= LONGEST_LABEL && LABEL.matcher(shown).matches();
    }

    private void begin(@Nullable CitationSource last, String gap) {
        int split = last == null ? 0 : split(gap);
        if (last != null) {
            last.follow(gap.substring(0, split));
        }
        before = gap.substring(split);
    }

    private void follow(String words) {
        int room = LONGEST_WORDS - after.length();
        after.append(words, 0, Math.max(0, Math.min(room, words.length())));
    }

    private void add(CitationLink link, boolean next) {
        if (next || links.isEmpty()) {
            end = link.end();
        }
        links.add(link);
        original = original.isEmpty() ? link.original() : original;
        for (Snapshot snapshot : link.snapshots()) {
            String key = WebAddress.of(snapshot.url()).map(WebAddress::key).orElse(snapshot.url());
            snapshots.putIfAbsent(key, snapshot);
        }
    }

    private boolean isCompletedBy(CitationLink link) {
        if (!isLabel(link.shown())) {
            return false;
        }
        boolean oneOriginal = original.isEmpty() || link.original().isEmpty();
        return oneOriginal && (!link.snapshots().isEmpty() || !snapshots.isEmpty());
    }

    /** Where words between two links stop belonging to the first. */
    private static int split(String gap) {
        int end = gap.length();
        while (end > 0 && (OPENING + " ").indexOf(gap.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int i = end - 1; i >= 0; i--) {
            char c = gap.charAt(i);
            boolean period = c == '.' && i + 1 < gap.length() && gap.charAt(i + 1) == ' ';
            if (period || "。；;！？\n".indexOf(c) >= 0) {
                return i + 1;
            }
        }
        return end;
    }

    /** Whether the words after it run to the end of the block. */
    boolean isLast() {
        return last;
    }

    /** The first link to it. */
    CitationLink first() {
        return first;
    }

    /** Every link to it or to a copy of it. */
    List<CitationLink> links() {
        return links;
    }

    /** Its address; empty where none of the links tells. */
    String original() {
        return original;
    }

    /** Its copies, each once. */
    List<Snapshot> snapshots() {
        return List.copyOf(snapshots.values());
    }

    /** The words before its first link that speak of it. */
    String before() {
        return before;
    }

    /** The words after its links that speak of it, cut where they are very long. */
    String after() {
        return after.toString();
    }

    /** All that a block says of it. */
    String words(String block) {
        int from = first.start() - Math.min(before.length(), LONGEST_WORDS);
        int to = Math.min(end + after.length(), Math.min(block.length(), first.start() + 2 * LONGEST_WORDS));
        return block.substring(from, Math.max(to, from)).strip();
    }
}
