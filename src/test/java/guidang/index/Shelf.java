package guidang.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import guidang.archive.Entry;
import guidang.query.Query;

/** An index in a folder of a test. */
final class Shelf {
    private Shelf() {}

    static ArchiveIndex open(Path folder, Entry... entries) throws IOException {
        return open(folder, Aliases.none(), entries);
    }

    static ArchiveIndex open(Path folder, Aliases aliases, Entry... entries) throws IOException {
        ArchiveIndex index = ArchiveIndex.open(folder, aliases);
        put(index, entries);
        return index;
    }

    static void put(ArchiveIndex index, Entry... entries) throws IOException {
        try (ArchiveIndex.Update update = index.update()) {
            for (Entry entry : entries) {
                update.put(entry);
            }
            update.commit();
        }
    }

    static Aliases aliases(String... names) {
        return new Aliases(List.of(Set.of(names)));
    }

    /** What a search finds, as {@code title#heading}. */
    static List<String> found(ArchiveIndex index, Query query) {
        return index.search(query, 10).hits().stream()
                .map(hit -> hit.entry().title() + "#" + hit.section().heading()).toList();
    }

    static String first(ArchiveIndex index, Query query) {
        List<String> found = found(index, query);
        return found.isEmpty() ? "" : found.getFirst();
    }
}
