package guidang.reachability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One round over the links that are due: one request at a time, hosts in turn, each with a pause. What is found is kept
 * at once, so that a round can end at any moment and the next one goes on from there.
 */
public final class LinkRound {
    private static final int MOST_HOPS = 8;
    private static final int MOST_ROBOTS_HOPS = 5;
    /** After so many hosts that cannot be reached, and none that can, the fault is on this side. */
    private static final int MOST_SILENT = 3;
    /** What a proxy says for itself. */
    private static final Set<Integer> OF_PROXY = Set.of(407, 502, 503, 504);
    /** So much of a page is read where HEAD is not enough: what tells that only people are let in stands near its top. */
    private static final int MOST_BYTES = 64 * 1024;

    private final CheckedLinks checked;
    private final WebClient client;
    private final PublicHosts hosts;
    private final Proxies proxies;
    private final Pace pace;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator chance;
    private final Listener listener;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    /** By scheme and authority; empty where they could not be told. */
    private final Map<String, Optional<Robots>> robots = new HashMap<>();
    private final Set<String> leftAlone = new LinkedHashSet<>();
    /** Whose hosts are said not to exist: not believed before somebody has answered, for the network may be down. */
    private final List<String> hostless = new ArrayList<>();
    private boolean heard;
    /** Hosts that could not be reached before anybody was heard. */
    private int silent;
    private int done;

    /** Waits, so that tests need not. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Hears how the round goes. */
    public interface Listener {
        /** A link was checked, and what is now known of it. */
        void checked(CheckedLink link);

        /** A host is about to be asked, or waited for. */
        default void asking(String host) {}
    }

    /**
     * How a round ended.
     *
     * @param done links that were checked
     * @param left links that were due and are still; their hosts asked for patience, or nobody could be reached
     * @param heard whether anybody answered
     * @param hosts those that are left alone, in the order met
     */
    public record End(int done, int left, boolean heard, List<String> hosts) {
        public End {
            hosts = List.copyOf(hosts);
        }
    }

    LinkRound(CheckedLinks checked, WebClient client, PublicHosts hosts, Proxies proxies, Pace pace, Clock clock,
            Sleeper sleeper, RandomGenerator chance, Listener listener) {
        this.checked = checked;
        this.client = client;
        this.hosts = hosts;
        this.proxies = proxies;
        this.pace = pace;
        this.clock = clock;
        this.sleeper = sleeper;
        this.chance = chance;
        this.listener = listener;
    }

    /**
     * Asks for links, through the proxy of the environment if there is one.
     *
     * @param agent who asks, as hosts are told
     * @throws InterruptedException if the thread is interrupted: what was found until then is kept
     * @throws IOException if it cannot be kept
     */
    public static End over(List<String> links, CheckedLinks checked, String agent, Map<String, String> environment,
            Listener listener) throws IOException, InterruptedException {
        Proxies proxies = Proxies.of(environment);
        try (var client = new WebClient(agent, proxies, Pace.USUAL.connect(), Pace.USUAL.whole())) {
            return new LinkRound(checked, client, new PublicHosts(InetAddress::getAllByName, false), proxies,
                    Pace.USUAL,
                    Clock.systemUTC(), Thread::sleep, new SecureRandom(), listener).run(links);
        }
    }

    /** The variables of the environment that name a proxy which cannot be used. */
    public static List<String> unusableProxies(Map<String, String> environment) {
        return Proxies.wrong(environment);
    }

    /**
     * Asks for the links.
     *
     * @throws InterruptedException if the thread is interrupted: what was found until then is kept
     * @throws IOException if it cannot be kept
     */
    public End run(List<String> links) throws IOException, InterruptedException {
        for (String link : links) {
            Optional<URI> address = RequestAddress.of(link);
            if (address.isEmpty()) {
                keep(link, Finding.unknown("malformed"));
            } else {
                lane(address.get()).waiting.add(new Lane.Job(link, address.get(), true, 0, 0));
            }
        }
        for (Optional<Lane> lane = next(); lane.isPresent(); lane = next()) {
            step(lane.get());
        }
        return new End(done, links.size() - done, heard, List.copyOf(leftAlone));
    }

    /** The lane that may be asked soonest; of several, the one that was met first. */
    private Optional<Lane> next() {
        if (!heard && silent >= MOST_SILENT) {
            return Optional.empty();
        }
        return lanes.values().stream().filter(lane -> !lane.left && !lane.waiting.isEmpty())
                .min(Comparator.comparing(lane -> lane.next));
    }

    private Lane lane(URI address) {
        return lanes.computeIfAbsent(Lane.of(address), name -> new Lane());
    }

    /** Asks one thing of one host. */
    private void step(Lane lane) throws IOException, InterruptedException {
        Lane.Job job = lane.waiting.removeFirst();
        switch (look(job.at())) {
            case NOT_PUBLIC -> keep(job.link(), Finding.unknown("not-public"));
            case NO_SUCH_HOST -> hostless(job);
            case NOT_FOUND -> again(lane, job, job.head(), Optional.empty(), Finding.unknown("unresolved"));
            case PUBLIC -> asked(lane, job);
        }
    }

    private PublicHosts.Answer look(URI address) throws InterruptedException {
        PublicHosts.Answer answer = hosts.look(address.getHost());
        boolean absent = answer == PublicHosts.Answer.NO_SUCH_HOST || answer == PublicHosts.Answer.NOT_FOUND;
        return absent && proxies.reaches(address) ? PublicHosts.Answer.PUBLIC : answer;
    }

    private void hostless(Lane.Job job) throws IOException {
        if (job.hops() > 0) {
            keep(job.link(), Finding.unknown("redirected-nowhere"));
        } else if (heard) {
            keep(job.link(), Finding.gone("no-such-host"));
        } else {
            hostless.add(job.link());
        }
    }

    private void asked(Lane lane, Lane.Job job) throws IOException, InterruptedException {
        String place = job.at().getScheme() + "://" + job.at().getRawAuthority();
        if (!robots.containsKey(place)) {
            Optional<Robots> said = robots(job.at().resolve("/robots.txt"));
            robots.put(place, said);
            said.ifPresent(rules -> lane.delay = longest(lane.delay, shortest(rules.delay(), pace.mostDelay())));
            lane.next = longer(lane.next, clock.instant().plus(pause(lane)));
            lane.waiting.addFirst(job);
            return;
        }
        Optional<Robots> rules = robots.getOrDefault(place, Optional.empty());
        if (rules.isEmpty()) {
            leftAlone.add(job.at().getHost());
            return;
        }
        if (!rules.get().allows(job.at())) {
            keep(job.link(), Finding.unknown("robots"));
            return;
        }
        switch (ask(job.head() ? "HEAD" : "GET", job.at(), MOST_BYTES)) {
            case WebClient.Response.Failed failed -> failed(lane, job, failed.why());
            case WebClient.Response.Answered answered -> answered(lane, job, answered);
        }
    }

    /** Every request goes through here: it waits for its host's turn, and makes the next one wait. */
    private WebClient.Response ask(String method, URI address, int mostBytes) throws IOException, InterruptedException {
        Lane lane = lane(address);
        listener.asking(Lane.of(address));
        Duration wait = lane.next.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), lane.next);
        if (wait.isPositive()) {
            sleeper.sleep(wait);
        }
        // A name may have come to mean another address while its turn was waited for.
        if (look(address) == PublicHosts.Answer.NOT_PUBLIC) {
            return new WebClient.Response.Failed("not-public");
        }
        WebClient.Response response = client.ask(method, address, mostBytes);
        lane.next = clock.instant().plus(pause(lane));
        if (response instanceof WebClient.Response.Answered answer
                && !(proxies.reaches(address) && OF_PROXY.contains(answer.status()))) {
            hears();
        }
        return response;
    }

    private void hears() throws IOException {
        heard = true;
        for (String link : List.copyOf(hostless)) {
            keep(link, Finding.gone("no-such-host"));
        }
        hostless.clear();
    }

    private Duration pause(Lane lane) {
        return longest(pace.pause(), lane.delay);
    }

    /** Empty if it cannot be told now: then nothing of the host may be asked (RFC 9309, 2.3.1.4). */
    private Optional<Robots> robots(URI first) throws IOException, InterruptedException {
        URI at = first;
        for (int hop = 0; hop <= MOST_ROBOTS_HOPS; hop++) {
            PublicHosts.Answer host = look(at);
            if (host != PublicHosts.Answer.PUBLIC) {
                return hop > 0 && host == PublicHosts.Answer.NOT_PUBLIC ? Optional.of(Robots.ALL) : Optional.empty();
            }
            if (!(ask("GET", at, Robots.MOST_BYTES) instanceof WebClient.Response.Answered answer)) {
                return Optional.empty();
            }
            int status = answer.status();
            if (status >= 200 && status < 300) {
                return Optional.of(Robots.read(answer.utf8()));
            }
            if (status >= 400) {
                Duration wait = Answers.retryAfter(answer, clock).orElse(Duration.ZERO);
                lane(at).next = longer(lane(at).next, clock.instant().plus(shortest(wait, pace.mostWait())));
                return status < 500 ? Optional.of(Robots.ALL) : Optional.empty();
            }
            Optional<URI> target = RequestAddress.redirected(at, answer.header("Location"));
            if (target.isEmpty()) {
                return Optional.of(Robots.ALL);
            }
            at = target.get();
        }
        return Optional.of(Robots.ALL);
    }

    private void failed(Lane lane, Lane.Job job, String why) throws IOException {
        switch (why) {
            case "tls", "malformed", "not-public" -> keep(job.link(), Finding.unknown(why));
            // Some servers know no HEAD and hang up.
            default -> again(lane, job, job.head() && !why.equals("broken"), Optional.empty(), Finding.unknown(why));
        }
    }

    private void answered(Lane lane, Lane.Job job, WebClient.Response.Answered answer) throws IOException {
        switch (Answers.of(job.head(), job.at(), answer, clock)) {
            case Answers.Verdict.Done verdict -> {
                lane.refusals = verdict.refused() ? lane.refusals + 1 : 0;
                keep(job.link(), verdict.finding());
                leaveIfRefused(lane, job);
            }
            case Answers.Verdict.AskWhole whole -> lane.waiting.addFirst(job.whole());
            case Answers.Verdict.Again verdict -> again(lane, job, job.head(), verdict.after(), verdict.otherwise());
            case Answers.Verdict.Follow follow -> {
                if (job.hops() >= MOST_HOPS) {
                    keep(job.link(), Finding.unknown("redirects"));
                } else {
                    lane(follow.target()).waiting.addFirst(job.followed(follow.target()));
                }
            }
        }
    }

    private void again(Lane lane, Lane.Job job, boolean head, Optional<Duration> after, Finding otherwise)
            throws IOException {
        if (after.isPresent() && after.get().compareTo(pace.mostWait()) > 0) {
            leave(lane, job);
            return;
        }
        if (job.tries() + 1 >= pace.tries() && !heard) {
            silent++;
            leave(lane, job);
            return;
        }
        if (job.tries() + 1 >= pace.tries()) {
            lane.refusals++;
            keep(job.link(), otherwise);
            leaveIfRefused(lane, job);
            return;
        }
        Duration grown = pace.firstWait().multipliedBy(1L << job.tries());
        Duration wait = after.orElse(grown).plusMillis((long) (chance.nextDouble() * grown.toMillis() / 2));
        lane.next = longer(lane.next, clock.instant().plus(wait));
        lane.waiting.addFirst(job.again(head));
    }

    private void leave(Lane lane, Lane.Job job) {
        lane.left = true;
        leftAlone.add(Lane.of(job.at()));
    }

    private void leaveIfRefused(Lane lane, Lane.Job job) {
        if (lane.refusals >= pace.refusals() && !lane.waiting.isEmpty()) {
            leave(lane, job);
        }
    }

    private void keep(String link, Finding finding) throws IOException {
        CheckedLink kept = checked.keep(link, clock.instant(), finding);
        done++;
        listener.checked(kept);
    }

    private static Instant longer(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
