package guidang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The pages hang together: every link leads somewhere, every page is found, both languages say as much. */
class DocsTest {
    private static final Path DOCS = Run.ROOT.resolve("docs");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) +(.+)$");
    /** For those who read code and tables of figures anyway. */
    private static final Set<String> ENGLISH_ALONE = Set.of("benchmarks.md", "comparison.md", "dependencies.md",
            "learning.md");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream
                .concat(files().stream(), Stream.of(Run.ROOT.resolve("README.md"), Run.ROOT.resolve("README.zh.md")))
                .filter(file -> file.toString().endsWith(".md")).toList();
    }

    /** Targets of relative links, with their anchors. */
    private static List<String> links(Path page) {
        return LINK.matcher(CODE.matcher(read(page)).replaceAll("")).results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:")).toList();
    }

    @Test
    void every_relative_link_and_anchor_leads_somewhere() throws IOException {
        var dead = new ArrayList<String>();
        int seen = 0;
        for (Path page : pages()) {
            for (String link : links(page)) {
                seen++;
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
                boolean there = Files.exists(target) && target.startsWith(Run.ROOT);
                if (!there || (parts.length == 2 && !anchors(target).contains(parts[1]))) {
                    dead.add(Run.ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertTrue(seen > 100, "links: " + seen);
        assertEquals(List.of(), dead);
    }

    /** As GitHub makes them; a second heading of one name is not linked to here. */
    private static Set<String> anchors(Path page) {
        var anchors = new TreeSet<String>();
        for (MatchResult heading : headings(page)) {
            anchors.add(heading.group(2).strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }

    private static List<MatchResult> headings(Path page) {
        return HEADING.matcher(FENCED.matcher(read(page)).replaceAll("")).results().toList();
    }

    /** The decisions are listed by their folder, pictures by the pages that show them. */
    @ParameterizedTest
    @CsvSource({"README.md, .zh.md", "README.zh.md, -"})
    void every_page_is_named_by_the_index(String index, String other) throws IOException {
        var missing = new TreeSet<String>();
        Set<String> named = new TreeSet<>(links(DOCS.resolve(index)));
        for (Path file : files()) {
            String name = DOCS.relativize(file).toString().replace('\\', '/');
            boolean own = name.endsWith(other) || name.startsWith("README") || name.startsWith("decisions/")
                    || name.startsWith("pictures/") || hasOwnLanguage(name, index);
            if (!own && !named.contains(name)) {
                missing.add(name);
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** In the Chinese index the Chinese page stands for both. */
    private static boolean hasOwnLanguage(String name, String index) {
        return index.equals("README.zh.md") && !name.endsWith(".zh.md")
                && Files.exists(DOCS.resolve(name.replaceFirst("\\.md$", ".zh.md")));
    }

    @Test
    void every_page_for_people_has_as_many_headings_in_chinese() throws IOException {
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            boolean decision = page.startsWith(DOCS.resolve("decisions"));
            if (!name.endsWith(".zh.md") && !decision && !ENGLISH_ALONE.contains(name)) {
                Path chinese = page.resolveSibling(name.replace(".md", ".zh.md"));
                assertTrue(Files.exists(chinese), chinese::toString);
                assertEquals(headings(page).stream().map(heading -> heading.group(1)).toList(),
                        headings(chinese).stream().map(heading -> heading.group(1)).toList(), name);
            }
        }
    }

    /** What concerns a person or a chat must not come into the store unsaid. */
    @ParameterizedTest
    @CsvSource({"privacy.md", "privacy.zh.md"})
    void every_table_of_the_store_is_named_where_it_is_told_what_is_kept(String page) throws IOException {
        String text = read(DOCS.resolve(page));
        var missing = new TreeSet<String>();
        try (Stream<Path> scripts = Files.list(Run.ROOT.resolve("src/main/resources/guidang/store"))) {
            for (Path script : scripts.toList()) {
                Pattern.compile("(?i)CREATE TABLE (\\w+)").matcher(read(script)).results()
                        .map(table -> table.group(1)).filter(table -> !text.contains("`" + table + "`"))
                        .forEach(missing::add);
            }
        }
        assertEquals(Set.of(), missing);
    }
}
