package guidang.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import guidang.query.Query.Wanted;
import guidang.query.Vocabulary.Match;
import guidang.query.Vocabulary.Treatment;

/**
 * Takes question words, particles and politeness out of a text and tells what kind of answer is asked for. Where it is
 * uncertain whether a character is such a word or part of a name, it stays.
 */
final class QuestionCutter {
    private static final List<Treatment> CHINESE = List.of(Treatment.KEEP, Treatment.QUESTION, Treatment.ANYWHERE);
    private static final List<Treatment> CHINESE_TIMELINE = List.of(Treatment.KEEP, Treatment.QUESTION,
            Treatment.ANYWHERE, Treatment.TIMELINE);

    private final Vocabulary vocabulary = Vocabulary.STANDARD;
    private final MarkedText text;
    private final String folded;
    private final boolean timeline;
    private final boolean capitals;
    private final BitSet questions = new BitSet();
    private final List<Wanted> wanted = new ArrayList<>();
    private int timelineStart = -1;
    private int timelineEnd = -1;

    private QuestionCutter(MarkedText text, boolean timeline) {
        this.text = text;
        this.folded = text.folded();
        this.timeline = timeline;
        this.capitals = text.text().chars().noneMatch(Character::isLowerCase);
    }

    /**
     * What was found.
     *
     * @param wanted what is asked for; {@code ANYTHING} if there is no question word
     * @param asksForTimeline whether words that ask for a timeline stand before or behind everything else; only looked
     *        for if told to
     */
    record Found(Wanted wanted, boolean asksForTimeline) {}

    /** Cuts a text. With {@code timeline}, words that ask for a timeline are cut, too. */
    static Found cut(MarkedText text, boolean timeline) {
        return new QuestionCutter(text, timeline).cut();
    }

    private Found cut() {
        List<Match> matches = scan();
        BitSet clauseEnds = clauseEnds();
        for (Match match : matches) {
            if (match.word().treatment() == Treatment.KEEP) {
                text.keep(match.start(), match.end());
            } else if (match.word().treatment() == Treatment.QUESTION) {
                questions.set(match.start(), match.end());
            }
        }
        cutEnds(clauseEnds);
        for (Match match : matches) {
            if (match.word().treatment() != Treatment.KEEP && text.isFree(match.start(), match.end())) {
                take(match);
            }
        }
        cutBeside();
        cutStarts();
        return new Found(mostTelling(), asksForTimeline());
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

    /** The longest words, from left to right. */
    private List<Match> scan() {
        var matches = new ArrayList<Match>();
        for (int i = 0; i < folded.length();) {
            Match match = null;
            if (!text.isFree(i, i + 1) || !text.isWordPart(i)) {
                i++;
            } else if (folded.charAt(i) < 128) {
                int end = endOfLatin(i);
                match = text.beginsAt(i) && text.endsAt(end) ? english(i) : null;
                i = match == null ? end : i;
            } else {
                match = longest(i, timeline ? CHINESE_TIMELINE : CHINESE);
                i = match == null ? i + 1 : i;
            }
            if (match != null) {
                matches.add(match);
                i = match.end();
            }
        }
        return matches;
    }

    private int endOfLatin(int start) {
        int end = start + 1;
        while (end < folded.length() && folded.charAt(end) < 128 && !text.isTaken(end) && text.isWordPart(end)) {
            end++;
        }
        return end;
    }

    private @Nullable Match longest(int start, List<Treatment> treatments) {
        Match longest = null;
        for (Treatment treatment : treatments) {
            Match match = vocabulary.startingAt(folded, start, treatment);
            if (match != null && (longest == null || match.end() > longest.end())
                    && text.isFree(match.start(), match.end())) {
                longest = match;
            }
        }
        return longest;
    }

    private @Nullable Match english(int start) {
        var treatments = new ArrayList<>(List.of(Treatment.QUESTION, Treatment.ENGLISH_STOP));
        if (timeline) {
            treatments.addFirst(Treatment.TIMELINE);
        }
        boolean first = startsSentence(start);
        if (first) {
            treatments.addFirst(Treatment.ENGLISH_START);
        }
        Match longest = null;
        for (Treatment treatment : treatments) {
            Match match = vocabulary.startingAt(folded, start, treatment);
            if (match != null && text.endsAt(match.end()) && (longest == null || match.end() > longest.end())
                    && isFunctionWord(match, first)) {
                longest = match;
            }
        }
        return longest;
    }

    /** WHO, IT and the Who of Doctor Who are names; who, and Who where a sentence begins, are not. */
    private boolean isFunctionWord(Match match, boolean first) {
        String written = text.text().substring(match.start(), match.end());
        if (Character.isLowerCase(written.charAt(0)) || capitals) {
            return true;
        }
        boolean shouted = written.length() > 1 && Character.isUpperCase(written.charAt(1));
        return !shouted && (first || match.word().treatment() == Treatment.TIMELINE);
    }

    private boolean startsSentence(int start) {
        int before = start - 1;
        while (before >= 0 && (folded.charAt(before) == ' ' || text.isTaken(before))) {
            before--;
        }
        return before < 0 || !text.isWordPart(before);
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

    private void cutEnds(BitSet clauseEnds) {
        for (int clause = clauseEnds.nextSetBit(0); clause >= 0; clause = clauseEnds.nextSetBit(clause + 1)) {
            int end = clause;
            Match match = endingAt(end);
            while (match != null) {
                take(match);
                end = match.start();
                match = endingAt(end);
            }
        }
    }

    private @Nullable Match endingAt(int end) {
        if (end == 0 || questions.get(end - 1)) {
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

    private void cutBefore(int start) {
        int end = start;
        while (end > 0 && text.isTaken(end - 1)) {
            end--;
        }
        Match match = vocabulary.endingAt(folded, end, Treatment.BEFORE);
        while (match != null && text.isFree(match.start(), match.end())) {
            text.take(match.start(), match.end());
            end = match.start();
            while (end > 0 && text.isTaken(end - 1)) {
                end--;
            }
            match = vocabulary.endingAt(folded, end, Treatment.BEFORE);
        }
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

    private void cutStarts() {
        for (int i = 0; i < text.length(); i++) {
            if (text.isTaken(i) || !text.isWordPart(i) || !text.beginsAt(i) || (i > 0 && questions.get(i - 1))) {
                continue;
            }
            Match match = vocabulary.startingAt(folded, i, Treatment.START);
            if (match != null && text.isFree(match.start(), match.end()) && !text.endsAt(match.end())) {
                text.take(match.start(), match.end());
            }
        }
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
            case WHEN, WHO, WHERE, WHY, HOW, HOW_MANY, HOW_LONG, WHICH -> 3;
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
