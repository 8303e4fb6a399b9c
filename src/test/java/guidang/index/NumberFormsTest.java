package guidang.index;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static guidang.index.Made.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NumberFormsTest {
    @ParameterizedTest
    @CsvSource({"定在七月七号开会, 7月7日", "定在十二月二十一日, 12月21号", "7月7号的会, 7月7日", "7月7日, 七月七日", "删了四个视频, 4个", "停了2次, 两次",
            "停了两次, 2次",
            "一共二十五家, 25家", "三月的事, 3月"})
    void a_day_and_a_counted_number_have_other_forms(String typed, String form) {
        assertTrue(NumberForms.in(typed).stream().anyMatch(forms -> forms.others().contains(form)),
                () -> NumberForms.in(typed).toString());
    }

    @ParameterizedTest
    @CsvSource({"有一个人", "第三次会议", "十五三", "99月", "四十号线", "2021年", "三个月饼"})
    void what_is_no_number_of_its_own_has_none(String typed) {
        assertTrue(NumberForms.in(typed).stream().noneMatch(forms -> forms.others().stream()
                .anyMatch(form -> form.startsWith("1个") || form.startsWith("3次") || form.contains("99")
                        || form.contains("40") || form.contains("21年") || form.endsWith("月"))),
                () -> NumberForms.in(typed).toString());
    }

    @Test
    void a_day_in_words_finds_the_day_in_digits(@TempDir Path folder) throws Exception {
        try (ArchiveIndex index = Shelf.open(folder, Aliases.none(),
                page("a.md", "甲").section("消息", "活动改到7月7日举行。").entry(),
                page("b.md", "乙").section("消息", "活动改到七夕举行。").entry())) {
            assertEquals("甲#消息", Shelf.first(index, Made.words("活动", "七月七号")));
        }
    }
}
