package guidang.index;

import java.util.List;

/** What benchmarks need to know of how characters sound. */
public final class Sound {
    private Sound() {}

    /** The syllables, without tones, that a character of either script is read as; none for others. */
    public static List<String> of(char c) {
        return Pinyin.readings(Folding.fold(c));
    }
}
