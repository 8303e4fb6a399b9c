package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Markdown → {@link Document}. One for each file. */
final class MarkdownReader {
    /** Deepest nesting of blocks that is read; deeper markup is taken as text. */
    static final int MAX_DEPTH = 100;

    /** A list item takes two levels, a paragraph one. */
    private static final int TOLD_DEPTH = MAX_DEPTH - 3;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(FootnotesExtension.create(), TablesExtension.create()))
            .linkProcessor(new LinkMarks()).includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_DEPTH).maxInlineNesting(MAX_DEPTH).build();

    private static final Pattern CALLOUT = Pattern.compile("^\\[!([^\\]\\s]++)([^\\]]*+)\\]([+-]?)");
    private static final Pattern HEADING_ID = Pattern.compile("\\s*+\\{:?\\s*+#([^\\s{}]++)[^{}]*+\\}$");
    private static final Pattern HEADING_ATTRIBUTES = Pattern.compile("\\s++\\{:?\\s*+[#.][^{}]*+\\}$");
    private static final Pattern CODE_LINK = Pattern
            .compile(
                    "\\[((?:[^\\[\\]]|\\[[^\\[\\]]*+\\]){1,500}+)\\]\\((https?://[^\\s()]++)(?:\\s++\"([^\"]*+)\")?\\)");

    private final EntryPath path;
    private final List<Problem> problems;
    private final InlineReader inlines;
    private final List<Document.Note> notes = new ArrayList<>();
    private boolean tooDeep;

    MarkdownReader(EntryPath path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
        this.inlines = new InlineReader(path, problems);
    }

    /** Takes a page apart. */
    Document read(String markdown) {
        List<Block> blocks = blocks(PARSER.parse(markdown), 1, 1);
        return new Document(blocks, List.copyOf(notes));
    }

    private List<Block> blocks(Node parent, int parentLine, int depth) {
        if (depth >= TOLD_DEPTH && !tooDeep) {
            tooDeep = true;
            problems.add(new Problem(path, parentLine, Problem.Code.TOO_DEEP, List.of(String.valueOf(MAX_DEPTH))));
        }
        var blocks = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            int line = line(node, parentLine);
            switch (node) {
                case org.commonmark.node.Heading heading -> {
                    Block.Heading read = heading(heading, line);
                    if (!read.inline().text().isEmpty()) {
                        blocks.add(read);
                    }
                }
                case Paragraph paragraph -> {
                    Inline inline = inlines.read(paragraph, line);
                    if (!isNothing(inline)) {
                        var read = new Block.Paragraph(inline, line);
                        blocks.add(isCode(paragraph) ? new Block.Code("", List.of(read), line) : read);
                    }
                }
                case ListBlock list -> blocks.add(new Block.Items(items(list, line, depth), line));
                case BlockQuote quote -> blocks.add(quote(quote, line, depth));
                case TableBlock table -> blocks.add(table(table, line));
                case FencedCodeBlock code -> blocks.add(code(code.getInfo(), code.getLiteral(), line, line + 1));
                case IndentedCodeBlock code -> blocks.add(code("", code.getLiteral(), line, line));
                case HtmlBlock html -> blocks.addAll(HtmlReader.fragment(html.getLiteral(), line));
                case FootnoteDefinition note ->
                    notes.add(new Document.Note(note.getLabel(), blocks(note, line, depth + 1), line));
                default -> {
                    // Thematic breaks and link definitions hold nothing to read.
                }
            }
        }
        return blocks;
    }

    /** Whether a paragraph is nothing but code and footnote marks. */
    private static boolean isCode(Paragraph paragraph) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Code || node instanceof FootnoteReference || node instanceof SoftLineBreak)) {
                return false;
            }
        }
        return paragraph.getFirstChild() instanceof Code;
    }

    private static boolean isNothing(Inline inline) {
        return inline.text().isEmpty() && inline.links().isEmpty() && inline.notes().isEmpty();
    }

    private Block.Heading heading(org.commonmark.node.Heading heading, int line) {
        Inline inline = inlines.read(heading, line);
        Matcher id = HEADING_ID.matcher(inline.text());
        if (id.find()) {
            return new Block.Heading(heading.getLevel(), Inlines.cut(inline, 0, id.start()), id.group(1), line);
        }
        Matcher attributes = HEADING_ATTRIBUTES.matcher(inline.text());
        Inline shown = attributes.find() ? Inlines.cut(inline, 0, attributes.start()) : inline;
        return new Block.Heading(heading.getLevel(), shown, "", line);
    }

    private List<Block.Item> items(ListBlock list, int line, int depth) {
        var items = new ArrayList<Block.Item>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            List<Block> blocks = blocks(item, line(item, line), depth + 2);
            if (!blocks.isEmpty()) {
                items.add(new Block.Item(blocks, line(item, line)));
            }
        }
        return items;
    }

    private Block quote(BlockQuote quote, int line, int depth) {
        List<Block> blocks = blocks(quote, line, depth + 1);
        if (blocks.isEmpty() || !(quote.getFirstChild() instanceof Paragraph first)) {
            return new Block.Quote("", Inlines.EMPTY, blocks, line);
        }
        InlineReader.Lines split = inlines.firstLine(first, line);
        Matcher callout = CALLOUT.matcher(split.first().text());
        if (!callout.find()) {
            return new Block.Quote("", Inlines.EMPTY, blocks, line);
        }
        Inline title = Inlines.cut(split.first(), callout.end(), split.first().text().length());
        var rest = new ArrayList<Block>();
        if (!isNothing(split.rest())) {
            rest.add(new Block.Paragraph(split.rest(), line + 1));
        }
        rest.addAll(blocks.subList(1, blocks.size()));
        String kind = callout.group(1).toLowerCase(Locale.ROOT);
        if (!Callouts.isKnown(kind)) {
            problems.add(new Problem(path, line, Problem.Code.CALLOUT_UNKNOWN, List.of(callout.group(1))));
        }
        return new Block.Quote(kind, title, rest, line);
    }

    private Block table(TableBlock table, int line) {
        var rows = new ArrayList<Block.Paragraph>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                int rowLine = line(row, line);
                Inline inline = Inlines.withoutEnd(inlines.row(row, rowLine), "|");
                if (!inline.text().isEmpty()) {
                    rows.add(new Block.Paragraph(inline, rowLine));
                }
            }
        }
        return new Block.Table(List.copyOf(rows), line);
    }

    private static Block code(String info, String literal, int line, int firstLine) {
        String language = info.strip().toLowerCase(Locale.ROOT);
        boolean data = language.equals("yaml") || language.equals("yml");
        var rows = new ArrayList<Block.Paragraph>();
        String[] lines = literal.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var builder = new InlineBuilder();
            if (data) {
                codeLine(lines[i], builder);
            } else {
                builder.text(lines[i]);
            }
            Inline inline = builder.build();
            if (!inline.text().isEmpty()) {
                rows.add(new Block.Paragraph(data ? inline : Inlines.withoutLinks(inline), firstLine + i));
            }
        }
        return new Block.Code(language, List.copyOf(rows), line);
    }

    /** Links are written into YAML as they are into Markdown. */
    private static void codeLine(String line, InlineBuilder builder) {
        String item = line.strip();
        int from = item.startsWith("- ") ? line.indexOf('-') + 1 : 0;
        Matcher link = CODE_LINK.matcher(line);
        while (link.find()) {
            builder.text(line.substring(from, link.start()));
            builder.openLink(link.group(2), link.group(3) == null ? "" : link.group(3));
            builder.text(link.group(1));
            builder.closeLink();
            from = link.end();
        }
        builder.text(line.substring(from));
    }

    private static int line(Node node, int otherwise) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? otherwise : spans.getFirst().getLineIndex() + 1;
    }
}
