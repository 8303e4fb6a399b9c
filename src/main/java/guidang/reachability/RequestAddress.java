package guidang.reachability;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An address as entries write it → one that can be asked for: no user, no fragment, all that is not ASCII encoded. */
final class RequestAddress {
    private static final String PLAIN = "-._~:/?@!$&'()*+,;=";
    private static final int LONGEST = 8_192;

    private RequestAddress() {}

    /** Empty if it is no address of the web: another scheme, no host, or one that cannot be a host. */
    static Optional<URI> of(String written) {
        String text = written.strip();
        String lower = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
        String scheme = lower.startsWith("https://") ? "https" : lower.startsWith("http://") ? "http" : "";
        if (scheme.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        int from = scheme.length() + 3;
        int end = from;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(from, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int hash = text.indexOf('#', end);
        String rest = hash < 0 ? text.substring(end) : text.substring(end, hash);
        String path = rest.startsWith("/") ? rest : "/" + (rest.startsWith("\\") ? rest.substring(1) : rest);
        try {
            String host = host(authority);
            URI uri = URI.create(scheme + "://" + host + encoded(path));
            return uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0
                    ? Optional.empty()
                    : Optional.of(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a server sends to, from the address that was asked. */
    static Optional<URI> redirected(URI from, String location) {
        String target = location.strip().replaceFirst("#.*$", "");
        if (target.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
            return of(target);
        }
        try {
            return of(from.resolve(target.startsWith("?") ? from.getRawPath() + encoded(target) : encoded(target))
                    .toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon >= 0 && authority.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        String name = port ? authority.substring(0, colon) : authority;
        String behind = port && colon + 1 < authority.length() ? authority.substring(colon) : "";
        return (name.startsWith("[") ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT)
                + behind;
    }

    static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean escape = c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (escape || isPlain(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }
}
