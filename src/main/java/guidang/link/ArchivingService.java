package guidang.link;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.Snapshot;
import guidang.archive.Snapshot.Service;

/** How each archiving service writes its addresses. */
final class ArchivingService {
    /** Copies of copies are followed so far. */
    private static final int DEEPEST = 4;

    private static final String ONION = "archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion";
    private static final Set<String> ARCHIVE_TODAY = Set.of("archive.today", "archive.is", "archive.ph", "archive.md",
            "archive.vn", "archive.fo", "archive.li", "archive.ec", ONION);
    private static final Set<String> WAYBACK = Set.of("web.archive.org", "web-beta.archive.org", "wayback.archive.org",
            "liveweb.archive.org", "replay.waybackmachine.org", "waybackmachine.org");

    /** {@code /web/20210805123456if_/} and shorter, {@code /web/2021*}{@code /}, {@code /web/*}{@code /}. */
    private static final Pattern WAYBACK_TIME = Pattern
            .compile("/(?:web/)?+(\\d{1,14}+)?+\\**+(?:[a-z]{2}_)?+(?:;[^/]{0,40}+)?+/(.+)", Pattern.DOTALL);
    private static final Pattern WAYBACK_UNTIMED = Pattern.compile("/(?:web|save(?:/_embed)?+)/(.+)", Pattern.DOTALL);
    private static final Pattern TODAY_TIME = Pattern
            .compile("/(\\d{4}+(?:[.-]?\\d{2}){0,5}+)/(.+)", Pattern.DOTALL);
    private static final Pattern TODAY_UNTIMED = Pattern
            .compile("/(?:(?:newest|oldest|timegate|timemap)/)?+(https?+:/.+)", Pattern.DOTALL);
    private static final Pattern TODAY_ORIGINAL = Pattern.compile("/o/([A-Za-z0-9]{3,12}+)/(.+)", Pattern.DOTALL);
    private static final Pattern TODAY_CODE = Pattern
            .compile("/(?:wip/)?+([A-Za-z0-9]{3,12}+)(?![A-Za-z0-9+_-]).*+", Pattern.DOTALL);
    private static final Set<String> TODAY_PAGES = Set.of("faq", "search", "submit", "about", "blog", "donate",
            "newest",
            "oldest", "timegate", "timemap", "post", "robots", "favicon", "wip", "apple");
    private static final Pattern GHOST = Pattern
            .compile("/(archive|varchive|iarchive)/((?:[\\w.-]{1,40}+/){0,3}+)([\\w-]{1,60}+)/?+(?:[?#].*+)?+");
    private static final Pattern ARQUIVO = Pattern
            .compile("/(?:wayback|noFrame/replay|page)/(\\d{1,14}+)(?:[a-z]{2}_)?+/(.+)", Pattern.DOTALL);
    private static final Pattern PERMA = Pattern
            .compile("/(?:warc/)?+([A-Za-z0-9]{3,5}+-[A-Za-z0-9]{3,5}+)(?:[/?#].*+)?+", Pattern.DOTALL);
    private static final Pattern MEGALODON = Pattern
            .compile("/(?:[a-z_]{1,20}+/){0,2}+(\\d{4})-(\\d{4})-(\\d{4})(?:-(\\d{2}))?+/(.+)", Pattern.DOTALL);
    private static final Pattern WITH_SCHEME = Pattern.compile("(https?+):/{0,3}+(?=[^/])(.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private ArchivingService() {}

    /** Null if the host is of no service. */
    static @Nullable Service ofHost(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        plain = plain.startsWith("www.") ? plain.substring(4) : plain;
        if (WAYBACK.contains(plain)) {
            return Service.WAYBACK;
        }
        if (ARCHIVE_TODAY.contains(plain)) {
            return Service.ARCHIVE_TODAY;
        }
        for (Service service : Service.values()) {
            if (service.host().equals(plain)) {
                return service;
            }
        }
        return null;
    }

    /** Takes an address apart. {@code depth}: how many copies it stands in. */
    static Optional<Archived> read(Parts parts, String written, int depth) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        String host = parts.plainHost();
        String url = parts.scheme().isEmpty() ? parts.withScheme("https") : written;
        if (WAYBACK.contains(host)) {
            return wayback(parts.rest(), url, depth);
        }
        if (ARCHIVE_TODAY.contains(host)) {
            return archiveToday(parts.rest(), url, depth);
        }
        return switch (host) {
            case "ghostarchive.org" -> ghostarchive(parts.rest(), url);
            case "arquivo.pt" -> matched(ARQUIVO, parts.rest()).map(m -> timed(Service.ARQUIVO, url, "wayback/",
                    group(m, 1), m.group(2), depth));
            case "perma.cc" -> matched(PERMA, parts.rest()).map(m -> archived(Service.PERMA, url, null, "",
                    "perma.cc/" + group(m, 1).toUpperCase(Locale.ROOT)));
            case "megalodon.jp" -> matched(MEGALODON, parts.rest()).map(m -> megalodon(m, url, depth));
            default -> Optional.empty();
        };
    }

    private static Optional<Archived> wayback(String rest, String url, int depth) {
        return matched(WAYBACK_TIME, rest).filter(m -> rest.startsWith("/web/") || !group(m, 1).isEmpty())
                .map(m -> timed(Service.WAYBACK, url, "web/", group(m, 1), m.group(2), depth))
                .or(() -> matched(WAYBACK_UNTIMED, rest)
                        .map(m -> timed(Service.WAYBACK, url, "web/", "", m.group(1), depth)));
    }

    private static Optional<Archived> archiveToday(String rest, String url, int depth) {
        Service service = Service.ARCHIVE_TODAY;
        return matched(TODAY_ORIGINAL, rest).map(m -> archived(service, url, null, original(m.group(2)),
                "archive.today/" + m.group(1)))
                .or(() -> matched(TODAY_TIME, rest).map(m -> timed(service, url, "",
                        group(m, 1).replaceAll("[.-]", ""), m.group(2), depth)))
                .or(() -> matched(TODAY_UNTIMED, rest).map(m -> timed(service, url, "", "", m.group(1), depth)))
                .or(() -> matched(TODAY_CODE, rest)
                        .filter(m -> !TODAY_PAGES.contains(group(m, 1).toLowerCase(Locale.ROOT)))
                        .map(m -> archived(service, url, null, "", "archive.today/" + m.group(1))));
    }

    private static Optional<Archived> ghostarchive(String rest, String url) {
        return matched(GHOST, rest).map(m -> {
            String code = group(m, 3);
            boolean video = group(m, 1).equals("varchive")
                    && (group(m, 2).isEmpty() || group(m, 2).startsWith("youtube/"));
            String original = video ? "https://www.youtube.com/watch?v=" + code : "";
            LocalDateTime captured = null;
            for (String folder : group(m, 2).split("/", -1)) {
                captured = folder.matches("\\d{8}|\\d{14}") ? CaptureTime.read(folder) : captured;
            }
            return archived(Service.GHOSTARCHIVE, url, captured, original,
                    "ghostarchive.org/" + m.group(1) + "/" + code);
        });
    }

    /** Megalodon tells Japanese time. */
    private static Archived megalodon(Matcher m, String url, int depth) {
        String digits = group(m, 1) + group(m, 2) + group(m, 3) + group(m, 4);
        LocalDateTime there = CaptureTime.read(digits);
        Archived archived = timed(Service.MEGALODON, url, "", digits, m.group(5), depth);
        return there == null
                ? archived
                : new Archived(new Snapshot(Service.MEGALODON, url, there.minusHours(9)), archived.original(),
                        archived.key());
    }

    private static Archived timed(Service service, String url, String folder, String time, @Nullable String tail,
            int depth) {
        String original = original(tail == null ? "" : tail);
        String inner = Parts.of(original).map(parts -> key(parts, original, depth + 1)).orElse(original);
        return archived(service, url, CaptureTime.read(time), original,
                service.host() + "/" + folder + (time.isEmpty() ? "*" : time) + "/" + inner);
    }

    private static Archived archived(Service service, String url, @Nullable LocalDateTime captured, String original,
            String key) {
        return new Archived(new Snapshot(service, url, captured), original, key);
    }

    /** The key of an address, archived or not. */
    static String key(Parts parts, String written, int depth) {
        return read(parts, written, depth).map(Archived::key).orElseGet(() -> Canonical.key(parts));
    }

    /** The address that stands in the tail of another: decoded if it is encoded whole, its scheme mended or added. */
    private static String original(@Nullable String tail) {
        String written = tail == null ? "" : tail;
        if (written.regionMatches(true, 0, "http%3A", 0, 7) || written.regionMatches(true, 0, "https%3A", 0, 8)) {
            written = Percent.decodeAll(written);
        }
        Matcher scheme = WITH_SCHEME.matcher(written);
        if (scheme.matches()) {
            return group(scheme, 1).toLowerCase(Locale.ROOT) + "://" + scheme.group(2);
        }
        return "http://" + written;
    }

    private static Optional<Matcher> matched(Pattern pattern, String rest) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }
}
