package guidang.telegram;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import guidang.archive.Problem;

/** What the owner of the bot may look at and set in motion. Safe for several threads. */
public interface Upkeep {
    /**
     * The archive as it is answered from.
     *
     * @param read when it was last read
     */
    record State(String version, int entries, long events, Instant read, int problems) {}

    State state();

    /** What is wrong in the archive, as far as it was read; in order. */
    List<Problem> problems();

    /** Reads what has changed in the archive. */
    State reload() throws IOException;
}
