package guidang.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.ibm.icu.text.Transliterator;

import guidang.index.Sound;

/** Characters that sound alike, tones aside: for each sound those that some texts use most. */
final class Homophones {
    private static final int COMMON = 3;

    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    /** By syllable, the most common first. */
    private final Map<String, List<Character>> alike = new HashMap<>();

    Homophones(List<String> texts) {
        var count = new HashMap<Character, Integer>();
        texts.forEach(text -> text.chars().filter(Keywords::certain)
                .forEach(c -> count.merge((char) c, 1, Integer::sum)));
        count.keySet().stream()
                .sorted(Comparator.<Character, Integer>comparing(count::get).reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(c -> alike.computeIfAbsent(Sound.of(c).getFirst(), sound -> new ArrayList<>()).add(c));
    }

    /** The word with one character exchanged for a common one that sounds alike; as it is where there is none. */
    String miswritten(String word, Random random) {
        int first = random.nextInt(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = (first + i) % word.length();
            List<Character> others = others(word.charAt(at));
            if (!others.isEmpty()) {
                return word.substring(0, at) + others.get(random.nextInt(others.size())) + word.substring(at + 1);
            }
        }
        return word;
    }

    /** Without those that are the same character in the other script. */
    private List<Character> others(char c) {
        String same = simplified.transliterate(Character.toString(c));
        return alike.getOrDefault(Sound.of(c).getFirst(), List.of()).stream()
                .filter(other -> !simplified.transliterate(other.toString()).equals(same)).limit(COMMON).toList();
    }
}
