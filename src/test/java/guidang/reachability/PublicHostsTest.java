package guidang.reachability;

import java.net.InetAddress;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PublicHostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
            "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "::1", "::", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:db8::1", "2001::1",
            "::127.0.0.1"})
    void addresses_of_this_machine_and_of_networks_that_are_not_public_are_refused(String address) throws Exception {
        assertFalse(PublicHosts.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2002:808:808::"})
    void others_are_public(String address) throws Exception {
        assertTrue(PublicHosts.isPublic(InetAddress.getByName(address)));
    }

    @Test
    void a_name_with_one_address_in_the_own_network_is_refused() throws Exception {
        var hosts = new PublicHosts(host -> new InetAddress[]{InetAddress.getByName("8.8.8.8"),
                InetAddress.getByName("10.0.0.1")}, false);
        assertEquals(PublicHosts.Answer.NOT_PUBLIC, hosts.look("rebound.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "intranet", "printer.local", "LOCALHOST.", "x.onion", "a.b.internal"})
    void names_that_are_not_public_are_not_even_looked_up(String name) throws Exception {
        var hosts = new PublicHosts(host -> {
            throw new AssertionError(host);
        }, false);
        assertEquals(PublicHosts.Answer.NOT_PUBLIC, hosts.look(name));
    }

    @ParameterizedTest
    @CsvSource({"https://例子.中国/路径?问=答#片段,https://xn--fsqu00a.xn--fiqs8s/%E8%B7%AF%E5%BE%84?%E9%97%AE=%E7%AD%94",
            "HTTP://User:pw@Example.ORG:8080,http://example.org:8080/",
            "https://web.archive.org/web/2021/http://a.org/b|c[1] 50%,https://web.archive.org/web/2021/http://a.org/b%7Cc%5B1%5D%2050%25",
            "https://a.org?x=%E4%b8%AD,https://a.org/?x=%E4%b8%AD"})
    void an_address_is_written_as_it_can_be_asked_for(String written, String asked) {
        assertEquals(URI.create(asked), RequestAddress.of(written).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.org/", "javascript:alert(1)", "https://", "https://a b/", "http://a.org:99999/",
            "//a.org/x", "", "https://\u0000/"})
    void what_is_no_address_of_the_web_is_not_asked_for(String written) {
        assertTrue(RequestAddress.of(written).isEmpty());
    }
}
