package guidang.index;

import java.util.List;

import guidang.archive.Entry;
import guidang.archive.Section;

/**
 * What a search found.
 *
 * @param hits best first
 * @param total how many sections matched; a lower bound if {@code exact} is false
 * @param exact whether the total is exact
 * @param tier which kind of match brought them
 * @param relaxed whether the query's period or filters found nothing and were dropped
 * @param heard the words of the query as the best section writes them, folded, where it holds them by sound or with a
 *        letter changed, without spaces beside characters; empty if it holds none so
 */
public record Hits(List<Hit> hits, long total, boolean exact, Tier tier, boolean relaxed, String heard) {
    public Hits {
        hits = List.copyOf(hits);
    }

    /**
     * One section.
     *
     * @param score only for comparing hits of one search; higher is better
     * @param coverage share of the query's distinct terms, weighted by rarity, that the section, its headings and its
     *        entry's title hold: 0 to 1
     * @param missing terms of the query that it does not hold, folded, rarest first
     * @param rarestMissing how rare the rarest of these is, as a share of the rarest that is asked; 0 if none is missing
     */
    public record Hit(Entry entry, Section section, double score, double coverage, List<String> missing,
            double rarestMissing) {
        public Hit {
            missing = List.copyOf(missing);
        }
    }

    /** How the words matched. */
    public enum Tier {
        /** As typed, script, width and case folded, aliases counted. */
        EXACT,
        /** By sound: pinyin, or characters that sound alike. */
        SOUND,
        /** With a letter or character changed. */
        NEAR
    }
}
