package guidang.reachability;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a host's robots.txt says to this client (RFC 9309). Groups for one agent count as one; those for all agents count
 * where none names it. The longest rule that matches decides; of two as long, the one that allows.
 *
 * @param delay between two requests ({@code Crawl-delay}, which is not of the RFC); zero if none is told
 */
record Robots(List<Rule> rules, Duration delay) {
    /** The product token of this client. */
    static final String AGENT = "guidang";
    /** So much of a file is read; the RFC asks for 500 KiB at least. */
    static final int MOST_BYTES = 512 * 1024;

    static final Robots ALL = new Robots(List.of(), Duration.ZERO);
    static final Robots NOTHING = new Robots(List.of(new Rule(false, "/")), Duration.ZERO);
    private static final BigDecimal MOST_DELAY = BigDecimal.valueOf(86_400);

    Robots {
        rules = List.copyOf(rules);
    }

    /** @param path encoded as it is compared; {@code *} stands for anything, a {@code $} at the end for the end */
    record Rule(boolean allows, String path) {
        boolean matches(String asked) {
            boolean whole = path.endsWith("$");
            String[] parts = (whole ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
            if (!asked.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                boolean last = i == parts.length - 1;
                if (last && whole) {
                    return asked.length() - parts[i].length() >= at && asked.endsWith(parts[i]);
                }
                int found = asked.indexOf(parts[i], at);
                if (found < 0) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return !whole || at == asked.length();
        }
    }

    private record Group(List<String> agents, List<Rule> rules, List<Duration> delays) {}

    static Robots read(String text) {
        var groups = new ArrayList<Group>();
        boolean naming = false;
        for (String line : text.startsWith("\uFEFF") ? text.substring(1).lines().toList() : text.lines().toList()) {
            int hash = line.indexOf('#');
            String said = hash < 0 ? line : line.substring(0, hash);
            int colon = said.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String value = said.substring(colon + 1).strip();
            switch (said.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "user-agent" -> {
                    if (!naming) {
                        groups.add(new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    }
                    groups.getLast().agents().add(product(value));
                    naming = true;
                }
                case "allow", "disallow" -> {
                    naming = false;
                    boolean allows = said.strip().toLowerCase(Locale.ROOT).startsWith("allow");
                    if (!groups.isEmpty() && !value.isEmpty()) {
                        groups.getLast().rules().add(new Rule(allows, normal(value)));
                    }
                }
                case "crawl-delay" -> {
                    naming = false;
                    if (!groups.isEmpty()) {
                        groups.getLast().delays().add(delay(value));
                    }
                }
                default -> {
                    // Sitemaps and the like say nothing about what may be asked, and end no group.
                }
            }
        }
        List<Group> mine = groups.stream().filter(group -> group.agents().contains(AGENT)).toList();
        List<Group> used = mine.isEmpty()
                ? groups.stream().filter(group -> group.agents().contains("*")).toList()
                : mine;
        return new Robots(used.stream().flatMap(group -> group.rules().stream()).toList(),
                used.stream().flatMap(group -> group.delays().stream()).max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static String product(String value) {
        if (value.startsWith("*")) {
            return "*";
        }
        int end = 0;
        while (end < value.length()
                && (Character.isLetter(value.charAt(end)) || "-_".indexOf(value.charAt(end)) >= 0)) {
            end++;
        }
        return value.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static Duration delay(String value) {
        if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(new BigDecimal(value).min(MOST_DELAY).movePointRight(3).longValue());
    }

    /** Whether an address of the host may be asked for. */
    boolean allows(URI address) {
        String query = address.getRawQuery();
        String asked = normal(address.getRawPath() + (query == null ? "" : "?" + query));
        if (asked.equals("/robots.txt")) {
            return true;
        }
        return rules.stream().filter(rule -> rule.matches(asked))
                .max(Comparator.<Rule>comparingInt(rule -> rule.path().length()).thenComparing(Rule::allows))
                .map(Rule::allows).orElse(true);
    }

    /** Encoded where it has to be and nowhere else, so that two spellings of a path compare as equal. */
    private static String normal(String path) {
        String encoded = RequestAddress.encoded(path);
        var out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' && i + 2 < encoded.length()) {
                char meant = (char) Integer.parseInt(encoded.substring(i + 1, i + 3), 16);
                boolean unreserved = meant < 128 && (Character.isLetterOrDigit(meant) || "-._~".indexOf(meant) >= 0);
                out.append(unreserved ? String.valueOf(meant) : encoded.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
