package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

import guidang.query.Query;

/** Names of the archive for what was typed: begun, or misspelt. */
final class Suggestions {
    /** Terms looked at for one request. */
    private static final int LOOKED_AT = 2_000;
    private static final int MOST_WORDS = 8;

    private final View view;

    Suggestions(View view) {
        this.view = view;
    }

    List<String> completions(String typed, int limit) throws IOException {
        String key = Folding.key(typed);
        if (key.isBlank() || limit <= 0 || key.length() > Names.LONGEST) {
            return List.of();
        }
        var found = new ArrayList<Names.Wording>();
        begin(Fields.WORDING, key, 0, found);
        if (key.chars().allMatch(c -> c < 0x80)) {
            begin(Fields.WORDING_SOUND, "s" + key, 1, found);
            begin(Fields.WORDING_SOUND, "i" + key, 1, found);
        }
        return texts(found.stream().filter(wording -> wording.kind() != Names.Kind.TAG)
                .sorted(Comparator.comparing(Names.Wording::kind)
                        .thenComparingInt(wording -> wording.text().length()).thenComparing(Names.Wording::text)),
                limit);
    }

    private static List<String> texts(java.util.stream.Stream<Names.Wording> wordings, int limit) {
        Set<String> keys = new LinkedHashSet<>();
        var texts = new ArrayList<String>();
        wordings.forEach(wording -> {
            if (texts.size() < limit && keys.add(Folding.key(wording.text()))) {
                texts.add(wording.text());
            }
        });
        return texts;
    }

    private void begin(String field, String prefix, int skip, List<Names.Wording> found) throws IOException {
        @Nullable
        Terms terms = MultiTerms.getTerms(view.reader, field);
        if (terms == null) {
            return;
        }
        TermsEnum all = terms.iterator();
        int looked = 0;
        if (all.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (BytesRef term = all.term(); term != null && looked < LOOKED_AT; term = all.next()) {
            String text = term.utf8ToString();
            if (!text.startsWith(prefix)) {
                return;
            }
            looked++;
            add(field, text, skip, found);
        }
    }

    /** Adds a name, unless only deleted entries have it. */
    private void add(String field, String term, int skip, List<Names.Wording> found) throws IOException {
        if (!view.reader.hasDeletions() || view.first(new Term(field, term)) >= 0) {
            found.add(Names.Wording.of(term.substring(skip)));
        }
    }

    List<String> didYouMean(Query query, int limit) throws IOException {
        record Near(int distance, Names.Wording wording) {}
        var near = new ArrayList<Near>();
        Set<String> typed = new LinkedHashSet<>();
        query.words().stream().limit(MOST_WORDS).map(Folding::key).forEach(typed::add);
        typed.add(Folding.key(String.join("", query.words().stream().limit(MOST_WORDS).toList())));
        for (String key : typed) {
            int length = key.codePointCount(0, key.length());
            if (length < 2 || length > Fields.LONGEST_CORRECTED) {
                continue;
            }
            var same = new ArrayList<Names.Wording>();
            String sound = Pinyin.key(key);
            exactly(Fields.WORDING_SOUND, "s" + sound, same);
            same.forEach(wording -> near.add(new Near(sound.equals(key) ? 0 : 1, wording)));
            var changed = new ArrayList<Names.Wording>();
            within(Fields.WORDING, key, length < 6 ? 1 : 2, 0, changed);
            changed.forEach(wording -> near.add(new Near(2, wording)));
            if (sound.length() >= 5 && sound.length() <= Fields.LONGEST_CORRECTED) {
                var alike = new ArrayList<Names.Wording>();
                within(Fields.WORDING_SOUND, "s" + sound, 1, 1, alike);
                alike.forEach(wording -> near.add(new Near(3, wording)));
            }
        }
        return texts(near.stream().filter(one -> !typed.contains(Folding.key(one.wording.text())))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(one -> one.wording.kind())
                        .thenComparing(one -> one.wording.text()))
                .map(Near::wording), Math.max(0, limit));
    }

    private void exactly(String field, String key, List<Names.Wording> found) throws IOException {
        begin(field, key + '\u0000', 1, found);
    }

    /** Names whose key is a few changes away; the first character of a long one must agree. */
    private void within(String field, String key, int distance, int skip, List<Names.Wording> found)
            throws IOException {
        @Nullable
        Terms terms = MultiTerms.getTerms(view.reader, field);
        if (terms == null) {
            return;
        }
        String fixed = key.substring(0, skip);
        Automaton near = Operations.concatenate(List.of(Automata.makeString(fixed),
                new LevenshteinAutomata(key.substring(skip), true).toAutomaton(distance), Automata.makeChar(0),
                Automata.makeAnyString()));
        TermsEnum all = terms.intersect(Similar.compiled(Operations.determinize(near, 100_000)), null);
        int looked = 0;
        for (BytesRef term = all.next(); term != null && looked < LOOKED_AT; term = all.next()) {
            looked++;
            add(field, term.utf8ToString(), skip, found);
        }
    }
}
