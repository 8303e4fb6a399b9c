package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a query, taken apart into units: CJK characters, words, and syllables where it is typed in pinyin. Knows
 * how rare each is in the archive, and what may stand in its place.
 */
final class Asked {
    /** More are not looked for: the rarest are kept. */
    static final int MOST_UNITS = 64;
    private static final int MOST_TEXT = 4000;

    /** What may stand in the place of some units: folded text, or signs of syllables if {@code sound}. */
    record Other(String text, long units, boolean sound) {}

    final View view;
    /** All words, folded, a space between them. */
    final String text;
    final List<Unit> units;
    final double[] weights;
    private final boolean[] known;
    final List<Other> others = new ArrayList<>();
    /** What means nearly the same as some units; at most {@link #MOST_UNITS}. */
    final List<Other> synonyms = new ArrayList<>();
    /** Whether anything is asked by sound. */
    boolean bySound;
    /** Whether a similar word is taken for one that the archive does not hold. */
    boolean nearly;
    private final Map<Term, Wanted> terms = new LinkedHashMap<>();

    private record Wanted(TermStates states, float boost) {}

    private Asked(View view, String text, List<Unit> units) throws IOException {
        this.view = view;
        this.text = text;
        this.units = units;
        this.weights = new double[units.size()];
        this.known = new boolean[units.size()];
    }

    /** By the words as they are; words unknown to the archive by sound or as similar ones. */
    static Asked exactly(View view, List<String> words, AliasTable aliases) throws IOException {
        String text = Folding.squeeze(cut(String.join(" ", words)));
        return new Asked(view, text, Unit.scan(view, text)).prepare(aliases);
    }

    /** Every character by its sound. */
    Asked bySound(AliasTable aliases) throws IOException {
        List<Unit> sounds = units.stream().map(unit -> {
            String syllable = unit.cjk() ? Pinyin.of(unit.text().charAt(0)) : "";
            return syllable.isEmpty()
                    ? unit
                    : new Unit(syllable, unit.start(), unit.end(), false, true, unit.pairs());
        }).toList();
        return new Asked(view, text, sounds).prepare(aliases);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** Whether nothing of it is in the archive. */
    boolean isUnknown() {
        return terms.isEmpty();
    }

    boolean hasPairs() {
        return units.stream().anyMatch(unit -> unit.cjk() && unit.pairs());
    }

    /** Whether a unit stands in the archive anywhere, together with one of its neighbours if it has any. */
    boolean isKnown(int unit) {
        return known[unit];
    }

    /** Adds every term to a query, each on its own. */
    void addTo(BooleanQuery.Builder query) {
        terms.forEach((term, wanted) -> query.add(new BoostQuery(new TermQuery(term, wanted.states), wanted.boost),
                BooleanClause.Occur.SHOULD));
    }

    private static String cut(String text) {
        int end = Math.min(text.length(), MOST_TEXT);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private Asked prepare(AliasTable aliases) throws IOException {
        System.arraycopy(Unit.rarity(view, units), 0, weights, 0, weights.length);
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            bySound |= unit.sound();
            boolean paired = unit.pairs() || (i > 0 && units.get(i - 1).pairs());
            if (unit.pairs() && addPair(unit, units.get(i + 1))) {
                known[i] = true;
                known[i + 1] = true;
            }
            if (unit.cjk()) {
                known[i] |= addTerm(Fields.UNITS, unit.text(), paired ? Weights.UNIT : Weights.WORD) && !paired;
            } else if (!unit.sound()) {
                addWord(unit, i);
            }
        }
        addAliases(aliases);
        addPinyinOfKnownWords();
        if (!bySound) {
            addNumberForms();
            addSynonyms();
        }
        return this;
    }

    private boolean addPair(Unit first, Unit second) throws IOException {
        if (first.sound() && second.sound()) {
            return addTerm(Fields.SOUNDS, TermStream.Sounds.pair(first.text(), second.text()), Weights.SOUND);
        }
        if (first.cjk() && second.cjk()) {
            return addTerm(Fields.PAIRS, first.text() + second.text(), Weights.PAIR);
        }
        return false;
    }

    private void addWord(Unit unit, int index) throws IOException {
        boolean held = addTerm(Fields.UNITS, unit.text(), Weights.WORD);
        List<String> parts = Terms.parts(unit.text());
        boolean whole = parts.size() == 1 && parts.getFirst().equals(unit.text());
        if (!whole) {
            boolean allKnown = parts.size() > 1;
            for (String part : parts) {
                allKnown &= addTerm(Fields.UNITS, part, held ? Weights.WORD_PART : Weights.WORD);
            }
            String joined = String.join("", parts);
            if (addTerm(Fields.UNITS, joined, held ? Weights.WORD_PART : Weights.WORD)) {
                others.add(new Other(joined, 1L << index, false));
                held = true;
            }
            held |= allKnown;
        }
        if (!held) {
            for (String similar : Similar.words(view, unit.text())) {
                addTerm(Fields.UNITS, similar, Weights.NEAR);
                others.add(new Other(similar, 1L << index, false));
                nearly = true;
            }
        }
        known[index] = held || nearly;
    }

    private boolean addTerm(String field, String word, float boost) throws IOException {
        var term = new Term(field, word);
        Wanted known = terms.get(term);
        if (known != null) {
            if (known.boost < boost) {
                terms.put(term, new Wanted(known.states, boost));
            }
            return true;
        }
        TermStates states = TermStates.build(view.searcher, term, true);
        if (states.docFreq() == 0) {
            return false;
        }
        terms.put(term, new Wanted(states, boost));
        return true;
    }

    private void addAliases(AliasTable aliases) throws IOException {
        for (List<String> group : aliases.groups()) {
            for (String name : group) {
                long mask = unitsOf(name);
                if (mask == 0) {
                    continue;
                }
                for (String other : group) {
                    if (!other.equals(name)) {
                        others.add(new Other(other, mask, false));
                        addOtherName(other, Weights.OTHER_NAME);
                    }
                }
            }
        }
    }

    /** Adds the terms of a name; whether the archive holds them all. */
    private boolean addOtherName(String name, float boost) throws IOException {
        var found = new Terms(name);
        boolean held = true;
        int last = -1;
        while (found.next()) {
            String unit = name.substring(found.start(), found.end());
            if (!found.cjk()) {
                held &= addTerm(Fields.UNITS, unit, boost);
            } else if (last >= 0) {
                held &= addTerm(Fields.PAIRS, name.substring(last, found.end()), boost);
            }
            last = found.cjk() ? found.start() : -1;
        }
        return held;
    }

    private void addNumberForms() throws IOException {
        for (NumberForms.Forms forms : NumberForms.in(text)) {
            long mask = unitsBetween(forms.start(), forms.end());
            for (String form : mask == 0 ? List.<String>of() : forms.others()) {
                others.add(new Other(form, mask, false));
                addOtherName(form, Weights.OTHER_NAME);
            }
        }
    }

    private void addSynonyms() throws IOException {
        for (Thesaurus.Word word : Thesaurus.usual().in(text)) {
            long mask = unitsBetween(word.start(), word.end());
            for (String synonym : mask == 0 ? List.<String>of() : word.others()) {
                if (synonyms.size() < MOST_UNITS && addOtherName(synonym, Weights.SYNONYM)) {
                    synonyms.add(new Other(synonym, mask, false));
                }
            }
        }
    }

    /** The units that a name covers where it stands in the query; 0 if it does not. */
    private long unitsOf(String name) {
        int at = find(name);
        return at < 0 ? 0 : unitsBetween(at, at + name.length());
    }

    private long unitsBetween(int from, int to) {
        long mask = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).start() >= from && units.get(i).end() <= to) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    /** Whether a folded name stands in the query; a word only where it is not part of a longer one. */
    boolean stands(String name) {
        return find(name) >= 0;
    }

    private int find(String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Terms.isWordChar(name.charAt(0)) || !Terms.isWordChar(text.charAt(at - 1));
            boolean ends = end == text.length() || !Terms.isWordChar(name.charAt(name.length() - 1))
                    || !Terms.isWordChar(text.charAt(end));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    /** A query without Chinese characters is perhaps all pinyin, also where a word is known by chance. */
    private void addPinyinOfKnownWords() throws IOException {
        if (units.stream().anyMatch(Unit::cjk)) {
            return;
        }
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            List<String> syllables = unit.sound() ? List.of() : Pinyin.split(unit.text());
            if (syllables.size() < 2) {
                continue;
            }
            boolean known = false;
            var signs = new StringBuilder().append(Pinyin.sign(syllables.getFirst()));
            for (int s = 1; s < syllables.size(); s++) {
                known |= addTerm(Fields.SOUNDS, TermStream.Sounds.pair(syllables.get(s - 1), syllables.get(s)),
                        bySound ? Weights.SOUND : Weights.SOUND_BESIDE);
                signs.append(Pinyin.sign(syllables.get(s)));
            }
            if (known) {
                others.add(new Other(signs.toString(), 1L << i, true));
            }
        }
    }
}
