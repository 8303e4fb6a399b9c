package guidang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import guidang.answer.Sentences.Span;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.index.FoldedTerms;

/** A section taken apart into sentences. */
final class Passage {
    /** What of a section is looked at, in UTF-16 units; a longer one is a table or the text of a law. */
    private static final int LONGEST = 24_000;

    private final Entry entry;
    private final Section section;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    Passage(Entry entry, Section section) {
        this.entry = entry;
        this.section = section;
        int room = LONGEST;
        for (Event event : section.events()) {
            if (room <= 0) {
                break;
            }
            var statement = new Statement(event, room);
            for (int i = 0; i < statement.spans.size(); i++) {
                Span span = statement.spans.get(i);
                sentences.add(new Sentence(statement, i,
                        FoldedTerms.fold(statement.text.substring(span.start(), span.end()))));
            }
            statements.add(statement);
            room -= statement.text.length();
        }
    }

    Entry entry() {
        return entry;
    }

    Section section() {
        return section;
    }

    /** In the order of the page. */
    List<Sentence> sentences() {
        return sentences;
    }

    /** The headings above the text and the entry's title, folded. */
    String context() {
        return FoldedTerms.fold(entry.title() + "\n" + headings());
    }

    /** What the entry is called: its title and its file's name, folded. */
    String name() {
        return FoldedTerms.fold(entry.title() + "\n" + entry.path().name());
    }

    /** The heading, folded. */
    String heading() {
        return FoldedTerms.fold(section.heading());
    }

    /** The headings and the text below them, folded; of links without who published what they lead to. */
    String told() {
        var told = new StringBuilder(FoldedTerms.fold(headings()));
        statements.forEach(statement -> told.append('\n').append(FoldedTerms.fold(withoutPublisher(statement))));
        return told.toString();
    }

    private static String withoutPublisher(Statement statement) {
        if (!statement.event.linkOnly()) {
            return statement.text;
        }
        return statement.event.citations().stream().map(Citation::publisher)
                .filter(publisher -> !publisher.isBlank() && statement.text.endsWith(publisher)
                        && publisher.length() < statement.text.length())
                .findFirst()
                .map(publisher -> statement.text.substring(0, statement.text.length() - publisher.length()))
                .orElse(statement.text);
    }

    /** Who published what is cited, one a line, folded. */
    String publishers() {
        return FoldedTerms.fold(Stream
                .concat(section.events().stream().flatMap(event -> event.citations().stream()),
                        section.closing().stream())
                .map(Citation::publisher).distinct().collect(Collectors.joining("\n")));
    }

    private String headings() {
        return String.join("\n", section.parents()) + "\n" + section.heading();
    }

    /** An event's text, a block a line, and its sentences. */
    static final class Statement {
        private final Event event;
        private final String text;
        private final List<Span> spans;

        Statement(Event event) {
            this(event, LONGEST);
        }

        private Statement(Event event, int room) {
            this.event = event;
            String whole = event.more().isEmpty() ? event.text() : String.join("\n", event.blocks());
            text = whole.length() > room ? whole.substring(0, safeEnd(whole, room)) : whole;
            spans = Sentences.of(text);
        }

        Event event() {
            return event;
        }

        String text() {
            return text;
        }

        List<Span> spans() {
            return spans;
        }

        private static int safeEnd(String text, int end) {
            return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        }
    }

    /**
     * A sentence.
     *
     * @param index among the sentences of its statement
     * @param folded its text, as terms are
     */
    record Sentence(Statement statement, int index, String folded) {
        String text() {
            Span span = statement.spans.get(index);
            return statement.text.substring(span.start(), span.end());
        }
    }
}
