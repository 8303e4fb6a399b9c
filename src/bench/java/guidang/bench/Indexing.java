package guidang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.reading.ArchiveReader;

/** Files to a committed index, as a first start does it. */
final class Indexing {
    private Indexing() {}

    static int whole(Path archive, Path folder) throws IOException {
        try (ArchiveIndex index = ArchiveIndex.open(folder, Aliases.none())) {
            try (ArchiveIndex.Update update = index.update()) {
                new ArchiveReader(archive).readChanged(Map.of(), update::put, (done, total) -> {});
                update.commit();
            }
            return index.facts().events();
        }
    }
}
