package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import guidang.archive.Snapshot;
import guidang.link.Archived;
import guidang.reachability.CheckedLink;
import guidang.reachability.CheckedLinks;
import guidang.reachability.LinkRound;

/** Asks whether the links of an archive can be opened, and tells what is found as it is found. */
final class LinkChecking {
    private static final JsonFactory JSON = new JsonFactory();

    private final Wish wish;
    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean shown;
    /** By what a link is known by: where it stands, {@code path:line}. */
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final List<String> urls = new ArrayList<>();
    private final Map<CheckedLink.Standing, Integer> sums = new LinkedHashMap<>();
    private int asked;
    private int due;

    /**
     * What is asked for.
     *
     * @param originals also the sources' own addresses
     * @param olderThan how old a check has to be
     * @param limit links at most; 0: all
     * @param host empty: all
     * @param contact how whoever is asked can reach somebody; empty: not told
     */
    record Wish(boolean originals, Duration olderThan, int limit, String host, String contact, boolean json) {}

    LinkChecking(List<Cited> cited, Wish wish, Texts texts, Surroundings surroundings) {
        this.wish = wish;
        this.texts = texts;
        out = surroundings.out();
        err = surroundings.err();
        shown = surroundings.showsProgress();
        for (Cited each : cited) {
            each.copies().forEach(snapshot -> add(askable(snapshot.url()), each));
            if (wish.originals() && !each.citation().original().isEmpty()) {
                add(each.citation().original(), each);
            }
        }
    }

    private void add(String url, Cited cited) {
        if (wish.host().isEmpty() || isOf(url, wish.host())) {
            urls.add(url);
            places.computeIfAbsent(CheckedLinks.key(url), key -> new ArrayList<>())
                    .add(cited.path().value() + ":" + cited.citation().line());
        }
    }

    /** A copy that stands at a mirror which only Tor reaches is asked for at the service's usual host. */
    static String askable(String url) {
        String host = host(url);
        return Archived.serviceOf(host).filter(service -> host.endsWith(".onion"))
                .map(service -> url.replaceFirst("^[^/]*//[^/?#]*", "https://" + service.host())).orElse(url);
    }

    /** Whether an address is of a host, or of a mirror of it. */
    private static boolean isOf(String url, String host) {
        String its = host(url);
        Optional<Snapshot.Service> service = Archived.serviceOf(host);
        return its.equalsIgnoreCase(host) || (service.isPresent() && service.equals(Archived.serviceOf(its)));
    }

    private static String host(String url) {
        try {
            String host = URI.create(url.replaceFirst("^([^/]*//[^/?#]*).*$", "$1")).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** @return the exit code */
    int run(Path state, Map<String, String> environment) throws IOException {
        try (var checked = CheckedLinks.open(state)) {
            if (checked.wasTorn()) {
                err.println(texts.get("links.torn"));
            }
            if (checked.unreadable() > 0) {
                err.println(texts.get("links.unreadable", checked.unreadable()));
            }
            List<String> all = checked.due(urls, Instant.now(), wish.olderThan());
            List<String> some = wish.limit() > 0 && wish.limit() < all.size() ? all.subList(0, wish.limit()) : all;
            due = some.size();
            if (some.isEmpty()) {
                err.println(texts.get("links.nothing", places.size()));
                return GuidangCommand.WELL;
            }
            err.println(texts.get("links.begins", some.size(), places.size()));
            if (wish.contact().isEmpty()) {
                err.println(texts.get("links.contact.none"));
            }
            return run(some, checked, environment);
        } catch (CheckedLinks.InUse e) {
            err.println(texts.get("links.inuse"));
            return GuidangCommand.FAILED;
        }
    }

    private int run(List<String> some, CheckedLinks checked, Map<String, String> environment) throws IOException {
        Thread here = Thread.currentThread();
        try (var signal = new StopSignal(here::interrupt)) {
            signal.well();
            // All is said before the signal is closed: the process may end at any moment after that.
            round(some, checked, environment);
            return GuidangCommand.WELL;
        }
    }

    private void round(List<String> some, CheckedLinks checked, Map<String, String> environment) throws IOException {
        try {
            LinkRound.End end = LinkRound.over(some, checked, agent(), environment, new LinkRound.Listener() {
                @Override
                public void checked(CheckedLink link) {
                    tell(link);
                }

                @Override
                public void asking(String host) {
                    draw(host);
                }
            });
            wipe();
            sums();
            if (end.left() > 0) {
                err.println(end.heard()
                        ? texts.get("links.left", end.left(), String.join(", ", end.hosts()))
                        : texts.get("links.silent"));
            }
        } catch (InterruptedException stopped) {
            wipe();
            sums();
            err.println(texts.get("links.stopped", asked, due));
        }
    }

    private String agent() {
        return "guidang/" + GuidangCommand.version().replaceAll("[^0-9A-Za-z.-]", "")
                + (wish.contact().isEmpty() ? " (link check)" : " (link check; " + wish.contact() + ")");
    }

    private void tell(CheckedLink link) {
        asked++;
        sums.merge(link.standing(), 1, Integer::sum);
        List<String> where = places.getOrDefault(CheckedLinks.key(link.url()), List.of());
        if (wish.json()) {
            json(link, where);
        } else if (link.goneLast() != null) {
            wipe();
            out.println(texts.get(link.standing() == CheckedLink.Standing.DEAD ? "links.dead" : "links.once",
                    String.join(", ", where), link.finding().reason(), link.url()));
        }
    }

    /** {@code url, at, outcome, reason, standing} and {@code places}: where the link stands, {@code path:line}. */
    private void json(CheckedLink link, List<String> where) {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("url", link.url());
            json.writeStringField("at", link.at().toString());
            json.writeStringField("outcome", lower(link.finding().outcome()));
            json.writeStringField("reason", link.finding().reason());
            json.writeStringField("standing", lower(link.standing()));
            json.writeArrayFieldStart("places");
            for (String place : where) {
                json.writeString(place);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void draw(String host) {
        if (shown) {
            err.print("\r" + Columns.cut(texts.get("links.progress", asked, due, host), 78) + "\u001B[K");
            err.flush();
        }
    }

    private void wipe() {
        if (shown) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    private void sums() {
        PrintStream to = wish.json() ? err : out;
        to.println(texts.get("links.sums", asked, count(CheckedLink.Standing.REACHABLE),
                count(CheckedLink.Standing.DEAD), count(CheckedLink.Standing.UNREACHABLE_ONCE),
                count(CheckedLink.Standing.UNKNOWN)));
    }

    private int count(CheckedLink.Standing standing) {
        return sums.getOrDefault(standing, 0);
    }
}
