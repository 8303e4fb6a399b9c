package guidang.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Answer.Quote;
import guidang.answer.Answer.Quoted;
import guidang.answer.Passage.Sentence;
import guidang.answer.Quotations.Scored;
import guidang.answer.Sentences.Span;
import guidang.archive.EventId;
import guidang.index.ArchiveIndex;
import guidang.index.Hits;
import guidang.index.Hits.Hit;
import guidang.query.Query;

/** Answers a question by the sentences of the archive that answer it. */
final class Questions {
    private static final int SECTIONS_READ = 10;
    private static final int MOST_ITEMS = 5;
    private static final int MOST_NEAREST = 3;
    /** What a section's place in the ranking is worth beside the signs of its best sentence. */
    private static final double RANK = 6.0;
    /** A second quotation is worth at least this share of the first. */
    private static final double WORTH_A_SECOND = 0.5;
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
        Hits hits = index.search(query, SECTIONS_READ);
        if (hits.hits().isEmpty()) {
            return nothing(query, Reason.NO_MATCH, hits);
        }
        var quotations = new Quotations(new Asked(query));
        double top = Math.max(hits.hits().getFirst().score(), 1e-9);
        var candidates = new ArrayList<Candidate>();
        for (Hit hit : hits.hits()) {
            List<Scored> scored = quotations.score(new Passage(hit.entry(), hit.section()));
            scored.stream().max(Comparator.comparingDouble(Scored::score)).ifPresent(best -> candidates
                    .add(new Candidate(hit, scored, best, RANK * hit.score() / top + best.score())));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::worth).reversed());
        if (candidates.isEmpty()) {
            return nothing(query, Reason.NO_MATCH, hits);
        }
        Candidate first = candidates.getFirst();
        Optional<Reason> refused = Refusal.of(query, first.hit(), first.scored());
        if (refused.isPresent()) {
            return nothing(query, refused.get(), hits);
        }
        List<Quote> quotes = quotes(candidates);
        return new Quoted(query, quotes, also(quotes, candidates), hits.tier());
    }

    private record Candidate(Hit hit, List<Scored> scored, Scored best, double worth) {}

    private static List<Quote> quotes(List<Candidate> candidates) {
        Candidate first = candidates.getFirst();
        Range range = widened(first.best().sentence());
        var quotes = new ArrayList<Quote>();
        if (range.from < range.to) {
            return List.of(quote(first, range));
        }
        Optional<Scored> second = first.scored().stream().filter(scored -> scored.index() != first.best().index())
                .max(Comparator.comparingDouble(Scored::score))
                .filter(scored -> scored.score() >= WORTH_A_SECOND * first.best().score());
        boolean elsewhere = candidates.size() > 1 && candidates.get(1).worth() > first.worth() - first.best().score()
                + second.map(Scored::score).orElse(0.0);
        if (elsewhere) {
            quotes.add(quote(first, range));
            Candidate other = candidates.get(1);
            quotes.add(quote(other, Range.of(other.best().sentence())));
        } else if (second.isPresent()) {
            Range next = Range.of(second.get().sentence());
            if (next.statement == range.statement && Math.abs(next.from - range.from) == 1) {
                quotes.add(quote(first, new Range(range.statement, Math.min(range.from, next.from),
                        Math.max(range.from, next.from))));
            } else {
                quotes.add(quote(first, range));
                quotes.add(quote(first, next));
            }
        } else {
            quotes.add(quote(first, range));
        }
        return quotes;
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

    private static Quote quote(Candidate candidate, Range range) {
        List<Span> spans = range.statement.spans();
        String text = range.statement.text().substring(spans.get(range.from).start(), spans.get(range.to).end())
                .replace('\n', ' ');
        return new Quote(Excerpt.clip(text, LONGEST_QUOTE),
                Items.of(candidate.hit().entry(), candidate.hit().section(), range.statement, range.from));
    }

    private static List<Item> also(List<Quote> quotes, List<Candidate> candidates) {
        Set<EventId> seen = new HashSet<>();
        Set<String> quoted = new HashSet<>();
        for (Quote quote : quotes) {
            seen.add(quote.item().id());
            quoted.add(quote.item().path() + "#" + quote.item().anchor());
        }
        var also = new ArrayList<Item>();
        for (Candidate candidate : candidates) {
            Sentence best = candidate.best().sentence();
            Item item = Items.of(candidate.hit().entry(), candidate.hit().section(), best.statement(), best.index());
            if (quotes.size() + also.size() < MOST_ITEMS && quoted.add(item.path() + "#" + item.anchor())
                    && seen.add(item.id())) {
                also.add(item);
            }
        }
        return also;
    }

    private Nothing nothing(Query query, Reason reason, Hits hits) {
        List<Item> nearest = hits.hits().stream().filter(hit -> !hit.section().events().isEmpty()).limit(MOST_NEAREST)
                .map(hit -> Items.of(hit.entry(), hit.section(), hit.section().events().getFirst())).toList();
        Topic topic = Topic.named(query, index);
        String about = topic.entries().isEmpty() ? null : topic.entries().getFirst().title();
        Reason named = about != null && reason == Reason.NO_MATCH ? Reason.NOT_STATED : reason;
        return new Nothing(query, named, nearest, about, index.didYouMean(query, MOST_NEAREST));
    }
}
