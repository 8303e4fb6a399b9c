package guidang.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.query.Query;

/**
 * A query taken apart once, to be held against texts that stand in no index. A search weighs and compares; this says yes
 * or no of one text, and yes only if it holds everything that is asked.
 */
final class SavedQuery {
    private final SavedWords words;
    private final List<String> phrases;
    private final List<String> without;
    private final Set<String> tags;
    private final Set<String> folders;
    private final List<String> sites;
    private final List<String> authors;
    private final Set<String> links;
    private final Query.@Nullable Period period;

    SavedQuery(Query query, AliasTable aliases) {
        words = SavedWords.of(query.words(), aliases);
        phrases = possible(query.phrases());
        without = possible(query.without());
        tags = query.tags().stream().map(Folding::key).collect(Collectors.toUnmodifiableSet());
        folders = query.folders().stream().map(Filters::folderKey).collect(Collectors.toUnmodifiableSet());
        sites = query.sites().stream().map(site -> Folding.key(site.startsWith("www.") ? site.substring(4) : site))
                .toList();
        authors = query.authors().stream().map(Folding::key).toList();
        links = query.addresses().stream().flatMap(address -> Filters.keys(address).stream())
                .collect(Collectors.toUnmodifiableSet());
        Query.Period asked = query.period();
        period = asked != null && asked.strict() ? asked : null;
    }

    private static List<String> possible(List<String> texts) {
        return texts.stream().map(Folding::squeeze).filter(Holds::isPossible).toList();
    }

    /** Whether nothing is demanded: such a query finds nothing. */
    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && tags.isEmpty() && folders.isEmpty() && sites.isEmpty()
                && authors.isEmpty() && links.isEmpty() && period == null;
    }

    /**
     * Sets of terms, of each of which a text that is found has at least one. The words and phrases before names, which
     * more texts have. Empty if only sites, authors or a period are asked for.
     */
    List<long[]> anchors() {
        var anchors = new ArrayList<>(words.anchors());
        for (String phrase : phrases) {
            long any = TermKeys.anyOf(phrase);
            TermKeys.each(phrase, term -> {
                if (TermKeys.isPair(term) == TermKeys.isPair(any)) {
                    anchors.add(new long[]{term});
                }
            });
        }
        anchors.removeIf(keys -> keys.length == 0);
        if (anchors.isEmpty()) {
            tags.forEach(tag -> anchors.add(new long[]{TermKeys.name(SavedContext.TAG, tag)}));
            addNames(anchors, SavedContext.LINK, links);
            addNames(anchors, SavedContext.FOLDER, folders);
        }
        return anchors;
    }

    private static void addNames(List<long[]> anchors, char mark, Set<String> names) {
        if (!names.isEmpty()) {
            anchors.add(names.stream().mapToLong(name -> TermKeys.name(mark, name)).toArray());
        }
    }

    boolean finds(SavedContext context) {
        return words.areIn(context.keys, context.text) && phrases.stream().allMatch(context.text::holds)
                && (tags.isEmpty() || context.hasTags(tags)) && (folders.isEmpty() || context.isIn(folders))
                && (links.isEmpty() || context.cites(links)) && (sites.isEmpty() || context.isOf(sites))
                && (authors.isEmpty() || context.isBy(authors)) && (period == null || context.isIn(period))
                && without.stream().allMatch(context::hasNot);
    }
}
