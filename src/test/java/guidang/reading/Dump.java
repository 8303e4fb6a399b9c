package guidang.reading;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.archive.Archive;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;

/** An archive as text to be read by eye. Ids and hashes are left out: other tests hold them. */
final class Dump {
    private final StringBuilder out = new StringBuilder();

    private Dump() {}

    static String of(Archive archive) {
        var dump = new Dump();
        archive.entries().forEach(dump::entry);
        archive.skipped().forEach(skipped -> dump.line("skipped %s %s", skipped.path(), skipped.reason()));
        archive.problems().forEach(problem -> dump.line("problem line %d %s %s", problem.line(), problem.code(),
                problem.details()));
        return dump.out.toString();
    }

    private void entry(Entry entry) {
        line("%s %s", entry.kind(), entry.path());
        line("title %s", entry.title());
        optional("description %s", entry.description());
        optional("tags %s", String.join(" | ", entry.tags()));
        optional("author %s", entry.author());
        optional("%s", entry.published() ? "" : "not published");
        optional("dated %s", date(entry.dated()));
        optional("created %s", date(entry.created()));
        line("lines %d", entry.lines());
        entry.sections().forEach(this::section);
        if (!entry.links().isEmpty()) {
            line("");
        }
        entry.links().forEach(link -> line("link line %d [%s] %s%s", link.line(), link.text(), link.target(),
                link.anchor().isEmpty() ? "" : "#" + link.anchor()));
        line("");
    }

    private void section(Section section) {
        line("");
        line("%s %s", "#".repeat(Math.max(1, section.level())), section.heading().isEmpty() ? "-" : section.heading());
        line("  line %d%s%s%s", section.line(), section.anchor().isEmpty() ? "" : " anchor " + section.anchor(),
                section.parents().isEmpty() ? "" : " under " + section.parents(), section.stub() ? " stub" : "");
        section.events().forEach(this::event);
        citations("  closing ", section.closing());
    }

    private void event(Event event) {
        String when = date(event.when());
        line("  * line %d %s%s", event.line(), when.isEmpty() ? "undated" : when, event.linkOnly() ? " link" : "");
        line("    %s", event.text());
        event.more().forEach(block -> line("    + %s", block));
        citations("    @ ", event.citations());
    }

    private void citations(String start, List<Citation> citations) {
        for (Citation citation : citations) {
            line("%s%s%s", start, citation.label().isEmpty() ? "" : "[^" + citation.label() + "] ",
                    citation.title().isEmpty() ? citation.text() : citation.title());
            String from = List.of(citation.author(), citation.publisher(), date(citation.published()),
                    citation.original()).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
            optional("      from %s", from);
            citation.snapshots().forEach(snapshot -> line("      copy %s", snapshot.url()));
        }
    }

    private static String date(@Nullable When when) {
        if (when == null) {
            return "";
        }
        String days = when.days() == 1 ? when.earliest().toString() : when.earliest() + ".." + when.latest();
        return days + " " + when.basis() + " \"" + when.written() + "\"";
    }

    private void optional(String format, String value) {
        if (!value.isEmpty()) {
            line(format, value);
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(java.util.Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
