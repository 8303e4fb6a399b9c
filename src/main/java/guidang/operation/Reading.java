package guidang.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is looked up now and then instead of being counted.
 *
 * @param open updates that are still to be dealt with
 * @param aside updates that were set aside
 * @param waiting notices in the outbox that are still to be sent, now or later
 * @param oldest how long the oldest of them has been due; zero if none is
 * @param problems in the archive, as it was read
 * @param changed when the archive was last changed, as far as is known
 * @param read when the index was last brought up to date with the archive
 */
public record Reading(int open, int aside, long waiting, Duration oldest, int entries, long events, int problems,
        Instant changed, Instant read) {}
