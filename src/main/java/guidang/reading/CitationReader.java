package guidang.reading;

import java.util.List;

import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Reads citations from footnotes, list items, callouts and prose. One for each file. */
final class CitationReader {
    private final EntryPath path;
    private final List<Problem> problems;

    /** Adds what is wrong with addresses and dates to {@code problems}. */
    CitationReader(EntryPath path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /**
     * The citations that a block makes: of a footnote at least one (a plain note if it holds no link), of other places
     * one for each link that leads out of the archive.
     *
     * @param label of the footnote; empty elsewhere
     */
    List<Citation> read(Inline block, Citation.Place place, String label, int line) {
        throw new UnsupportedOperationException(path + " " + problems.size());
    }
}
