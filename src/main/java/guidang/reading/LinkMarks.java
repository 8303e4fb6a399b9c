package guidang.reading;

import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.CustomNode;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Keeps footnote marks and reference links that nothing defines, which CommonMark leaves as text. */
final class LinkMarks implements LinkProcessor {
    /** Two brackets in a row may be part of a title; only such a second one is taken for a label. */
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.:/-]{1,40}");

    /** A reference link without a definition; its children are the text that is shown. */
    static final class Dangling extends CustomNode {
        private final String label;
        private final boolean collapsed;

        Dangling(String label, boolean collapsed) {
            this.label = label;
            this.collapsed = collapsed;
        }

        /** Whether it is written {@code [label][]}; else {@code [text][label]}. */
        boolean collapsed() {
            return collapsed;
        }

        String label() {
            return label;
        }
    }

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        if (link.text().startsWith("^") && link.text().length() > 1 && link.text().indexOf(' ') < 0) {
            return LinkResult.replaceWith(new FootnoteReference(link.text().substring(1)), link.afterTextBracket());
        }
        String label = link.label();
        if (label == null || label.startsWith("^")) {
            return LinkResult.none();
        }
        boolean collapsed = label.isEmpty();
        String wanted = collapsed ? link.text() : label;
        if (!collapsed && !LABEL.matcher(label).matches()) {
            return LinkResult.none();
        }
        if (context.getDefinition(LinkReferenceDefinition.class, wanted) != null) {
            return LinkResult.none();
        }
        return LinkResult.wrapTextIn(new Dangling(wanted, collapsed), scanner.position());
    }
}
