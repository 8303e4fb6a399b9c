package guidang.reading;

import java.util.ArrayList;
import java.util.List;

/** Walks over blocks. */
final class Blocks {
    private Blocks() {}

    /** Every paragraph, title, row and line, in order. */
    static List<Block.Paragraph> paragraphs(List<? extends Block> blocks) {
        var paragraphs = new ArrayList<Block.Paragraph>();
        blocks.forEach(block -> collect(block, paragraphs));
        return paragraphs;
    }

    private static void collect(Block block, List<Block.Paragraph> into) {
        switch (block) {
            case Block.Heading heading -> into.add(new Block.Paragraph(heading.inline(), heading.line()));
            case Block.Paragraph paragraph -> into.add(paragraph);
            case Block.Items items ->
                items.items().forEach(item -> item.blocks().forEach(inner -> collect(inner, into)));
            case Block.Quote quote -> {
                if (!quote.title().equals(Inlines.EMPTY)) {
                    into.add(new Block.Paragraph(quote.title(), quote.line()));
                }
                quote.blocks().forEach(inner -> collect(inner, into));
            }
            case Block.Table table -> into.addAll(table.rows());
            case Block.Code code -> into.addAll(code.rows());
        }
    }
}
