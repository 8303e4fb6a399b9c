package guidang.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LanguageOfTest {
    @ParameterizedTest
    @CsvSource({"微信什么时候恢复注册？, ENGLISH, SIMPLIFIED", "微信什麼時候恢復註冊？, SIMPLIFIED, TRADITIONAL",
            "點解個app用唔到, SIMPLIFIED, TRADITIONAL", "佢哋喺邊度, SIMPLIFIED, TRADITIONAL",
            // characters that both scripts write
            "微信, SIMPLIFIED, SIMPLIFIED", "微信, TRADITIONAL, TRADITIONAL", "微信, ENGLISH, SIMPLIFIED",
            // a name in the other script inside a sentence
            "臺北 的 这个网站什么时候关的, ENGLISH, SIMPLIFIED", "微博 為什麼 关闭, ENGLISH, TRADITIONAL",
            "when did the ferry stop?, SIMPLIFIED, ENGLISH", "ferry shutdown., TRADITIONAL, ENGLISH",
            // a Chinese name in an English question, and an English name in a Chinese one
            "what happened to 微信 in 2021, SIMPLIFIED, ENGLISH", "App Store 下架, ENGLISH, SIMPLIFIED",
            "Who Wants To Win 什么时候下架, ENGLISH, SIMPLIFIED", "The Long Dark 為何下架, ENGLISH, TRADITIONAL",
            // what tells nothing
            "WeChat, SIMPLIFIED, SIMPLIFIED", "2021, TRADITIONAL, TRADITIONAL", "/help, TRADITIONAL, TRADITIONAL",
            "https://example.com/a/b, SIMPLIFIED, SIMPLIFIED", "/search@guidang_bot tag:x, SIMPLIFIED, SIMPLIFIED",
            "'', ENGLISH, ENGLISH", "😀, SIMPLIFIED, SIMPLIFIED",
            "／search 什麼, SIMPLIFIED, TRADITIONAL", "/search when did it close, SIMPLIFIED, ENGLISH"})
    void a_text_tells_its_language(String text, Language usual, Language expected) {
        assertEquals(expected, LanguageOf.of(text, usual));
    }
}
