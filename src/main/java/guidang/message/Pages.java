package guidang.message;

import java.util.ArrayList;
import java.util.List;

/** Blocks dealt out to pages, none of them divided. */
final class Pages {
    private static final int GAP = 2;
    private final List<Block> blocks;
    private final List<Integer> starts = new ArrayList<>();

    /**
     * @param blocks each at most a page
     * @param units of text on a page
     * @param spans on a page
     * @param most blocks on a page
     */
    Pages(List<Block> blocks, int units, int spans, int most) {
        this.blocks = blocks;
        int length = 0;
        int marks = 0;
        int count = 0;
        Draft above = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean same = block.heading == above;
            int itsLength = block.body.length() + (same ? 0 : block.heading.length() + GAP);
            int itsMarks = block.body.spans() + (same ? 0 : block.heading.spans());
            if (i == 0 || length + itsLength > units || marks + itsMarks > spans || count >= most) {
                starts.add(i);
                length = 0;
                marks = 0;
                count = 0;
                itsLength = block.body.length() + block.heading.length() + GAP;
                itsMarks = block.body.spans() + block.heading.spans();
            }
            above = block.heading;
            length += itsLength;
            marks += itsMarks;
            count++;
        }
    }

    /** At least 1. */
    int count() {
        return Math.max(1, starts.size());
    }

    /** The nearest page there is. */
    int clamp(int page) {
        return Math.clamp(page, 0, count() - 1);
    }

    /** The blocks of a page. */
    List<Block> page(int page) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        int end = page + 1 < starts.size() ? starts.get(page + 1) : blocks.size();
        return blocks.subList(starts.get(page), end);
    }

    /** Writes a page: a heading stands over each run of blocks that share it, and again at the top of the page. */
    void write(int page, Draft draft) {
        Draft above = null;
        for (Block block : page(page)) {
            if (block.heading != above && !block.heading.isEmpty()) {
                draft.gap().add(block.heading);
            }
            above = block.heading;
            draft.add(block.body);
        }
    }

    /** @param heading one and the same draft for all blocks that stand under it; may be empty */
    record Block(Draft heading, Draft body) {}
}
