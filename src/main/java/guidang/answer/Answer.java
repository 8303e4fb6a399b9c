package guidang.answer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.archive.Entry;
import guidang.archive.EventId;
import guidang.index.Facts;
import guidang.index.Hits;
import guidang.query.Query;

/** What the archive says to a request. Every statement in it is quoted; nothing is composed. */
public sealed interface Answer {
    /** Whether the archive holds what was asked. */
    default boolean answered() {
        return !items().isEmpty();
    }

    /** The evidence, in the order shown. */
    default List<Item> items() {
        return List.of();
    }

    /**
     * A question answered by quotations.
     *
     * @param quotes one or two, best first; two sentences in all. Their items are the start of {@code items}, where
     *        one that both are from stands once
     * @param also further hits, of other sections
     * @param relaxed whether nothing was found within the period or filters, and these are from outside
     */
    record Quoted(Query query, List<Quote> quotes, List<Item> also, Hits.Tier tier, boolean relaxed) implements Answer {
        public Quoted {
            quotes = List.copyOf(quotes);
            also = List.copyOf(also);
        }

        /** Found as it was asked for. */
        public Quoted(Query query, List<Quote> quotes, List<Item> also, Hits.Tier tier) {
            this(query, quotes, also, tier, false);
        }

        @Override
        public List<Item> items() {
            var seen = new HashSet<EventId>();
            return Stream.concat(quotes.stream().map(Quote::item), also.stream()).filter(item -> seen.add(item.id()))
                    .toList();
        }
    }

    /** One quotation: {@code text} is one or two sentences as they stand in the archive, from {@code item}. */
    record Quote(String text, Item item) {}

    /**
     * Sections found, one item each.
     *
     * @param page 0-based
     * @param total how many there are in all; a lower bound if {@code exact} is false
     */
    record Found(Query query, List<Item> items, int page, int pageSize, long total, boolean exact, Hits.Tier tier,
            boolean relaxed) implements Answer {
        public Found {
            items = List.copyOf(items);
        }
    }

    /**
     * All events of a topic. {@code items} holds every one, dated in ascending order, then the undated; the message
     * shows a page of it.
     *
     * @param topic as typed, without the period; empty if a period is all that is asked for
     * @param entries titles of the entries that the timeline is about
     */
    record Timeline(Query query, String topic, List<String> entries, List<Item> items, int page) implements Answer {
        public Timeline {
            entries = List.copyOf(entries);
            items = List.copyOf(items);
        }
    }

    /**
     * One entry, whole, or from one section on. {@code items} are its events.
     *
     * @param related other entries that tell of the same event, cite the same page or are linked, one item each
     */
    record Whole(Entry entry, String anchor, List<Item> items, int page, List<Item> related) implements Answer {
        public Whole {
            items = List.copyOf(items);
            related = List.copyOf(related);
        }

        @Override
        public boolean answered() {
            return true;
        }
    }

    /** Where an address is cited. */
    record Citing(String address, List<Item> items) implements Answer {
        public Citing {
            items = List.copyOf(items);
        }
    }

    /**
     * What the archive says of the entries that a message names.
     *
     * @param names as the message writes them
     * @param dates that the message states, as it writes them
     * @param onDates whether the items happened on these dates; false too if it states none
     */
    record Mentioned(List<String> names, List<String> dates, boolean onDates, List<Item> items) implements Answer {
        public Mentioned {
            names = List.copyOf(names);
            dates = List.copyOf(dates);
            items = List.copyOf(items);
        }
    }

    /** Newest entries; one item each: its first event, under the date of the entry. */
    record Latest(List<Item> items, int page, int pageSize, long total) implements Answer {
        public Latest {
            items = List.copyOf(items);
        }
    }

    /** On this day, in earlier years. */
    record OnThisDay(LocalDate day, List<Item> items) implements Answer {
        public OnThisDay {
            items = List.copyOf(items);
        }
    }

    /** One event, picked by chance. */
    record Random(List<Item> items) implements Answer {
        public Random {
            items = List.copyOf(items);
        }
    }

    /** Every tag with its number of entries, most first. */
    record Tags(Map<String, Integer> tags, int page) implements Answer {
        @Override
        public boolean answered() {
            return !tags.isEmpty();
        }
    }

    /** What is in the archive. */
    record About(Facts facts) implements Answer {
        @Override
        public boolean answered() {
            return true;
        }
    }

    /** Several entries have the name; which is meant? */
    record Ambiguous(String name, List<Item> items) implements Answer {
        public Ambiguous {
            items = List.copyOf(items);
        }
    }

    /**
     * The archive does not hold it.
     *
     * @param nearest what comes nearest, shown as such; of a question each text begins with the sentence that comes
     *        nearest
     * @param about the title of an entry that the question is about, of which the archive does not say what was asked;
     *        null if it holds nothing of the kind
     * @param suggestions names that were perhaps meant
     */
    record Nothing(Query query, Reason reason, List<Item> nearest, @Nullable String about, List<String> suggestions)
            implements
                Answer {
        public Nothing {
            nearest = List.copyOf(nearest);
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public boolean answered() {
            return false;
        }

        @Override
        public List<Item> items() {
            return nearest;
        }

        /** Why. */
        public enum Reason {
            /** No entry holds the words. */
            NO_MATCH,
            /** There are entries about it, but none states what was asked. */
            NOT_STATED,
            /** The filters leave nothing. */
            FILTERED_OUT,
            /** No such entry, tag or event. */
            UNKNOWN_NAME,
            /** The address is cited nowhere. */
            NOT_CITED,
            /** Nothing of what a message speaks of is in the archive. */
            NOT_MENTIONED,
            /** Nothing was asked. */
            EMPTY
        }
    }
}
