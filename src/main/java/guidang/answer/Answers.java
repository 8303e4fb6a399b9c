package guidang.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import guidang.answer.Answer.About;
import guidang.answer.Answer.Ambiguous;
import guidang.answer.Answer.Citing;
import guidang.answer.Answer.Found;
import guidang.answer.Answer.Latest;
import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Answer.OnThisDay;
import guidang.answer.Answer.Tags;
import guidang.answer.Answer.Timeline;
import guidang.answer.Answer.Whole;
import guidang.answer.Quotations.Scored;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.index.Hits;
import guidang.index.Hits.Hit;
import guidang.index.Place;
import guidang.link.WebAddress;
import guidang.query.Query;
import guidang.query.Query.Period;
import guidang.query.Query.Wanted;

/** Answers every request about one archive. Safe for several threads. Pages are 0-based; one past the end is the last. */
public final class Answers {
    private static final int PAGE_SIZE = 5;
    private static final int LATEST_PAGE_SIZE = 10;
    private static final int DEEPEST = 200;
    private static final int MOST_RELATED = 5;
    private static final int SAMPLED = 40;
    private static final int MOST_NEAREST = 3;
    private static final int MOST_SUGGESTIONS = 5;
    private static final int LONGEST_NAME = 300;

    private final ArchiveIndex index;
    private final Clock clock;

    public Answers(ArchiveIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** The sections that a query finds, best first: {@link Found} or {@link Nothing}. */
    public Answer search(Query query, int page) {
        if (query.isEmpty()) {
            return nothing(query, Reason.EMPTY, List.of());
        }
        int wanted = Math.clamp(page, 0, DEEPEST / PAGE_SIZE - 1);
        Hits hits = index.relevant(query, (wanted + 1) * PAGE_SIZE);
        if (hits.hits().isEmpty()) {
            return nothing(query, filtered(query) ? Reason.FILTERED_OUT : Reason.NO_MATCH, List.of());
        }
        int shown = Math.min(wanted, (hits.hits().size() - 1) / PAGE_SIZE);
        var quotations = new Quotations(new Asked(query));
        List<Item> items = hits.hits().stream().skip((long) shown * PAGE_SIZE).limit(PAGE_SIZE)
                .flatMap(hit -> pointed(hit).or(() -> best(hit, query, quotations)).stream()).toList();
        return new Found(query, items, shown, PAGE_SIZE, hits.total(), hits.exact(), hits.tier(), hits.relaxed());
    }

    /** A question or keywords, answered by quotations: {@link Answer.Quoted} or {@link Nothing}. */
    public Answer ask(Query query) {
        return query.isEmpty() ? nothing(query, Reason.EMPTY, List.of()) : new Questions(index).ask(query);
    }

    /**
     * All events of a topic, in order; without a topic, what the archive dates to the period: {@link Timeline} or
     * {@link Nothing}; {@link Latest} where only 最近 is asked for and nothing is that new.
     */
    public Answer timeline(Query query, int page) {
        if (query.isEmpty()) {
            return nothing(query, Reason.EMPTY, List.of());
        }
        Period period = query.period();
        if (period != null && Topic.words(query).isEmpty()) {
            return timeline(query, period, page);
        }
        List<Item> all = new Timelines(index).collect(query);
        List<Item> items = Timelines.within(query.period(), all);
        if (items.isEmpty()) {
            return nothing(query, all.isEmpty() ? Reason.NO_MATCH : Reason.FILTERED_OUT,
                    Timelines.nearest(query.period(), all).stream().limit(MOST_NEAREST).toList());
        }
        List<String> titles = items.stream().map(Item::title).distinct().toList();
        return new Timeline(query, String.join(" ", Topic.words(query)), titles, items, Math.max(0, page));
    }

    /**
     * As {@link #timeline}, where the query has no words, or an entry goes by the name that all of them are; empty where
     * none does.
     */
    public Optional<Answer> timelineOfNamed(Query query, int page) {
        if (Topic.words(query).isEmpty()) {
            return Optional.of(timeline(query, page));
        }
        Topic topic = Topic.named(query, index);
        return topic.entries().isEmpty() || !topic.rest().isEmpty()
                ? Optional.empty()
                : Optional.of(timeline(query, page));
    }

    private Answer timeline(Query query, Period period, int page) {
        List<Item> items = new Timelines(index).collect(query, period);
        if (items.isEmpty()) {
            return period.strict() ? nothing(query, Reason.FILTERED_OUT, List.of()) : latest(page);
        }
        List<String> titles = items.stream().map(Item::title).distinct().toList();
        return new Timeline(query, "", titles, items, Math.max(0, page));
    }

    /** Where an address is cited: {@link Citing}, an item for each event that cites it, or {@link Nothing}. */
    public Answer find(WebAddress address) {
        List<Item> items = items(index.citing(address));
        return items.isEmpty()
                ? nothing(asking(address.url()), Reason.NOT_CITED, List.of())
                : new Citing(address.url(), items);
    }

    /**
     * What the archive says of what a message speaks of: where its addresses are cited, else of the entries that it
     * names, on the dates that it states, else what holds its rarest words. {@link Citing}, {@link Answer.Mentioned},
     * {@link Found} or {@link Nothing}.
     *
     * @param today the day that dates without a year are counted from
     */
    public Answer lookUp(String message, LocalDate today) {
        return new MessageLookup(index, this).of(message, today);
    }

    /**
     * One entry, by title, file name, alias, path ({@code company/x.md}, {@code company/x#anchor}) or the id of one of
     * its events: {@link Whole}, {@link Ambiguous} or {@link Nothing}.
     */
    public Answer entry(String nameOrPathOrId, int page) {
        String name = nameOrPathOrId.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return nothing(asking(""), name.isEmpty() ? Reason.EMPTY : Reason.UNKNOWN_NAME, List.of());
        }
        Optional<Entry> byPath = byPath(name);
        if (byPath.isPresent()) {
            int mark = name.indexOf('#');
            return whole(byPath.get(), mark < 0 ? "" : name.substring(mark + 1), page);
        }
        List<Entry> named = index.named(name);
        String folded = FoldedTerms.fold(name);
        List<Entry> exact = named.stream().filter(entry -> FoldedTerms.fold(entry.title()).equals(folded)).toList();
        List<Entry> meant = exact.isEmpty() ? named : exact;
        if (meant.size() == 1) {
            return whole(meant.getFirst(), "", page);
        }
        if (!meant.isEmpty()) {
            return new Ambiguous(name, meant.stream().flatMap(entry -> Items.first(entry).stream()).toList());
        }
        if (EventId.isOne(name)) {
            var id = new EventId(name);
            Optional<Entry> holder = index.entryOf(id);
            if (holder.isPresent()) {
                return whole(holder.get(), anchorOf(holder.get(), id), page);
            }
        }
        var suggestions = new ArrayList<String>(index.completions(name, MOST_SUGGESTIONS));
        index.didYouMean(asking(name), MOST_SUGGESTIONS).stream().filter(each -> !suggestions.contains(each))
                .forEach(suggestions::add);
        return new Nothing(asking(name), Reason.UNKNOWN_NAME, List.of(), null,
                suggestions.subList(0, Math.min(MOST_SUGGESTIONS, suggestions.size())));
    }

    /** The newest entries. */
    public Answer latest(int page) {
        int total = index.facts().entries();
        int shown = Math.clamp(page, 0, Math.max(0, (total - 1) / LATEST_PAGE_SIZE));
        List<Item> items = index.latest(shown * LATEST_PAGE_SIZE, LATEST_PAGE_SIZE).stream()
                .flatMap(entry -> Items.whole(entry).stream()).toList();
        return items.isEmpty()
                ? nothing(asking(""), Reason.NO_MATCH, List.of())
                : new Latest(items, shown, LATEST_PAGE_SIZE, total);
    }

    /** What happened on this day, by the clock, in earlier years. */
    public Answer today() {
        return today(LocalDate.now(clock));
    }

    /** What happened on a day, in earlier years, oldest first. */
    public Answer today(LocalDate day) {
        List<Item> items = items(index.onDay(MonthDay.from(day))).stream()
                .filter(item -> item.when() != null && item.when().earliest().getYear() < day.getYear()).toList();
        return new OnThisDay(day, items);
    }

    /** One event, picked by a number. */
    public Answer random(long number) {
        return new Answer.Random(items(index.pick(number).stream().toList()));
    }

    /** Every tag, most entries first, then by name. */
    public Answer tags(int page) {
        var ordered = new LinkedHashMap<String, Integer>();
        index.facts().tags().entrySet().stream()
                .sorted(Comparator.comparingInt((java.util.Map.Entry<String, Integer> tag) -> -tag.getValue())
                        .thenComparing(java.util.Map.Entry::getKey))
                .forEach(tag -> ordered.put(tag.getKey(), tag.getValue()));
        return new Tags(ordered, Math.max(0, page));
    }

    /** The entries that have a tag, ordered by title; one item each: {@link Found} or {@link Nothing}. */
    public Answer tag(String tag, int page) {
        var query = new Query("tag:" + tag, List.of(), List.of(), List.of(), tag.isBlank() ? List.of() : List.of(tag),
                List.of(), List.of(), List.of(), null, List.of(), Wanted.ANYTHING, List.of());
        List<Item> all = tag.isBlank()
                ? List.of()
                : index.tagged(tag).stream().flatMap(entry -> Items.first(entry).stream()).toList();
        if (all.isEmpty()) {
            return nothing(query, tag.isBlank() ? Reason.EMPTY : Reason.UNKNOWN_NAME, List.of());
        }
        int shown = Math.clamp(page, 0, (all.size() - 1) / LATEST_PAGE_SIZE);
        List<Item> items = all.stream().skip((long) shown * LATEST_PAGE_SIZE).limit(LATEST_PAGE_SIZE).toList();
        return new Found(query, items, shown, LATEST_PAGE_SIZE, all.size(), true, Hits.Tier.EXACT, false);
    }

    /** Something to show by what can be asked: of the newest entries, the one that has most to show. */
    public Sample sample() {
        Sample best = Sample.NONE;
        for (Entry entry : index.latest(0, SAMPLED)) {
            Sample sample = Sample.of(entry);
            if (sample.parts() > best.parts()) {
                best = sample;
            }
        }
        return best;
    }

    /** What is in the archive. */
    public Answer about() {
        return new About(index.facts());
    }

    /** The beginning of another entry, where a section says no more than a link to that. */
    private Optional<Item> pointed(Hit hit) {
        String text = hit.section().text().strip();
        return hit.entry().links().stream().filter(link -> link.text().strip().equals(text))
                .flatMap(link -> byPath(link.target()).stream()).findFirst().flatMap(Items::first);
    }

    /** The event of a section that has the best sentence; one of the period, if the query has a strict one. */
    private static Optional<Item> best(Hit hit, Query query, Quotations quotations) {
        var passage = new Passage(hit.entry(), hit.section());
        boolean strict = query.period() != null && query.period().strict();
        Comparator<Scored> worse = Comparator
                .comparing((Scored scored) -> strict && isWithin(scored.sentence().statement().event(), query))
                .thenComparingDouble(Scored::score);
        return quotations.score(passage).stream().max(worse).map(Scored::sentence)
                .map(sentence -> Items.of(hit.entry(), hit.section(), sentence.statement(), sentence.index()));
    }

    private static boolean isWithin(Event event, Query query) {
        return query.inPeriod()
                .map(period -> event.when() != null
                        && (period.from() == null || !event.when().latest().isBefore(period.from()))
                        && (period.to() == null || !event.when().earliest().isAfter(period.to())))
                .orElse(true);
    }

    private static boolean filtered(Query query) {
        boolean words = !query.words().isEmpty() || !query.phrases().isEmpty();
        return words && (query.period() != null || !query.tags().isEmpty() || !query.folders().isEmpty()
                || !query.sites().isEmpty() || !query.authors().isEmpty() || !query.without().isEmpty());
    }

    private Optional<Entry> byPath(String name) {
        int mark = name.indexOf('#');
        String path = mark < 0 ? name : name.substring(0, mark);
        String plain = path.startsWith("/") ? path.substring(1) : path;
        if (!plain.contains("/") && !plain.contains(".") && mark < 0) {
            return Optional.empty();
        }
        for (String end : List.of("", ".md", ".markdown", ".txt", ".html", "/index.md")) {
            try {
                Optional<Entry> entry = index.entry(new EntryPath(plain + end));
                if (entry.isPresent()) {
                    return entry;
                }
            } catch (IllegalArgumentException notAPath) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Answer whole(Entry entry, String anchor, int page) {
        List<Section> sections = entry.sections();
        int from = 0;
        for (int i = 0; i < sections.size(); i++) {
            if (!anchor.isEmpty() && sections.get(i).anchor().equals(anchor)) {
                from = i;
            }
        }
        List<Item> items = sections.subList(from, sections.size()).stream()
                .flatMap(section -> section.events().stream().map(event -> Items.of(entry, section, event))).toList();
        return new Whole(entry, from == 0 ? "" : anchor, items, Math.max(0, page),
                new Related(index).to(entry, MOST_RELATED));
    }

    private static String anchorOf(Entry entry, EventId id) {
        return entry.sections().stream()
                .filter(section -> section.events().stream().anyMatch(event -> event.id().equals(id)))
                .map(Section::anchor).findFirst().orElse("");
    }

    private List<Item> items(List<Place> places) {
        Set<EventId> seen = new HashSet<>();
        var items = new ArrayList<Item>();
        for (Place place : places) {
            if (seen.add(place.event())) {
                index.entry(place.path()).flatMap(entry -> Items.of(entry, place.event())).ifPresent(items::add);
            }
        }
        return items;
    }

    private Nothing nothing(Query query, Reason reason, List<Item> nearest) {
        List<String> suggestions = reason == Reason.NO_MATCH ? index.didYouMean(query, MOST_SUGGESTIONS) : List.of();
        return new Nothing(query, reason, nearest, null, suggestions);
    }

    private static Query asking(String typed) {
        return new Query(typed, typed.isBlank() ? List.of() : List.of(typed), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), null, List.of(), Wanted.ANYTHING, List.of());
    }
}
