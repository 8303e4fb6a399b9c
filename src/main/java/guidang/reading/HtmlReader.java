package guidang.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import guidang.link.Archived;

/** HTML → blocks: the body of a post, and pieces of HTML inside Markdown. */
final class HtmlReader implements NodeVisitor {
    private static final Set<String> HIDDEN = Set.of("script", "style", "template", "noscript", "head", "iframe", "svg",
            "rp", "select", "object");

    /** White space that only lays out the source; a single space is meant. */
    private static final Pattern LAYOUT = Pattern.compile("[ \\t\\r\\n]*+\\n[ \\t\\r\\n]*+|[ \\t]{2,}+");

    private final int lineOffset;
    private final List<Block> blocks = new ArrayList<>();
    private InlineBuilder builder = new InlineBuilder();
    private int line;
    private int hidden;
    private int heading;

    private HtmlReader(int lineOffset) {
        this.lineOffset = lineOffset;
        this.line = lineOffset + 1;
    }

    /** The blocks of a whole body, whose first line is {@code firstLine}. */
    static List<Block> body(String html, int firstLine) {
        var reader = new HtmlReader(firstLine - 1);
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        reader.read(Jsoup.parse(html, "", parser).body());
        return reader.blocks;
    }

    /** The paragraphs of a piece of HTML in Markdown. */
    static List<Block> fragment(String html, int firstLine) {
        return body(html, firstLine);
    }

    /** A tag inside a Markdown paragraph: what it stands for in plain text. */
    static void inline(String tag, InlineBuilder builder) {
        String name = name(tag);
        builder.hide(name.equals("rp"));
        switch (name) {
            case "br", "/p", "p", "/div", "div", "hr" -> builder.lineBreak();
            case "rt" -> builder.text("（");
            case "/rt" -> builder.text("）");
            case "a" -> {
                Element link = Jsoup.parseBodyFragment(tag).selectFirst("a[href]");
                builder.openLink(link == null ? "" : link.attr("href"), link == null ? "" : link.attr("title"));
            }
            case "/a" -> builder.closeLink();
            default -> {
                // Only dress.
            }
        }
    }

    private static String name(String tag) {
        int end = tag.startsWith("</") ? 2 : 1;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        return tag.substring(Math.min(1, tag.length()), end).toLowerCase(Locale.ROOT);
    }

    private void read(Element body) {
        body.traverse(this);
        flush();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            open(element);
        } else if (node instanceof TextNode text && hidden == 0) {
            builder.text(LAYOUT.matcher(text.getWholeText()).replaceAll("\n"));
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (HIDDEN.contains(name)) {
            hidden++;
        } else if (name.equals("a") && element.hasAttr("href")) {
            builder.openLink(element.attr("href"), element.attr("title"));
        } else if (name.equals("rt")) {
            builder.text("（");
        } else if (name.equals("br")) {
            builder.lineBreak();
        } else if (name.equals("img")) {
            String source = element.attr("src");
            if (Archived.of(source).isPresent()) {
                builder.openLink(source, "");
                builder.text(element.attr("alt"));
                builder.closeLink();
            }
        } else if (isBlock(element)) {
            flush();
            if (element.sourceRange().isTracked()) {
                line = lineOffset + element.sourceRange().start().lineNumber();
            }
            heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                    ? name.charAt(1) - '0'
                    : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (HIDDEN.contains(name)) {
            hidden--;
        } else if (name.equals("a") && element.hasAttr("href")) {
            builder.closeLink();
        } else if (name.equals("rt")) {
            builder.text("）");
        } else if (name.equals("td") || name.equals("th")) {
            if (element.nextElementSibling() != null) {
                builder.text(" | ");
            }
        } else if (isBlock(element)) {
            flush();
            heading = 0;
        }
    }

    /** Cells stand in one line with their row. */
    private static boolean isBlock(Element element) {
        return element.isBlock() && !element.normalName().equals("td") && !element.normalName().equals("th");
    }

    private void flush() {
        Inline inline = builder.build();
        builder = new InlineBuilder();
        if (inline.text().isEmpty()) {
            return;
        }
        blocks.add(heading > 0 ? new Block.Heading(heading, inline, "", line) : new Block.Paragraph(inline, line));
    }
}
