package guidang.reachability;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RobotsTest {
    private static boolean allows(String robots, String path) {
        return Robots.read(robots).allows(URI.create("https://example.org" + path));
    }

    @Test
    void the_group_that_names_the_client_counts_and_else_the_one_for_all() {
        String robots = """
                \uFEFFUser-agent: other
                Disallow: /

                User-Agent: GuiDang/2.0 # us
                Disallow: /mine

                user-agent: *
                disallow: /all
                Sitemap: https://example.org/map
                disallow: /more

                User-agent: guidang
                Disallow: /again
                """;
        assertFalse(allows(robots, "/mine/x"));
        assertFalse(allows(robots, "/again"));
        assertTrue(allows(robots, "/all"));
        assertFalse(allows(robots.replaceAll("(?i)guidang", "nobody"), "/all"));
        assertFalse(allows(robots.replaceAll("(?i)guidang", "nobody"), "/more"));
        assertTrue(allows("", "/x"));
        assertTrue(allows("Disallow: /\n", "/x"), "a rule of no group");
    }

    @Test
    void agents_named_one_after_the_other_share_their_rules() {
        assertFalse(allows("User-agent: a\nUser-agent: guidang\nUser-agent: b\nDisallow: /x", "/x"));
        assertTrue(allows("User-agent: guidang\nDisallow:\n\nUser-agent: *\nDisallow: /", "/x"));
        assertTrue(allows("User-agent: guidang-news\nDisallow: /", "/x"), "another product");
    }

    /** The examples of RFC 9309 and of those who index the web. */
    @ParameterizedTest
    @CsvSource({"/fish,/fish.html,false", "/fish,/Fish.asp,true", "/fish*,/fishheads/y,false", "/fish/,/fish,true",
            "/*.php,/folder/a.php?x=1,false", "/*.php,/windows.PHP,true", "/*.php$,/a.php,false",
            "/*.php$,/a.php?x,true", "/fish*.php,/fishheads/catfish.php?x,false", "/$,/,false", "/$,/x,true",
            "/a*b*c,/aXbYbZc,false", "/a*b$,/ab1b,false", "/a*bb$,/abb1b,true", "*/x,/q/x,false",
            "/ツ,/%E3%83%84,false", "/%E3%83%84,/%e3%83%84,false", "/a%7Eb,/a~b,false", "/a%2Fb,/a/b,true",
            "/x?y=*z,/x?y=1z,false"})
    void a_rule_matches_from_the_beginning_with_wildcards(String rule, String path, boolean allowed) {
        assertEquals(allowed, allows("User-agent: *\nDisallow: " + rule, path));
    }

    @Test
    void the_longest_rule_decides_and_of_two_as_long_the_one_that_allows() {
        String robots = "User-agent: *\nDisallow: /a\nAllow: /a/open\nDisallow: /a/open/not\nAllow: /b\nDisallow: /b";
        assertFalse(allows(robots, "/a/x"));
        assertTrue(allows(robots, "/a/open/x"));
        assertFalse(allows(robots, "/a/open/not"));
        assertTrue(allows(robots, "/b"));
        assertTrue(allows("User-agent: *\nDisallow: /b\nAllow: /b", "/b"), "whatever the order");
        assertTrue(allows("User-agent: *\nDisallow: /", "/robots.txt"));
    }

    @Test
    void a_delay_is_read_and_nonsense_is_none() {
        assertEquals(Duration.ofMillis(2500), Robots.read("User-agent: *\nCrawl-delay: 2.5").delay());
        assertEquals(Duration.ZERO, Robots.read("User-agent: *\nCrawl-delay: -1").delay());
        assertEquals(Duration.ofDays(1), Robots.read("User-agent: *\nCrawl-delay: 999999999").delay());
    }

    @Test
    @Timeout(5)
    void hostile_rules_cost_little() {
        String rule = "Disallow: /" + "*a".repeat(500) + "b\n";
        assertTrue(allows("User-agent: *\n" + rule.repeat(500), "/" + "a".repeat(8_000)));
    }
}
