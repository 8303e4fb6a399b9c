package guidang.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aliases ready for look-up: by key for whole names, by folded text for names inside a query. */
final class AliasTable {
    private final Map<String, Set<String>> byKey = new LinkedHashMap<>();
    private final List<List<String>> groups = new ArrayList<>();

    AliasTable(Aliases aliases) {
        for (Set<String> group : aliases.groups()) {
            var texts = new LinkedHashSet<String>();
            group.stream().sorted().map(Folding::squeeze).filter(text -> !text.isBlank()).forEach(texts::add);
            if (texts.size() < 2) {
                continue;
            }
            groups.add(List.copyOf(texts));
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

    /** Groups of names, folded. */
    List<List<String>> groups() {
        return groups;
    }
}
