package guidang.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import guidang.archive.When;
import guidang.change.Brief;

/**
 * One change, as a feed tells it. All texts are such as XML can hold.
 *
 * @param id {@code urn:uuid:…}, the same for the same change
 * @param text the statement, its date, and what proves it; not blank
 * @param updated to the second
 * @param author of the edit; empty if nobody knows
 * @param kind name of the kind of change
 * @param label the same in the reader's language
 * @param proofs addresses of what proves it, absolute
 */
record Item(String id, String title, String text, Instant updated, String author, String kind, String label,
        List<String> proofs) {
    Item {
        proofs = List.copyOf(proofs);
    }

    static Item of(String id, Brief change, Words words) {
        String label = words.of(change.kind().name());
        String subject = change.heading().isEmpty() ? change.title() : change.title() + " – " + change.heading();
        var lines = new ArrayList<String>();
        When when = change.when();
        if (when != null) {
            lines.add(words.of("when", when.written()));
        }
        if (!change.from().isEmpty() && !change.from().equals(change.path())) {
            lines.add(words.of("from", change.from(), change.path()));
        }
        boolean both = !change.before().isEmpty() && !change.after().isEmpty()
                && !change.before().equals(change.after());
        if (both) {
            lines.add(words.of("before", change.before()));
            lines.add(words.of("after", change.after()));
        } else if (!change.after().isEmpty() || !change.before().isEmpty()) {
            lines.add(change.after().isEmpty() ? change.before() : change.after());
        }
        for (Brief.Source source : change.sources()) {
            lines.add(words.of("source", source.url().isEmpty() ? source.text() : source.text() + " " + source.url()));
        }
        if (lines.isEmpty()) {
            lines.add(change.path());
        }
        List<String> proofs = change.sources().stream().flatMap(source -> address(source.url()).stream()).distinct()
                .toList();
        return new Item(id, oneLine(label + words.of("colon") + subject), clean(String.join("\n", lines)),
                change.at().truncatedTo(ChronoUnit.SECONDS), oneLine(change.author()), change.kind().name(), label,
                proofs);
    }

    /** An id that the same change always has; {@code repeat} tells apart those that are alike in everything. */
    static String id(String name, Brief change, int repeat) {
        return uuid(String.join("\n", name, change.kind().name(), change.path(), change.from(), change.heading(),
                change.event(), change.before(), change.after(),
                String.join("\t", change.sources().stream().map(Brief.Source::url).toList()), change.commit(),
                change.at().toString(), String.valueOf(repeat)));
    }

    static String uuid(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An absolute web address in ASCII; empty if the text is none. */
    static Optional<String> address(String url) {
        try {
            var address = new URI(escaped(url));
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** With what an address may not hold, but is written in many, as percent signs. */
    private static String escaped(String url) {
        var out = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean broken = c == '%' && (i + 2 >= url.length() || Character.digit(url.charAt(i + 1), 16) < 0
                    || Character.digit(url.charAt(i + 2), 16) < 0);
            if (broken || c <= ' ' || c == 0x7f || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else if (Character.isSurrogate(c) || c < 0x80 || Character.isLetterOrDigit(c)) {
                out.append(c);
            } else {
                for (byte part : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", part));
                }
            }
        }
        return clean(out.toString());
    }

    private static String oneLine(String text) {
        return clean(text).replaceAll("\\s++", " ").strip();
    }

    /** Without what XML 1.0 cannot hold, and other control characters. */
    static String clean(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().filter(Item::isText).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isText(int point) {
        return point == '\n' || point == '\t' || (point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point < 0xd800)
                || (point >= 0xe000 && point < 0xfffe) || (point >= 0x10000 && (point & 0xfffe) != 0xfffe);
    }
}
