package guidang.answer;

import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;

/**
 * Something of the archive to show by what can be asked. Each part is empty where the archive has nothing fit to show.
 *
 * @param title of an entry
 * @param heading of one of its sections, in which something is dated
 * @param year that it is dated by, four digits
 * @param tag of the entry
 * @param folder of the entry, the outermost
 * @param address of a page that it cites
 */
public record Sample(String title, String heading, String year, String tag, String folder, String address) {
    /** Of an archive that has nothing to show. */
    public static final Sample NONE = new Sample("", "", "", "", "", "");
    private static final int LONGEST_TITLE = 16;
    private static final int LONGEST_HEADING = 16;
    private static final int LONGEST_ADDRESS = 60;

    /** Of an entry; {@link #NONE} if it has a long title. */
    static Sample of(Entry entry) {
        if (entry.title().length() > LONGEST_TITLE || entry.title().isBlank()) {
            return NONE;
        }
        String heading = "";
        String year = "";
        for (Section section : entry.sections()) {
            if (heading.isEmpty() && !section.heading().isBlank() && section.heading().length() <= LONGEST_HEADING
                    && !entry.title().contains(section.heading())) {
                for (Event event : section.events()) {
                    When when = event.when();
                    if (heading.isEmpty() && when != null && isPlain(when)) {
                        heading = section.heading();
                        year = Integer.toString(when.earliest().getYear());
                    }
                }
            }
        }
        String folder = entry.path().folder();
        int slash = folder.indexOf('/');
        return new Sample(entry.title(), heading, year, entry.tags().isEmpty() ? "" : entry.tags().getFirst(),
                slash < 0 ? folder : folder.substring(0, slash),
                entry.events().flatMap(event -> event.citations().stream()).map(Citation::original)
                        .filter(address -> address.startsWith("http") && address.length() <= LONGEST_ADDRESS)
                        .findFirst().orElse(""));
    }

    /** How many parts it has. */
    int parts() {
        int parts = 0;
        for (String part : new String[]{title, heading, year, tag, folder, address}) {
            parts += part.isEmpty() ? 0 : 1;
        }
        return parts;
    }

    private static boolean isPlain(When when) {
        return when.basis() == When.Basis.STATED && when.relation() == When.Relation.ON
                && (when.precision() == When.Precision.DAY || when.precision() == When.Precision.MONTH);
    }
}
