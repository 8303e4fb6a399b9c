package guidang.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.query.Query.Wanted;
import guidang.query.Vocabulary.Match;
import guidang.query.Vocabulary.Treatment;

/**
 * Takes question words, particles and politeness out of a text and tells what kind of answer is asked for. Where it is
 * uncertain whether a character is such a word or part of a name, it stays.
 */
final class QuestionCutter {
    private final Vocabulary vocabulary = Vocabulary.STANDARD;
    private final MarkedText text;
    private final String folded;
    private final Set<Aim> aims;
    private final BitSet questions = new BitSet();
    /** Where words of more than one character begin, by where they end, and all they cover. */
    private final Map<Integer, Integer> longWords = new HashMap<>();
    private final BitSet insideLongWords = new BitSet();
    private final List<Wanted> wanted = new ArrayList<>();
    private int timelineStart = -1;
    private int timelineEnd = -1;

    private QuestionCutter(MarkedText text, Set<Aim> aims) {
        this.text = text;
        this.folded = text.folded();
        this.aims = aims;
    }

    /**
     * What was found.
     *
     * @param wanted what is asked for; {@code ANYTHING} if there is no question word
     * @param asksForTimeline whether words that ask for a timeline stand before or behind everything else; only looked
     *        for if told to
     */
    record Found(Wanted wanted, boolean asksForTimeline) {}

    /** What else is asked for than the words say, whose names are then cut as well. */
    enum Aim {
        TIMELINE, ADDRESS, PERIOD
    }

    /** Cuts a text. */
    static Found cut(MarkedText text, Set<Aim> aims) {
        return new QuestionCutter(text, aims).cut();
    }

    private Found cut() {
        List<Match> matches = new VocabularyScan(text, aims).run();
        BitSet clauseEnds = clauseEnds();
        BitSet clauseStarts = clauseStarts();
        boolean asking = isAsking(matches, clauseEnds);
        for (Match match : matches) {
            if (match.word().treatment() == Treatment.KEEP) {
                text.keep(match.start(), match.end());
            } else if (match.end() - match.start() > 1) {
                longWords.put(match.end(), match.start());
                insideLongWords.set(match.start(), match.end());
            }
            if (match.word().treatment() == Treatment.QUESTION) {
                questions.set(match.start(), match.end());
            }
        }
        if (asking) {
            cutEnds(clauseEnds);
        }
        for (Match match : matches) {
            boolean always = match.word().treatment() != Treatment.ANYWHERE
                    && match.word().treatment() != Treatment.KEEP;
            boolean cut = always || (asking && match.word().treatment() == Treatment.ANYWHERE);
            if (cut && text.isFree(match.start(), match.end())) {
                take(match);
            }
        }
        if (asking) {
            cutBeside();
            cutStarts(clauseStarts);
        }
        Wanted told = mostTelling();
        return new Found(told, rank(told) <= rank(Wanted.HOW) && asksForTimeline());
    }

    /** Without a question, a particle is more likely part of a name: 进击的巨人. */
    private boolean isAsking(List<Match> matches, BitSet clauseEnds) {
        return aims.contains(Aim.ADDRESS) || aims.contains(Aim.PERIOD) || folded.endsWith("?")
                || matches.stream().anyMatch(match -> match.word().treatment() == Treatment.QUESTION
                        || match.word().treatment() == Treatment.ENGLISH_START)
                || clauseEnds.stream().anyMatch(this::endsQuestion);
    }

    /** Whether a question ends here without a mark: 恢复了吗. That it ends with 是 says nothing. */
    private boolean endsQuestion(int end) {
        Match match = text.isKept(end - 1) ? null : vocabulary.endingAt(folded, end, Treatment.QUESTION_END);
        return match != null && match.word().wanted() != Wanted.WHAT;
    }

    private void take(Match match) {
        text.take(match.start(), match.end());
        if (match.word().treatment() == Treatment.TIMELINE) {
            timelineStart = timelineStart < 0 ? match.start() : timelineStart;
            timelineEnd = match.end();
        }
        if (match.word().wanted() != null) {
            wanted.add(match.word().wanted());
        }
    }

    private BitSet clauseEnds() {
        var ends = new BitSet();
        for (int i = 1; i <= text.length(); i++) {
            if (text.endsAt(i) && !text.isTaken(i - 1) && text.isWordPart(i - 1)) {
                ends.set(i);
            }
        }
        return ends;
    }

    private BitSet clauseStarts() {
        var starts = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            if (text.beginsAt(i) && !text.isTaken(i) && text.isWordPart(i)) {
                starts.set(i);
            }
        }
        return starts;
    }

    private void cutEnds(BitSet clauseEnds) {
        for (int clause = clauseEnds.nextSetBit(0); clause >= 0; clause = clauseEnds.nextSetBit(clause + 1)) {
            int end = clause;
            while (end > 0) {
                Integer longWord = longWords.get(end);
                if (longWord != null) {
                    end = longWord;
                    continue;
                }
                Match match = endingAt(end);
                if (match == null) {
                    break;
                }
                take(match);
                if (match.word().wanted() != null && match.word().wanted() != Wanted.WHETHER) {
                    questions.set(match.start(), match.end());
                }
                end = match.start();
            }
        }
    }

    private @Nullable Match endingAt(int end) {
        if (insideLongWords.get(end - 1)) {
            return null;
        }
        Match asking = vocabulary.endingAt(folded, end, Treatment.QUESTION_END);
        Match plain = vocabulary.endingAt(folded, end, Treatment.END);
        Match longer = asking == null || (plain != null && plain.start() < asking.start()) ? plain : asking;
        return longer != null && text.isFree(longer.start(), longer.end()) ? longer : null;
    }

    /** Function words beside question words. */
    private void cutBeside() {
        for (int i = questions.nextSetBit(0); i >= 0;) {
            int end = questions.nextClearBit(i);
            if (text.isTaken(i)) {
                cutBefore(i);
                cutAfter(end);
            }
            i = questions.nextSetBit(end);
        }
    }

    /** A single character is cut only directly before the question word: further off it is the end of a noun. */
    private void cutBefore(int start) {
        int end = startOfTaken(start);
        Match match = vocabulary.endingAt(folded, end, Treatment.BEFORE);
        while (match != null && text.isFree(match.start(), match.end())
                && (end == start || match.end() - match.start() > 1)) {
            text.take(match.start(), match.end());
            end = startOfTaken(match.start());
            match = vocabulary.endingAt(folded, end, Treatment.BEFORE);
        }
    }

    private int startOfTaken(int at) {
        int start = at;
        while (start > 0 && text.isTaken(start - 1)) {
            start--;
        }
        return start;
    }

    private void cutAfter(int end) {
        int start = end;
        Match match = vocabulary.startingAt(folded, start, Treatment.AFTER);
        while (match != null && text.isFree(match.start(), match.end())) {
            text.take(match.start(), match.end());
            start = match.end();
            match = vocabulary.startingAt(folded, start, Treatment.AFTER);
        }
    }

    private void cutStarts(BitSet clauseStarts) {
        for (int clause = clauseStarts.nextSetBit(0); clause >= 0; clause = clauseStarts.nextSetBit(clause + 1)) {
            int start = clause;
            while (start < text.length()) {
                if (text.isTaken(start)) {
                    start++;
                    continue;
                }
                Match match = starting(start);
                if (match == null || !text.isFree(match.start(), match.end()) || text.endsAt(match.end())
                        || (start > 0 && questions.get(start - 1))) {
                    break;
                }
                text.take(match.start(), match.end());
                start = match.end();
            }
        }
    }

    private @Nullable Match starting(int start) {
        Match match = vocabulary.startingAt(folded, start, Treatment.START);
        Match verb = aims.contains(Aim.TIMELINE)
                ? vocabulary.startingAt(folded, start, Treatment.TIMELINE_VERB)
                : null;
        return match == null || (verb != null && verb.end() > match.end()) ? verb : match;
    }

    private Wanted mostTelling() {
        Wanted best = Wanted.ANYTHING;
        for (Wanted one : wanted) {
            if (rank(one) > rank(best)) {
                best = one;
            }
        }
        return best;
    }

    private static int rank(Wanted wanted) {
        return switch (wanted) {
            case ANYTHING -> 0;
            case WHETHER -> 1;
            case WHAT -> 2;
            case HOW -> 3;
            case WHEN, WHO, WHERE, WHY, HOW_MANY, HOW_LONG, WHICH -> 4;
        };
    }

    private boolean asksForTimeline() {
        if (timelineEnd < 0) {
            return false;
        }
        boolean wordsBefore = hasWords(0, timelineStart);
        boolean wordsAfter = hasWords(timelineEnd, text.length());
        return !(wordsBefore && wordsAfter);
    }

    private boolean hasWords(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!text.isTaken(i) && text.isWordPart(i)) {
                return true;
            }
        }
        return false;
    }
}
