package guidang.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Tells lists of links from prose. */
final class LinkLists {
    private static final int LONGEST_BESIDE = 80;
    private static final int LONGEST_LABEL = 24;
    private static final Pattern STUB = Pattern.compile(
            "^[（(「【\\[]?(?:此处|此條目|此条目|本节|本節|内容|內容)?(?:未完)?(?:待续|待續|待补充|待補充|待完善|待补|待編輯|待编辑|未完成|TODO|TBD|To be continued)[）)」】\\]]?[。.…!！]*$",
            Pattern.CASE_INSENSITIVE);

    private LinkLists() {}

    /** Whether a text says that what should stand here is still to be written. */
    static boolean isStub(String text) {
        return text.length() < 40 && STUB.matcher(text.strip()).matches();
    }

    /** Whether blocks are nothing but lists of links, and what labels them. */
    static boolean holdsOnlyLinks(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            boolean label = isLabel(blocks.get(i)) && i + 1 < blocks.size() && isLinks(blocks.get(i + 1));
            if (!label && !isLinks(blocks.get(i))) {
                return false;
            }
        }
        return !blocks.isEmpty();
    }

    /** Whether a block is nothing but links with what is said of them. */
    static boolean isLinks(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> isLink(paragraph.inline());
            case Block.Items items -> items.items().stream().allMatch(LinkLists::isLink);
            case Block.Quote quote -> !quote.kind().isEmpty() && !quote.kind().equals("quote")
                    && !quote.blocks().isEmpty() && quote.blocks().stream()
                            .allMatch(inner -> inner instanceof Block.Items && isLinks(inner));
            case Block.Heading heading -> false;
            case Block.Table table -> false;
            case Block.Code code -> false;
        };
    }

    private static boolean isLink(Block.Item item) {
        List<Block> blocks = item.blocks();
        boolean labelled = blocks.size() > 1 && blocks.getFirst() instanceof Block.Paragraph label
                && label.inline().links().isEmpty() && isLabel(label.inline().text());
        return blocks.subList(labelled ? 1 : 0, blocks.size()).stream().allMatch(LinkLists::isLinks);
    }

    /** Whether a block says what the links after it are: {@code 相关链接：}. */
    static boolean isLabel(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.inline().links().isEmpty()
                && paragraph.inline().notes().isEmpty() && isLabel(paragraph.inline().text());
    }

    private static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && text.chars().noneMatch(c -> "。！？；，".indexOf(c) >= 0);
    }

    /** Whether a text is a link with its author, site and date, and no sentence around it. */
    static boolean isLink(Inline inline) {
        if (inline.links().isEmpty() || !inline.notes().isEmpty()) {
            return false;
        }
        String text = inline.text();
        Inline.Link first = inline.links().getFirst();
        Inline.Link last = inline.links().getLast();
        boolean runsOn = (first.start() > 0 && Character.isIdeographic(text.charAt(first.start() - 1)))
                || (last.end() < text.length() && Character.isIdeographic(text.charAt(last.end())));
        if (runsOn || dated(Inlines.cut(inline, 0, first.start()))) {
            return false;
        }
        var beside = new StringBuilder();
        int from = 0;
        for (Inline.Link link : inline.links()) {
            beside.append(text, from, Math.max(from, link.start()));
            from = link.end();
        }
        beside.append(text, from, text.length());
        return beside.length() <= LONGEST_BESIDE && beside.indexOf("。") < 0;
    }

    private static boolean dated(Inline before) {
        return Statements.of(before, new Told.Unknown()).getFirst().when() != null;
    }
}
