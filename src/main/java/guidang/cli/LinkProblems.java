package guidang.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import guidang.archive.Archive;
import guidang.archive.Problem;
import guidang.archive.Snapshot;
import guidang.reachability.CheckedLink;
import guidang.reachability.CheckedLinks;

/**
 * What the last checks of an archive's links say of it.
 *
 * @param problems dead snapshots, and dead sources that no snapshot holds
 * @param sums how many links of the archive stand how; empty if none was checked
 */
record LinkProblems(List<Problem> problems, Map<CheckedLink.Standing, Integer> sums) {
    LinkProblems {
        problems = List.copyOf(problems);
        sums = Map.copyOf(sums);
    }

    static LinkProblems of(Archive archive, Map<String, CheckedLink> checked) {
        var problems = new ArrayList<Problem>();
        Map<CheckedLink.Standing, Integer> sums = new EnumMap<>(CheckedLink.Standing.class);
        var counted = new HashSet<String>();
        for (Cited cited : checked.isEmpty() ? List.<Cited>of() : Cited.in(archive)) {
            var urls = new ArrayList<>(cited.copies().stream().map(Snapshot::url).toList());
            urls.add(cited.citation().original());
            for (String url : urls) {
                String key = CheckedLinks.key(url);
                CheckedLink link = checked.get(key);
                if (link != null && counted.add(key)) {
                    sums.merge(link.standing(), 1, Integer::sum);
                }
                boolean copy = !url.equals(cited.citation().original());
                if (link != null && isDead(link) && (copy || cited.copies().isEmpty())) {
                    problems.add(new Problem(cited.path(), cited.citation().line(),
                            copy ? Problem.Code.SNAPSHOT_DEAD : Problem.Code.SOURCE_DEAD,
                            List.of(url, link.day().toString())));
                }
            }
        }
        return new LinkProblems(problems, sums);
    }

    private static boolean isDead(CheckedLink link) {
        return link.standing() == CheckedLink.Standing.DEAD;
    }

    /** The archive with these problems among its own. */
    Archive in(Archive archive) {
        var all = new ArrayList<>(archive.problems());
        all.addAll(problems);
        return new Archive(archive.entries(), all.stream().sorted().toList(), archive.skipped());
    }

    int count(CheckedLink.Standing standing) {
        return sums.getOrDefault(standing, 0);
    }

    int all() {
        return sums.values().stream().mapToInt(Integer::intValue).sum();
    }
}
