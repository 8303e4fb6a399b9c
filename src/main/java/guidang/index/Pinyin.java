package guidang.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How characters sound: Mandarin syllables without tones, ü written v. Takes folded characters. */
final class Pinyin {
    /** Second readings that are common in names and words; the first is in the table. */
    private static final String OTHERS = "重chong重zhong长chang长zhang行hang行xing乐yue乐le还huan还hai朝chao朝zhao调diao调tiao都du都dou传zhuan传chuan"
            + "弹dan弹tan单shan单dan藏zang藏cang查zha省xing参shen参can系ji会kuai解xie降xiang角jue校jiao率lv率shuai血xie血xue薄bo"
            + "给ji说shui厦xia厦sha车ju了liao得dei地di的di着zhuo着zhao大dai石dan仇qiu曾zeng曾ceng盛cheng盛sheng便pian"
            + "区ou尉yu任ren贾jia贾gu万mo广an宿xiu提di蔓man露lou露lu落la落luo色shai色se嗯en女nv绿lv绿lu吕lv旅lv律lv虑lv滤lv略lve";

    /** No syllable is longer. */
    private static final int LONGEST = 6;
    /** Longer words are not taken for pinyin. */
    private static final int LONGEST_WORD = 48;
    /** Where the signs that stand for syllables begin: the private use area. */
    private static final char SIGNS = '\ue000';

    private static final List<String> SYLLABLES = new ArrayList<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    /** One more than the number of the syllable by character; 0 where there is none. */
    private static final short[] FIRST = new short[Character.MAX_VALUE + 1];
    private static final Map<Character, int[]> SECOND = new HashMap<>();

    static {
        String table = Folding.resource("pinyin.txt");
        read(table, true);
        read(swap(OTHERS), false);
    }

    private Pinyin() {}

    /** Turns {@code 重chong} into {@code chong重}, the form of the table. */
    private static String swap(String others) {
        var out = new StringBuilder();
        int at = 0;
        while (at < others.length()) {
            int end = at + 1;
            while (end < others.length() && others.charAt(end) < 0x80) {
                end++;
            }
            out.append(others, at + 1, end).append(others.charAt(at));
            at = end;
        }
        return out.toString();
    }

    private static void read(String table, boolean first) {
        int at = 0;
        while (at < table.length()) {
            int end = at;
            while (table.charAt(end) < 0x80) {
                end++;
            }
            int number = NUMBERS.computeIfAbsent(table.substring(at, end), syllable -> {
                SYLLABLES.add(syllable);
                return SYLLABLES.size() - 1;
            });
            at = end;
            while (at < table.length() && table.charAt(at) >= 0x80) {
                char c = table.charAt(at++);
                if (first) {
                    FIRST[c] = (short) (number + 1);
                } else if (FIRST[c] != number + 1) {
                    SECOND.merge(c, new int[]{number}, (a, b) -> new int[]{a[0], b[0]});
                }
            }
        }
    }

    /** The syllable of a character, most common reading; empty if it has none. */
    static String of(char c) {
        return FIRST[c] == 0 ? "" : SYLLABLES.get(FIRST[c] - 1);
    }

    /** Every reading of a character known, most common first. */
    static List<String> readings(char c) {
        if (FIRST[c] == 0) {
            return List.of();
        }
        int[] second = SECOND.get(c);
        if (second == null) {
            return List.of(SYLLABLES.get(FIRST[c] - 1));
        }
        var all = new ArrayList<String>();
        all.add(SYLLABLES.get(FIRST[c] - 1));
        for (int number : second) {
            all.add(SYLLABLES.get(number));
        }
        return all;
    }

    /** A sign for the sound of a character: the same for characters that sound alike. Itself if it has no sound. */
    static char sign(char c) {
        return FIRST[c] == 0 ? c : (char) (SIGNS + FIRST[c] - 1);
    }

    /** The sign for a syllable. */
    static char sign(String syllable) {
        Integer number = NUMBERS.get(syllable);
        return number == null ? '\uf8ff' : (char) (SIGNS + number);
    }

    /** How a text sounds: syllables for characters, the rest as it is, without spaces. */
    static String key(CharSequence folded) {
        var out = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            String syllable = of(folded.charAt(i));
            if (syllable.isEmpty()) {
                out.append(folded.charAt(i));
            } else {
                out.append(syllable);
            }
        }
        return out.toString();
    }

    /** The first letters of its syllables; the rest as it is. */
    static String initials(CharSequence folded) {
        var out = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            String syllable = of(folded.charAt(i));
            out.append(syllable.isEmpty() ? folded.charAt(i) : syllable.charAt(0));
        }
        return out.toString();
    }

    /** Whether people type it for a character: the few without a vowel are left to Latin words. */
    private static boolean isSyllable(String text) {
        return NUMBERS.containsKey(text) && text.chars().anyMatch(c -> "aeiouv".indexOf(c) >= 0);
    }

    /**
     * Takes a word of Latin letters for syllables: the fewest that fill it, of equal ones the longest first. Empty if
     * it is not pinyin.
     */
    static List<String> split(String word) {
        int length = word.length();
        if (length < 2 || length > LONGEST_WORD) {
            return List.of();
        }
        int[] count = new int[length + 1];
        int[] step = new int[length + 1];
        for (int from = length - 1; from >= 0; from--) {
            count[from] = Integer.MAX_VALUE;
            if (word.charAt(from) == '\'' && from > 0) {
                count[from] = count[from + 1];
                step[from] = 1;
                continue;
            }
            for (int to = Math.min(length, from + LONGEST); to > from; to--) {
                if (count[to] != Integer.MAX_VALUE && count[to] + 1 < count[from]
                        && isSyllable(word.substring(from, to))) {
                    count[from] = count[to] + 1;
                    step[from] = to - from;
                }
            }
        }
        if (count[0] == Integer.MAX_VALUE) {
            return List.of();
        }
        var syllables = new ArrayList<String>();
        for (int at = 0; at < length; at += step[at]) {
            String syllable = word.substring(at, at + step[at]);
            if (!syllable.equals("'")) {
                syllables.add(syllable);
            }
        }
        return syllables;
    }
}
