package guidang.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Snapshot;
import guidang.reachability.DeadLinks;

/** Citations as they are shown: a line each, or marks behind a statement. */
final class Proofs {
    private static final int TITLE = 50;
    private static final int PUBLISHER = 16;
    private static final int NOTE = 120;

    private final Texts texts;
    private final DeadLinks dead;

    /** @param dead links of which it is said that they could not be opened */
    Proofs(Texts texts, DeadLinks dead) {
        this.texts = texts;
        this.dead = dead;
    }

    /** What is said behind a link that is known to be dead; empty behind others. */
    String remark(String url) {
        return dead.lastChecked(url).map(day -> texts.of("proof.dead", day.toString())).orElse("");
    }

    /**
     * At most {@code most} lines, archived sources first, and how many there are besides.
     *
     * @param said what stands above: a title that it holds is not said again
     */
    Draft lines(Item item, int most, String said) {
        var draft = new Draft();
        List<Citation> ordered = ordered(item.citations());
        ordered.stream().limit(most).forEach(citation -> draft.add(line(citation, said, item.borrowed())));
        if (ordered.size() > most) {
            draft.plain(texts.of("proof.more", ordered.size() - most)).line();
        }
        return draft;
    }

    /** The first of them on a line; empty if there is none. */
    Draft first(Item item, String said) {
        return ordered(item.citations()).stream().findFirst().map(citation -> line(citation, said, item.borrowed()))
                .orElseGet(Draft::new);
    }

    /** One citation on a line: {@code 🔗 存档：title — web.archive.org 2021-08-05}. */
    Draft line(Citation citation, String said) {
        return line(citation, said, false);
    }

    /** @param borrowed whether it is given for another statement of the same section */
    private Draft line(Citation citation, String said, boolean borrowed) {
        String proof = citation.proof();
        if (Draft.openable(proof).isEmpty()) {
            String words = citation.text().isBlank() ? citation.title() : citation.text();
            return words.isBlank() && proof.isBlank()
                    ? new Draft()
                    : new Draft().plain("🔗 " + texts.of(borrowed ? "proof.note.borrowed" : "proof.note"))
                            .plain(PlainText.cut(words.isBlank() ? proof : words, NOTE)).line();
        }
        boolean archived = !citation.snapshots().isEmpty();
        var draft = new Draft().plain("🔗 " + texts.of(label(archived, borrowed)));
        String kept = archived ? kept(citation.snapshots().getFirst()) : texts.of("proof.notArchived");
        boolean again = !citation.title().isBlank()
                && PlainText.clean(said).contains(PlainText.clean(citation.title()).strip());
        if (again && archived) {
            return draft.link(kept, proof).plain(remark(proof)).line();
        }
        return draft.link(again ? host(proof) : title(citation), proof).plain(" — " + kept + remark(proof)).line();
    }

    private static String label(boolean archived, boolean borrowed) {
        if (borrowed) {
            return archived ? "proof.archived.borrowed" : "proof.original.borrowed";
        }
        return archived ? "proof.archived" : "proof.original";
    }

    private static String mark(boolean archived, boolean borrowed) {
        if (borrowed) {
            return archived ? "mark.archived.borrowed" : "mark.original.borrowed";
        }
        return archived ? "mark.archived" : "mark.original";
    }

    private static String host(String url) {
        int start = url.indexOf("://") + 3;
        int slash = url.indexOf('/', start);
        return slash < 0 ? url.substring(start) : url.substring(start, slash);
    }

    /** Short links behind a statement: {@code [存档] [2] [3]}; nothing if no citation has an address. */
    Draft marks(Item item, int most) {
        List<Citation> linked = ordered(item.citations()).stream()
                .filter(citation -> Draft.openable(citation.proof()).isPresent()).limit(item.borrowed() ? 1 : most)
                .toList();
        return marksInRows(linked, most, item.borrowed()).stream().findFirst().orElseGet(Draft::new);
    }

    /** All the marks, dealt out to drafts of {@code each}. */
    List<Draft> marksInRows(List<Citation> citations, int each) {
        return marksInRows(citations, each, false);
    }

    private List<Draft> marksInRows(List<Citation> citations, int each, boolean borrowed) {
        List<Draft> rows = new ArrayList<>();
        int number = 0;
        for (Citation citation : ordered(citations)) {
            if (Draft.openable(citation.proof()).isPresent()) {
                if (number++ % each == 0) {
                    rows.add(new Draft());
                }
                String first = texts.of(mark(!citation.snapshots().isEmpty(), borrowed));
                rows.getLast().plain(" ").link(number == 1 ? first : "[" + number + "]", citation.proof());
            }
        }
        return rows;
    }

    /** Service and day of a snapshot, as far as known. */
    static String kept(Snapshot snapshot) {
        var captured = snapshot.captured();
        return snapshot.service().host() + (captured == null ? "" : " " + captured.toLocalDate());
    }

    /** Title and publisher, or what there is. */
    static String title(Citation citation) {
        String title = citation.title().isBlank() ? citation.text() : citation.title();
        if (Draft.openable(title).isPresent()) {
            return host(citation.original().isEmpty() ? title : citation.original());
        }
        String shown = PlainText.cut(title.isBlank() ? citation.proof() : title, TITLE);
        String publisher = PlainText.clean(citation.publisher()).strip();
        return publisher.isEmpty() || publisher.length() > PUBLISHER || title.contains(publisher)
                ? shown
                : shown + " - " + publisher;
    }

    /** Each proof once, archived ones first, plain notes last; otherwise in the order of the archive. */
    static List<Citation> ordered(List<Citation> citations) {
        Map<String, Citation> once = new LinkedHashMap<>();
        for (Citation citation : citations) {
            String proof = citation.proof();
            once.putIfAbsent(proof.isEmpty() ? "\n" + citation.text() : proof, citation);
        }
        return once.values().stream().sorted(Comparator.comparingInt(Proofs::rank)).toList();
    }

    private static int rank(Citation citation) {
        if (!citation.snapshots().isEmpty()) {
            return 0;
        }
        return citation.original().isEmpty() ? 2 : 1;
    }
}
