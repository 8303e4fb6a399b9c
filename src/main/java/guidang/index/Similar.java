package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.UTF32ToUTF8;

/** Words of the archive that differ little from one typed. */
final class Similar {
    private static final int MOST = 3;
    private static final int LOOKED_AT = 200;

    private Similar() {}

    private record Found(String word, int frequency) {}

    /** Words that begin alike, with one letter changed, left out, added or swapped, of long words two; commonest first. */
    static List<String> words(View view, String word) throws IOException {
        int length = word.codePointCount(0, word.length());
        if (length < 4 || length > Fields.LONGEST_CORRECTED || word.chars().allMatch(Character::isDigit)) {
            return List.of();
        }
        Terms terms = MultiTerms.getTerms(view.reader, Fields.UNITS);
        if (terms == null) {
            return List.of();
        }
        for (int distance = 1; distance <= (length < 8 ? 1 : 2); distance++) {
            int first = Character.charCount(word.codePointAt(0));
            Automaton automaton = new LevenshteinAutomata(word.substring(first), true).toAutomaton(distance,
                    word.substring(0, first));
            var found = new ArrayList<Found>();
            TermsEnum similar = terms.intersect(compiled(automaton), null);
            for (BytesRef term = similar.next(); term != null && found.size() < LOOKED_AT; term = similar.next()) {
                found.add(new Found(term.utf8ToString(), similar.docFreq()));
            }
            if (!found.isEmpty()) {
                return found.stream()
                        .sorted(Comparator.comparingInt(Found::frequency).reversed().thenComparing(Found::word))
                        .limit(MOST).map(Found::word).toList();
            }
        }
        return List.of();
    }

    static CompiledAutomaton compiled(Automaton automaton) {
        return new CompiledAutomaton(new UTF32ToUTF8().convert(automaton), false, true, true);
    }
}
