package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.link.Archived;

/** The inline nodes of one Markdown block → {@link Inline}. Does not recurse: nesting is bounded only by the page. */
final class InlineReader {
    private static final Pattern ATTRIBUTES = Pattern
            .compile("\\{:[^{}]{0,200}+\\}|\\{\\s?+\\.[A-Za-z][^{}]{0,200}+\\}");

    private final EntryPath path;
    private final List<Problem> problems;

    InlineReader(EntryPath path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** A paragraph's first line and what follows it. */
    record Lines(Inline first, Inline rest) {}

    /** The content of a block. */
    Inline read(Node block, int line) {
        var builder = new InlineBuilder();
        walk(block.getFirstChild(), block, null, builder);
        return done(builder, line, problems);
    }

    /** The content of a paragraph, its first line apart. What is wrong in it has been told by {@link #read}. */
    Lines firstLine(Node block, int line) {
        Node stop = block.getFirstChild();
        while (stop != null && !(stop instanceof SoftLineBreak) && !(stop instanceof HardLineBreak)) {
            stop = stop.getNext();
        }
        var first = new InlineBuilder();
        var ignored = new ArrayList<Problem>();
        walk(block.getFirstChild(), block, stop, first);
        var rest = new InlineBuilder();
        if (stop != null) {
            walk(stop.getNext(), block, null, rest);
        }
        return new Lines(done(first, line, ignored), done(rest, line, ignored));
    }

    /** A row of a table. */
    Inline row(Node row, int line) {
        var builder = new InlineBuilder();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                if (cell.getPrevious() != null) {
                    builder.text(" | ");
                }
                walk(cell.getFirstChild(), cell, null, builder);
            }
        }
        return done(builder, line, problems);
    }

    private Inline done(InlineBuilder builder, int line, List<Problem> found) {
        return Leftovers.removed(builder.build(), builder.literal(),
                label -> found.add(new Problem(path, line, Problem.Code.REFERENCE_DANGLING, List.of(label))));
    }

    @SuppressWarnings("ReferenceEquality") // one node of the tree is meant, not an equal one
    private static void walk(@Nullable Node from, Node top, @Nullable Node stop, InlineBuilder builder) {
        Node node = from;
        while (node != null && node != stop) {
            enter(node, builder);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node, builder);
            while (node.getNext() == null) {
                node = node.getParent();
                if (node == null || node == top) {
                    return;
                }
                leave(node, builder);
            }
            node = node.getNext();
        }
    }

    private static void enter(Node node, InlineBuilder builder) {
        switch (node) {
            case Text text -> builder.text(plain(text.getLiteral()));
            case Code code -> builder.code(code.getLiteral());
            case SoftLineBreak soft -> builder.lineBreak();
            case HardLineBreak hard -> builder.lineBreak();
            case HtmlInline html -> HtmlReader.inline(html.getLiteral(), builder);
            case FootnoteReference note -> builder.note(note.getLabel());
            case Link link -> builder.openLink(link.getDestination(), title(link.getTitle()));
            case Image image -> builder.openLink(
                    Archived.of(image.getDestination()).isPresent() ? image.getDestination() : "",
                    title(image.getTitle()));
            default -> {
                // Emphasis and the like only hold other nodes.
            }
        }
    }

    private static void leave(Node node, InlineBuilder builder) {
        if (node instanceof Link || node instanceof Image) {
            builder.closeLink();
        }
    }

    private static String title(@Nullable String title) {
        return title == null ? "" : title;
    }

    private static String plain(String literal) {
        String text = literal.indexOf('{') < 0 ? literal : ATTRIBUTES.matcher(literal).replaceAll("");
        return text.replace("~~", "");
    }
}
