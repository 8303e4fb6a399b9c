package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Archive;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.link.Archived;
import guidang.reading.ArchiveReader;
import guidang.when.DateReader;

/**
 * How much of what plain patterns see in the files of an archive was read: footnote definitions, addresses of archived
 * copies, dates. The folder is given by {@code -Darchive=DIR}. What was not read is listed on the error stream.
 */
public final class Coverage {
    private static final Pattern HIDDEN = Pattern.compile("<!--.*?-->|\\A\\s*---\\n.*?\\n---\\n", Pattern.DOTALL);
    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ >\\t]*\\[\\^([^\\]]+)\\]:");
    private static final Pattern TARGET = Pattern
            .compile("\\]\\(\\s*<?((?:[^()\\s<>]|\\([^()\\s]*\\))+)>?(?:\\s+\"([^\"]*)\")?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\"]+|\\[\\^[^\\]]*\\]");
    private static final Map<String, Pattern> DATES = dates();

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    private Coverage() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(System.getProperty("archive"));
        Archive archive = new ArchiveReader(folder).read();
        var coverage = new Coverage();
        for (Entry entry : archive.entries()) {
            coverage.entry(entry, Files.readString(folder.resolve(entry.path().value())));
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(Locale.ROOT, "%-34s %8s %8s %9s%n", "", "in files", "read", "share");
        coverage.counts.forEach((what, count) -> out.printf(Locale.ROOT, "%-34s %8d %8d %8.2f%%%n", what, count[0],
                count[1], 100.0 * count[1] / Math.max(1, count[0])));
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        coverage.missed.forEach(err::println);
    }

    private static Map<String, Pattern> dates() {
        var forms = new LinkedHashMap<String, Pattern>();
        forms.put("dates: YYYY年M月D日", Pattern.compile("\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?[日号]"));
        forms.put("dates: YYYY-MM-DD", Pattern.compile("(?<![\\d/.-])(?:19|20)\\d{2}-\\d{2}-\\d{2}(?![\\d-])"));
        forms.put("dates: M月D日, no year", Pattern.compile("(?<![\\d年]|年 )\\d{1,2} ?月 ?\\d{1,2} ?[日号]"));
        forms.put("dates: YYYY年M月", Pattern.compile("\\d{4} ?年 ?\\d{1,2} ?月(?! ?\\d)"));
        forms.put("dates: YYYY年", Pattern.compile("(?<!\\d)(?:19|20)\\d{2} ?年(?! ?\\d{1,2} ?月)"));
        forms.put("dates: part of a month", Pattern.compile("月 ?(?:上旬|中旬|下旬|初|中|底|末)"));
        forms.put("dates: 左右, 前后, 约",
                Pattern.compile("[日号月年] ?(?:左右|前后)|[大]?约(?:是)? ?(?=\\d{4} ?年)"));
        return forms;
    }

    private void count(String what, boolean read, String miss) {
        int[] count = counts.computeIfAbsent(what, key -> new int[2]);
        count[0]++;
        count[1] += read ? 1 : 0;
        if (!read) {
            missed.add(what + " | " + miss);
        }
    }

    private void entry(Entry entry, String file) {
        String text = HIDDEN.matcher(file.replace("\r", "")).replaceAll("");
        List<Citation> citations = Stream
                .concat(entry.events().flatMap(event -> event.citations().stream()),
                        entry.sections().stream().flatMap(section -> section.closing().stream()))
                .toList();
        footnotes(entry, text, citations);
        addresses(entry, text, citations);
        @Nullable
        When last = null;
        boolean here = false;
        for (String line : text.lines().toList()) {
            here = here && !line.startsWith("#");
            List<DateReader.Found> found = dates(entry, ADDRESS.matcher(line).replaceAll(" "), last, here);
            here = here || !found.isEmpty();
            last = found.isEmpty() ? last : found.getLast().when();
        }
    }

    private void footnotes(Entry entry, String text, List<Citation> citations) {
        Set<String> cited = citations.stream().map(citation -> citation.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (Matcher definition = DEFINITION.matcher(text); definition.find();) {
            String label = definition.group(1).toLowerCase(Locale.ROOT);
            if (seen.add(label)) {
                count("footnote definitions", cited.contains(label), entry.path() + " " + label);
            }
        }
    }

    private void addresses(Entry entry, String text, List<Citation> citations) {
        var byCopy = new HashMap<String, Citation>();
        for (Citation citation : citations) {
            for (Snapshot snapshot : citation.snapshots()) {
                byCopy.put(Archived.of(snapshot.url()).map(Archived::key).orElse(snapshot.url()), citation);
            }
        }
        for (Matcher target = TARGET.matcher(text); target.find();) {
            Optional<Archived> copy = Archived.of(target.group(1));
            if (copy.isEmpty()) {
                continue;
            }
            Optional<Citation> citation = Optional.ofNullable(byCopy.get(copy.get().key()));
            String miss = entry.path() + " " + target.group(1);
            count("archived addresses", citation.isPresent(), miss);
            if (!copy.get().original().isEmpty() || tells(target.group(2))) {
                count("their originals, where told", citation.isPresent() && !citation.get().original().isEmpty(),
                        miss);
            }
        }
    }

    /** Whether the title of a link names the original: an address that is not itself a copy without one. */
    private static boolean tells(String title) {
        return title != null && title.contains("://")
                && Archived.of(title).map(copy -> !copy.original().isEmpty()).orElse(true);
    }

    /**
     * A date counts as read if the reader found one that overlaps it. What lacks a year takes it from the last date
     * above, of the section or of the page, or from the entry's own.
     */
    private List<DateReader.Found> dates(Entry entry, String line, @Nullable When last, boolean here) {
        When own = entry.dated();
        List<DateReader.Found> found;
        if (last != null) {
            found = here ? DateReader.readAfter(line, last) : DateReader.readBelow(line, last);
        } else {
            found = own != null ? DateReader.readToldOn(line, own.earliest()) : DateReader.read(line, null);
        }
        DATES.forEach((form, pattern) -> {
            for (Matcher date = pattern.matcher(line); date.find();) {
                int start = date.start();
                int end = date.end();
                count(form, found.stream().anyMatch(each -> each.start() < end && start < each.end()),
                        entry.path() + " " + date.group());
            }
        });
        return found;
    }
}
