package guidang.reachability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckedLinksTest {
    private static final Instant DAY = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(CheckedLinks.FILE);
    }

    @Test
    void a_file_torn_at_any_byte_loses_at_most_the_last_check_and_goes_on() throws Exception {
        try (var links = CheckedLinks.open(file())) {
            links.keep("https://example.org/一", DAY, Finding.gone("404"));
            links.keep("https://example.org/二", DAY, Finding.reachable(200));
        }
        byte[] whole = Files.readAllBytes(file());
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n');
        first = new String(whole, StandardCharsets.UTF_8).substring(0, first + 1)
                .getBytes(StandardCharsets.UTF_8).length;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            boolean torn = length != 0 && length != first && length != whole.length;
            int kept = length < first ? 0 : length < whole.length ? 1 : 2;
            assertEquals(kept, CheckedLinks.read(file()).size());
            try (var links = CheckedLinks.open(file())) {
                assertEquals(torn, links.wasTorn(), "at " + length);
                assertEquals(0, links.unreadable());
                links.keep("https://example.org/三", DAY, Finding.unknown("429"));
            }
            assertEquals(kept + 1, CheckedLinks.read(file()).size(), "at " + length);
            try (var links = CheckedLinks.open(file())) {
                assertFalse(links.wasTorn());
            }
        }
    }

    @Test
    void a_line_that_is_none_is_counted_and_left_out() throws Exception {
        Files.writeString(file(), "{\"url\":1}\nnot json\n\n" + LinkLine.write(
                CheckedLink.after(null, "https://a.org/", DAY, Finding.reachable(200))));
        try (var links = CheckedLinks.open(file())) {
            assertEquals(2, links.unreadable());
        }
        assertEquals(1, CheckedLinks.read(file()).size());
    }

    @Test
    void a_file_of_many_old_checks_is_written_anew_and_says_the_same() throws Exception {
        try (var links = CheckedLinks.open(file())) {
            for (int i = 0; i < 1_100; i++) {
                links.keep("https://example.org/" + i % 3, DAY.plusSeconds(i), Finding.gone("404"));
            }
        }
        Map<String, CheckedLink> before = CheckedLinks.read(file());
        Files.writeString(file(), "{\"torn", java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("links.jsonl.new"), "left by a process that was killed");
        try (var links = CheckedLinks.open(file())) {
            assertTrue(links.wasTorn());
            links.keep("https://example.org/4", DAY, Finding.reachable(200));
        }
        assertEquals(4, Files.readAllLines(file()).size());
        before.forEach((key, link) -> assertEquals(link, assertReads().get(key)));
        assertEquals(DAY, Objects.requireNonNull(before.get("example.org/0")).goneFrom());
    }

    private Map<String, CheckedLink> assertReads() {
        try {
            return CheckedLinks.read(file());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void two_processes_do_not_write_one_file() throws Exception {
        try (var links = CheckedLinks.open(file())) {
            assertThrows(CheckedLinks.InUse.class, () -> CheckedLinks.open(file()));
            assertEquals(List.of("https://a.org"), links.due(List.of("https://a.org", "http://www.a.org/"), DAY,
                    Duration.ZERO));
        }
        CheckedLinks.open(file()).close();
    }

    @Test
    void links_never_asked_come_first_then_those_asked_longest_ago() throws Exception {
        try (var links = CheckedLinks.open(file())) {
            links.keep("https://a.org/new", DAY.plusSeconds(9), Finding.reachable(200));
            links.keep("https://a.org/old", DAY, Finding.reachable(200));
            links.keep("https://a.org/fresh", DAY.plus(Duration.ofDays(30)), Finding.reachable(200));
            assertEquals(List.of("https://a.org/never", "https://a.org/old", "https://a.org/new"),
                    links.due(List.of("https://a.org/fresh", "https://a.org/new", "https://a.org/old",
                            "https://a.org/never"), DAY.plus(Duration.ofDays(31)), Duration.ofDays(30)));
        }
    }

    @Test
    void only_dead_links_are_told_with_the_day_that_found_them_so() throws Exception {
        try (var links = CheckedLinks.open(file())) {
            for (int day = 0; day < 2; day++) {
                links.keep("https://archive.ph/AbCd1", DAY.plus(Duration.ofDays(day)), Finding.gone("404"));
            }
            links.keep("https://a.org/once", DAY, Finding.gone("404"));
        }
        DeadLinks dead = DeadLinks.of(CheckedLinks.read(file()).values());
        assertEquals(java.time.LocalDate.of(2026, 11, 21),
                dead.lastChecked("http://archive.is/AbCd1").orElseThrow(), "in any mirror");
        assertTrue(dead.lastChecked("https://a.org/once").isEmpty());
        assertTrue(DeadLinks.none().lastChecked("https://archive.ph/AbCd1").isEmpty());
    }
}
