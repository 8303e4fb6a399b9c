package guidang.link;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A web address cut up, nothing decoded.
 *
 * @param scheme {@code http} or {@code https}; empty where none is written
 * @param host as written, without user and port
 * @param port digits; empty where none is written
 * @param rest from the slash, question mark or number sign behind the host to the end; may be empty
 */
record Parts(String scheme, String host, String port, String rest) {
    /** Longer texts are no addresses. */
    static final int LONGEST = 8192;

    private static final int LONGEST_HOST = 253;

    /** Top-level domains that a host without a scheme may end with, beside those of countries. */
    private static final Set<String> GENERIC = Set.of("com", "net", "org", "edu", "gov", "mil", "int", "info", "biz",
            "name", "pro", "mobi", "asia", "cat", "jobs", "tel", "xxx", "app", "dev", "page", "blog", "wiki", "news",
            "online", "site", "website", "space", "store", "shop", "tech", "cloud", "fun", "club", "top", "xyz", "vip",
            "icu", "ltd", "group", "work", "live", "video", "link", "world", "today", "life", "games", "game", "moe",
            "one", "pub", "red", "ren", "run", "social", "studio", "team", "art", "ink", "love", "media", "network",
            "press", "review", "systems", "tools", "uno", "win", "zone", "fans", "plus", "host", "design", "email",
            "global", "center", "city", "company", "digital", "foundation", "onion", "uk", "eu", "su", "ac");

    private static final Set<String> TOP = Stream
            .concat(GENERIC.stream(),
                    Stream.of(Locale.getISOCountries()).map(country -> country.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    /** Cuts an address up, with or without a scheme; empty if it is none. */
    static Optional<Parts> of(String text) {
        String address = text.strip();
        if (address.isEmpty() || address.length() > LONGEST || holdsControls(address)) {
            return Optional.empty();
        }
        String scheme = schemeOf(address);
        int from = scheme.isEmpty() ? 0 : scheme.length() + 3;
        if (scheme.isEmpty() && address.startsWith("//")) {
            from = 2;
        }
        int end = from;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(from, end);
        int user = authority.lastIndexOf('@');
        if (user >= 0 && scheme.isEmpty()) {
            return Optional.empty();
        }
        authority = authority.substring(user + 1);
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
        String port = host.length() == authority.length() ? "" : authority.substring(colon + 1);
        if (!isHost(host) || !isPort(port) || (scheme.isEmpty() && !isPlausible(host))) {
            return Optional.empty();
        }
        return Optional.of(new Parts(scheme, host, port, address.substring(end)));
    }

    private static boolean holdsControls(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || (c >= 0x7F && c < 0xA0)) {
                return true;
            }
        }
        return false;
    }

    private static String schemeOf(String address) {
        if (address.regionMatches(true, 0, "https://", 0, 8)) {
            return "https";
        }
        return address.regionMatches(true, 0, "http://", 0, 7) ? "http" : "";
    }

    private static boolean isPort(String port) {
        return port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.length() <= 48 && host.endsWith("]");
        }
        if (host.isEmpty() || host.length() > LONGEST_HOST || host.startsWith(".") || host.contains("..")) {
            return false;
        }
        return host.codePoints()
                .allMatch(c -> c == '.' || c == '-' || c == '_' || (c < 128
                        ? Character.isLetterOrDigit(c)
                        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                                || c == 0x30FB));
    }

    /** Whether a host that no scheme announces looks like one: two parts, and a known top-level domain. */
    static boolean isPlausible(String host) {
        int dot = host.lastIndexOf('.');
        return dot > 0 && dot < host.length() - 1
                && TOP.contains(host.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The host for comparing: lower case, international names in their ASCII form, no {@code www.}, no final dot. */
    String plainHost() {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.chars().anyMatch(c -> c > 127)) {
            try {
                plain = IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException notAllowedInNames) {
                plain = host;
            }
        }
        plain = plain.toLowerCase(Locale.ROOT);
        return plain.startsWith("www.") && plain.indexOf('.', 4) > 0 ? plain.substring(4) : plain;
    }

    /** The address as written, with {@code standard} for a scheme where none is. */
    String withScheme(String standard) {
        return (scheme.isEmpty() ? standard : scheme) + "://" + host + (port.isEmpty() ? "" : ":" + port) + rest;
    }
}
