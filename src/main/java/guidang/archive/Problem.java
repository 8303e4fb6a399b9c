package guidang.archive;

import java.util.List;

/**
 * Something wrong in a file. The words that a person reads stand in the message bundles, under the code.
 *
 * @param path of the file
 * @param line 1-based; 0 where it concerns the whole file
 * @param code what is wrong
 * @param details what to put into the words: a name, an address, a date as written
 */
public record Problem(EntryPath path, int line, Code code, List<String> details) implements Comparable<Problem> {
    public Problem {
        details = List.copyOf(details);
    }

    @Override
    public int compareTo(Problem other) {
        int byPath = path.compareTo(other.path);
        int byLine = byPath != 0 ? byPath : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : code.compareTo(other.code);
    }

    /** What can be wrong. Details are named in brackets. */
    public enum Code {
        /** The file cannot be read [reason]. */
        UNREADABLE,
        /** The file vanished while it was being read. */
        VANISHED,
        /** The file is larger than is read [its size, the limit, both in bytes]; nothing of it is indexed. */
        TOO_LARGE,
        /** A line is longer than is read [its length, the limit, in characters]; the rest of the line is dropped. */
        LINE_TOO_LONG,
        /** Bytes that are not UTF-8; shown as U+FFFD. */
        NOT_UTF8,
        /** Blocks are nested deeper than is read [the limit]. */
        TOO_DEEP,
        /** No front matter at the top. */
        NO_FRONT_MATTER,
        /** The front matter has no closing {@code ---}. */
        FRONT_MATTER_OPEN,
        /** A line of the front matter is not YAML [the line]; read as far as it can be. */
        FRONT_MATTER_BROKEN,
        /** The front matter is not a map of keys. */
        FRONT_MATTER_NOT_A_MAP,
        /** A value has the wrong form [key, value, what was expected]. */
        FRONT_MATTER_VALUE,
        /** No title. */
        NO_TITLE,
        /** A date that is none [key or place, as written]. */
        MALFORMED_DATE,
        /** Nothing but front matter. */
        EMPTY_PAGE,
        /** A footnote is used but not defined [label]. */
        FOOTNOTE_DANGLING,
        /** A footnote is defined but not used [label]. */
        FOOTNOTE_UNUSED,
        /** A footnote is defined twice [label, line of the first]. */
        FOOTNOTE_DUPLICATE,
        /** A reference link has no definition [label]. */
        REFERENCE_DANGLING,
        /** A link leads to no entry [target]. */
        LINK_DEAD,
        /** A link leads to an entry that has no such anchor [target, anchor]. */
        ANCHOR_DEAD,
        /** An address is malformed [address, what it probably means]. */
        URL_MALFORMED,
        /** A callout of an unknown kind [kind]. */
        CALLOUT_UNKNOWN,
        /** A HTML comment that never closes. */
        COMMENT_OPEN,
        /** A cited page is not archived [address]. */
        NOT_ARCHIVED,
        /** Two entries have one title [title, path of the other]. */
        TITLE_DUPLICATE,
        /** An archived copy is gone [address, the day of the last check]. */
        SNAPSHOT_DEAD,
        /** A source that is not archived is gone [address, the day of the last check]. */
        SOURCE_DEAD
    }
}
