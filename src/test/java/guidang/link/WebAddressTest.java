package guidang.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.archive.Citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https://www.Example.com/a/ | example.com/a",
            "http://example.com:80/a | example.com/a",
            "https://example.com:443/a | example.com/a",
            "https://example.com:8080/a | example.com:8080/a",
            "https://user:word@example.com/a | example.com/a",
            "//example.com/a | example.com/a",
            "example.com | example.com",
            "https://example.com/A/b | example.com/A/b",
            "https://example.com./a | example.com/a",
            "https://例子.中国/页 | xn--fsqu00a.xn--fiqs8s/页",
            "https://example.com/%E9%A1%B5_%e4%b8%80 | example.com/页_一",
            "https://example.com/%CE%D2%ca%C7 | example.com/%CE%D2%CA%C7",
            "https://example.com/100%真 | example.com/100%25真",
            "https://example.com/100%25真 | example.com/100%25真",
            "https://example.com/a%2fb | example.com/a%2Fb",
            "https://example.com/%F0%9F%98%80 | example.com/😀",
            "https://example.com/e%CC%81 | example.com/é",
            "https://example.com/?q=a+b | example.com?q=a%20b",
            "https://example.com/?q=a%20b&amp;p=2 | example.com?q=a%20b&p=2",
            "https://example.com/a?utm_source=x&id=7&fbclid=y | example.com/a?id=7",
            "https://example.com/a?UTM_medium=x | example.com/a",
            "https://example.com/a? | example.com/a",
            "https://example.com/a?from=paris | example.com/a?from=paris",
            "https://weibo.com/1/Ab?from=page&wvr=6&mod=x | weibo.com/1/Ab",
            "https://m.weibo.cn/status/12? | m.weibo.cn/status/12",
            "https://www.bilibili.com/video/BV1xx?spm_id_from=333.1&vd_source=ab | bilibili.com/video/BV1xx",
            "https://youtu.be/Ab_-9?si=tracked | youtube.com/watch?v=Ab_-9",
            "https://m.youtube.com/watch?v=Ab_-9&feature=share | youtube.com/watch?v=Ab_-9",
            "https://x.com/some/status/1?s=20 | twitter.com/some/status/1",
            "https://example.com/a#part | example.com/a",
            "https://example.com/a#:~:text=words | example.com/a",
            "https://example.com/a#/ | example.com/a",
            "https://example.com/#/page/7 | example.com#/page/7",
            "https://example.com/#!/page/7/ | example.com#!/page/7",
            "https://archive.ph/Ab1Cd#47% | archive.today/Ab1Cd",
            "web.archive.org/web/2021/http://www.example.com/a/ | web.archive.org/web/2021/example.com/a"})
    void a_spelling_has_its_key(String text, String key) {
        assertEquals(key, WebAddress.of(text).orElseThrow().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "word", "a b.com/c", "notepad++", "7-Zip", ".cn", "e.g.", "2021.07.27", "file.txt",
            "mailto:a@example.com", "ftp://example.com/a", "javascript:alert(1)", "https://", "https:///a",
            "https://a..b/",
            "https://ex ample.com", "/company/page.md", "page.html", "#anchor", "https://example.com:port/",
            "1.2.3.4/x",
            "https://《》/"})
    void what_is_no_address_is_none(String text) {
        assertTrue(WebAddress.of(text).isEmpty(), () -> WebAddress.of(text).toString());
    }

    @Test
    void the_key_of_a_key_is_itself() {
        for (String text : List.of("https://example.com/%2525E4%25", "http://example.com/%%34%31?q=%2B+%26&x#!/%25")) {
            String key = WebAddress.of(text).orElseThrow().key();
            assertEquals(key, WebAddress.of(key).orElseThrow().key());
        }
    }

    @Test
    void reserved_characters_differ_from_their_encoded_form() {
        assertNotEquals(WebAddress.of("https://example.com/a%3Fb").orElseThrow().key(),
                WebAddress.of("https://example.com/a?b").orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "archive.ph/Ab1Cd | https://archive.ph/Ab1Cd",
            "v2ex.com/t/1 | https://v2ex.com/t/1",
            "V2EX.com/t/1#r2 | https://V2EX.com/t/1#r2",
            "这个帖子你们存过没 http://weibo.com/1/2b 谢谢 | http://weibo.com/1/2b",
            "看http://weibo.com/1/2b谢谢 | http://weibo.com/1/2b",
            "看weibo.com/1/2b谢谢 | https://weibo.com/1/2b",
            "「https://example.com/a」里有 | https://example.com/a",
            "《https://example.com/a》 | https://example.com/a",
            "(https://example.com/a). | https://example.com/a",
            "（https://example.com/a），还有 | https://example.com/a",
            "https://example.com/a。 | https://example.com/a",
            "https://example.com/a, b | https://example.com/a",
            "https://example.com/a?! | https://example.com/a",
            "https://en.example.org/wiki/Name_(thing) | https://en.example.org/wiki/Name_(thing)",
            "https://en.example.org/wiki/Name_ x | https://en.example.org/wiki/Name_",
            "[名](https://example.com/a) | https://example.com/a",
            "<https://example.com/a> | https://example.com/a",
            "https://example.com/标题-一/ | https://example.com/标题-一/",
            "https://example.com/标题，续-a7 | https://example.com/标题，续-a7",
            "https://zh.example.org/wiki/词条，你看 | https://zh.example.org/wiki/词条",
            "https://web.archive.org/web/20210805/https://example.com/a | https://web.archive.org/web/20210805/https://example.com/a",
            "HTTPS://EXAMPLE.COM/A | HTTPS://EXAMPLE.COM/A",
            "www.example.com 打不开 | https://www.example.com",
            "https://example.com打不开 | https://example.com",
            "问:v2ex.com/t/1 | https://v2ex.com/t/1",
            "example.com:8080/a | https://example.com:8080/a",
            "https://user@example.com/a 和 | https://user@example.com/a"})
    void an_address_is_found_in_what_was_typed(String text, String url) {
        assertEquals(List.of(url), WebAddress.in(text).stream().map(WebAddress::url).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "notepad++ 能用吗", "7-Zip", ".cn 域名", "e.g. this", "2021.07.27", "2021.07.27/28",
            "V2EX.com",
            "V2EX.com 被封", "a@example.com/x", "and/or", "3.5/5.0", "node.js/x", "site:v2ex.com", "in:company/x.md/y",
            "http://", "https://。", "版本 v1.2.3/4", "A.B/C", "..../x", "https://（", "www.", "-.com/x"})
    void words_are_no_addresses(String text) {
        assertEquals(List.of(), WebAddress.in(text));
    }

    @Test
    void several_addresses_are_found_in_order() {
        assertEquals(List.of("https://a.com/1", "https://archive.is/Ab1Cd", "http://b.com/2", "http://b.com/3"),
                WebAddress.in("https://a.com/1，archive.is/Ab1Cd和http://b.com/2;http://b.com/3。").stream()
                        .map(WebAddress::url).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"https://example.com/a | https://example.com/a",
            "ttps://example.com/a | https://example.com/a", "htp://example.com/a | http://example.com/a",
            "http//example.com/a | http://example.com/a", "http:/example.com/a | http://example.com/a",
            "https:\\\\example.com/a | https://example.com/a", "https：//example.com/a | https://example.com/a",
            "https://https://example.com/a | https://example.com/a", "https:// example.com/a | https://example.com/a",
            "www.example.com/a | https://www.example.com/a", "//example.com/a | https://example.com/a",
            "https://example.com/a b | https://example.com/a%20b", "失效://example.com/a | http://example.com/a",
            "[https://example.com/a](https://example.com/a) | https://example.com/a",
            "https://example.com/一　二 | https://example.com/一　二"})
    void a_badly_written_address_is_mended(String written, String meant) {
        assertEquals(Optional.of(meant), WebAddress.mended(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "/a/b", "#a", "mailto:a@example.com", "tp/x", "https://", "ftp://a.com/b"})
    void what_cannot_be_told_is_not_mended(String written) {
        assertEquals(Optional.empty(), WebAddress.mended(written));
    }

    @Test
    void a_citation_is_found_by_its_original_and_by_every_copy() {
        var copies = List.of(Archived.of("https://archive.is/Ab1Cd").orElseThrow().snapshot(),
                Archived.of("https://web.archive.org/web/2021/http://www.example.com/a").orElseThrow().snapshot());
        var citation = new Citation(Citation.Form.LINK, Citation.Place.LIST, "", "", "", "", null, null,
                "https://example.org/b", copies, "", 1);
        assertEquals(
                Set.of("example.org/b", "archive.today/Ab1Cd", "web.archive.org/web/2021/example.com/a",
                        "example.com/a"),
                WebAddress.keysOf(citation));
    }

    @Test
    void a_copy_is_looked_up_by_itself_and_then_by_its_original() {
        assertEquals(List.of("web.archive.org/web/2022/example.com/a", "example.com/a"),
                WebAddress.of("http://web.archive.org/web/2022if_/https://www.example.com/a/").orElseThrow().lookups());
        assertEquals(List.of("archive.today/Ab1Cd"), WebAddress.of("archive.vn/Ab1Cd").orElseThrow().lookups());
        assertEquals(List.of("example.com/a"), WebAddress.of("example.com/a").orElseThrow().lookups());
        assertEquals(List.of("web.archive.org/web/2022/archive.today/Ab1Cd", "archive.today/Ab1Cd"), WebAddress
                .of("https://web.archive.org/web/2022/https://archive.is/Ab1Cd").orElseThrow().lookups());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://web.archive.org/web/2021/", "a.cn/)", "(", "]", "[", "www.a.", "%", "％",
            "http://a.cn/中，", "https://a.cn/?", "a.", "-", "a.cn/中a", "/web/1/", "\uD800", "http://a.cn]", "&a=",
            ".:/?#@"})
    void repeated_a_hundred_thousand_times_it_takes_no_time(String part) {
        String text = part.repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(WebAddress.in(text).size() <= 50);
            WebAddress.of(text);
            WebAddress.of("https://web.archive.org/web/2021/" + text.substring(0, 8000)).ifPresent(WebAddress::lookups);
            Archived.of("https://archive.is/" + text.substring(0, 8000));
            Archived.of("https://megalodon.jp/" + text.substring(0, 8000));
        });
    }

    @RepeatedTest(20)
    void any_text_is_read_without_failing(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        String[] parts = {"http", "https", "://", ":", "/", ".", "www.", "a", "Z9", "com", "cn", "archive.is",
                "web.archive.org",
                "/web/", "20210805123456", "if_", "*", "%", "%E4", "%B8%AD", "中", "，", "（", "）", "(", ")", "[", "]",
                "#",
                "#!", "?", "&", "=", "+", " ", "\u3000", "\uD83D", "\uDE00", "\u0000", "megalodon.jp",
                "2021-0102-0304-05",
                "ghostarchive.org/varchive/", "perma.cc/AB12-CD34", "@", "-", "_", "\\", "\u200B"};
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(16); length >= 0; length--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            AddressChecks.hold(text.toString());
        }
    }
}
