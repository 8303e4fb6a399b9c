package guidang.reachability;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProxiesTest {
    private static final URI PAGE = URI.create("https://www.example.org/x");

    private static String of(Map<String, String> environment, URI address) {
        return Proxies.of(environment).select(address).toString();
    }

    @Test
    void the_proxy_of_the_environment_is_used_by_scheme_but_for_hosts_that_are_excepted() {
        Map<String, String> environment = Map.of("https_proxy", "http://127.0.0.1:3128", "HTTP_PROXY", "127.0.0.1:8080",
                "NO_PROXY", "localhost, .example.com,example.net");
        assertTrue(of(environment, PAGE).contains("3128"));
        assertTrue(of(environment, URI.create("http://example.org/")).contains("8080"));
        for (String host : List.of("www.example.com", "example.net", "a.example.net")) {
            assertFalse(Proxies.of(environment).reaches(URI.create("https://" + host + "/")), host);
        }
        assertTrue(Proxies.of(environment).reaches(URI.create("https://notexample.net/")));
        assertFalse(Proxies.of(Map.of()).reaches(PAGE));
    }

    @Test
    void a_proxy_that_cannot_be_used_is_named() {
        assertEquals(List.of("HTTPS_PROXY", "HTTP_PROXY"),
                Proxies.wrong(
                        Map.of("https_proxy", "socks5://127.0.0.1:1080", "HTTP_PROXY", "http://me:pw@127.0.0.1:1")));
        assertEquals(List.of(), Proxies.wrong(Map.of("HTTPS_PROXY", "http://127.0.0.1:3128")));
    }
}
