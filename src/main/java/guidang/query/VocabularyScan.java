package guidang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.query.QuestionCutter.Aim;
import guidang.query.Vocabulary.Match;
import guidang.query.Vocabulary.Treatment;

/** Finds the words of the vocabulary that may be cut wherever they stand, and those that hold others together. */
final class VocabularyScan {
    private final Vocabulary vocabulary = Vocabulary.STANDARD;
    private final MarkedText text;
    private final String folded;
    private final boolean timeline;
    private final boolean capitals;
    private final List<Treatment> chinese = new ArrayList<>();
    private final List<Treatment> english = new ArrayList<>();

    VocabularyScan(MarkedText text, Set<Aim> aims) {
        this.text = text;
        this.folded = text.folded();
        this.timeline = aims.contains(Aim.TIMELINE);
        chinese.addAll(List.of(Treatment.KEEP, Treatment.QUESTION, Treatment.POLITE, Treatment.ANYWHERE));
        english.addAll(List.of(Treatment.QUESTION, Treatment.ENGLISH_STOP));
        for (Aim aim : aims) {
            Treatment treatment = switch (aim) {
                case TIMELINE -> Treatment.TIMELINE;
                case ADDRESS -> Treatment.ADDRESS;
                case PERIOD -> Treatment.PERIOD;
            };
            chinese.add(treatment);
            english.addFirst(treatment);
        }
        this.capitals = text.text().chars().noneMatch(c -> Character.isLowerCase(c) || Character.isIdeographic(c));
    }

    /** The longest words, from left to right. */
    List<Match> run() {
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
                match = longest(i, chinese);
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
        Match longest = timeline && text.beginsAt(start)
                ? vocabulary.startingAt(folded, start, Treatment.TIMELINE_VERB)
                : null;
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
        var treatments = new ArrayList<>(english);
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
}
