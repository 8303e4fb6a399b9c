package guidang.reading;

import java.util.ArrayList;
import java.util.List;

import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Reads citations from footnotes, list items, callouts and prose. One for each file. */
final class CitationReader {
    CitationReader(EntryPath path, List<Problem> problems) {}

    List<Citation> read(Inline block, Citation.Place place, String label, int line) {
        var citations = new ArrayList<Citation>();
        for (Inline.Link link : block.links()) {
            if (link.url().contains("://")) {
                citations.add(new Citation(Citation.Form.LINK, place, label, "",
                        block.text().substring(link.start(), link.end()), "", null, null, link.url(), List.of(),
                        block.text(), line));
            }
        }
        if (citations.isEmpty() && place == Citation.Place.FOOTNOTE) {
            citations.add(new Citation(Citation.Form.NOTE, place, label, "", "", "", null, null, "", List.of(),
                    block.text(), line));
        }
        return citations;
    }
}
