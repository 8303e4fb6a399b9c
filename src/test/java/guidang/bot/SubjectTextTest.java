package guidang.bot;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.subscription.Subscription.Subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SubjectTextTest {
    static Stream<Subject> subjects() {
        return Stream.of(new Subject.Search("北港 -票价 2021年"), new Subject.Page("city/北港 轮渡.md"),
                new Subject.Page("a.md"), new Subject.Section("city/a.md", "复航 \"一\" 周"),
                new Subject.Section("a.md", "b#c"), new Subject.Tag("公共 交通"), new Subject.Tag("交通"),
                new Subject.Folder("city/ferry"), new Subject.Everything());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void a_subject_is_read_as_it_was_written(Subject subject) {
        assertEquals(Optional.of(subject), SubjectText.read(SubjectText.write(subject)));
    }

    @Test
    void a_clause_beside_words_is_a_search() {
        assertEquals(Optional.of(new Subject.Search("tag:交通 轮渡")), SubjectText.read("tag:交通 轮渡"));
        assertEquals(Optional.of(new Subject.Folder("city")), SubjectText.read("in:/city/"));
        assertEquals(Optional.of(new Subject.Everything()), SubjectText.read(" Everything "));
        assertEquals(Optional.empty(), SubjectText.read(" "));
    }

    @ParameterizedTest
    @CsvSource({"订阅 轮渡,轮渡", "訂閱：輪渡,輪渡", "Subscribe to the ferry,the ferry", "subscribe ferry,ferry",
            "/subscribe@guidang_bot 轮渡,轮渡", "／订阅轮渡,轮渡"})
    void subscribing_is_said_in_several_ways(String typed, String text) {
        assertEquals(Optional.of(new Command.Subscribe(text)), Command.ofPlace(typed));
    }

    @ParameterizedTest
    @CsvSource({"取消订阅 轮渡,轮渡", "退訂,''", "unsubscribe from ferry,ferry", "Unsubscribe,''", "/unsubscribe 2,2",
            "／取消订阅,''"})
    void ending_a_subscription_is_said_in_several_ways(String typed, String text) {
        assertEquals(Optional.of(new Command.Unsubscribe(text)), Command.ofPlace(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"订阅号什么时候改版？", "订阅", "subscribers of the paper", "subscriber to x", "怎么取消订阅号", "关注 轮渡"})
    void a_question_that_only_begins_like_it_is_a_question(String typed) {
        assertEquals(Optional.empty(), Command.ofPlace(typed));
    }
}
