package guidang.reading;

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
    /** A reference link without a definition; its children are the text that is shown. */
    static final class Dangling extends CustomNode {
        private final String label;

        Dangling(String label) {
            this.label = label;
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
        @Nullable
        String label = link.label();
        if (label == null || label.startsWith("^")) {
            return LinkResult.none();
        }
        String wanted = label.isEmpty() ? link.text() : label;
        if (context.getDefinition(LinkReferenceDefinition.class, wanted) != null) {
            return LinkResult.none();
        }
        return LinkResult.wrapTextIn(new Dangling(wanted), scanner.position());
    }
}
