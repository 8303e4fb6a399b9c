package guidang.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.archive.Section;

/** What only all entries together show. */
final class CrossCheck {
    private CrossCheck() {}

    static List<Problem> check(List<Entry> entries) {
        var problems = new ArrayList<Problem>();
        Map<String, Set<String>> anchors = new HashMap<>();
        for (Entry entry : entries) {
            Set<String> own = new HashSet<>();
            entry.sections().stream().map(Section::anchor).map(Slugs::loose).forEach(own::add);
            anchors.put(entry.path().value(), own);
        }
        entries.forEach(entry -> links(entry, anchors, problems));
        titles(entries, problems);
        return problems;
    }

    private static void links(Entry entry, Map<String, Set<String>> anchors, List<Problem> problems) {
        for (Entry.InternalLink link : entry.links()) {
            Set<String> there = anchors.get(link.target());
            if (there == null) {
                problems.add(new Problem(entry.path(), link.line(), Problem.Code.LINK_DEAD, List.of(link.target())));
            } else if (!link.anchor().isEmpty() && !there.contains(Slugs.loose(link.anchor()))
                    && !link.anchor().startsWith("fn")) {
                problems.add(new Problem(entry.path(), link.line(), Problem.Code.ANCHOR_DEAD,
                        List.of(link.target(), link.anchor())));
            }
        }
    }

    private static void titles(List<Entry> entries, List<Problem> problems) {
        Map<String, EntryPath> first = new HashMap<>();
        for (Entry entry : entries) {
            EntryPath other = first.putIfAbsent(entry.title().toLowerCase(Locale.ROOT), entry.path());
            if (other != null) {
                problems.add(new Problem(entry.path(), 0, Problem.Code.TITLE_DUPLICATE,
                        List.of(entry.title(), other.value())));
            }
        }
    }
}
