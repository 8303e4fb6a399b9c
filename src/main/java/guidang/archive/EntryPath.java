package guidang.archive;

/**
 * The path of an entry's file, relative to the archive folder, with {@code /} between its parts:
 * {@code company/腾讯/微信.md}. Never starts with a slash and never leaves the folder.
 */
public record EntryPath(String value) implements Comparable<EntryPath> {
    public EntryPath {
        if (value.isEmpty() || value.startsWith("/") || value.contains("\\") || ("/" + value + "/").contains("/../")) {
            throw new IllegalArgumentException("not a path inside an archive: " + value);
        }
    }

    /** The file's name without folders and extension: {@code 微信}. For {@code x/index.md} the folder's name. */
    public String name() {
        String last = value.substring(value.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        if (stem.equals("index") && value.contains("/")) {
            return new EntryPath(folder() + ".x").name();
        }
        return stem;
    }

    /** The folder the file stands in, without a slash at either end; empty for the archive folder itself. */
    public String folder() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? "" : value.substring(0, slash);
    }

    @Override
    public int compareTo(EntryPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
