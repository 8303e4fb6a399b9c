package guidang.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;

/** One block of an event, on one side of the comparison; what the matching is made of. */
final class Piece {
    private final Entry entry;
    private final Section section;
    private final Event event;
    private final int block;
    private final String wording;
    private int @Nullable [] pairs;
    private @Nullable Bond bond;

    Piece(Entry entry, Section section, Event event, int block) {
        this.entry = entry;
        this.section = section;
        this.event = event;
        this.block = block;
        this.wording = Wording.of(text());
    }

    /** The pieces of an entry in the order of the page. */
    static List<Piece> of(Entry entry) {
        var pieces = new java.util.ArrayList<Piece>();
        for (Section section : entry.sections()) {
            for (Event event : section.events()) {
                for (int block = 0; block <= event.more().size(); block++) {
                    var piece = new Piece(entry, section, event, block);
                    if (piece.leads() || !piece.wording().isEmpty()) {
                        pieces.add(piece);
                    }
                }
            }
        }
        return pieces;
    }

    Entry entry() {
        return entry;
    }

    Section section() {
        return section;
    }

    Event event() {
        return event;
    }

    /** Whether it begins its event. */
    boolean leads() {
        return block == 0;
    }

    String text() {
        return block == 0 ? event.text() : event.more().get(block - 1);
    }

    String wording() {
        return wording;
    }

    int[] pairs() {
        int[] known = pairs;
        if (known == null) {
            known = Wording.pairs(wording);
            pairs = known;
        }
        return known;
    }

    /** What it was or has become; null if nothing on the other side is that. */
    @Nullable
    Bond bond() {
        return bond;
    }

    void join(Bond other) {
        bond = other;
    }

    boolean isFree() {
        return bond == null;
    }
}
