package guidang.index;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThesaurusTest {
    private static final Thesaurus SMALL = Thesaurus
            .of(List.of("# 说明", "", "关门 = 停业 = shut down", "关门大吉 = 倒闭", "罚 > 罚款 = 處罰"));

    private static List<String> othersOf(String text) {
        return SMALL.in(text).stream().map(word -> text.substring(word.start(), word.end()) + word.others()).toList();
    }

    @Test
    void words_of_a_group_find_each_other_and_what_stands_right_of_an_arrow_does_not_find_what_stands_left() {
        assertEquals(List.of("停业[关门, shut down]"), othersOf("书店停业"));
        assertEquals(List.of("罚[罚款, 处罚]"), othersOf("罚了多少"));
        assertEquals(List.of(), othersOf("处分"));
    }

    @Test
    void the_longest_word_at_a_place_is_taken() {
        assertEquals(List.of("关门大吉[倒闭]"), othersOf("关门大吉"));
    }

    @Test
    void a_latin_word_is_not_found_inside_a_longer_one() {
        assertEquals(List.of("shut down[关门, 停业]"), othersOf("shut down 2020"));
        assertEquals(List.of(), othersOf("shut downs"));
    }

    @Test
    void the_table_beside_the_class_is_read() {
        for (String word : List.of("关门", "罚款", "封禁", "blocked")) {
            assertFalse(Thesaurus.usual().in(word).isEmpty(), word);
        }
    }

    @Test
    void a_section_is_found_by_a_synonym_but_one_with_the_word_itself_stands_before_it(@TempDir Path folder)
            throws Exception {
        try (ArchiveIndex index = Shelf.open(folder, Aliases.none(),
                page("a.md", "晨星书店").section("消息", "晨星书店在去年宣布停止运营。").entry(),
                page("b.md", "晨星画廊").section("消息", "晨星画廊在去年宣布关门。").entry(),
                page("c.md", "晨星剧场").section("消息", "晨星剧场在去年宣布扩建。").entry())) {
            assertEquals("晨星书店#消息", Shelf.first(index, Made.words("书店", "关门")));
            assertEquals("晨星画廊#消息", Shelf.first(index, Made.words("晨星", "关门")));
            Hits.Hit hit = index.search(Made.words("书店", "关门"), 1).hits().getFirst();
            assertEquals(List.of(), hit.missing());
            assertTrue(hit.coverage() < 1, () -> "a synonym covers less than the word: " + hit.coverage());
        }
    }
}
