package guidang.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a saved query, all of which a text must hold. Taken apart as {@link Asked} does: a run of Chinese
 * characters is held where each of its characters stands beside one of its neighbours, so that 微信封号 is held by a text
 * with 微信 in one sentence and 封号 in another. In the place of a word may stand what an alias, another form of a number
 * or the thesaurus names; but something of what is typed must be there as it is typed, or by its other name.
 */
final class SavedWords {
    /** What may stand in the place of some units, and a term that a text with it has. */
    private record Other(String text, long units, long key) {}

    private final int size;
    /** Terms of pairs, and the first of their units. */
    private final long[] pairs;
    private final int[] pairAt;
    /** Words, characters that stand alone, and their other names. */
    private final List<Other> texts;
    private final List<Other> synonyms;

    private SavedWords(int size, long[] pairs, int[] pairAt, List<Other> texts, List<Other> synonyms) {
        this.size = size;
        this.pairs = pairs;
        this.pairAt = pairAt;
        this.texts = List.copyOf(texts);
        this.synonyms = List.copyOf(synonyms);
    }

    private record Part(int start, int end, boolean cjk, boolean pairs) {}

    static SavedWords of(List<String> words, AliasTable aliases) {
        var text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (String token : tokens(words)) {
            boolean apart = !text.isEmpty() && Terms.isWordChar(text.charAt(text.length() - 1))
                    && Terms.isWordChar(token.charAt(0));
            int start = text.append(apart ? " " : "").length();
            text.append(token);
            addParts(token, start, parts);
        }
        if (parts.size() > Asked.MOST_UNITS) {
            Part last = parts.get(Asked.MOST_UNITS - 1);
            parts = parts.subList(0, Asked.MOST_UNITS - 1);
            parts.add(new Part(last.start, last.end, last.cjk, false));
        }
        return of(text.toString(), List.copyOf(parts), aliases);
    }

    /** What is typed between spaces; single characters that follow each other belong together: 微 信. */
    private static List<String> tokens(List<String> words) {
        var tokens = new ArrayList<String>();
        boolean single = false;
        for (String word : words) {
            for (String typed : word.split("\\s++", -1)) {
                String token = Folding.squeeze(typed);
                if (token.isEmpty()) {
                    continue;
                }
                boolean alone = token.length() == 1 && Terms.isCjk(token.charAt(0));
                if (alone && single) {
                    tokens.add(tokens.removeLast() + token);
                } else {
                    tokens.add(token);
                }
                single = alone;
            }
        }
        return tokens;
    }

    private static void addParts(String token, int offset, List<Part> parts) {
        var found = new Terms(token);
        boolean first = true;
        while (found.next()) {
            Part last = first ? null : parts.getLast();
            if (last != null && found.cjk() && last.cjk && last.end == offset + found.start()) {
                parts.set(parts.size() - 1, new Part(last.start, last.end, true, true));
            }
            parts.add(new Part(offset + found.start(), offset + found.end(), found.cjk(), false));
            first = false;
        }
    }

    private static SavedWords of(String text, List<Part> parts, AliasTable aliases) {
        int size = parts.size();
        var pairs = new long[size];
        var pairAt = new int[size];
        int count = 0;
        var texts = new ArrayList<Other>();
        for (int i = 0; i < size; i++) {
            Part part = parts.get(i);
            String unit = text.substring(part.start, part.end);
            if (part.pairs) {
                pairs[count] = TermKeys.pair(unit.codePointAt(0), text.codePointAt(part.end));
                pairAt[count++] = i;
            } else if (i == 0 || !parts.get(i - 1).pairs) {
                add(texts, unit, 1L << i);
                if (!part.cjk) {
                    add(texts, String.join("", Terms.parts(unit)), 1L << i);
                }
            }
        }
        aliases.in(text).forEach(
                name -> name.others().forEach(other -> add(texts, other, units(parts, name.start(), name.end()))));
        NumberForms.in(text).forEach(
                form -> form.others().forEach(other -> add(texts, other, units(parts, form.start(), form.end()))));
        var synonyms = new ArrayList<Other>();
        for (Thesaurus.Word word : Thesaurus.usual().in(text)) {
            for (String synonym : word.others()) {
                if (synonyms.size() < Asked.MOST_UNITS) {
                    add(synonyms, synonym, units(parts, word.start(), word.end()));
                }
            }
        }
        return new SavedWords(size, Arrays.copyOf(pairs, count), Arrays.copyOf(pairAt, count),
                texts, synonyms);
    }

    private static void add(List<Other> texts, String text, long units) {
        long key = TermKeys.anyOf(text);
        if (units != 0 && key != 0 && texts.stream().noneMatch(one -> one.units == units && one.text.equals(text))) {
            texts.add(new Other(text, units, key));
        }
    }

    private static long units(List<Part> parts, int from, int to) {
        long mask = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).start >= from && parts.get(i).end <= to) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** For each unit the terms of which a text that holds it has one. */
    List<long[]> anchors() {
        var anchors = new ArrayList<long[]>();
        for (int i = 0; i < size; i++) {
            var keys = new ArrayList<Long>();
            for (int pair = 0; pair < pairs.length; pair++) {
                if (pairAt[pair] == i || pairAt[pair] + 1 == i) {
                    keys.add(pairs[pair]);
                }
            }
            for (List<Other> some : List.of(texts, synonyms)) {
                for (Other other : some) {
                    if ((other.units & (1L << i)) != 0) {
                        keys.add(other.key);
                    }
                }
            }
            anchors.add(keys.stream().mapToLong(Long::longValue).distinct().toArray());
        }
        return anchors;
    }

    boolean areIn(TermKeys keys, SectionText text) {
        long all = size == Long.SIZE ? -1L : (1L << size) - 1;
        long held = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (keys.has(pairs[i])) {
                held |= 3L << pairAt[i];
            }
        }
        held |= held(texts, held, keys, text);
        if (held == all) {
            return true;
        }
        long either = held | held(synonyms, held, keys, text);
        return either == all && Long.bitCount(held)
                + Weights.NEARLY * Long.bitCount(either & ~held) >= Weights.RELEVANT_SHARE * size;
    }

    /** The units that such texts cover, of those that nothing covers yet. */
    private static long held(List<Other> others, long before, TermKeys keys, SectionText text) {
        long held = 0;
        for (Other other : others) {
            if ((other.units & ~(before | held)) != 0 && keys.has(other.key) && text.holds(other.text)) {
                held |= other.units;
            }
        }
        return held;
    }
}
