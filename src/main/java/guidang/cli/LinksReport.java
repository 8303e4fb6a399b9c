package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.archive.Citation;
import guidang.archive.Snapshot;

/** Which citations are not archived, or by one service alone: what {@code guidang links} prints. */
record LinksReport(List<Cited> cited, Set<Cited.Kept> shown) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final int LINE = 6;
    private static final int KEPT = 16;
    private static final int TITLE = 22;
    /** What is left of 80 columns. */
    private static final int ADDRESS = 80 - LINE - KEPT - TITLE - 6;

    LinksReport {
        cited = List.copyOf(cited);
        shown = Set.copyOf(shown);
    }

    /** Page by page, a citation a line of at most 80 columns, and sums. */
    void text(PrintStream out, Texts texts) {
        String page = "";
        for (Cited each : cited) {
            if (!shown.contains(each.kept())) {
                continue;
            }
            if (!each.path().value().equals(page)) {
                out.println((page.isEmpty() ? "" : System.lineSeparator()) + each.path().value());
                page = each.path().value();
            }
            Citation citation = each.citation();
            String line = String.format(Locale.ROOT, "%" + LINE + "d", citation.line());
            out.println((line + "  " + Columns.padded(kept(each, texts), KEPT) + "  "
                    + Columns.padded(clean(citation.title()), TITLE) + "  "
                    + Columns.cut(SCHEME.matcher(clean(address(each))).replaceFirst(""), ADDRESS)).stripTrailing());
        }
        if (!page.isEmpty()) {
            out.println();
        }
        sums(out, texts);
    }

    private static String kept(Cited each, Texts texts) {
        return each.services().stream().findFirst().map(Snapshot.Service::host).orElse(texts.get("links.missing"));
    }

    /** The source's own address; where the archive does not tell it, that of the snapshot. */
    private static String address(Cited each) {
        Citation citation = each.citation();
        return citation.original().isEmpty() ? citation.proof() : citation.original();
    }

    private static String clean(String text) {
        return text.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private void sums(PrintStream out, Texts texts) {
        Map<Cited.Kept, Integer> kept = new EnumMap<>(Cited.Kept.class);
        Map<Snapshot.Service, Integer> alone = new EnumMap<>(Snapshot.Service.class);
        for (Cited each : cited) {
            kept.merge(each.kept(), 1, Integer::sum);
            if (each.kept() == Cited.Kept.SINGLE) {
                each.services().forEach(service -> alone.merge(service, 1, Integer::sum));
            }
        }
        sum(out, cited.size(), texts.get("links.sum.all"));
        for (Cited.Kept each : Cited.Kept.values()) {
            sum(out, kept.getOrDefault(each, 0), texts.get("links.sum." + each.name().toLowerCase(Locale.ROOT)));
            if (each == Cited.Kept.SINGLE) {
                alone.forEach((service, count) -> out.printf(Locale.ROOT, "%12d  %s%n", count, service.host()));
            }
        }
    }

    private static void sum(PrintStream out, int count, String words) {
        out.printf(Locale.ROOT, "%8d  %s%n", count, words);
    }

    /**
     * One object a line: {@code kind} (missing, single), {@code path}, {@code line}, {@code label} of the footnote,
     * {@code title}, {@code original} (empty where it is not told), {@code service} (empty if missing) and
     * {@code snapshots}.
     */
    void json(PrintStream out) throws IOException {
        for (Cited each : cited) {
            if (shown.contains(each.kept())) {
                try (JsonGenerator json = JSON.createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                    object(json, each);
                }
                out.println();
            }
        }
    }

    private static void object(JsonGenerator json, Cited each) throws IOException {
        Citation citation = each.citation();
        json.writeStartObject();
        json.writeStringField("kind", each.kept().name().toLowerCase(Locale.ROOT));
        json.writeStringField("path", each.path().value());
        json.writeNumberField("line", citation.line());
        json.writeStringField("label", citation.label());
        json.writeStringField("title", citation.title());
        json.writeStringField("original", citation.original());
        json.writeStringField("service",
                each.services().stream().findFirst().map(Snapshot.Service::host).orElse(""));
        json.writeArrayFieldStart("snapshots");
        for (Snapshot snapshot : each.copies()) {
            json.writeString(snapshot.url());
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
