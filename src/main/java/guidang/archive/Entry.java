package guidang.archive;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One file of the archive.
 *
 * @param path where it stands
 * @param kind which dialect it is written in
 * @param title from the front matter, else the first heading, else the file's name; never blank
 * @param description from the front matter; may be empty
 * @param tags in the order written, without repeats
 * @param author of a post; may be empty
 * @param published false if the front matter says so: such an entry is read, but neither shown nor notified
 * @param dated the page's {@code date} or the post's date, by its calendar day as written; null where there is none
 * @param created the page's {@code dateCreated}; null where there is none
 * @param sections in the order of the page; the first has an empty heading if text stands before the first heading
 * @param links links to other entries of the archive, in the order of the page
 * @param lines how many lines the file has
 * @param hash of the file's bytes, lower-case hexadecimal SHA-256
 */
public record Entry(EntryPath path, Kind kind, String title, String description, List<String> tags, String author,
        boolean published, @Nullable When dated, @Nullable When created, List<Section> sections,
        List<InternalLink> links, int lines, String hash) {
    public Entry {
        tags = List.copyOf(tags);
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    /** Every event of the entry, in the order of the page. */
    public Stream<Event> events() {
        return sections.stream().flatMap(section -> section.events().stream());
    }

    /** The dialect. */
    public enum Kind {
        /** A wiki page (Wiki.js, MkDocs): Markdown. */
        PAGE,
        /** A news post (Hexo mirror): an HTML body. */
        POST
    }

    /**
     * A link from one entry to another.
     *
     * @param target the path meant, resolved against the page; the file need not exist
     * @param anchor after the {@code #}, decoded; may be empty
     * @param text as shown
     * @param line 1-based line of the link in its file
     */
    public record InternalLink(String target, String anchor, String text, int line) {}
}
