package guidang.reachability;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kills the process in the middle of a round, again and again. */
@Timeout(120)
class KilledRoundTest {
    private static final int LINKS = 60;
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    /** A round in a process of its own: the state's file, then the links. */
    static final class Round {
        private Round() {}

        public static void main(String[] args) throws Exception {
            Duration soon = Duration.ofSeconds(5);
            var pace = new Pace(Duration.ofMillis(20), soon, soon, soon, 1, 5, soon, soon);
            try (var checked = CheckedLinks.open(Path.of(args[0]));
                    var client = new WebClient("guidang", Proxies.none(), soon, soon)) {
                new LinkRound(checked, client, new PublicHosts(InetAddress::getAllByName, true), Proxies.none(), pace,
                        Clock.systemUTC(), Thread::sleep, new Random(1), link -> {})
                        .run(checked.due(List.of(args).subList(1, args.length), Clock.systemUTC().instant(),
                                Duration.ofDays(30)));
            }
        }
    }

    @Test
    void what_was_checked_before_a_kill_is_not_asked_again_and_nothing_is_missed() throws Exception {
        Path state = folder.resolve("links.jsonl");
        try (var site = new Site(Clock.systemUTC())) {
            var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                    System.getProperty("java.class.path"), Round.class.getName(), state.toString()));
            for (int i = 0; i < LINKS; i++) {
                command.add(site.url("/" + i));
            }
            var random = new Random(7);
            for (int kill = 0; kill < KILLS; kill++) {
                int before = site.pagesAsked().size();
                Process process = new ProcessBuilder(command).inheritIO().start();
                while (site.pagesAsked().size() < before + 5 && process.isAlive()) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(60));
                process.destroyForcibly().waitFor();
                assertTrue(CheckedLinks.read(state).size() < LINKS, "killed in the middle");
            }
            Process last = new ProcessBuilder(command).inheritIO().start();
            assertTrue(last.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, last.exitValue());

            assertEquals(LINKS, CheckedLinks.read(state).size());
            Map<String, Integer> times = new HashMap<>();
            site.pagesAsked().forEach(page -> times.merge(page, 1, Integer::sum));
            assertEquals(LINKS, times.size());
            assertTrue(site.pagesAsked().size() <= LINKS + KILLS, times.toString());
        }
    }
}
