package guidang.subscription;

import java.time.LocalDate;
import java.util.List;

import guidang.change.Brief;

/**
 * What a subscription would have told in some days before.
 *
 * @param count changes, or entries, that it concerns
 * @param from the first of the days
 * @param to the last of them
 * @param basis what was counted
 * @param examples the newest of them, of different entries; at most 3
 */
public record Preview(int count, LocalDate from, LocalDate to, Basis basis, List<Brief> examples) {
    public Preview {
        examples = List.copyOf(examples);
    }

    /** What was counted. */
    public enum Basis {
        /** Changes that were noticed, up to today. */
        CHANGES,
        /**
         * Entries by their dates, up to the archive's newest date, where changes were not kept for long enough: those made
         * in that time as added, those that were last edited in it as corrected. How often one was edited, and what was
         * removed, their dates do not tell.
         */
        ENTRIES
    }
}
