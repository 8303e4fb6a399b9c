package guidang.reachability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.reachability.CheckedLink.Standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A round against real servers on this machine, in time that passes by waiting alone. */
@Timeout(60)
class LinkRoundTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    private Path folder;

    private final Days days = new Days();
    private Site site;
    private boolean loopbackToo = true;
    private PublicHosts.Names names = InetAddress::getAllByName;

    @BeforeEach
    void open() throws IOException {
        site = new Site(days);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private LinkRound.End round(List<String> links) throws Exception {
        Pace usual = Pace.USUAL;
        var pace = new Pace(usual.pause(), usual.mostDelay(), usual.firstWait(), usual.mostWait(), usual.tries(),
                usual.refusals(), SHORT, SHORT);
        try (var checked = CheckedLinks.open(folder.resolve("links.jsonl"));
                var client = new WebClient("guidang/1 (link check; a@example.org)", Proxies.none(), SHORT, SHORT)) {
            return new LinkRound(checked, client, new PublicHosts(names, loopbackToo), Proxies.none(), pace, days,
                    days::sleep, new Random(1), link -> {}).run(checked.due(links, days.instant(), MONTH));
        }
    }

    private CheckedLink checked(String path) throws Exception {
        round(List.of(site.url(path)));
        return known(site.url(path));
    }

    private CheckedLink known(String url) throws Exception {
        return Objects.requireNonNull(CheckedLinks.read(folder.resolve("links.jsonl")).get(CheckedLinks.key(url)));
    }

    @Test
    void a_page_that_is_there_is_asked_for_by_its_head_alone_and_told_who_asks_and_nothing_else() throws Exception {
        site.page("/a", exchange -> Site.send(exchange, 200, "x", "Set-Cookie", "k=v"));

        assertEquals(Standing.REACHABLE, checked("/a").standing());
        round(List.of(site.url("/b")));

        assertEquals(List.of("HEAD /a", "HEAD /b"), site.pagesAsked());
        for (Site.Asked each : site.asked) {
            assertEquals(List.of("guidang/1 (link check; a@example.org)"), each.headers().get("User-agent"));
            assertFalse(each.headers().containsKey("Cookie") || each.headers().containsKey("Referer"));
        }
    }

    @Test
    void a_page_whose_head_is_refused_is_asked_for_whole() throws Exception {
        site.page("/no-head", exchange -> Site.send(exchange, exchange.getRequestMethod().equals("HEAD") ? 405 : 200,
                "here"));
        site.page("/lies", exchange -> Site.send(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 200,
                "here"));

        assertEquals(Standing.REACHABLE, checked("/no-head").standing());
        assertEquals(Standing.REACHABLE, checked("/lies").standing());
        assertEquals(List.of("HEAD /no-head", "GET /no-head", "HEAD /lies", "GET /lies"), site.pagesAsked());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_page_is_dead_when_it_was_gone_on_two_days(int status) throws Exception {
        site.page("/gone", status, "nothing");

        assertEquals(Standing.UNREACHABLE_ONCE, checked("/gone").standing());
        days.pass(Duration.ofHours(2));
        assertEquals(Standing.UNREACHABLE_ONCE, checked("/gone").standing());
        days.pass(Duration.ofHours(20));
        assertEquals(Standing.DEAD, checked("/gone").standing());
        assertEquals(4, site.pagesAsked().size(), "not asked again on the same day");
    }

    @Test
    void two_days_that_are_one_night_are_not_enough() throws Exception {
        site.page("/gone", 404, "");
        days.pass(Duration.ofHours(14).plusMinutes(59));
        checked("/gone");
        days.pass(Duration.ofHours(3));

        assertEquals(Standing.UNREACHABLE_ONCE, checked("/gone").standing());
        assertEquals(2, site.pagesAsked().size());
    }

    @Test
    void what_is_unknown_between_two_days_speaks_neither_for_nor_against_it() throws Exception {
        site.page("/gone", 404, "");
        checked("/gone");
        days.pass(Duration.ofDays(1));
        site.page("/gone", 403, "");
        assertEquals(Standing.UNREACHABLE_ONCE, checked("/gone").standing());
        days.pass(MONTH);
        site.page("/gone", 404, "");
        assertEquals(Standing.DEAD, checked("/gone").standing());

        days.pass(MONTH);
        site.page("/gone", 200, "");
        assertEquals(Standing.REACHABLE, checked("/gone").standing());
        days.pass(MONTH);
        site.page("/gone", 404, "");
        assertEquals(Standing.UNREACHABLE_ONCE, checked("/gone").standing());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 418, 429, 451, 500, 502, 503})
    void what_is_refused_is_unknown_and_never_gone(int status) throws Exception {
        site.page("/refused", status, "");

        assertEquals(new Finding(Finding.Outcome.UNKNOWN, Integer.toString(status)), checked("/refused").finding());
    }

    @Test
    void a_page_that_lets_only_people_in_is_unknown_whatever_its_status() throws Exception {
        site.page("/mitigated", 200, "", "cf-mitigated", "challenge");
        site.page("/missing", 404, "<div class=\"g-recaptcha\"></div>");
        site.page("/body", exchange -> Site.send(exchange, exchange.getRequestMethod().equals("HEAD") ? 405 : 200,
                "<script src=\"/cdn-cgi/challenge-platform/x.js\">"));

        for (String path : List.of("/mitigated", "/missing", "/body")) {
            assertEquals(Finding.unknown("challenge"), checked(path).finding(), path);
        }
    }

    @Test
    void a_host_that_refuses_five_times_is_left_alone_for_the_round_and_the_rest_is_asked_the_next_time()
            throws Exception {
        var links = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            site.page("/" + i, 403, "");
            links.add(site.url("/" + i));
        }

        LinkRound.End end = round(links);
        assertEquals(5, end.done());
        assertEquals(2, end.left());
        assertEquals(1, end.hosts().size());
        assertEquals(2, round(links).done());
    }

    @Test
    void a_server_that_asks_for_patience_gets_it() throws Exception {
        var times = new AtomicInteger();
        site.page("/busy", exchange -> {
            if (times.incrementAndGet() == 1) {
                Site.send(exchange, 429, "", "Retry-After", "120");
            } else if (times.get() == 2) {
                Site.send(exchange, 503, "", "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(days.instant().plusSeconds(240).atOffset(ZoneOffset.UTC)));
            } else {
                Site.send(exchange, 200, "");
            }
        });

        assertEquals(Standing.REACHABLE, checked("/busy").standing());
        List<Instant> at = site.asked.stream().filter(each -> each.what().endsWith("/busy")).map(Site.Asked::at)
                .toList();
        assertTrue(Duration.between(at.get(0), at.get(1)).toSeconds() >= 120, at.toString());
        assertTrue(Duration.between(at.get(1), at.get(2)).toSeconds() >= 240, at.toString());
    }

    @Test
    void a_server_that_asks_for_more_patience_than_there_is_is_left_alone() throws Exception {
        site.page("/busy", 429, "", "Retry-After", "86400");

        LinkRound.End end = round(List.of(site.url("/busy"), site.url("/other")));
        assertEquals(0, end.done());
        assertEquals(List.of("HEAD /busy"), site.pagesAsked());
        assertEquals(0, CheckedLinks.read(folder.resolve("links.jsonl")).size());
    }

    @Test
    void tries_wait_longer_each_time_and_end() throws Exception {
        site.page("/broken", 500, "");
        // Something is heard first, so that the fault is the server's.
        assertEquals(Finding.unknown("500"), checked("/broken").finding());

        List<Instant> at = site.asked.stream().filter(each -> each.what().startsWith("GET /broken"))
                .map(Site.Asked::at).toList();
        assertEquals(3, at.size());
        long first = Duration.between(at.get(0), at.get(1)).toSeconds();
        long second = Duration.between(at.get(1), at.get(2)).toSeconds();
        assertTrue(first >= 30 && first <= 45 && second >= 60 && second <= 90, first + ", " + second);
    }

    @Test
    void what_robots_txt_forbids_is_not_asked_for() throws Exception {
        site.page("/robots.txt", 200, "User-agent: *\nDisallow: /private\nCrawl-delay: 20\n");

        assertEquals(Finding.unknown("robots"), checked("/private/x").finding());
        assertEquals(Standing.REACHABLE, checked("/open").standing());
        assertEquals(List.of("HEAD /open"), site.pagesAsked());
        assertTrue(days.waits.contains(Duration.ofSeconds(20)), days.waits.toString());
    }

    @Test
    void a_delay_of_hours_is_cut_to_a_minute() throws Exception {
        site.page("/robots.txt", 200, "User-agent: guidang\nCrawl-delay: 7200\n");

        assertEquals(3, round(List.of(site.url("/1"), site.url("/2"), site.url("/3"))).done());
        assertEquals(Duration.ofSeconds(60), days.waits.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void where_robots_txt_cannot_be_told_nothing_is_asked_for_now(int status) throws Exception {
        site.page("/robots.txt", status, "");

        LinkRound.End end = round(List.of(site.url("/a"), site.url("/b")));
        assertEquals(0, end.done());
        assertEquals(2, end.left());
        assertEquals(List.of("GET /robots.txt"), site.asked.stream().map(Site.Asked::what).toList());
    }

    @Test
    void robots_txt_is_followed_where_it_is_sent_to() throws Exception {
        site.page("/robots.txt", 301, "", "Location", "/other.txt");
        site.page("/other.txt", 200, "User-agent: *\nDisallow: /\n");

        assertEquals(Finding.unknown("robots"), checked("/a").finding());
    }

    @Test
    void redirects_are_followed_each_with_the_pause_and_only_so_far() throws Exception {
        site.page("/from", 302, "", "Location", "to?x=1#part");
        site.page("/loop", 302, "", "Location", "/loop");
        site.page("/to-gone", 301, "", "Location", "/gone");
        site.page("/gone", 404, "");

        assertEquals(3, round(List.of(site.url("/from"), site.url("/loop"), site.url("/to-gone"))).done());

        assertEquals(Standing.REACHABLE, known(site.url("/from")).standing());
        assertTrue(site.pagesAsked().contains("HEAD /to?x=1"), site.pagesAsked().toString());
        assertEquals(Finding.unknown("redirects"), known(site.url("/loop")).finding());
        assertEquals(9, site.pagesAsked().stream().filter("HEAD /loop"::equals).count());
        assertEquals(Finding.gone("404"), known(site.url("/to-gone")).finding());
        assertPaused(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[fd00::1]/",
            "http://192.168.1.1:8080/", "http://intranet/", "file:///etc/passwd", "ftp://example.org/x"})
    void a_redirect_into_the_own_network_or_another_scheme_is_not_followed(String target) throws Exception {
        site.page("/from", 302, "", "Location", target);

        assertEquals(Finding.Outcome.UNKNOWN, checked("/from").finding().outcome());
        assertEquals(1, site.pagesAsked().size());
    }

    @Test
    void a_name_that_moves_into_the_own_network_while_its_turn_is_waited_for_is_not_asked() throws Exception {
        Instant later = days.instant().plusSeconds(3);
        names = host -> new InetAddress[]{days.instant().isAfter(later)
                ? InetAddress.getByName("10.0.0.1")
                : InetAddress.getLoopbackAddress()};
        String link = site.url("/a").replace("127.0.0.1", "localhost");

        round(List.of(link));
        assertEquals(Finding.unknown("not-public"), known(link).finding());
        assertEquals(List.of(), site.pagesAsked());
    }

    @Test
    void this_machine_is_not_asked_whatever_an_entry_writes() throws Exception {
        loopbackToo = false;
        String port = site.url("").replaceAll(".*:", ":");
        List<String> links = List.of(site.url("/a"), "http://localhost" + port + "/b", "http://[::1]" + port + "/c",
                "http://0.0.0.0" + port + "/d", "http://2130706433" + port + "/e",
                "http://[::ffff:127.0.0.1]" + port + "/f");

        assertEquals(links.size(), round(links).done());
        assertEquals(List.of(), site.asked);
        for (String link : links) {
            assertEquals(Finding.Outcome.UNKNOWN, known(link).finding().outcome(), link);
        }
    }

    @Test
    void a_slow_server_costs_a_bounded_time_and_is_unknown() throws Exception {
        site.page("/slow", exchange -> Thread.sleep(20_000));

        assertEquals(Finding.unknown("timeout"), checked("/slow").finding());
    }

    @Test
    void of_a_page_without_an_end_only_the_beginning_is_read() throws Exception {
        var sent = new AtomicInteger();
        site.page("/endless", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                Site.send(exchange, 405, "");
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[64 * 1024];
            while (sent.addAndGet(chunk.length) < 1 << 30) {
                exchange.getResponseBody().write(chunk);
            }
        });
        site.page("/trickle", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                Site.send(exchange, 405, "");
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        });

        assertEquals(Standing.REACHABLE, checked("/endless").standing());
        assertEquals(Standing.REACHABLE, checked("/trickle").standing());
        assertTrue(sent.get() < 64 << 20, sent + " bytes");
    }

    @Test
    void hosts_are_asked_in_turn_one_at_a_time_and_each_with_a_pause() throws Exception {
        try (var other = new Site(days)) {
            var links = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                links.add(site.url("/" + i));
            }
            for (int i = 0; i < 4; i++) {
                links.add(other.url("/" + i));
            }

            assertEquals(8, round(links).done());
            assertPaused(site);
            assertPaused(other);
            assertTrue(other.asked.get(1).at().isBefore(site.asked.get(2).at()), "in turn");
            Duration took = Duration.between(site.asked.getFirst().at(), other.asked.getLast().at());
            assertTrue(took.toSeconds() < 30, took.toString());
        }
    }

    private static void assertPaused(Site asked) {
        for (int i = 1; i < asked.asked.size(); i++) {
            Duration pause = Duration.between(asked.asked.get(i - 1).at(), asked.asked.get(i).at());
            assertTrue(pause.toSeconds() >= 5, i + ": " + pause);
        }
    }

    @Test
    void a_name_that_does_not_exist_is_believed_only_when_somebody_else_answers() throws Exception {
        names = host -> {
            if (host.endsWith("example.org")) {
                throw new UnknownHostException(host + ": Name or service not known");
            }
            return InetAddress.getAllByName(host);
        };

        LinkRound.End alone = round(List.of("https://gone.example.org/a"));
        assertEquals(0, alone.done());
        assertFalse(alone.heard());

        assertEquals(2, round(List.of("https://gone.example.org/a", site.url("/there"))).done());
        assertEquals(Finding.gone("no-such-host"), known("https://gone.example.org/a").finding());
    }

    @Test
    void where_nobody_can_be_reached_nothing_is_concluded() throws Exception {
        names = host -> {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        };
        var links = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            links.add("https://site" + i + ".example.org/");
        }

        LinkRound.End end = round(links);
        assertEquals(0, end.done());
        assertFalse(end.heard());
        assertEquals(Map.of(), CheckedLinks.read(folder.resolve("links.jsonl")));
    }

    @Test
    void what_was_checked_lately_is_not_asked_again_and_spellings_of_one_copy_are_one() throws Exception {
        round(List.of(site.url("/a"), site.url("/a/"), site.url("/a#part")));
        days.pass(Duration.ofDays(29));
        assertEquals(0, round(List.of(site.url("/a"))).done());
        assertEquals(1, site.pagesAsked().size());
        days.pass(Duration.ofDays(1));
        assertEquals(1, round(List.of(site.url("/a"))).done());
    }

    @Test
    void a_round_that_is_interrupted_keeps_what_it_found_and_the_next_goes_on() throws Exception {
        var links = List.of(site.url("/1"), site.url("/2"), site.url("/3"));
        Thread here = Thread.currentThread();
        site.page("/2", exchange -> {
            here.interrupt();
            Thread.sleep(5_000);
        });
        long begun = System.nanoTime();
        boolean interrupted = false;
        try {
            round(links);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        assertTrue(interrupted);
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 3_000);
        assertEquals(1, CheckedLinks.read(folder.resolve("links.jsonl")).size());

        site.page("/2", 200, "");
        assertEquals(2, round(links).done());
    }
}
