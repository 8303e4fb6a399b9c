package guidang.telegram;

import java.util.List;

import guidang.change.Brief;

/** What a message of many changes told, so that its pages can be turned. */
@FunctionalInterface
interface Digests {
    /** Where nothing is kept. */
    Digests NONE = (chat, message) -> List.of();

    /** In the order in which it was told; empty if it was no digest or is forgotten. */
    List<Brief> told(long chat, long message);
}
