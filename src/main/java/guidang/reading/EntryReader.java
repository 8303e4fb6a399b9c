package guidang.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.archive.When;

/** One file → {@link Entry}. */
final class EntryReader {
    private static final Pattern HTML = Pattern.compile(
            "^<(?:!doctype|html|body|div|p|section|article|main|span|table|h[1-6]|figure|img|center|font|ul|ol)[\\s>/].*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final List<String> POST_KEYS = List.of("categories", "headimg", "thumbnail");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?");
    private static final Set<String> YES = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "off", "n", "0");
    private static final Pattern COMMA = Pattern.compile("\\s*+[,，、;；]\\s*+");

    private final EntryPath path;
    private final Set<String> present;
    private final List<Problem> problems = new ArrayList<>();

    private EntryReader(EntryPath path, Set<String> present) {
        this.path = path;
        this.present = present;
    }

    /**
     * What a file holds.
     *
     * @param entry empty if the file is a template
     */
    record Result(Optional<Entry> entry, List<Problem> problems) {}

    /** Reads the bytes of a file. */
    static Result read(EntryPath path, byte[] bytes, String hash, Set<String> present) {
        var reader = new EntryReader(path, present);
        Optional<Entry> entry = reader.entry(bytes, hash);
        return new Result(entry, entry.isPresent() ? reader.problems.stream().distinct().toList() : List.of());
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(EventIds.sha256().digest(bytes));
    }

    private Optional<Entry> entry(byte[] bytes, String hash) {
        List<String> lines = TextFile.lines(bytes, path, problems);
        FrontMatter front = FrontMatter.read(lines, path, problems);
        if (isTemplate(lines, front)) {
            return Optional.empty();
        }
        var body = new ArrayList<>(lines);
        for (int i = 0; i < front.end(); i++) {
            body.set(i, "");
        }
        boolean html = path.value().toLowerCase(Locale.ROOT).matches(".*\\.html?") || looksLikeHtml(body, front);
        boolean post = POST_KEYS.stream().anyMatch(front.values()::containsKey);
        Entry.Kind kind = post || (html && front.text("editor").isEmpty()) ? Entry.Kind.POST : Entry.Kind.PAGE;
        Document document = html
                ? new Document(HtmlReader.body(String.join("\n", body), 1), List.of())
                : new MarkdownReader(path, problems).read(MarkdownSource.prepare(body, path, problems));
        String title = title(front, document);
        When dated = date(front, "date");
        When created = date(front, "dateCreated");
        var citations = new CitationReader(path, problems);
        var sections = new SectionReader(path, citations, problems).read(document, title,
                kind == Entry.Kind.POST ? dated : null, about(created != null ? created : dated));
        if (Blocks.paragraphs(document.blocks()).isEmpty() && document.notes().isEmpty()) {
            problems.removeIf(problem -> problem.code() == Problem.Code.NO_FRONT_MATTER);
            problems.add(new Problem(path, 0, Problem.Code.EMPTY_PAGE, List.of()));
        }
        return Optional.of(new Entry(path, kind, title, front.text("description"), tags(front), front.text("author"),
                isPublished(front), dated, created, sections, links(document), lines.size(), hash));
    }

    /** A day of about the time that the page tells of: its folder may be named for a year. */
    private @Nullable LocalDate about(@Nullable When written) {
        return Stream.of(path.folder().split("/", -1)).filter(part -> YEAR.matcher(part).matches())
                .map(part -> LocalDate.of(Integer.parseInt(part.substring(0, 4)), 12, 31)).reduce((a, b) -> b)
                .orElse(written == null ? null : written.earliest());
    }

    private static boolean isTemplate(List<String> lines, FrontMatter front) {
        return lines.subList(0, Math.min(lines.size(), front.end())).stream()
                .anyMatch(line -> line.contains("{{") && line.contains("}}"));
    }

    private static boolean looksLikeHtml(List<String> body, FrontMatter front) {
        return !front.text("editor").equals("markdown") && body.stream().filter(line -> !line.isBlank()).findFirst()
                .filter(line -> HTML.matcher(line.strip()).matches()).isPresent();
    }

    private String title(FrontMatter front, Document document) {
        String title = line(front.text("title"));
        if (!title.isEmpty()) {
            return title;
        }
        if (front.end() > 0) {
            problems.add(new Problem(path, 0, Problem.Code.NO_TITLE, List.of()));
        }
        return document.blocks().stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast)
                .map(heading -> heading.inline().text()).filter(text -> !text.isBlank()).findFirst()
                .orElse(path.name());
    }

    private static String line(String text) {
        var builder = new InlineBuilder();
        builder.text(text);
        return builder.build().text();
    }

    private @Nullable When date(FrontMatter front, String key) {
        FrontMatter.Value value = front.values().get(key);
        if (value == null || value.first().isBlank()) {
            return null;
        }
        Optional<When> read = EntryDate.read(value.first());
        if (read.isEmpty() || !EntryDate.isWellFormed(value.first())) {
            problems.add(new Problem(path, value.line(), Problem.Code.MALFORMED_DATE, List.of(key, value.first())));
        }
        return read.orElse(null);
    }

    /** Hidden by whatever YAML has for false; a word that is neither is told, and hides nothing. */
    private boolean isPublished(FrontMatter front) {
        FrontMatter.Value value = front.values().get("published");
        String said = value == null ? "" : value.first().strip().toLowerCase(Locale.ROOT);
        if (value != null && !said.isEmpty() && !YES.contains(said) && !NO.contains(said)) {
            problems.add(new Problem(path, value.line(), Problem.Code.FRONT_MATTER_VALUE,
                    List.of("published", value.first().strip(), "true / false")));
        }
        return !NO.contains(said);
    }

    private static List<String> tags(FrontMatter front) {
        var tags = new LinkedHashSet<String>();
        for (String key : List.of("tags", "tag", "categories")) {
            FrontMatter.Value value = front.values().get(key);
            if (value != null) {
                value.texts().stream().flatMap(COMMA::splitAsStream).map(EntryReader::line)
                        .filter(tag -> !tag.isEmpty()).forEach(tags::add);
            }
        }
        return List.copyOf(tags);
    }

    private List<Entry.InternalLink> links(Document document) {
        var links = new PageLinks(path, present);
        return Stream.concat(links.of(document.blocks()).stream(),
                document.notes().stream().flatMap(note -> links.of(note.blocks()).stream())).toList();
    }
}
