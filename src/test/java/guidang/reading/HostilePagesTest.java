package guidang.reading;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Pages that would take time out of proportion, or break an offset, if nothing were done about them. */
class HostilePagesTest {
    private static final List<String> PIECES = List.of("[", "]", "![", "](", "[a](", "[a](<b", "[a][", "[a][]", "[^",
            "[^a]",
            "[^a]: b\n", "[[^a]: ", "[a]: b\n", "*", "**", "**“", "* a ", "_a ", "`", "`a``", "```\n", "<", "<a ",
            "<!A ",
            "<![CDATA[", "<?", "<!--", "-->", "<!-- -->", "(", ")", "{", "{:", "{#", "~~", "&", "&amp;", "\\", "| ",
            "|-",
            "|-|\n", "> ", ">", "> [!a] ", "- ", "- a\n  ", "1. ", "# ", "=\n", "??? a\n", "=== \"a\"\n", "    ", "\t",
            "\n",
            "\n\n", "\r", "http://", "http://a ", "](http://a b)", "「", "」", "《", "》", "“", "”", "2021年", "2021年1月1日，",
            "2021年1月1日至", "2021年1月1日。", "1月", "次日", "。", "，", "的", "待续", "<div>", "</div>", "<p>", "<ruby>", "<rp>",
            "<rt>",
            "<b>", "<br>", "<a href=x>", "<td>", "a:b\n", "---\n", "title: x\n", "- x\n", "&a\n", "{{", "}}", "\u0000",
            "\uFEFF",
            "\u3000", "😀", "\uD83D", "字", "a", "时间: 2020年\n", "相关链接：\n");

    static Stream<String> pieces() {
        return PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void one_piece_again_and_again_is_read_in_time(String piece) {
        String page = "---\ntitle: x\n---\n\n" + piece.repeat(100_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Readings.hold("a.md", page));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Readings.hold("a.html", page));
    }

    @Test
    @Timeout(120)
    void pieces_in_any_order_are_read() {
        var random = new Random(20_211_009);
        for (int i = 0; i < 3_000; i++) {
            var page = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                page.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Readings.hold(random.nextInt(4) == 0 ? "a.html" : "a.md", page.toString());
        }
    }
}
