package guidang.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.ibm.icu.text.Transliterator;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The tables of characters are made from ICU's transliterators. Loading those takes longer than opening an index, so
 * the tables are kept beside the code; {@code -Dgolden.update=true} writes them anew.
 */
class TablesTest {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    @Test
    void the_table_of_simplified_characters_is_what_ICU_says() throws Exception {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        var pairs = new StringBuilder();
        int count = 0;
        for (int c = FIRST; c <= LAST; c++) {
            String simplified = icu.transliterate(String.valueOf((char) c));
            if (simplified.length() == 1 && simplified.charAt(0) != c) {
                pairs.append((char) c).append(simplified).append(++count % 40 == 0 ? "\n" : "");
            }
        }
        same("simplified.txt", "# Traditional and Simplified characters in pairs: ICU 77.1, Traditional-Simplified.\n"
                + pairs.toString().strip() + "\n");
    }

    @Test
    void the_table_of_syllables_is_what_ICU_says() throws Exception {
        Transliterator icu = Transliterator.getInstance("Han-Latin");
        var characters = new TreeMap<String, StringBuilder>();
        for (int c = FIRST; c <= LAST; c++) {
            String latin = icu.transliterate(String.valueOf((char) c)).strip();
            if (latin.charAt(0) != c) {
                characters.computeIfAbsent(plain(latin), key -> new StringBuilder()).append((char) c);
            }
        }
        var lines = new StringBuilder("# Syllables and the characters read so: ICU 77.1, Han-Latin, without tones.\n");
        characters.forEach((syllable, list) -> lines.append(syllable).append(list).append('\n'));
        same("pinyin.txt", lines.toString());
    }

    private static String plain(String latin) {
        String apart = Normalizer.normalize(latin, Normalizer.Form.NFD).replace("u\u0308", "v");
        return apart.replaceAll("\\p{M}", "").replaceAll("[^a-z]", "");
    }

    private static void same(String name, String wanted) throws Exception {
        Path file = Path.of(System.getProperty("guidang.root", "."), "src/main/resources/guidang/index", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, wanted, StandardCharsets.UTF_8);
        }
        assertEquals(wanted, Files.readString(file, StandardCharsets.UTF_8));
    }
}
