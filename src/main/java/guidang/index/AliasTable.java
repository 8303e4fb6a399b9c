package guidang.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aliases ready for look-up: by key for whole names, by folded text for names inside a query. */
final class AliasTable {
    private final Map<String, Set<String>> byKey = new LinkedHashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final Map<Character, List<Name>> byFirst = new HashMap<>();

    private record Name(String text, List<String> group) {}

    AliasTable(Aliases aliases) {
        for (Set<String> group : aliases.groups()) {
            var texts = new LinkedHashSet<String>();
            group.stream().sorted().map(Folding::squeeze).filter(text -> !text.isBlank()).forEach(texts::add);
            if (texts.size() < 2) {
                continue;
            }
            List<String> names = List.copyOf(texts);
            groups.add(names);
            names.forEach(name -> byFirst.computeIfAbsent(name.charAt(0), key -> new ArrayList<>())
                    .add(new Name(name, names)));
            for (String text : texts) {
                byKey.computeIfAbsent(Folding.key(text), key -> new LinkedHashSet<>()).addAll(texts);
            }
        }
    }

    /** Keys of the other names of what a key names. */
    Set<String> others(String key) {
        var others = new LinkedHashSet<String>();
        byKey.getOrDefault(key, Set.of()).forEach(text -> others.add(Folding.key(text)));
        others.remove(key);
        return others;
    }

    /**
     * A name in a text.
     *
     * @param end exclusive
     * @param others what else it is called, folded
     */
    record Found(int start, int end, List<String> others) {}

    /** Every name that stands in a folded text; a word only where it is not part of a longer one. */
    List<Found> in(String folded) {
        var found = new ArrayList<Found>();
        for (int at = 0; at < folded.length(); at++) {
            for (Name name : byFirst.getOrDefault(folded.charAt(at), List.of())) {
                int end = at + name.text.length();
                if (folded.startsWith(name.text, at) && !isInside(folded, at) && !isInside(folded, end)) {
                    found.add(new Found(at, end,
                            name.group.stream().filter(other -> !other.equals(name.text)).toList()));
                }
            }
        }
        return found;
    }

    private static boolean isInside(String folded, int at) {
        return at > 0 && at < folded.length() && Terms.isWordChar(folded.charAt(at - 1))
                && Terms.isWordChar(folded.charAt(at));
    }

    /** Groups of names, folded. */
    List<List<String>> groups() {
        return groups;
    }
}
