package guidang.reading;

import java.util.List;

/**
 * A page taken apart.
 *
 * @param blocks in order, without the definitions of footnotes
 * @param notes the definitions of footnotes, in order
 */
record Document(List<Block> blocks, List<Note> notes) {
    /** The definition of a footnote. */
    record Note(String label, List<Block> blocks, int line) {}
}
