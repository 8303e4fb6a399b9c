package guidang.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Answer.Quote;
import guidang.answer.Answer.Quoted;
import guidang.answer.Passage.Sentence;
import guidang.answer.Quotations.Scored;
import guidang.answer.Sentences.Span;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.archive.When;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.index.Hits;
import guidang.index.Hits.Hit;
import guidang.query.Query;
import guidang.query.Query.Wanted;
import guidang.when.DateReader;

/** Answers a question by the sentences of the archive that answer it. */
final class Questions {
    private static final int SECTIONS_READ = 6;
    private static final int SECTIONS_OF_NAMED = 20;
    private static final int MOST_ITEMS = 5;
    private static final int MOST_NEAREST = 5;
    private static final int MOST_SUGGESTIONS = 3;
    /**
     * What the worth of its best sentence adds to a section's score in the ranking. Measured on the judged sets: between
     * 0.02 and 0.08 the first section is right as often or more often than without it, from 0.15 on less often.
     */
    private static final double SENTENCE = 0.05;
    /** What it adds to the score of its sections that an entry is named, and nothing else asked. */
    private static final double NAMED = 2;
    /** How sharply a lead in the ranking tells that a section is the right one. */
    private static final double SHARPNESS = 6;
    /** A sentence that is less likely than this, best section and best sentence taken as certain, is not quoted. */
    private static final double LEAST_LIKELY = 0.02;
    /** What a section's worth must be of the best one's to be shown at all. */
    private static final double LEAST_WORTH = 0.45;
    /** A longer quotation is cut at a clause. */
    private static final int LONGEST_QUOTE = 200;

    private static final List<String> DEPENDENT = List.of("他", "她", "它", "其", "该", "此", "这", "那", "随后", "然后", "接着", "但",
            "而", "因此", "所以", "于是", "并", "同时", "后来", "之后", "不过", "另外", "则", "也", "还", "又", "且", "从而", "最终", "最后", "結果",
            "结果",
            "隨後", "然後", "接著", "並", "同時", "後來", "之後", "不過", "這", "he ", "she ", "it ", "they ", "this ", "that ",
            "these ",
            "those ", "however", "but ", "then ", "later", "also ", "therefore");

    private final ArchiveIndex index;

    Questions(ArchiveIndex index) {
        this.index = index;
    }

    Answer ask(Query query) {
        Reading reading = read(query);
        List<Candidate> candidates = reading.candidates;
        if (candidates.isEmpty()) {
            return nothing(query, Reason.NO_MATCH, List.of(), reading.tier);
        }
        Candidate first = candidates.getFirst();
        Optional<Reason> refused = reading.refusal.of(first.hit(), first.scored(), reading.tier, first.worth(),
                reading.ahead());
        if (refused.isPresent()) {
            return nothing(query, refused.get(), candidates, reading.tier);
        }
        List<Quote> quotes = quotes(candidates);
        List<Item> also = also(quotes, candidates,
                new Related(index).to(first.hit().entry(), first.hit().section(), 2));
        return new Quoted(query, quotes, also, reading.tier, reading.relaxed);
    }

    /** What tells for and against an answer, by the entry it would be from; empty where the evidence is not asked. */
    Optional<Map.Entry<Entry, Map<Evidence, Double>>> evidence(Query query) {
        Reading reading = read(query);
        if (reading.candidates.isEmpty() || reading.tier != Hits.Tier.EXACT || query.wanted() == Wanted.ANYTHING) {
            return Optional.empty();
        }
        Candidate first = reading.candidates.getFirst();
        return Optional.of(Map.entry(first.hit().entry(),
                reading.refusal.evidence(first.hit(), first.scored(), first.worth(), reading.ahead())));
    }

    /** @param candidates best first */
    private record Reading(List<Candidate> candidates, Refusal refusal, Hits.Tier tier, boolean relaxed) {
        double ahead() {
            return candidates.size() < 2 ? 0 : candidates.getFirst().worth() - candidates.get(1).worth();
        }
    }

    private Reading read(Query query) {
        Set<EntryPath> named = named(query);
        Hits hits = index.search(query, named.isEmpty() ? SECTIONS_READ : SECTIONS_OF_NAMED);
        Query told = query;
        if (!hits.heard().isEmpty()) {
            Query heard = heard(query, hits.heard());
            Hits again = index.search(heard, SECTIONS_READ);
            if (!again.hits().isEmpty()) {
                hits = new Hits(both(again.hits(), hits.hits()), hits.total(), hits.exact(), hits.tier(),
                        hits.relaxed(), hits.heard());
                told = heard;
            }
        }
        var asked = new Asked(told);
        var quotations = new Quotations(asked);
        var candidates = new ArrayList<Candidate>();
        boolean onlyHeard = hits.tier() != Hits.Tier.EXACT && asked.letters().cardinality() == asked.characterCount();
        double sentence = onlyHeard ? 0 : SENTENCE;
        for (Hit hit : hits.hits()) {
            List<Scored> scored = quotations.score(new Passage(hit.entry(), hit.section()));
            double worth = hit.score() + (named.contains(hit.entry().path()) ? NAMED : 0);
            scored.stream().max(Comparator.comparingDouble(Scored::score)).ifPresent(
                    best -> candidates.add(new Candidate(hit, scored, best, worth + sentence * best.score())));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::worth).reversed());
        return new Reading(candidates, new Refusal(asked, quotations.rarity()), hits.tier(),
                hits.relaxed());
    }

    /** The entries that go by the name that is all of the query; a question about one is asked of all entries. */
    private Set<EntryPath> named(Query query) {
        if (query.wanted() != Wanted.ANYTHING) {
            return Set.of();
        }
        Topic topic = Topic.named(query, index);
        return topic.rest().isEmpty()
                ? topic.entries().stream().map(Entry::path).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** All of some hits, then those of others that are of other sections: what was heard may be misheard. */
    private static List<Hit> both(List<Hit> some, List<Hit> others) {
        var places = new LinkedHashMap<String, Hit>();
        Stream.concat(some.stream(), others.stream())
                .forEach(hit -> places.putIfAbsent(hit.entry().path() + "#" + hit.section().line(), hit));
        return List.copyOf(places.values());
    }

    /** The query in the words of the archive, where these were typed by sound or with a letter changed. */
    private static Query heard(Query query, String words) {
        return new Query(query.typed() + " " + words, List.of(words), query.phrases(), query.without(), query.tags(),
                query.folders(), query.sites(), query.authors(), query.period(), query.addresses(), query.wanted(),
                query.ignored());
    }

    private record Candidate(Hit hit, List<Scored> scored, Scored best, double worth) {}

    /** The best sentence of the best section, and the one that is likeliest to answer where it does not. */
    private static List<Quote> quotes(List<Candidate> candidates) {
        Candidate first = candidates.getFirst();
        Range range = widened(first.best().sentence());
        if (range.from < range.to) {
            return List.of(quote(first, range));
        }
        Candidate other = first;
        Scored second = null;
        double likeliest = LEAST_LIKELY;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            double section = Math.exp(SHARPNESS * (candidate.worth() - first.worth()));
            double all = candidate.scored().stream().mapToDouble(scored -> Math.exp(scored.score())).sum();
            for (Scored scored : candidate.scored()) {
                double likely = section * Math.exp(scored.score()) / all;
                if (likely > likeliest && (i > 0 || scored.index() != first.best().index())) {
                    other = candidate;
                    second = scored;
                    likeliest = likely;
                }
            }
        }
        if (second == null) {
            return List.of(quote(first, range));
        }
        Range next = Range.of(second.sentence());
        if (next.statement == range.statement && Math.abs(next.from - range.from) == 1) {
            return List.of(quote(first, new Range(range.statement, Math.min(range.from, next.from),
                    Math.max(range.from, next.from))));
        }
        return List.of(quote(first, range), quote(other, next));
    }

    /** Sentences of one statement, from the first to the last. */
    private record Range(Passage.Statement statement, int from, int to) {
        static Range of(Sentence sentence) {
            return new Range(sentence.statement(), sentence.index(), sentence.index());
        }
    }

    /** With the sentence before it if it leans on that, or the one after it if it only announces that. */
    private static Range widened(Sentence sentence) {
        int at = sentence.index();
        List<Span> spans = sentence.statement().spans();
        if (at > 0 && DEPENDENT.stream().anyMatch(sentence.folded()::startsWith)) {
            return new Range(sentence.statement(), at - 1, at);
        }
        char last = sentence.folded().charAt(sentence.folded().length() - 1);
        if (at + 1 < spans.size() && (last == ':' || last == '：')) {
            return new Range(sentence.statement(), at, at + 1);
        }
        return Range.of(sentence);
    }

    /** The date that the quoted words state themselves, where they are not those that date their event; else its. */
    private static @Nullable When dateOf(String quoted, @Nullable When ofEvent) {
        if (ofEvent != null && quoted.contains(ofEvent.written())) {
            return ofEvent;
        }
        List<DateReader.Found> stated = ofEvent == null
                ? DateReader.read(quoted, null)
                : DateReader.readAfter(quoted, ofEvent);
        boolean other = !stated.isEmpty() && (ofEvent == null || stated.stream().map(DateReader.Found::when).noneMatch(
                when -> when.earliest().equals(ofEvent.earliest()) && when.latest().equals(ofEvent.latest())));
        return other ? stated.getFirst().when() : ofEvent;
    }

    private static Quote quote(Candidate candidate, Range range) {
        List<Span> spans = range.statement.spans();
        String text = range.statement.text().substring(spans.get(range.from).start(), spans.get(range.to).end())
                .replace('\n', ' ');
        String quoted = Excerpt.clip(text, LONGEST_QUOTE);
        return new Quote(quoted,
                Items.of(candidate.hit().entry(), candidate.hit().section(), range.statement, range.from)
                        .dated(dateOf(quoted, range.statement.event().when())));
    }

    private static Item item(Candidate candidate) {
        Sentence best = candidate.best().sentence();
        return Items.of(candidate.hit().entry(), candidate.hit().section(), best.statement(), best.index());
    }

    private static Item nearest(Candidate candidate) {
        Sentence best = candidate.best().sentence();
        return Items.from(candidate.hit().entry(), candidate.hit().section(), best.statement(), best.index());
    }

    /** Other sections that were found, then entries that tell of the same. */
    private static List<Item> also(List<Quote> quotes, List<Candidate> candidates, List<Item> related) {
        Set<EventId> seen = new HashSet<>();
        Set<String> quoted = new HashSet<>();
        for (Quote quote : quotes) {
            seen.add(quote.item().id());
            quoted.add(quote.item().path() + "#" + quote.item().anchor());
        }
        var also = new ArrayList<Item>();
        double least = LEAST_WORTH * candidates.getFirst().worth();
        for (Candidate candidate : candidates.stream().filter(each -> each.worth() >= least).toList()) {
            Item item = item(candidate);
            if (quotes.size() + also.size() < MOST_ITEMS && quoted.add(item.path() + "#" + item.anchor())
                    && seen.add(item.id())) {
                also.add(item);
            }
        }
        related.stream().filter(item -> quoted.add(item.path() + "#" + item.anchor()) && seen.add(item.id()))
                .forEach(also::add);
        return also;
    }

    private Nothing nothing(Query query, Reason reason, List<Candidate> candidates, Hits.Tier tier) {
        String about = about(query, candidates);
        List<Item> nearest = candidates.stream()
                .sorted(Comparator.comparing(
                        each -> tier != Hits.Tier.EXACT && !each.hit().entry().title().equals(about)))
                .limit(MOST_NEAREST)
                .map(Questions::nearest).toList();
        Reason told = about != null && reason == Reason.NO_MATCH ? Reason.NOT_STATED : reason;
        List<String> suggestions = about == null && query.wanted() == Wanted.ANYTHING
                ? index.didYouMean(query, MOST_SUGGESTIONS)
                : List.of();
        return new Nothing(query, told, nearest, about, suggestions);
    }

    /** The title of the entry that the question names, all of it or its beginning. */
    private @Nullable String about(Query query, List<Candidate> candidates) {
        Topic topic = Topic.named(query, index);
        if (!topic.entries().isEmpty()) {
            return topic.entries().getFirst().title();
        }
        String first = FoldedTerms.fold(String.join(" ", Topic.words(query)));
        return candidates.stream().map(candidate -> candidate.hit().entry().title())
                .filter(title -> title.length() > 1 && first.startsWith(FoldedTerms.fold(title))).findFirst()
                .orElse(null);
    }
}
