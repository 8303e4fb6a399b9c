package guidang.reading;

import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** Keeps footnote marks that nothing defines, which CommonMark leaves as text. */
final class LinkMarks implements LinkProcessor {
    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        if (link.text().startsWith("^") && link.text().length() > 1 && link.text().indexOf(' ') < 0) {
            return LinkResult.replaceWith(new FootnoteReference(link.text().substring(1)), link.afterTextBracket());
        }
        return LinkResult.none();
    }
}
