package guidang.reachability;

import java.time.Duration;

/**
 * How slowly hosts are asked.
 *
 * @param pause between the end of one request to a host and the next one; the mirrors of an archiving service are one host
 * @param mostDelay the longest pause that a host's robots.txt can ask for
 * @param firstWait before a second try; each further one takes twice as long, and up to half of it more by chance
 * @param mostWait the longest wait that a host can ask for; where it asks for more, it is left alone in this round
 * @param tries of one request at most
 * @param refusals in a row after which a host is left alone in this round
 * @param connect how long a connection may take to come about
 * @param whole how long a request may take
 */
record Pace(Duration pause, Duration mostDelay, Duration firstWait, Duration mostWait, int tries, int refusals,
        Duration connect, Duration whole) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(30),
            Duration.ofMinutes(10), 3, 5, Duration.ofSeconds(15), Duration.ofSeconds(30));
}
