package guidang.index;

import java.time.YearMonth;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;

/**
 * What the archive holds; unpublished entries are not counted.
 *
 * @param entries number of them
 * @param sections number of them
 * @param events number of them
 * @param dated events that have a date
 * @param citations number of them
 * @param snapshots number of them
 * @param first the first stated day; null if nothing is dated
 * @param last the last stated day
 * @param newest the newest date of an entry
 * @param tags how many entries have each tag, by tag as written
 * @param months how many entries are of each month, by the date of the entry; those that have none are in no month
 * @param fingerprint changes when any entry does
 */
public record Facts(int entries, int sections, int events, int dated, int citations, int snapshots,
        @Nullable When first,
        @Nullable When last, @Nullable When newest, SortedMap<String, Integer> tags,
        SortedMap<YearMonth, Integer> months, String fingerprint) {}
