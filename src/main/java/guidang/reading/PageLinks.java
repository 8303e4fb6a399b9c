package guidang.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import guidang.archive.Entry;
import guidang.archive.EntryPath;

/** The links of a page that lead to other entries. */
final class PageLinks {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]{0,30}+:.*+", Pattern.DOTALL);
    /** An address that lacks its scheme. */
    private static final Pattern HOST = Pattern
            .compile("^(?:www\\.|[A-Za-z0-9-]{1,63}+\\.(?:com|org|net|cn|io|me|tw|hk|jp)/)");
    private static final Pattern OTHER_FILE = Pattern.compile(
            "(?i).*+(?<=\\.(?:jpg|jpeg|png|gif|webp|svg|bmp|ico|pdf|zip|rar|7z|mp3|mp4|webm|ogg|flac|wav|json|csv|css|js|xml|epub|docx?|xlsx?|pptx?|od[tsp]|rtf|m4a|avi|mkv|mov|apk|exe|gz|bz2|xz|tar|torrent|py|sh|java|srt|ass|log|ya?ml|toml))$");

    private final EntryPath path;
    private final Set<String> present;

    /** @param present the paths of all entries of the archive */
    PageLinks(EntryPath path, Set<String> present) {
        this.path = path;
        this.present = present;
    }

    /** The links in blocks, in order. */
    List<Entry.InternalLink> of(List<Block> blocks) {
        var links = new ArrayList<Entry.InternalLink>();
        for (Block.Paragraph paragraph : Blocks.paragraphs(blocks)) {
            for (Inline.Link link : paragraph.inline().links()) {
                String text = paragraph.inline().text().substring(link.start(), link.end());
                resolve(link.url()).ifPresent(target -> links.add(
                        new Entry.InternalLink(target.path(), target.anchor(), text, paragraph.line())));
            }
        }
        return links;
    }

    private record Target(String path, String anchor) {}

    private Optional<Target> resolve(String url) {
        String address = url.strip();
        if (address.isEmpty() || address.startsWith("//") || SCHEME.matcher(address).matches()) {
            return Optional.empty();
        }
        if (address.contains("://") || (HOST.matcher(address).find() && !address.endsWith(".md"))) {
            return Optional.empty();
        }
        int hash = address.indexOf('#');
        String anchor = hash < 0 ? "" : decode(address.substring(hash + 1));
        String rest = hash < 0 ? address : address.substring(0, hash);
        int query = rest.indexOf('?');
        String target = decode(query < 0 ? rest : rest.substring(0, query)).replace('\\', '/');
        if (target.isEmpty()) {
            return Optional.of(new Target(path.value(), anchor));
        }
        return absolute(target).flatMap(this::entry).map(found -> new Target(found, anchor));
    }

    /** The path from the archive folder; as written if it leads out of the folder. */
    private Optional<String> absolute(String target) {
        var parts = new ArrayDeque<String>();
        if (!target.startsWith("/") && !path.folder().isEmpty()) {
            parts.addAll(List.of(path.folder().split("/", -1)));
        }
        for (String part : target.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.of(target);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts) + (target.endsWith("/") ? "/" : ""));
    }

    /** The entry that a path means, with or without its extension; empty if it means some other file. */
    private Optional<String> entry(String target) {
        if (present.contains(target)) {
            return Optional.of(target);
        }
        if (OTHER_FILE.matcher(target).matches()) {
            return Optional.empty();
        }
        String bare = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        String stem = bare.toLowerCase(Locale.ROOT).endsWith(".html") ? bare.substring(0, bare.length() - 5) : bare;
        String folder = stem.isEmpty() ? "" : stem + "/";
        for (String candidate : List.of(bare + ".md", stem + ".md", folder + "index.md", bare + ".markdown",
                bare + ".html", bare + ".txt")) {
            if (present.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        if (bare.isEmpty()) {
            return Optional.of("index.md");
        }
        return Optional.of(bare.endsWith(".md") ? bare : target.endsWith("/") ? bare + "/index.md" : bare);
    }

    /** Percent-decoding that leaves alone what is not a valid escape. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
