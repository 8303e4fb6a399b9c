package guidang.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import guidang.archive.Entry;
import guidang.archive.Section;
import guidang.index.FoldedTerms;
import guidang.reading.ArchiveReader;

/**
 * {@code ARCHIVE FILE [N]}: writes N short questions as people ask them, half of them answerable: a title with a heading
 * of its own page, and the same title with a heading of another page of whose words its own tells next to nothing.
 * The same archive gives the same questions.
 */
public final class Headings {
    private static final List<String> FORMS = List.of("%s什么时候%s", "%s为什么%s", "%s%s是哪天", "%s%s是怎么回事", "%s啥时候%s");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4}");
    private static final int LONGEST_TITLE = 12;
    private static final int LONGEST_HEADING = 10;
    private static final double MOST_TOLD = 0.34;
    private static final int ENOUGH_ENTRIES = 20;
    /** A heading of more pages, such as 简介, tells nothing that could be asked for. */
    private static final int MOST_PAGES = 3;

    private Headings() {}

    private record Page(Entry entry, String told, List<String> headings) {}

    public static void main(String[] args) throws IOException {
        var pages = new ArrayList<Page>();
        new ArchiveReader(Path.of(args[0])).readChanged(Map.of(), entry -> add(pages, entry), (done, total) -> {});
        var often = new HashMap<String, Integer>();
        pages.forEach(page -> page.headings.forEach(heading -> often.merge(heading, 1, Integer::sum)));
        pages.replaceAll(page -> new Page(page.entry, page.told, page.headings.stream()
                .filter(heading -> often.getOrDefault(heading, 0) <= MOST_PAGES).toList()));
        pages.removeIf(page -> page.headings.isEmpty());
        if (pages.size() < ENOUGH_ENTRIES) {
            throw new IllegalArgumentException("too few pages with short titles and headings: " + pages.size());
        }
        int half = (args.length > 2 ? Integer.parseInt(args[2]) : 180) / 2;
        var chance = new Random(7);
        var lines = new ArrayList<String>();
        for (int i = 0; i < half; i++) {
            Page page = pages.get(chance.nextInt(pages.size()));
            String title = page.entry.title();
            lines.add(line("held-" + i, title, any(page.headings, chance),
                    "[{\"path\":" + quoted(page.entry.path().value()) + "}]", chance));
            lines.add(line("not-held-" + i, title, foreign(pages, page, chance), "[]", chance));
        }
        Files.write(Path.of(args[1]), lines);
    }

    private static void add(List<Page> pages, Entry entry) {
        List<String> headings = entry.sections().stream().map(Section::heading).filter(heading -> heading.length() > 1
                && heading.length() <= LONGEST_HEADING && CHINESE.matcher(heading).find()
                && !DIGITS.matcher(heading).find()).toList();
        if (!headings.isEmpty() && entry.title().length() > 1 && entry.title().length() <= LONGEST_TITLE) {
            var told = new StringBuilder(FoldedTerms.fold(entry.title()));
            entry.sections().forEach(section -> told.append('\n').append(FoldedTerms.fold(section.heading()))
                    .append('\n').append(FoldedTerms.fold(section.text())));
            pages.add(new Page(entry, told.toString(), headings));
        }
    }

    private static String foreign(List<Page> pages, Page not, Random chance) {
        while (true) {
            String heading = any(pages.get(chance.nextInt(pages.size())).headings, chance);
            var pairs = FoldedTerms.of(heading, 64).pairs();
            long told = pairs.stream().filter(not.told::contains).count();
            if (!pairs.isEmpty() && told <= MOST_TOLD * pairs.size()) {
                return heading;
            }
        }
    }

    private static String any(List<String> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private static String line(String id, String title, String heading, String gold, Random chance) {
        return "{\"id\":" + quoted(id) + ",\"kind\":\"question\",\"query\":"
                + quoted(any(FORMS, chance).formatted(title, heading)) + ",\"gold\":" + gold + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
