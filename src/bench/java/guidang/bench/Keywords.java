package guidang.bench;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import com.ibm.icu.text.Transliterator;

import guidang.index.Sound;

/**
 * The words of sections by which somebody would look for them: of two to four Chinese characters, told apart by Lucene's
 * segmenter, each character with one reading only, so that the pinyin of the word is certain.
 */
final class Keywords {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    /** As written, by their Simplified form, in the order of each section. */
    private final List<Map<String, String>> words = new ArrayList<>();
    private final Map<String, Integer> sections = new HashMap<>();

    Keywords(List<String> texts) throws IOException {
        for (String text : texts) {
            Map<String, String> found = words(text);
            words.add(found);
            found.keySet().forEach(word -> sections.merge(word, 1, Integer::sum));
        }
    }

    /** As written, those that the fewest sections hold first; of equal ones in the order of the text. */
    List<String> of(int section) {
        return words.get(section).entrySet().stream()
                .sorted(Comparator.comparing(word -> sections.getOrDefault(word.getKey(), 0)))
                .map(Map.Entry::getValue).toList();
    }

    private Map<String, String> words(String text) throws IOException {
        String folded = simplified.transliterate(text);
        String written = folded.length() == text.length() ? text : folded;
        var found = new LinkedHashMap<String, String>();
        try (HMMChineseTokenizer tokens = new HMMChineseTokenizer()) {
            tokens.setReader(new StringReader(folded));
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = written.substring(offsets.startOffset(), offsets.endOffset());
                if (word.length() >= SHORTEST && word.length() <= LONGEST && word.chars().allMatch(Keywords::certain)) {
                    found.putIfAbsent(folded.substring(offsets.startOffset(), offsets.endOffset()), word);
                }
            }
            tokens.end();
        }
        return found;
    }

    /** A character that is read in one way. */
    static boolean certain(int c) {
        return Character.isIdeographic(c) && new HashSet<>(Sound.of((char) c)).size() == 1;
    }
}
