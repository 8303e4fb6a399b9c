package guidang.telegram;

import java.util.List;

import guidang.change.Brief;
import guidang.store.NoticeLog;

/** What a message of many changes told, so that its pages can be turned. */
@FunctionalInterface
interface Digests {
    /** Where nothing is kept. */
    Digests NONE = (chat, message) -> List.of();
    /** As many as are ever told in one message. */
    int MOST = 5_000;

    /** What was sent. */
    static Digests of(NoticeLog log) {
        return (chat, message) -> log.told(chat, message, MOST).briefs();
    }

    /** In the order in which it was told; empty if it was no digest or is forgotten. */
    List<Brief> told(long chat, long message);
}
