package guidang.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** The footnotes of a page: what they cite, and whether marks and definitions belong together. */
final class Footnotes {
    /** Citations of one label beyond so many are left out: each mark gives its event all of them. */
    private static final int MOST_OF_ONE_LABEL = 200;

    private Footnotes() {}

    /** Labels are the same whatever the case of their letters. */
    static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /** What each footnote cites, by the key of its label. */
    static Map<String, List<Citation>> citations(Document document, CitationReader reader) {
        var citations = new LinkedHashMap<String, List<Citation>>();
        for (Document.Note note : document.notes()) {
            List<Citation> cited = citations.computeIfAbsent(key(note.label()), label -> new ArrayList<>());
            if (cited.size() >= MOST_OF_ONE_LABEL) {
                continue;
            }
            for (Block.Paragraph paragraph : Blocks.paragraphs(note.blocks())) {
                cited.addAll(reader.read(paragraph.inline(), Citation.Place.FOOTNOTE, note.label(), paragraph.line()));
            }
        }
        return citations;
    }

    /** Labels of footnotes that no mark leads to, with the line of their definition. */
    static Map<String, Integer> check(Document document, EntryPath path, List<Problem> problems) {
        var defined = new LinkedHashMap<String, Integer>();
        for (Document.Note note : document.notes()) {
            Integer first = defined.putIfAbsent(key(note.label()), note.line());
            if (first != null) {
                problems.add(new Problem(path, note.line(), Problem.Code.FOOTNOTE_DUPLICATE,
                        List.of(note.label(), String.valueOf(first))));
            }
        }
        var unused = new LinkedHashMap<>(defined);
        var dangling = new HashMap<String, Integer>();
        marks(document.blocks(), defined, unused, dangling, path, problems);
        document.notes().forEach(note -> marks(note.blocks(), defined, unused, dangling, path, problems));
        for (Document.Note note : document.notes()) {
            if (unused.getOrDefault(key(note.label()), 0) == note.line()) {
                problems.add(new Problem(path, note.line(), Problem.Code.FOOTNOTE_UNUSED, List.of(note.label())));
            }
        }
        return unused;
    }

    private static void marks(List<Block> blocks, Map<String, Integer> defined, Map<String, Integer> unused,
            Map<String, Integer> dangling, EntryPath path, List<Problem> problems) {
        for (Block.Paragraph paragraph : Blocks.paragraphs(blocks)) {
            for (Inline.Note mark : paragraph.inline().notes()) {
                String label = key(mark.label());
                unused.remove(label);
                if (!defined.containsKey(label) && dangling.putIfAbsent(label, paragraph.line()) == null) {
                    problems.add(new Problem(path, paragraph.line(), Problem.Code.FOOTNOTE_DANGLING,
                            List.of(mark.label())));
                }
            }
        }
    }
}
