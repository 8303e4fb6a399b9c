package guidang.bot;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.message.Guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CommandTest {
    static Stream<Arguments> typed() {
        return Stream.of(arguments("/search 相册", new Command.Search("相册")),
                arguments("  /Search   相册  微信 ", new Command.Search("相册  微信")),
                arguments("/search@guidang_bot 相册", new Command.Search("相册")),
                arguments("／search　相册", new Command.Search("相册")),
                arguments("/ search 相册", new Command.Search("相册")),
                arguments("/ｓｅａｒｃｈ 相册", new Command.Search("相册")),
                arguments("/search\n相册", new Command.Search("相册")), arguments("/search", new Command.Search("")),
                arguments("/搜 相册", new Command.Search("相册")), arguments("/搜相册", new Command.Search("相册")),
                arguments("/查詢 相冊", new Command.Search("相冊")), arguments("/搜尋相簿", new Command.Search("相簿")),
                arguments("/时间线 微信 2021年", new Command.Timeline("微信 2021年")),
                arguments("/時間軸微信", new Command.Timeline("微信")),
                arguments("/timeline 微信", new Command.Timeline("微信")),
                arguments("/picture 微信", new Command.Picture("微信")), arguments("/图片微信", new Command.Picture("微信")),
                arguments("/picture", new Command.Picture("")),
                arguments("/entry company/腾讯/微信.md#x", new Command.Entry("company/腾讯/微信.md#x")),
                arguments("/company/腾讯/微信.md", new Command.Entry("company/腾讯/微信.md")),
                arguments("/company/NGO/a b.md", new Command.Entry("company/NGO/a b.md")),
                arguments("/lookup 昨天 微信 又停了", new Command.Lookup("昨天 微信 又停了")),
                arguments("/查证昨天的事", new Command.Lookup("昨天的事")),
                arguments("/find https://a.example/b", new Command.Find("https://a.example/b")),
                arguments("/tags", new Command.Tags("")), arguments("/标签 腾讯", new Command.Tags("腾讯")),
                arguments("/latest", new Command.Latest()), arguments("/today", new Command.Today("")),
                arguments("/today 8月5日", new Command.Today("8月5日")), arguments("/历史上的今天", new Command.Today("")),
                arguments("/random", new Command.Random()), arguments("/about", new Command.About()),
                arguments("/help", new Command.Help()), arguments("/HELP", new Command.Help()),
                arguments("/", new Command.Help()), arguments("/start ref123", new Command.Start()),
                arguments("/ask 谁关的", new Command.Ask("谁关的")), arguments("微信什么时候恢复注册？", new Command.Ask("微信什么时候恢复注册？")),
                arguments("https://a.example/search", new Command.Ask("https://a.example/search")),
                arguments("搜索 相册", new Command.Ask("搜索 相册")), arguments("", new Command.Ask("")),
                arguments("/serach 相册", new Command.Unknown("/serach", List.of("search"))),
                arguments("/timelin", new Command.Unknown("/timelin", List.of("timeline"))),
                arguments("/hlep", new Command.Unknown("/hlep", List.of("help"))),
                arguments("/xyzzy", new Command.Unknown("/xyzzy", List.of())),
                arguments("/微信", new Command.Unknown("/微信", List.of())));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void a_text_is_read_as_a_command(String text, Command expected) {
        assertEquals(expected, Command.of(text));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void a_command_sent_again_is_the_same(String text, Command expected) {
        Command again = Command.of(expected.line());
        assertEquals(expected instanceof Command.Search search ? new Command.Search(search.text()) : expected, again);
    }

    @Test
    void every_name_of_the_list_is_a_command_of_its_own() {
        assertEquals(Command.names().size(), Command.names().stream().map(name -> Command.of("/" + name).getClass())
                .distinct().count());
        for (String name : Command.names()) {
            String line = Command.of("/" + name + " 相册").line();
            assertTrue(name.equals("ask") || line.equals("/" + name) || line.equals("/" + name + " 相册"), line);
        }
    }

    /** Those are said where they are needed: in private, below a message, in the settings. */
    @Test
    void every_command_but_a_few_stands_in_the_help() {
        var all = new TreeSet<>(Command.names());
        all.removeAll(Guide.commands());
        assertEquals(Set.of("ask", "export", "forget", "import", "start", "unsubscribe"), all);
    }

    @Test
    void every_command_of_the_help_is_known() {
        for (String name : Guide.commands()) {
            assertFalse(Command.of("/" + name) instanceof Command.Unknown, name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "／", "/@", "/ /", "//", "/\u0000", "/\uD83D", "@"})
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostile_texts_are_read_too(String start) {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            char[] tail = new char[random.nextInt(300)];
            for (int j = 0; j < tail.length; j++) {
                tail[j] = (char) random.nextInt(0x10000);
            }
            assertInstanceOf(Command.class, Command.of(start + new String(tail)));
        }
        char[] long_ = new char[200_000];
        Arrays.fill(long_, 'a');
        assertInstanceOf(Command.class, Command.of(start + new String(long_)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/搜相册", "／搜 相册", "/SEARCH@x_bot 相册", "/entry a/b.md", "/help"})
    void a_command_that_there_is_is_known(String text) {
        assertTrue(Command.isKnown(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "/weather", "/company/腾讯/微信.md", "/searching", "search", "", "搜 相册"})
    void a_path_or_another_bots_command_is_not_known(String text) {
        assertFalse(Command.isKnown(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "/search", "/timeline ", "/find", "/lookup", "/ask"})
    void a_command_to_look_something_up_may_lack_words(String text) {
        assertTrue(Command.lacksWords(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"微信", "/search 微信", "/latest", "/help", "/entry", "/weather"})
    void a_command_that_says_what_or_looks_nothing_up_does_not_lack_words(String text) {
        assertFalse(Command.lacksWords(text));
    }
}
