package guidang.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words that mean nearly the same, of which people type one and an archive writes another: 关门 and 停止运营. The table
 * {@code thesaurus.txt} says how it is written.
 */
public final class Thesaurus {
    private static final Thesaurus USUAL = of(read("thesaurus.txt"));

    /** By word, folded: what else to look for, the likelier first. */
    private final Map<String, List<String>> others;
    /** The longest word by its first character. */
    private final Map<Character, Integer> longest = new HashMap<>();

    private Thesaurus(Map<String, Set<String>> others) {
        this.others = new HashMap<>();
        others.forEach((word, its) -> {
            this.others.put(word, List.copyOf(its));
            longest.merge(word.charAt(0), word.length(), Math::max);
        });
    }

    /** The table beside this class. */
    public static Thesaurus usual() {
        return USUAL;
    }

    /**
     * A word of a text that has others.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param others what may stand in its place, folded
     */
    public record Word(int start, int end, List<String> others) {}

    /** The words of a folded text that have others, from left to right: the longest at each place, none overlapping. */
    public List<Word> in(String folded) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < folded.length()) {
            int end = isInside(folded, at) ? at : longestAt(folded, at);
            if (end > at) {
                words.add(new Word(at, end, Objects.requireNonNull(others.get(folded.substring(at, end)))));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** Whether a place is between two letters of one word. */
    private static boolean isInside(String folded, int at) {
        return at > 0 && at < folded.length() && Terms.isWordChar(folded.charAt(at))
                && Terms.isWordChar(folded.charAt(at - 1));
    }

    private int longestAt(String folded, int at) {
        int most = longest.getOrDefault(folded.charAt(at), 0);
        for (int end = Math.min(folded.length(), at + most); end > at; end--) {
            if (!isInside(folded, end) && others.containsKey(folded.substring(at, end))) {
                return end;
            }
        }
        return at;
    }

    /** Reads lines of the form that the table describes. */
    static Thesaurus of(List<String> lines) {
        var others = new LinkedHashMap<String, Set<String>>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int arrow = line.indexOf('>');
            List<String> from = words(arrow < 0 ? line : line.substring(0, arrow));
            List<String> to = arrow < 0 ? from : words(line.substring(arrow + 1));
            for (String word : from) {
                Set<String> its = others.computeIfAbsent(word, key -> new LinkedHashSet<>());
                to.stream().filter(other -> other.length() > 1 && !other.equals(word)).forEach(its::add);
            }
        }
        others.values().removeIf(Set::isEmpty);
        return new Thesaurus(others);
    }

    private static List<String> words(String side) {
        var words = new ArrayList<String>();
        for (String word : side.split("=", -1)) {
            String folded = Folding.squeeze(word);
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return words;
    }

    private static List<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(Thesaurus.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
