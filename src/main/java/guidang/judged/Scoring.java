package guidang.judged;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.bot.PlainReply;

/** The scores of one reply. */
final class Scoring {
    private static final int DEEPEST_RANK = 10;
    private static final int FEW = 5;
    private static final int ANSWERING_HITS = 2;
    private static final int LINKING_HITS = 3;
    private static final int SHORT = 300;

    private final Question question;
    private final PlainReply reply;
    private final Map<Measure, Double> scores = new EnumMap<>(Measure.class);
    private @Nullable String miss;

    Scoring(Question question, PlainReply reply) {
        this.question = question;
        this.reply = reply;
        score();
    }

    Map<Measure, Double> scores() {
        return scores;
    }

    @Nullable
    String miss() {
        return miss;
    }

    private void score() {
        if (!question.answerable()) {
            put(Measure.REFUSED, !reply.answered());
            miss = reply.answered() ? "answered what the archive does not hold" : null;
            return;
        }
        put(Measure.ANSWERED, reply.answered());
        if (question.kind().equals(Question.TIMELINE)) {
            timeline();
        } else {
            ranking();
            answer();
            links();
        }
    }

    private void timeline() {
        List<Question.GoldEvent> missing = question.events().stream().filter(event -> !isShown(event)).toList();
        scores.put(Measure.EVENTS, (question.events().size() - missing.size()) / (double) question.events().size());
        put(Measure.ORDER, inOrder(reply.hits().stream().map(PlainReply.Hit::date).filter(Scoring::dated).toList()));
        miss = missing.isEmpty()
                ? null
                : missing.stream().map(Question.GoldEvent::date).collect(Collectors.joining(", ", "missing ", ""));
    }

    private boolean isShown(Question.GoldEvent event) {
        Set<String> pages = goldPages();
        return reply.hits().stream().anyMatch(hit -> pages.contains(hit.path()) && agrees(hit.date(), event.date())
                && holdsAny(Wording.squeezed(hit.heading() + hit.text()), event.any()));
    }

    private static boolean dated(@Nullable String date) {
        return date != null && !date.isEmpty();
    }

    /** One of two dates may be less exact than the other. */
    private static boolean agrees(@Nullable String date, String wanted) {
        return date != null && !date.isEmpty() && (date.startsWith(wanted) || wanted.startsWith(date));
    }

    /** Two dates are compared as far as both are known. */
    private static boolean inOrder(List<String> dates) {
        return IntStream.range(1, dates.size()).allMatch(i -> {
            String earlier = dates.get(i - 1);
            String later = dates.get(i);
            int known = Math.min(earlier.length(), later.length());
            return earlier.substring(0, known).compareTo(later.substring(0, known)) <= 0;
        });
    }

    private void ranking() {
        List<PlainReply.Hit> hits = reply.hits();
        Set<String> pages = goldPages();
        boolean lookUp = question.kind().equals(Question.URL);
        int rank = rank(hit -> lookUp
                ? pages.contains(hit.path())
                : question.allGold().anyMatch(gold -> gold.holds(hit)));
        if (lookUp) {
            Set<String> shown = hits.stream().map(PlainReply.Hit::path).collect(Collectors.toSet());
            scores.put(Measure.CITING, pages.stream().filter(shown::contains).count() / (double) pages.size());
        }
        put(Measure.FIRST, rank == 1);
        put(Measure.FIRST_FIVE, rank >= 1 && rank <= FEW);
        scores.put(Measure.RANK, rank >= 1 && rank <= DEEPEST_RANK ? 1.0 / rank : 0);
        put(Measure.PAGE, !hits.isEmpty() && pages.contains(hits.getFirst().path()));
        if (rank != 1) {
            String first = hits.isEmpty() ? "-" : hits.getFirst().path() + "#" + hits.getFirst().heading();
            miss = "rank " + (rank == 0 ? "-" : String.valueOf(rank)) + "; first " + first + "; want "
                    + question.gold().getFirst().place();
        }
    }

    /** 1-based; 0 if there is no such hit. */
    private int rank(Predicate<PlainReply.Hit> wanted) {
        List<PlainReply.Hit> hits = reply.hits();
        return IntStream.range(0, hits.size()).filter(i -> wanted.test(hits.get(i))).findFirst().orElse(-1) + 1;
    }

    private void answer() {
        if (question.answerAny().isEmpty()) {
            return;
        }
        String shown = Stream.concat(Stream.of(reply.text()), reply.hits().stream().limit(ANSWERING_HITS)
                .map(PlainReply.Hit::text)).map(Wording::squeezed).collect(Collectors.joining());
        put(Measure.ANSWER, holdsAny(shown, question.answerAny()));
        put(Measure.SHORT_ANSWER,
                holdsAny(Wording.squeezed(Wording.beginning(reply.text(), SHORT)), question.answerAny()));
    }

    private void links() {
        if (!question.mustLink().isEmpty()) {
            var shown = new HashSet<String>();
            reply.hits().stream().limit(LINKING_HITS).forEach(hit -> shown.addAll(hit.links()));
            put(Measure.LINK, question.mustLink().stream().anyMatch(shown::contains));
        }
    }

    private Set<String> goldPages() {
        return question.allGold().map(Question.Gold::path).collect(Collectors.toSet());
    }

    private static boolean holdsAny(String squeezed, List<String> wordings) {
        return wordings.stream().map(Wording::squeezed).anyMatch(squeezed::contains);
    }

    private void put(Measure measure, boolean met) {
        scores.put(measure, met ? 1.0 : 0.0);
    }
}
