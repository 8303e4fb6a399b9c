package guidang.reading;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds of every reading, whatever the file says. */
final class Readings {
    private Readings() {}

    static void hold(String path, byte[] content) {
        EntryReader.Result result = EntryReader.read(new EntryPath(path), content, EntryReader.hash(content), Set.of());
        result.entry().ifPresent(Readings::hold);
    }

    static void hold(String path, String content) {
        hold(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void hold(Entry entry) {
        assertFalse(entry.title().isBlank(), "a title");
        var ids = new HashSet<EventId>();
        var anchors = new HashSet<String>();
        entry.sections().forEach(section -> {
            assertTrue(section.line() >= 1 && section.line() <= Math.max(1, entry.lines()), "the line of a section");
            assertTrue(section.anchor().isEmpty() || anchors.add(section.anchor()), "an anchor twice");
            assertFalse(section.heading().contains("\n"), "a heading of one line");
        });
        entry.events().forEach(event -> hold(event, ids));
    }

    private static void hold(Event event, Set<EventId> ids) {
        assertTrue(ids.add(event.id()), "an id twice");
        for (String block : event.blocks()) {
            assertFalse(block.isBlank(), "a blank block");
            assertTrue(block.equals(block.strip()) && block.indexOf('\n') < 0, "a block of one line: " + block);
        }
        assertTrue(event.line() >= 1, "a line");
    }
}
