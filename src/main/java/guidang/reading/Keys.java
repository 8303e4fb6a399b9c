package guidang.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.when.DateReader;

/** Blocks of keys and values that tell when and where a text came out. */
final class Keys {
    private static final Pattern DATE = Pattern.compile(
            "^(?:发布|發布|公布|印发|印發|发表|發表|成文|刊发|刊登|报道|報道|播出|签署|落款|文件落款|提问|回答)?(?:时间|時間|日期)\\s*+[:：]\\s*+(.++)$");

    private Keys() {}

    /** The date that a key states, or null. */
    static @Nullable When date(Block block, Told told) {
        for (Block.Paragraph row : Blocks.paragraphs(List.of(block))) {
            Matcher key = DATE.matcher(row.inline().text());
            List<DateReader.Found> found = key.find() ? told.read(key.group(1)) : List.of();
            if (!found.isEmpty()) {
                return found.getFirst().when();
            }
        }
        return null;
    }

    /** What names the text: the first row that is not the callout's own title. */
    static Block.Paragraph first(Block block) {
        return rows(block).getFirst();
    }

    static List<String> rest(Block block) {
        List<Block.Paragraph> rows = rows(block);
        return rows.subList(1, rows.size()).stream().map(row -> row.inline().text()).toList();
    }

    private static List<Block.Paragraph> rows(Block block) {
        return Blocks.paragraphs(block instanceof Block.Quote quote ? quote.blocks() : List.of(block));
    }
}
