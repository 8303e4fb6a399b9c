package guidang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import guidang.archive.Entry;
import guidang.index.ArchiveIndex;
import guidang.index.FoldedTerms;
import guidang.index.Hits;
import guidang.query.Query;

/**
 * What a query is about.
 *
 * @param entries the entries that it names, the best first; empty if it names none
 * @param name the words that name them, as typed
 * @param rest its other words, as typed
 */
record Topic(List<Entry> entries, String name, List<String> rest) {
    private static final int MOST_TERMS = 60;
    private static final int MOST_TRIES = 12;
    private static final int LONGEST_NAME = 60;

    Topic {
        entries = List.copyOf(entries);
        rest = List.copyOf(rest);
    }

    /** The entries whose name all, the first or another of the query's words are; no looser match. */
    static Topic named(Query query, ArchiveIndex index) {
        List<String> words = words(query);
        for (int length = Math.min(words.size(), MOST_TRIES); length > 0; length--) {
            String name = String.join(" ", words.subList(0, length));
            List<Entry> entries = name.length() <= LONGEST_NAME ? index.named(name) : List.of();
            if (!entries.isEmpty()) {
                return new Topic(exact(entries, name), name, words.subList(length, words.size()));
            }
        }
        for (int i = 1; i < Math.min(words.size(), MOST_TRIES); i++) {
            String name = words.get(i);
            List<Entry> entries = name.length() <= LONGEST_NAME ? index.named(name) : List.of();
            if (!entries.isEmpty()) {
                var rest = new ArrayList<String>(words);
                rest.remove(i);
                return new Topic(exact(entries, name), name, rest);
            }
        }
        return words.isEmpty() ? new Topic(List.of(), "", List.of()) : beginning(words, index);
    }

    /** As {@link #named}; else the entry among the hits whose title says little more than the query's words. */
    static Topic of(Query query, ArchiveIndex index, Hits hits) {
        Topic named = named(query, index);
        if (!named.entries.isEmpty()) {
            return named;
        }
        List<String> words = words(query);
        for (int length = Math.min(words.size(), MOST_TRIES); length > 0; length--) {
            String name = String.join(" ", words.subList(0, length));
            Optional<Entry> entry = hits.hits().stream().map(Hits.Hit::entry).filter(each -> says(each.title(), name))
                    .findFirst();
            if (entry.isPresent()) {
                return new Topic(List.of(entry.get()), name, words.subList(length, words.size()));
            }
        }
        return new Topic(List.of(), "", words);
    }

    static List<String> words(Query query) {
        var words = new ArrayList<String>();
        for (List<String> some : List.of(query.words(), query.phrases())) {
            some.forEach(text -> words.addAll(List.of(text.strip().split("\\s++"))));
        }
        words.removeIf(String::isBlank);
        return words;
    }

    /** A name at the beginning of a run of characters: 微信注册. */
    private static Topic beginning(List<String> words, ArchiveIndex index) {
        String run = words.getFirst();
        for (int length = Math.min(run.length() - 1, MOST_TRIES); length >= 2; length--) {
            boolean inside = !FoldedTerms.isCjk(run.charAt(length))
                    && !FoldedTerms.isCjk(run.charAt(length - 1));
            if (inside) {
                continue;
            }
            List<Entry> entries = index.named(run.substring(0, length));
            if (!entries.isEmpty()) {
                var rest = new ArrayList<String>();
                rest.add(run.substring(length));
                rest.addAll(words.subList(1, words.size()));
                return new Topic(exact(entries, run.substring(0, length)), run.substring(0, length), rest);
            }
        }
        return new Topic(List.of(), "", words);
    }

    /** Only those whose title the name is, if there are any. */
    private static List<Entry> exact(List<Entry> entries, String name) {
        String folded = FoldedTerms.fold(name);
        List<Entry> exact = entries.stream().filter(entry -> FoldedTerms.fold(entry.title()).equals(folded)).toList();
        return exact.isEmpty() ? entries : exact;
    }

    /** Whether a title holds every term of a name, and not much more. */
    private static boolean says(String title, String name) {
        FoldedTerms wanted = FoldedTerms.of(name, MOST_TERMS);
        FoldedTerms held = FoldedTerms.of(title, MOST_TERMS);
        int size = wanted.characters().size() + 2 * wanted.words().size();
        return size >= 2 && held.characters().containsAll(wanted.characters())
                && held.pairs().containsAll(wanted.pairs()) && held.words().containsAll(wanted.words())
                && held.characters().size() + 2 * held.words().size() <= 2 * size + 2;
    }
}
