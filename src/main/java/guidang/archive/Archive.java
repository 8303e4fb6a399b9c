package guidang.archive;

import java.util.List;

/**
 * All entries read from one folder, at one moment.
 *
 * @param entries ordered by path
 * @param problems what is wrong in the files, ordered by path and line
 * @param skipped files that were left out on purpose (templates, hidden folders), with the reason
 */
public record Archive(List<Entry> entries, List<Problem> problems, List<Skipped> skipped) {
    public Archive {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
    }

    /** A file or folder that is not read, on purpose. {@code path} is relative to the archive folder. */
    public record Skipped(String path, Reason reason) {
        /** Why. */
        public enum Reason {
            HIDDEN, TEMPLATE, NOT_AN_ENTRY
        }
    }
}
