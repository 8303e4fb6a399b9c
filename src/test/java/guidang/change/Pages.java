package guidang.change;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.reading.ArchiveReader;

/** Entries made of text, as the archive's reader reads them. */
final class Pages {
    private Pages() {}

    /** A page with a title and nothing else in its front matter. */
    static Entry page(String path, String body) {
        return file(path, "---\ntitle: 甲公司\npublished: true\neditor: markdown\n---\n\n" + body + "\n");
    }

    /** Any file. */
    static Entry file(String path, String text) {
        return ArchiveReader.read(new EntryPath(path), text.getBytes(StandardCharsets.UTF_8), Set.of(path))
                .orElseThrow();
    }
}
