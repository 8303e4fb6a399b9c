package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.index.Term;

/**
 * One unit of what is asked: a CJK character, a word, or a syllable where it is typed in pinyin.
 *
 * @param text folded
 * @param start where it stands in the folded query
 * @param pairs whether it and the next one stand side by side
 */
record Unit(String text, int start, int end, boolean cjk, boolean sound, boolean pairs) {
    private static final int MOST_SCANNED = 600;

    char sign() {
        return sound ? Pinyin.sign(text) : text.charAt(0);
    }

    /** The units of a folded text, in order; words that the archive does not hold as syllables if they can be. */
    static List<Unit> scan(View view, String text) throws IOException {
        var units = new ArrayList<Unit>();
        var found = new Terms(text);
        while (units.size() < MOST_SCANNED && found.next()) {
            String unit = text.substring(found.start(), found.end());
            if (!units.isEmpty() && found.cjk()) {
                Unit last = units.getLast();
                if (last.cjk() && last.end() == found.start()) {
                    units.set(units.size() - 1, new Unit(last.text(), last.start(), last.end(), true, false, true));
                }
            }
            List<String> syllables = !found.cjk() && df(view, Fields.UNITS, unit) == 0
                    ? Pinyin.split(unit)
                    : List.of();
            if (syllables.isEmpty()) {
                units.add(new Unit(unit, found.start(), found.end(), found.cjk(), false, false));
            } else {
                addSyllables(units, syllables, found);
            }
        }
        return units.size() > Asked.MOST_UNITS ? rarest(view, units) : units;
    }

    /** Syllables form pairs with those of the word before: people put spaces anywhere. */
    private static void addSyllables(List<Unit> units, List<String> syllables, Terms found) {
        if (!units.isEmpty() && units.getLast().sound()) {
            Unit last = units.getLast();
            units.set(units.size() - 1, new Unit(last.text(), last.start(), last.end(), false, true, true));
        }
        for (int i = 0; i < syllables.size(); i++) {
            units.add(new Unit(syllables.get(i), found.start(), found.end(), false, true, i + 1 < syllables.size()));
        }
    }

    private static List<Unit> rarest(View view, List<Unit> units) throws IOException {
        double[] rarity = rarity(view, units);
        int[] kept = IntStream.range(0, units.size()).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -rarity[i]).thenComparing(i -> i))
                .limit(Asked.MOST_UNITS)
                .mapToInt(Integer::intValue).sorted().toArray();
        var rare = new ArrayList<Unit>();
        for (int i = 0; i < kept.length; i++) {
            Unit unit = units.get(kept[i]);
            boolean pairs = unit.pairs() && i + 1 < kept.length && kept[i + 1] == kept[i] + 1;
            rare.add(new Unit(unit.text(), unit.start(), unit.end(), unit.cjk(), unit.sound(), pairs));
        }
        return rare;
    }

    private static int df(View view, String field, String word) throws IOException {
        return view.reader.docFreq(new Term(field, word));
    }

    /** How much each unit tells: a character as much as the commoner of the pairs that it is in. */
    static double[] rarity(View view, List<Unit> units) throws IOException {
        var rarity = new double[units.size()];
        double before = Double.NaN;
        for (int i = 0; i < rarity.length; i++) {
            Unit unit = units.get(i);
            double after = Double.NaN;
            if (unit.pairs()) {
                Unit next = units.get(i + 1);
                int df = unit.sound()
                        ? df(view, Fields.SOUNDS, TermStream.Sounds.pair(unit.text(), next.text()))
                        : df(view, Fields.PAIRS, unit.text() + next.text());
                after = df == 0 ? Double.POSITIVE_INFINITY : idf(view, df);
            }
            double pair = Double.isNaN(before) ? after : Double.isNaN(after) ? before : Math.min(before, after);
            if (Double.isNaN(pair)) {
                rarity[i] = unit.sound() ? 1 : idf(view, df(view, Fields.UNITS, unit.text())) * (unit.cjk() ? 1 : 2);
            } else {
                rarity[i] = Double.isInfinite(pair) ? idf(view, 0) : pair;
            }
            before = after;
        }
        return rarity;
    }

    private static double idf(View view, int df) {
        return Math.log1p((Math.max(0, view.sections - df) + 0.5) / (df + 0.5));
    }
}
