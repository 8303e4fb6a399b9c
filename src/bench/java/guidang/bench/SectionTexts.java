package guidang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import guidang.archive.Entry;
import guidang.archive.Section;
import guidang.reading.ArchiveReader;

/** The text of every published section as it was extracted: title, heading, what stands below. */
record SectionTexts(List<SectionTexts.Place> places) {
    /** A section; its number is its place in the list. */
    record Place(String path, String title, String heading, String body) {
        /** All of it, for who keeps one field. */
        String text() {
            return title + "\n" + heading + "\n" + body;
        }
    }

    static SectionTexts of(Path archive) throws IOException {
        return new SectionTexts(new ArchiveReader(archive).read().entries().stream().filter(Entry::published)
                .flatMap(entry -> entry.sections().stream().map(section -> place(entry, section))).toList());
    }

    private static Place place(Entry entry, Section section) {
        return new Place(entry.path().value(), entry.title(), section.heading(), section.text());
    }
}
