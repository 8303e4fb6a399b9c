package guidang.message;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import guidang.archive.EntryPath;
import guidang.archive.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class ProblemTextTest {
    private static final EntryPath PATH = new EntryPath("company/x.md");

    @Test
    void a_problem_is_told_with_its_place_and_how_to_mend_it() {
        var problem = new Problem(PATH, 12, Problem.Code.FOOTNOTE_DANGLING, List.of("a"));
        assertEquals("company/x.md:12: 脚注 [^a] 没有定义。补上“[^a]: …”，或删去这个标记。",
                ProblemText.line(problem, Language.SIMPLIFIED));
        assertEquals("company/x.md:12: 註腳 [^a] 沒有定義。補上「[^a]: …」，或刪掉這個標記。",
                ProblemText.line(problem, Language.TRADITIONAL));
        assertEquals("company/x.md:12: The footnote [^a] is not defined. Add “[^a]: …”, or delete the mark.",
                ProblemText.line(problem, Language.ENGLISH));
    }

    @Test
    void a_problem_of_the_whole_file_has_no_line() {
        var problem = new Problem(PATH, 0, Problem.Code.LINK_DEAD, List.of("company/y.md"));
        assertEquals("company/x.md: 链接指向的条目不存在：company/y.md — 改成现有条目的路径，或新建这个条目。",
                ProblemText.line(problem, Language.SIMPLIFIED));
    }

    @ParameterizedTest
    @EnumSource
    void details_that_are_missing_or_hostile_leave_one_clean_line(Problem.Code code) {
        for (Language language : Language.values()) {
            for (List<String> details : List.of(List.<String>of(),
                    List.of("{0}'\n\u202E" + "x".repeat(5_000), "\uD83D", "\u001B[31m", "one too many"))) {
                String line = ProblemText.line(new Problem(PATH, 3, code, details), language);
                assertEquals(PlainText.clean(line), line);
                assertFalse(details.isEmpty() && line.contains("{"), line);
            }
        }
    }
}
